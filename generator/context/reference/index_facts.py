"""Facts about a connector by which the index of a vendor can be filtered."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.connector import Connector

_BY_LAST_WORD = {
    "password": "password",
    "passphrase": "key pair",
    "key": "key",
    "token": "token",
    "credentials": "credentials",
}
_OAUTH = frozenset({"client_secret", "refresh_token", "consumer_secret"})
_KEY_PAIR = frozenset({"private_key", "ssh_key", "client_private_key"})
_TUNNEL = frozenset({"ssh", "tunnel"})


def authentication_of(connector: Connector) -> tuple[str, ...]:
    """Return the kinds of credentials that a connector takes, by the names of its secrets, in alphabetical order."""
    return tuple(sorted(set(_kinds(connector))))


def takes_ssh_tunnel(connector: Connector) -> bool:
    """Return whether some property of a connector is about an SSH tunnel, by its name."""
    return any(not _TUNNEL.isdisjoint(property_.name.lower().split("_")) for _, _, property_ in connector.paths())


def _kinds(connector: Connector) -> Iterator[str]:
    for _, _, property_ in connector.paths():
        if property_.secret and not property_.read_only:
            name = property_.name.lower()
            if name in _OAUTH:
                yield "OAuth"
            elif name in _KEY_PAIR:
                yield "key pair"
            elif kind := _BY_LAST_WORD.get(name.rpartition("_")[2]):
                yield kind

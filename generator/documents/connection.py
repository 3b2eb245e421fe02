"""Connections with a deadline, to public addresses only."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import urllib3.connection

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SECONDS_TO_CONNECT = 10.0
_MOST_ADDRESSES = 4


def is_public(address: Address) -> bool:
    """Return whether an address is public. An embedded IPv4 address must be public, too."""
    if isinstance(address, ipaddress.IPv6Address):
        embedded = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            embedded.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(part) for part in embedded if part is not None):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve_host(host: str, port: int) -> list[Address]:
    """Resolve a name to its addresses; raise ``OSError`` if it does not resolve."""
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(address[0]).partition("%")[0]) for *_, address in entries]


class PinnedConnection(urllib3.connection.HTTPConnection):
    """A connection to the first of the checked addresses that answers. The name is not resolved again."""

    addresses: Sequence[Address]
    deadline: float
    _duplicate: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        *others, last = self.addresses
        for address in others:
            with suppress(OSError):
                return self._connect_to(address)
        return self._connect_to(last)

    def _connect_to(self, address: Address) -> socket.socket:
        seconds = max(0.001, min(_SECONDS_TO_CONNECT, self.deadline - time.monotonic()))
        connection = socket.create_connection((str(address), self.port), seconds)
        connection.settimeout(max(0.001, self.deadline - time.monotonic()))
        self._duplicate = connection.dup()
        return connection

    @contextmanager
    def closing_at_deadline(self) -> Iterator[None]:
        """Cut the connection at the deadline. A timeout of the socket would begin anew with every byte."""
        timer = threading.Timer(max(0.0, self.deadline - time.monotonic()), self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            self.close()
            if self._duplicate is not None:
                self._duplicate.close()

    def _cut(self) -> None:
        if self._duplicate is not None:
            with suppress(OSError):
                self._duplicate.shutdown(socket.SHUT_RDWR)


class PinnedHttpsConnection(PinnedConnection, urllib3.connection.HTTPSConnection):
    """The same with TLS. The certificate must match the name."""


def connect(
    connection_type: type[PinnedConnection], host: str, port: int, addresses: Sequence[Address], deadline: float
) -> Any:
    """Return a connection to one of the addresses. The deadline is a time of the monotonic clock."""
    connection = connection_type(host, port, timeout=max(0.001, deadline - time.monotonic()))
    connection.addresses, connection.deadline = addresses[:_MOST_ADDRESSES], deadline
    return connection


def resolve_within(seconds: float, resolve: Callable[[], list[Address]]) -> list[Address]:
    """Return the addresses that ``resolve`` returns; raise ``TimeoutError`` if it takes longer."""
    results: list[list[Address]] = []
    errors: list[Exception] = []

    def call() -> None:
        try:
            results.append(resolve())
        except Exception as error:
            errors.append(error)

    # The system's resolver has no deadline. A daemon thread does not keep the process from ending.
    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if errors:
        raise errors[0]
    if not results:
        raise TimeoutError
    return results[0]

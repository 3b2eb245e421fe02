"""Fetches documents: the only module that uses the network."""

from __future__ import annotations

import dataclasses
import http.client
import random
import ssl
import time
import urllib.parse
from collections.abc import Callable
from typing import Any

import urllib3

from generator.diagnostics import Diagnostics
from generator.documents.address import parse_address, printable, target_of
from generator.documents.answer import NO_VERSION, FetchError, TemporaryError, Version, read_body
from generator.documents.backoff import Backoff
from generator.documents.connection import (
    Address,
    PinnedConnection,
    PinnedHttpsConnection,
    connect,
    is_public,
    resolve_host,
    resolve_within,
)
from templates.connector_catalog.bounds import DOCUMENT

_REDIRECTS = (301, 302, 303, 307, 308)
_TEMPORARY = (408, 425, 429, 500, 502, 503, 504)
_MOST_REDIRECTS = 5
_HEADERS = {"Accept-Encoding": "gzip", "User-Agent": "connector-catalog"}


@dataclasses.dataclass(frozen=True)
class Network:
    """The parts of the network that fetching uses; tests replace them with a local server.

    Attributes:
        allow: Returns whether it may connect to an address.
        resolve: Returns the addresses of a name and a port.
        connection: The kind of connection.
        wait: Waits for a number of seconds.
        draw: Returns a random number from 0 to 1.
        seconds: The time that a document may take, with its redirects and retries.
        bytes: The largest size of a document.
    """

    allow: Callable[[Address], bool] = is_public
    resolve: Callable[[str, int], list[Address]] = resolve_host
    connection: type[PinnedConnection] = PinnedHttpsConnection
    wait: Callable[[float], None] = time.sleep
    draw: Callable[[], float] = random.random
    seconds: float = DOCUMENT.seconds
    bytes: int = DOCUMENT.bytes


@dataclasses.dataclass(frozen=True)
class Wanted:
    """A document to fetch.

    Attributes:
        url: Its https URL.
        media_types: The content types that it may have.
        hosts: The hosts that the URL and redirects may lead to, each with the rest of its domain.
        known: The known version, which is not fetched again.
    """

    url: str
    media_types: frozenset[str]
    hosts: frozenset[str]
    known: Version = NO_VERSION


@dataclasses.dataclass(frozen=True)
class Fetched:
    """The response of a server.

    Attributes:
        content: The bytes of the document; ``None`` if the known version is the newest.
        version: The server's version of the document.
    """

    content: bytes | None
    version: Version


def fetch(wanted: Wanted, diagnostics: Diagnostics, network: Network | None = None) -> Fetched | None:
    """Return the document at an https URL, or ``None`` and an error ``not-fetched``.

    Temporary faults are retried. Redirects are followed to the listed hosts only, over https, at public addresses.
    """
    try:
        return _Fetching(wanted, network or Network()).run()
    except FetchError as fault:
        diagnostics.error("not-fetched", printable(wanted.url), f"cannot fetch the document: {fault}")
        return None


@dataclasses.dataclass(frozen=True)
class _Outcome:
    """The outcome of one request: the target of a redirect, or the document."""

    target: str = ""
    fetched: Fetched | None = None


class _StatusError(TemporaryError):
    def __init__(self, status: int, retry_after: str) -> None:
        super().__init__(f"status {status}")
        self.retry_after = retry_after


class _Fetching:
    """Fetches one document, up to a deadline for all its requests."""

    def __init__(self, wanted: Wanted, network: Network) -> None:
        self._wanted = wanted
        self._network = network
        self._deadline = time.monotonic() + network.seconds
        self._backoff = Backoff(self._deadline, network.wait, network.draw)
        self._headers = _HEADERS | {"Accept": ", ".join(sorted(wanted.media_types))} | wanted.known.conditions()

    def run(self) -> Fetched:
        url, redirects = self._wanted.url, 0
        while True:
            try:
                outcome = self._request(url)
            except _StatusError as fault:
                self._backoff.before_retry(str(fault), retry_after=fault.retry_after)
                continue
            except TemporaryError as fault:
                self._backoff.before_retry(str(fault), is_connection=True)
                continue
            if outcome.fetched is not None:
                return outcome.fetched
            redirects += 1
            if redirects > _MOST_REDIRECTS:
                raise FetchError(f"more than {_MOST_REDIRECTS} redirects")
            try:
                url = urllib.parse.urljoin(url, outcome.target)
            except ValueError:
                raise FetchError("it leads to a URL that is invalid") from None

    def _request(self, url: str) -> _Outcome:
        parts = parse_address(url, self._wanted.hosts)
        host, port = parts.hostname or "", parts.port or 443
        addresses = self._addresses(host, port)
        connection = connect(self._network.connection, host, port, addresses, self._deadline)
        with connection.closing_at_deadline():
            try:
                connection.request(
                    "GET", target_of(parts), headers=self._headers, preload_content=False, decode_content=False
                )
                return self._outcome_of(connection.getresponse())
            except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, UnicodeError) as fault:
                raise self._failure(fault) from None
            finally:
                # A response that the deadline has cut off may look complete, or faulty.
                self._check_time()

    def _failure(self, fault: Exception) -> FetchError:
        if isinstance(fault, ssl.SSLCertVerificationError):
            return FetchError(f"the server's certificate is refused ({fault.verify_message})")
        return TemporaryError(f"the connection fails ({type(fault).__name__})")

    def _outcome_of(self, response: Any) -> _Outcome:
        status, target = response.status, response.headers.get("Location", "")
        if status in _REDIRECTS and target:
            return _Outcome(target=target)
        if status in _TEMPORARY:
            raise _StatusError(status, response.headers.get("Retry-After", ""))
        if status == 304 and self._wanted.known.conditions():
            return _Outcome(fetched=Fetched(None, self._wanted.known))
        if status != 200:
            raise FetchError(f"status {status}")
        body = read_body(response, self._wanted.media_types, self._network.bytes)
        return _Outcome(fetched=Fetched(body, Version.from_headers(response.headers)))

    def _addresses(self, host: str, port: int) -> list[Address]:
        try:
            remaining = self._deadline - time.monotonic()
            addresses = resolve_within(remaining, lambda: self._network.resolve(host, port))
        except TimeoutError:
            self._check_time()
            raise TemporaryError(f"the host {printable(host)!r} cannot be looked up in time") from None
        except (OSError, ValueError):
            raise TemporaryError(f"the host {printable(host)!r} is unknown, or there is no network") from None
        if not addresses or not all(self._network.allow(address) for address in addresses):
            raise FetchError(f"the host {printable(host)!r} has an address that is not public")
        return addresses

    def _check_time(self) -> None:
        if time.monotonic() >= self._deadline:
            raise FetchError(f"it takes more than {self._network.seconds:g} seconds") from None

"""Fetches documents: the only module that uses the network."""

from __future__ import annotations

import dataclasses
import http.client
import time
import urllib.parse
from collections.abc import Callable, Collection
from email.utils import parsedate_to_datetime
from typing import Any

import urllib3

from generator.diagnostics import Diagnostics
from generator.documents.answer import AnswerError, read_body
from generator.documents.connection import Address, Pinned, PinnedHttps, addresses_of, connect, is_public
from generator.documents.hosts import is_of_owner
from templates.connector_catalog.bounds import DOCUMENT

_REDIRECTS = (301, 302, 303, 307, 308)
_TEMPORARY = (429, 500, 502, 503, 504)
_MOST_REDIRECTS = 5
_MOST_RETRIES = 4
_HEADERS = {"Accept-Encoding": "gzip", "User-Agent": "connector-catalog"}


@dataclasses.dataclass(frozen=True)
class Network:
    """The parts of the network that fetching uses; tests replace them with a local server.

    Attributes:
        allow: Whether it may connect to an address.
        resolve: The addresses of a name and a port.
        connection: How it connects.
        wait: Waits for a number of seconds.
        seconds: The time that a document may take, with its redirects and retries.
    """

    allow: Callable[[Address], bool] = is_public
    resolve: Callable[[str, int], list[Address]] = addresses_of
    connection: type[Pinned] = PinnedHttps
    wait: Callable[[float], None] = time.sleep
    seconds: float = DOCUMENT.seconds
    bytes: int = DOCUMENT.bytes


def fetch(
    url: str, diagnostics: Diagnostics, hosts: Collection[str] = (), network: Network | None = None
) -> bytes | None:
    """Return the bytes at an https URL, or ``None`` and an error ``not-fetched``; retry after temporary faults.

    Redirects lead to the domain of the URL's own host or of one of the given hosts, over https, and never to an address
    that is not public.
    """
    try:
        return _Fetching(url, hosts, network or Network()).run()
    except AnswerError as fault:
        diagnostics.error("not-fetched", _printable(url), f"cannot fetch the document: {fault}")
        return None


class _Fetching:
    """Fetches one document, up to a deadline for all its requests."""

    def __init__(self, url: str, hosts: Collection[str], network: Network) -> None:
        self._url = url
        self._network = network
        self._deadline = time.monotonic() + network.seconds
        self._hosts = {*hosts, _parsed(url).hostname or ""}

    def run(self) -> bytes:
        redirects = retries = 0
        while True:
            status, body, target = self._requested(self._url)
            if status == 200:
                return body
            if status in _REDIRECTS and target:
                redirects += 1
                if redirects > _MOST_REDIRECTS:
                    raise AnswerError(f"more than {_MOST_REDIRECTS} redirects")
                self._url = urllib.parse.urljoin(self._url, target)
            elif status in _TEMPORARY and retries < _MOST_RETRIES:
                self._pause(status, target, 2.0**retries)
                retries += 1
            else:
                raise AnswerError(f"status {status}")

    def _pause(self, status: int, retry_after: str, seconds: float) -> None:
        seconds = max(seconds, _seconds_of(retry_after))
        if time.monotonic() + seconds > self._deadline:
            raise AnswerError(f"status {status}, and the time for another attempt is over")
        self._network.wait(seconds)

    def _requested(self, url: str) -> tuple[int, bytes, str]:
        """Return the status, the body, and where or when to ask next."""
        parts = _parsed(url)
        host, port = parts.hostname or "", parts.port or 443
        if not is_of_owner(host, self._hosts):
            known = ", ".join(sorted(self._hosts))
            message = f"it leads to the host {_printable(host)!r}, which is not of a domain of {known}"
            raise AnswerError(f"{message}; a vendor's profile lists others under hosts")
        connection = connect(self._network.connection, host, port, self._address(host, port), self._deadline)
        path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
            f"?{parts.query}" if parts.query else ""
        )
        with connection.ending():
            try:
                connection.request("GET", path, headers=_HEADERS, preload_content=False, decode_content=False)
                response = connection.getresponse()
                return self._answer(response)
            except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, UnicodeError) as fault:
                if time.monotonic() >= self._deadline:
                    raise AnswerError(f"it takes more than {self._network.seconds:g} seconds") from None
                raise AnswerError(f"the connection fails ({type(fault).__name__})") from None

    def _answer(self, response: Any) -> tuple[int, bytes, str]:
        if response.status in _REDIRECTS:
            return response.status, b"", response.headers.get("Location", "")
        if response.status != 200:
            return response.status, b"", response.headers.get("Retry-After", "")
        body = read_body(response, self._network.bytes)
        if time.monotonic() >= self._deadline:  # an answer without a length ends where it is cut
            raise AnswerError(f"it takes more than {self._network.seconds:g} seconds")
        return 200, body, ""

    def _address(self, host: str, port: int) -> Address:
        try:
            found = self._network.resolve(host, port)
        except (OSError, ValueError):
            raise AnswerError(f"the host {_printable(host)!r} is unknown") from None
        if not found or not all(self._network.allow(each) for each in found):
            raise AnswerError(f"the host {_printable(host)!r} has an address that is not public")
        return found[0]


def _parsed(url: str) -> urllib.parse.SplitResult:
    """Return the parts of an https URL."""
    try:
        parts = urllib.parse.urlsplit(url)
        valid = parts.port is None or parts.port > 0
    except ValueError:
        raise AnswerError("the URL is invalid") from None
    if parts.scheme != "https" or not parts.hostname or not valid:
        raise AnswerError("the URL does not begin with https:// and a host")
    if parts.username is not None or not url.isascii() or not url.isprintable() or " " in url:
        raise AnswerError("the URL has a user or characters that a URL must not have")
    return parts


def _seconds_of(retry_after: str) -> float:
    """Return the seconds that ``Retry-After`` asks for; 0 if it is absent or invalid."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:12])
    try:
        return parsedate_to_datetime(retry_after).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in text[:200])

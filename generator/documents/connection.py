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
    """Return whether an address is public. An embedded IPv4 address has to be public, too."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(each) for each in inner if each is not None):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


def addresses_of(host: str, port: int) -> list[Address]:
    """Resolve a name to its addresses; raise ``OSError`` if it does not resolve."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]


class Pinned(urllib3.connection.HTTPConnection):
    """Connects to the first of the checked addresses that answers. The name is not resolved again."""

    addresses: Sequence[Address]
    deadline: float
    _held: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        *others, last = self.addresses
        for address in others:
            with suppress(OSError):
                return self._connected(address)
        return self._connected(last)

    def _connected(self, address: Address) -> socket.socket:
        seconds = max(0.001, min(_SECONDS_TO_CONNECT, self.deadline - time.monotonic()))
        made = socket.create_connection((str(address), self.port), seconds)
        made.settimeout(max(0.001, self.deadline - time.monotonic()))
        self._held = made.dup()
        return made

    @contextmanager
    def ending(self) -> Iterator[None]:
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
            if self._held is not None:
                self._held.close()

    def _cut(self) -> None:
        if self._held is not None:
            with suppress(OSError):
                self._held.shutdown(socket.SHUT_RDWR)


class PinnedHttps(Pinned, urllib3.connection.HTTPSConnection):
    """The same with TLS. The certificate has to match the name."""


def connect(kind: type[Pinned], host: str, port: int, addresses: Sequence[Address], deadline: float) -> Any:
    """Return a connection to one of these addresses that ends at a time of the monotonic clock."""
    made = kind(host, port, timeout=max(0.001, deadline - time.monotonic()))
    made.addresses, made.deadline = addresses[:_MOST_ADDRESSES], deadline
    return made


def within(seconds: float, resolve: Callable[[], list[Address]]) -> list[Address]:
    """Return the addresses that a call finds; raise ``TimeoutError`` if it takes longer."""
    found: list[list[Address]] = []
    fault: list[Exception] = []

    def call() -> None:
        try:
            found.append(resolve())
        except Exception as failure:
            fault.append(failure)

    # The system's resolver has no deadline. A daemon thread does not keep the process from ending.
    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if fault:
        raise fault[0]
    if not found:
        raise TimeoutError
    return found[0]

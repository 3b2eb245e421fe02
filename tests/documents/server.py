"""A server of this machine that gives the answers of a test, and the network that leads to it."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from generator.documents.connection import PinnedConnection
from generator.documents.fetch import Network

LOCAL = ipaddress.ip_address("127.0.0.1")
Answer = bytes | Callable[[socket.socket], None]


class Server:
    """Gives each connection the next answer, the last one again and again."""

    def __init__(self, answers: Sequence[Answer], context: ssl.SSLContext | None = None) -> None:
        self._answers = answers
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.requests: list[str] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                accepted, _ = self._socket.accept()
            except OSError:
                return
            with accepted, suppress(OSError):
                self._respond(
                    accepted if self._context is None else self._context.wrap_socket(accepted, server_side=True)
                )

    def _respond(self, connection: socket.socket) -> None:
        with connection:
            self.requests.append(connection.recv(65536).decode())
            answer = self._answers[min(len(self.requests), len(self._answers)) - 1]
            connection.sendall(answer) if isinstance(answer, bytes) else answer(connection)

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


@contextmanager
def served(*answers: Answer, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(answers, context)
    try:
        yield server
    finally:
        server.close()


def answer(body: bytes = b"page", status: str = "200 OK", *headers: str) -> bytes:
    kinds = [] if any(each.startswith("Content-Type") for each in headers) else ["Content-Type: text/html"]
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *kinds, *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, f"Location: {target}")


def network_to(server: Server, **options: Any) -> Network:
    """The network in which every name leads to a server, without TLS and without waiting."""

    class ToServer(PinnedConnection):
        default_port = 443

        def _new_conn(self) -> socket.socket:
            self.port = server.port
            return super()._new_conn()

    given: dict[str, Any] = {
        "allow": lambda address: address == LOCAL,
        "resolve": lambda host, port: [LOCAL],
        "connection": ToServer,
        "wait": lambda seconds: None,
        "draw": lambda: 0.0,
    }
    return Network(**given | options)

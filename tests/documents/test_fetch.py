"""Fetching is strict about addresses and answers, and ends in time; the server is one of this machine."""

from __future__ import annotations

import dataclasses
import gzip
import ipaddress
import socket
import ssl
import subprocess
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents.answer import NO_VERSION, Version
from generator.documents.backoff import Backoff
from generator.documents.connection import Address, PinnedConnection, PinnedHttpsConnection, is_public
from generator.documents.fetch import Fetched, Network, Wanted, fetch
from tests.documents.server import LOCAL, Answer, answer, network_to, redirect, served

URL = "https://docs.example/acme?page=1"

pytestmark = pytest.mark.enable_socket


@dataclasses.dataclass
class _Result:
    content: bytes | None
    message: str
    requests: list[str]
    waits: list[float]
    fetched: Fetched | None


def _wanted(url: str = URL, hosts: Sequence[str] = (), known: Version = NO_VERSION) -> Wanted:
    """An HTML page at a URL, whose host is allowed."""
    own = url.partition("://")[2].partition("/")[0]
    return Wanted(url, frozenset(["text/html"]), frozenset([own, *hosts]), known)


def _fetched(
    *answers: Answer,
    url: str = URL,
    hosts: Sequence[str] = (),
    seconds: float = 60,
    limit: int = 1000,
    known: Version = NO_VERSION,
) -> _Result:
    waits: list[float] = []
    diagnostics = Diagnostics()
    with served(*answers) as server:
        network = network_to(server, wait=waits.append, seconds=seconds, bytes=limit)
        found = fetch(_wanted(url, hosts, known), diagnostics, network)
        requests = server.requests
    assert all(each.code == "not-fetched" for each in diagnostics)
    assert len(diagnostics) == (found is None)
    content = found.content if found is not None else None
    return _Result(content, "".join(each.message for each in diagnostics), requests, waits, found)


def test_the_bytes_of_a_page_come_back() -> None:
    found = _fetched(answer(b"page", "200 OK", "Content-Type: text/html; charset=utf-8"))

    assert (found.content, found.message) == (b"page", "")
    assert found.requests[0].startswith("GET /acme?page=1 HTTP/1.1\r\nHost: docs.example\r\n")


@pytest.mark.parametrize(
    "url",
    [
        "http://docs.example/",
        "file:///etc/passwd",
        "ftp://docs.example/",
        "https://",
        "https:///path",
        "https://user:word@docs.example/",
        "https://docs.example:0/",
        "https://docs.example:99999/",
        "https://docs.example/a b",
        "https://docs.example/\r\nX: y",
        "https://[::1/",
        "https://docs.exämple/",
        "",
    ],
)
def test_only_a_plain_https_url_is_fetched(url: str) -> None:
    assert _fetched(answer(), url=url).requests == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "240.0.0.1", "198.18.0.1", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::",
    ],
)  # fmt: skip
def test_no_other_address_than_a_public_one_is_connected_to(address: str) -> None:
    diagnostics = Diagnostics()
    network = Network(resolve=lambda host, port: [ipaddress.ip_address("1.1.1.1"), ipaddress.ip_address(address)])

    assert fetch(_wanted(), diagnostics, network) is None
    assert ["not public" in each.message for each in diagnostics] == [True]


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/"])
def test_an_address_in_the_url_is_checked_too(url: str) -> None:
    diagnostics = Diagnostics()
    assert fetch(_wanted(url), diagnostics) is None
    assert len(diagnostics) == 1


def test_a_name_is_resolved_once_and_the_checked_address_connected_to() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[Address]:
        asked.append(host)
        return [LOCAL] if len(asked) == 1 else [ipaddress.ip_address("10.0.0.1")]

    with served(answer()) as server:

        class ToServer(PinnedConnection):
            default_port = 443

            def _new_conn(self) -> socket.socket:
                assert self.addresses == [LOCAL]
                self.port = server.port
                return super()._new_conn()

        network = Network(allow=lambda address: True, resolve=resolve, connection=ToServer)
        assert fetch(_wanted(), Diagnostics(), network) == Fetched(b"page", NO_VERSION)
    assert asked == ["docs.example"]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("target", ["/b", "https://docs.example/b", "//docs.example/b", "https://www.acme.example/b"])
def test_a_redirect_to_an_own_host_is_followed(status: str, target: str) -> None:
    found = _fetched(redirect(target, status), answer(), hosts=["www.acme.example"])

    assert found.content == b"page"
    assert found.requests[1].startswith("GET /b ")


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/", "http://docs.example/", "https://127.0.0.1/", "https://other.example/", "file:///etc/passwd",
        "//other.example/", "https://docs.example@other.example/", "https://docs.example.other.example/", "gopher://x",
    ],
)  # fmt: skip
def test_a_redirect_elsewhere_is_refused(target: str) -> None:
    found = _fetched(redirect(target), answer(b"inner"))

    assert (found.content, len(found.requests)) == (None, 1)


@pytest.mark.parametrize("target", ["https://www.acme.com/b", "//acme.com/b", "https://API.eu.acme.com/b"])
def test_a_redirect_within_the_domain_of_a_host_is_followed(target: str) -> None:
    found = _fetched(redirect(target), answer(), url="https://docs.acme.com/a")
    of_profile = _fetched(redirect(target), answer(), hosts=["docs.acme.com"])

    assert (found.content, of_profile.content) == (b"page", b"page")


@pytest.mark.parametrize("target", ["http://www.acme.com/b", "https://other.com/b", "https://notacme.com/b"])
def test_a_redirect_out_of_the_domain_of_a_host_is_refused(target: str) -> None:
    found = _fetched(redirect(target), answer(b"inner"), url="https://docs.acme.com/a")

    assert (found.content, len(found.requests)) == (None, 1)
    assert "not of a domain of docs.acme.com; a vendor's profile lists others under hosts" in found.message or (
        target.startswith("http:") and "https://" in found.message
    )


def test_every_host_of_a_chain_of_redirects_is_checked() -> None:
    """The third host is one of the second's domain, and of no listed one's."""
    chain = [redirect("https://b.other.com/"), redirect("https://www.other.com/"), redirect("https://other.net/")]
    found = _fetched(*chain, answer(), hosts=["a.other.com"])

    assert (found.content, len(found.requests)) == (None, 3)
    assert "'other.net'" in found.message


@pytest.mark.parametrize("private", ["127.0.0.1", "169.254.169.254", "fd00::1"])
def test_a_redirect_within_the_domain_to_a_private_address_is_refused(private: str) -> None:
    """Each name is resolved, and its address checked, also behind a redirect."""
    with served(redirect("https://internal.acme.com/")) as server:

        class ToServer(PinnedConnection):
            default_port = 443

            def _new_conn(self) -> socket.socket:
                self.port, self.addresses = server.port, [LOCAL]
                return super()._new_conn()

        network = Network(
            resolve=lambda host, port: [ipaddress.ip_address("1.1.1.1" if host == "docs.acme.com" else private)],
            connection=ToServer,
        )
        diagnostics = Diagnostics()
        assert fetch(_wanted("https://docs.acme.com/"), diagnostics, network) is None
        assert len(server.requests) == 1
    assert ["'internal.acme.com' has an address that is not public" in each.message for each in diagnostics] == [True]


def test_redirects_end() -> None:
    assert len(_fetched(redirect("/again")).requests) == 6


@pytest.mark.parametrize("status", [204, 304, 400, 401, 403, 404, 410, 501])
def test_another_status_is_an_error(status: int) -> None:
    found = _fetched(answer(b"", f"{status} Status"))
    assert f"status {status}" in found.message
    assert len(found.requests) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_temporary_fault_is_tried_again(status: int) -> None:
    found = _fetched(answer(b"", f"{status} Status"), answer(), seconds=30)
    assert (found.content, found.waits) == (b"page", [1.0])

    found = _fetched(answer(b"", f"{status} Status"), seconds=30)
    assert (found.content, found.waits) == (None, [1.0, 2.0, 4.0, 8.0])


@pytest.mark.parametrize(
    ("retry_after", "waits"),
    [
        ("3", [3.0]),
        ("0", [1.0]),
        ("-5", [1.0]),
        ("soon", [1.0]),
        ("Wed, 21 Oct 2015 07:28:00 GMT", [1.0]),
        ("999999", []),
        ("9" * 400, []),
        ("Wed, 21 Oct 2099 07:28:00 GMT", []),
    ],
)
def test_a_wait_that_the_server_asks_for_is_bounded(retry_after: str, waits: list[float]) -> None:
    found = _fetched(answer(b"", "429 Too Many", f"Retry-After: {retry_after}"), answer(), seconds=30)

    assert (found.content, found.waits) == (b"page" if waits else None, waits)


@pytest.mark.parametrize(
    "kind", ["image/png", "application/pdf", "application/zip", "text/javascript", "multipart/mixed"]
)
def test_another_content_type_is_refused(kind: str) -> None:
    assert kind in _fetched(answer(b"page", "200 OK", f"Content-Type: {kind}")).message


@pytest.mark.parametrize(
    "body", [b"x" * 1001, gzip.compress(b"x" * 1001), gzip.compress(b"\0" * 5_000_000)], ids=["plain", "gzip", "bomb"]
)
def test_a_body_has_a_largest_size_also_unpacked(body: bytes) -> None:
    headers = ["Content-Encoding: gzip"] if body[:2] == b"\x1f\x8b" else []
    assert "more than" in _fetched(answer(body, "200 OK", *headers), limit=1000).message


def test_a_body_without_length_has_a_largest_size_too() -> None:
    assert "more than" in _fetched(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 1001).message


def test_a_packed_body_is_unpacked() -> None:
    body = gzip.compress(b"page")
    assert _fetched(answer(body, "200 OK", "Content-Encoding: gzip")).content == b"page"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"page")[:-3]),
        ("gzip", b"page"),
        ("gzip", gzip.compress(b"page") + b"more"),
        ("gzip", b""),
        ("br", b"page"),
        ("deflate", b"page"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"page"))),
    ],
    ids=["cut off", "not compressed", "more behind", "empty", "unknown", "wrong", "twice"],
)
def test_a_faulty_or_other_encoding_is_refused(encoding: str, body: bytes) -> None:
    assert _fetched(answer(body, "200 OK", f"Content-Encoding: {encoding}")).content is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\npage",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\npage",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\npage",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
    ],
    ids=["none", "no HTTP", "too short", "cut chunk", "wrong chunk", "long header", "many headers"],
)
def test_a_broken_answer_is_an_error(answer: bytes) -> None:
    assert "the connection fails" in _fetched(answer).message


def _dripping(start: bytes) -> Callable[[socket.socket], None]:
    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(100):
            time.sleep(0.05)
            connection.sendall(b"x")

    return drip


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n",
    ],
    ids=["status", "header", "body", "body without length", "chunk"],
)
def test_a_server_that_drips_is_left_at_the_deadline(start: bytes) -> None:
    before = time.monotonic()
    assert "more than 0.3 seconds" in _fetched(_dripping(start), seconds=0.3).message
    assert time.monotonic() - before < 2


def test_a_host_that_is_unknown_is_an_error() -> None:
    def resolve(host: str, port: int) -> list[Address]:
        raise socket.gaierror(-2, "unknown")

    diagnostics = Diagnostics()
    assert fetch(_wanted(), diagnostics, Network(resolve=resolve, wait=lambda seconds: None)) is None
    assert ["unknown" in each.message for each in diagnostics] == [True]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate for ``docs.example`` and its key."""
    folder = tmp_path_factory.mktemp("keys")
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -keyout key.pem"
    command += " -out certificate.pem -subj /CN=docs.example -addext subjectAltName=DNS:docs.example"
    try:
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no openssl to make a certificate with")
    return folder


@pytest.mark.parametrize(
    ("url", "trusted", "content"),
    [
        ("https://docs.example/", True, b"page"),
        ("https://other.example/", True, None),
        ("https://docs.example/", False, None),
    ],
)
def test_a_certificate_has_to_be_trusted_and_the_name_s(
    url: str, trusted: bool, content: bytes | None, keys: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(keys / "certificate.pem", keys / "key.pem")
    with served(answer(), context=context) as server:

        class ToServer(PinnedHttpsConnection):
            def _new_conn(self) -> socket.socket:
                self.ca_certs = str(keys / "certificate.pem") if trusted else None
                self.port = server.port
                return super()._new_conn()

        network = Network(
            allow=lambda address: True,
            resolve=lambda host, port: [LOCAL],
            connection=ToServer,
            wait=lambda seconds: None,
        )
        found = fetch(_wanted(url), Diagnostics(), network)
        assert (found.content if found is not None else None) == content


VERSION = Version('W/"v1"', "Wed, 21 Oct 2015 07:28:00 GMT")


def test_what_the_server_calls_the_version_comes_back_and_is_asked_for_the_next_time() -> None:
    headers = (f"ETag: {VERSION.etag}", f"Last-Modified: {VERSION.last_modified}")
    first = _fetched(answer(b"page", "200 OK", *headers))
    assert first.fetched == Fetched(b"page", VERSION)
    assert "If-None-Match" not in first.requests[0]
    assert "If-Modified-Since" not in first.requests[0]

    second = _fetched(answer(b"", "304 Not Modified"), known=VERSION)
    assert second.fetched == Fetched(None, VERSION)
    assert f"If-None-Match: {VERSION.etag}\r\nIf-Modified-Since: {VERSION.last_modified}\r\n" in second.requests[0]


@pytest.mark.parametrize(
    ("etag", "last_modified"),
    [
        ("v1", "yesterday"),
        ('"v1', "Wed, 21 Oct 2015 07:28:00"),
        ('"v"1"', "2015-10-21"),
        ('"' + "x" * 201 + '"', "Wed, 21 Oct 2015 07:28:00 GMT, Thu"),
        ('"é"', ""),
    ],
)
def test_a_version_that_is_not_in_standard_form_is_not_kept_and_not_asked_for(etag: str, last_modified: str) -> None:
    given = answer(b"page", "200 OK", f"ETag: {etag}", f"Last-Modified: {last_modified}")
    found = _fetched(given, known=Version(etag, last_modified))

    assert found.fetched == Fetched(b"page", NO_VERSION)
    assert "If-" not in found.requests[0]


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', '"a\0"', '"a" , "b"', ""])
def test_no_version_of_a_capture_puts_another_header_into_a_request(etag: str) -> None:
    found = _fetched(answer(), known=Version(etag, "Wed, 21 Oct 2015 07:28:00 GMT\r\nX-Evil: 1"))

    assert "Evil" not in found.requests[0]
    assert "If-" not in found.requests[0]


def test_not_modified_is_an_error_where_no_version_was_named() -> None:
    assert "status 304" in _fetched(answer(b"", "304 Not Modified")).message


@pytest.mark.parametrize(
    "broken",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\npage"],
    ids=["none", "truncated"],
)
def test_a_broken_answer_is_tried_again_but_not_often(broken: bytes) -> None:
    found = _fetched(broken, answer())
    assert (found.content, found.waits) == (b"page", [1.0])

    found = _fetched(broken)
    assert (found.content, found.waits) == (None, [1.0, 2.0])
    assert "3 times" in found.message


def test_a_truncated_gzip_file_is_tried_again() -> None:
    whole = gzip.compress(b"page")
    packed = "Content-Encoding: gzip"
    assert _fetched(answer(whole[:-3], "200 OK", packed), answer(whole, "200 OK", packed)).content == b"page"


def test_waits_are_shortened_at_random_but_not_what_the_server_asks_for() -> None:
    waits: list[float] = []
    backoff = Backoff(time.monotonic() + 100, waits.append, lambda: 1.0)
    for retry_after in ("", "", "20", ""):
        backoff.before_retry("status 503", retry_after=retry_after)

    assert waits == [0.5, 1.0, 20.0, 4.0]


def test_the_other_addresses_of_a_host_are_tried_where_one_does_not_answer() -> None:
    with served(answer()) as server, socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
        closed.close()

        class ToServer(PinnedConnection):
            default_port = 443

            def _connect_to(self, address: Address) -> socket.socket:
                self.port = server.port if address == LOCAL else port
                return super()._connect_to(address)

        addresses = [ipaddress.ip_address("127.0.0.2"), LOCAL]
        network = Network(allow=lambda address: True, resolve=lambda host, port: addresses, connection=ToServer)
        assert fetch(_wanted(), Diagnostics(), network) == Fetched(b"page", NO_VERSION)


def test_a_resolver_that_does_not_answer_is_left_at_the_deadline() -> None:
    def resolve(host: str, port: int) -> list[Address]:
        time.sleep(1.5)
        return [LOCAL]

    diagnostics = Diagnostics()
    before = time.monotonic()
    assert fetch(_wanted(), diagnostics, Network(resolve=resolve, seconds=0.2)) is None
    assert time.monotonic() - before < 1
    assert ["more than 0.2 seconds" in each.message for each in diagnostics] == [True]


def test_a_gigabyte_is_left_at_the_limit_and_not_kept() -> None:
    sent = 0

    def stream(connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        piece = b"x" * 2**20
        for _ in range(1024):
            connection.sendall(piece)
            sent += len(piece)

    tracemalloc.start()
    try:
        found = _fetched(stream, limit=8 * 2**20)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "more than 8 MiB" in found.message
    assert sent < 32 * 2**20
    assert most < 32 * 2**20


def test_a_length_above_the_limit_is_refused_before_the_body_is_read() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
    assert "more than" in _fetched(answer % 2**30).message
    assert "more than" in _fetched(answer % 10**30).message


def test_an_answer_without_content_type_is_refused() -> None:
    assert "states no content type" in _fetched(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage").message

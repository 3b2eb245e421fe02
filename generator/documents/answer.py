"""Reads the body of an answer, up to a bound."""

from __future__ import annotations

import zlib
from typing import Any

_CHUNK = 64 * 1024
_TYPES = frozenset(
    [
        "",
        "text/html",
        "text/plain",
        "text/markdown",
        "text/yaml",
        "text/x-yaml",
        "application/json",
        "application/octet-stream",
        "application/vnd.oai.openapi",
        "application/vnd.oai.openapi+json",
        "application/xhtml+xml",
        "application/x-yaml",
        "application/yaml",
    ]
)


class AnswerError(ValueError):
    """An answer that is refused; the message is a sentence's end."""


def read_body(response: Any, limit: int) -> bytes:
    """Return the body of an answer, unpacked; raise ``AnswerError`` where it is refused."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _TYPES:
        raise AnswerError(f"the content type is {kind[:80]!r}; expected HTML, text, JSON or YAML")
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise AnswerError(f"unsupported content encoding {encoding[:80]!r}; expected gzip or none")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if encoding.endswith("gzip") else None
    found = bytearray()
    try:
        for chunk in response.stream(_CHUNK, decode_content=False):
            found += unpack.decompress(chunk, limit + 1 - len(found)) if unpack is not None else chunk
            if len(found) > limit:
                raise AnswerError(f"more than {limit // 2**20} MiB")
    except zlib.error:
        raise AnswerError("the body is not valid gzip") from None
    if unpack is not None and (not unpack.eof or unpack.unused_data):
        raise AnswerError("the body is not one whole gzip file")
    return bytes(found)

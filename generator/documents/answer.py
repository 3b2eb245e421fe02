"""Reads the response of a server: the body, up to a limit, and the version of the document."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from typing import Any, NamedTuple

_CHUNK = 64 * 1024
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,200}"')
_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")


class FetchError(ValueError):
    """A document that cannot be fetched. The message is the end of a sentence."""


class TemporaryError(FetchError):
    """A fault that another attempt may avoid."""


class Version(NamedTuple):
    """A server's version of a document. Each field may be empty.

    Attributes:
        etag: The header ``ETag``.
        last_modified: The header ``Last-Modified``.
    """

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def from_headers(cls, headers: Any) -> Version:
        """Return the version in the headers of a response, without malformed values."""
        return cls(headers.get("ETag", ""), headers.get("Last-Modified", "")).in_standard_form()

    def in_standard_form(self) -> Version:
        """Return the version without malformed values, which a request must not repeat."""
        return Version(
            self.etag if _ETAG.fullmatch(self.etag) else "",
            self.last_modified if _DATE.fullmatch(self.last_modified) else "",
        )

    def conditions(self) -> dict[str, str]:
        """Return the headers of a request for any version but this one."""
        valid = self.in_standard_form()
        headers = {"If-None-Match": valid.etag, "If-Modified-Since": valid.last_modified}
        return {name: value for name, value in headers.items() if value}


NO_VERSION = Version()


def read_body(response: Any, media_types: Collection[str], limit: int) -> bytes:
    """Return the decompressed body of a response.

    Args:
        response: The response.
        media_types: The accepted content types.
        limit: The largest size in bytes, compressed and decompressed.

    Raises:
        FetchError: The content type or encoding is not accepted, or the body is too large or damaged.
    """
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type not in media_types:
        problem = f"the content type is {media_type[:80]!r}" if media_type else "the answer states no content type"
        raise FetchError(f"{problem}; the vendor's profile expects {' or '.join(sorted(media_types))}")
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(f"unsupported content encoding {encoding[:80]!r}; expected gzip or none")
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and (len(length) > 18 or int(length) > limit):
        raise FetchError(_too_large(limit))
    return _read_gzip(response, limit) if encoding.endswith("gzip") else _read_plain(response, limit)


def _read_plain(response: Any, limit: int) -> bytes:
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=False):
        body += chunk
        if len(body) > limit:
            raise FetchError(_too_large(limit))
    return bytes(body)


def _read_gzip(response: Any, limit: int) -> bytes:
    decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)
    body = bytearray()
    try:
        for chunk in response.stream(_CHUNK, decode_content=False):
            body += decompressor.decompress(chunk, limit + 1 - len(body))
            if len(body) > limit:
                raise FetchError(_too_large(limit))
    except zlib.error:
        raise FetchError("the body is not valid gzip") from None
    if not decompressor.eof:
        raise TemporaryError("the body is cut off")
    if decompressor.unused_data:
        raise FetchError("the body is not one gzip file")
    return bytes(body)


def _too_large(limit: int) -> str:
    return f"more than {limit // 2**20} MiB" if limit >= 2**20 else f"more than {limit:,} bytes"

"""Opens files, determines their kinds, and limits how much is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from .blocks import BLOCK
from .finding import BadInputError

LARGEST = {"json": 20_000_000, "yaml": 2_000_000}
"""Maximum size of a file that is read as a whole; smaller for YAML, where a byte can need a kilobyte of memory."""

STDIN = "<stdin>"

_KINDS = {".json": "json", ".jsonl": "lines", ".ndjson": "lines", ".yaml": "yaml", ".yml": "yaml"}
_BOM = b"\xef\xbb\xbf"


class Source(NamedTuple):
    """An open file: ``json``, ``lines`` or ``yaml``; its head without a byte order mark; its rest; its size, or 0.

    The kind ``is_guessed`` if the name does not say it.
    """

    kind: str
    head: bytes
    stream: BinaryIO
    size: int
    is_guessed: bool = False


@contextmanager
def opened(name: str) -> Iterator[Source]:
    """Open a file, or standard input for ``-``.

    Raises:
        BadInputError: The file cannot be read (``not-readable``).
    """
    try:
        stream = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 # closed below
        size = 0 if name == "-" else Path(name).stat().st_size
        head = stream.read(BLOCK).removeprefix(_BOM)
    except (OSError, ValueError) as error:
        # A ValueError for an impossible file name.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such file"
        raise BadInputError("not-readable", f"cannot be read: {reason}") from None
    try:
        named = _KINDS.get(Path(name).suffix.lower())
        yield Source(named or kind_of(head), head, stream, size, is_guessed=named is None)
    finally:
        if name != "-":
            stream.close()


def kind_of(head: bytes) -> str:
    """Return the kind of a file by its first lines, if its name has no known suffix."""
    lines = [line.strip() for line in head.split(b"\n") if line.strip()]
    if not lines or not lines[0].startswith((b"{", b"[")):
        return "yaml" if lines else "json"
    # One object per line: inside of a single object, no complete object is followed by another.
    is_lines = len(lines) > 1 and lines[0].startswith(b"{") and lines[0].endswith(b"}") and lines[1].startswith(b"{")
    return "lines" if is_lines else "json"


def whole(source: Source) -> bytes:
    """Return all bytes of a file.

    Raises:
        BadInputError: The file is too large (``too-large``).
    """
    largest = LARGEST[source.kind]
    data = source.head + source.stream.read(largest + 1 - len(source.head))
    if len(data) > largest:
        hint = "write one request per line, as .jsonl"
        raise BadInputError("too-large", f"the file has more than {largest:,} bytes", hint=hint)
    return data

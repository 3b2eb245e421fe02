"""Reads the bytes of regular files, up to a bound."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.strict_data.fault import DataError
from templates.connector_catalog.bounds import DOCUMENT

# A pipe without a writer must not block; Windows has no such flag and would translate line ends without the other.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_regular_file(path: Path, limit: int = DOCUMENT.bytes) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        DataError: ``not-readable`` if the file is missing or not a regular one, ``too-large`` if it is larger than
            ``limit`` bytes.
    """
    try:
        # Check the opened file itself: the path may name another file a moment later.
        descriptor = os.open(path, _FLAGS)
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                kind = next((name for test, name in _KINDS if test(mode)), "no regular file")
                raise DataError("not-readable", "", f"cannot read the file: it is {kind}; expected a regular file")
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                content = file.read(limit + 1)
        finally:
            os.close(descriptor)
    except OSError as fault:
        raise DataError("not-readable", "", f"cannot read the file: {fault.strerror}") from None
    except MemoryError:
        raise DataError("too-large", "", "cannot read the file: not enough memory") from None
    if len(content) > limit:
        raise DataError("too-large", "", f"the file is larger than {limit // 2**20} MiB")
    return content

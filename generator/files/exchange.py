"""Exchanges two paths in one call of the system, where it has one: Linux and macOS."""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path

_CURRENT_FOLDER = -100
"""``AT_FDCWD``: relative paths start at the working folder."""
_SWAP = 2
"""``RENAME_EXCHANGE`` of Linux, ``RENAME_SWAP`` of macOS."""

_Call = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> None:
    """Exchange two paths: no reader sees one of them missing.

    Raises:
        OSError: It failed, and both are as they were; or the system has no such call.
    """
    call = _system_call()
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    if call(os.fsencode(one), os.fsencode(other)):
        fault = ctypes.get_errno()
        raise OSError(fault, os.strerror(fault), str(other))


def can_exchange(folder: Path) -> bool:
    """Return whether folders can be exchanged on the file system of a folder, after trying it there."""
    one, other = folder / "one", folder / "other"
    for each in (one, other):
        each.mkdir()
    try:
        exchange(one, other)
    except OSError:
        return False
    else:
        return True
    finally:
        for each in (one, other):
            each.rmdir()


@functools.cache
def _system_call() -> _Call | None:
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_CURRENT_FOLDER, one, _CURRENT_FOLDER, other, _SWAP))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _SWAP))
    return None

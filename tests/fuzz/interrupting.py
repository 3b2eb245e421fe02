"""Stops a run at its n-th call of the file system: the call fails, or the process is killed before it."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

from generator.files import exchange

CALLS = ("open", "write", "fsync", "sync", "rename", "replace", "mkdir", "unlink", "link", "rmdir", "scandir", "chmod")
"""The functions of ``os`` that are counted, beside opening a file and exchanging two paths."""

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)

Act = Callable[[int, str], None]
"""Called before each call with its number, from 1, and its name."""


@contextlib.contextmanager
def counted(act: Act) -> Iterator[None]:
    """Call ``act`` before each call of the file system that this process makes."""
    done = 0

    def with_act(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            done += 1
            act(done, name)
            return function(*arguments, **options)

        return call

    places = [(os, name) for name in CALLS] + [(io, "open"), (exchange, "exchange")]
    before = [(module, name, getattr(module, name)) for module, name in places]
    for module, name, function in before:
        setattr(module, name, with_act(name, function))
    try:
        yield
    finally:
        for module, name, function in before:
            setattr(module, name, function)


def failing(number: int, error: int) -> Act:
    """Return what makes the call with this number fail."""

    def act(done: int, name: str) -> None:
        if done == number:
            raise OSError(error, os.strerror(error))

    return act


def killing(number: int) -> Act:
    """Return what kills the process before the call with this number, as nothing can prevent."""

    def act(done: int, name: str) -> None:
        if done == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return act

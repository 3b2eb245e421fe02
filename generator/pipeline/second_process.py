"""Runs a function in a second process while this process goes on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")


@contextmanager
def started(function: Callable[..., Result], *arguments: Any) -> Iterator[Callable[[], Result]]:
    """Start a function and yield a function that waits for its result.

    Arguments and result are pickled. If the process fails or cannot be started, the function is called again in this
    process, so that its errors are the same.

    Args:
        function: A function of a module.
        arguments: Its arguments.
    """
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=_end_with_parent) as pool:
        future: Future[Result] = pool.submit(function, *arguments)

        def result() -> Result:
            if future.exception() is not None:
                return function(*arguments)
            return future.result()

        try:
            yield result
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _end_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end this process when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)

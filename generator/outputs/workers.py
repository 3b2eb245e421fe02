"""Prints connectors in several processes.

The processes are forked from a server that loads the engine and nothing of the catalog, so that they stay small.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from generator.base_url import BaseUrl
from generator.context.fault import OutputError

if TYPE_CHECKING:
    from generator.outputs.printed import ConnectorFiles
    from generator.outputs.task import Task

_CHUNK = 500
"""The number of properties that are printed in one call of the engine: the memory of a process grows with it."""

_CONTEXT = multiprocessing.get_context("forkserver")
_ENGINE = ["datamodel_code_generator.parser.jsonschema", "datamodel_code_generator.model.pydantic_v2"]
"""Modules of the engine that it would import at the first call, in each process again."""
_CONTEXT.set_forkserver_preload(["generator.outputs.connector_files", *_ENGINE])


def load_engine(jobs: int) -> None:
    """Start to load the engine in the background, while the catalog is built."""
    if jobs > 1:
        # Ctrl-C reaches every process of the terminal. The mask is inherited: only this process answers, and ends them.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def printed(tasks: Sequence[Task], jobs: int, base_url: BaseUrl) -> Iterator[ConnectorFiles]:
    """Yield the outputs of connectors in order; the result does not depend on the number of processes.

    Raises:
        OutputError: A document's text would be printed as code (``unsafe-output``), two names collide, or a process
            has ended before its work (``worker-ended``).
    """
    chunks = list(_chunks(tasks))
    print_chunk = functools.partial(_print, base_url)
    if jobs < 2 or not chunks:
        for chunk in chunks:
            yield from print_chunk(chunk)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=_CONTEXT, initializer=_end_with_parent)
    try:
        for outputs in pool.map(print_chunk, chunks):
            yield from outputs
    except (BrokenProcessPool, EOFError):
        message = "a process that prints connectors could not be started or was ended; --jobs 1 needs no other process"
        raise OutputError("worker-ended", "", message) from None
    except BaseException:
        # Nobody waits for the running tasks.
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that gives it work is killed: it would wait for more for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGKILL)


def _chunks(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Yield tasks in order, in chunks of at most so many properties; a larger connector has its own chunk."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        count = 1 + sum(1 for _ in task.connector.paths())
        if chunk and size + count > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(task)
        size += count
    if chunk:
        yield chunk


def _print(base_url: BaseUrl, chunk: Sequence[Task]) -> list[ConnectorFiles]:
    # Imported here: a run that prints nothing does not load the engine.
    from generator.outputs.connector_files import connector_files

    return connector_files(chunk, base_url)

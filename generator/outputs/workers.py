"""Prints connectors in several processes.

The processes are forked from a server that loads the engine and nothing of the catalog, so that they stay small.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.outputs.connector_files import Task
    from generator.outputs.printed import ConnectorFiles

_CHUNK = 500
"""The number of properties that are printed in one call of the engine: the memory of a process grows with it."""

_CONTEXT = multiprocessing.get_context("forkserver")
_ENGINE = ["datamodel_code_generator.parser.jsonschema", "datamodel_code_generator.model.pydantic_v2"]
"""Modules of the engine that it would import at the first call, in each process again."""
_CONTEXT.set_forkserver_preload(["generator.outputs.connector_files", *_ENGINE])


def load_engine(jobs: int) -> None:
    """Start to load the engine in the background, while the catalog is built."""
    if jobs > 1:
        forkserver.ensure_running()


def printed(tasks: Sequence[Task], jobs: int) -> Iterator[ConnectorFiles]:
    """Yield the outputs of connectors in order; the result does not depend on the number of processes.

    Raises:
        OutputError: A document's text would be printed as code (``unsafe-output``), or two names collide.
    """
    chunks = list(_chunks(tasks))
    if jobs < 2 or not chunks:
        for chunk in chunks:
            yield from _print(chunk)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=_CONTEXT)
    try:
        for outputs in pool.map(_print, chunks):
            yield from outputs
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Yield tasks in order, in chunks of at most so many properties; a larger connector has its own chunk."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        connector = task[0]
        count = 1 + sum(1 for _ in connector.paths())
        if chunk and size + count > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(task)
        size += count
    if chunk:
        yield chunk


def _print(chunk: Sequence[Task]) -> list[ConnectorFiles]:
    # Imported here: a run that prints nothing does not load the engine.
    from generator.outputs.connector_files import connector_files

    return connector_files(chunk)

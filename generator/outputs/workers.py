"""The processes that print connectors. They are apart from the run that reads, so they hold nothing of its catalog."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from generator.catalog.connector import Connector
from generator.documents.store import Origin
from templates.connector_catalog.vendors import Vendor

if TYPE_CHECKING:
    from generator.outputs.printed import ConnectorFiles

_CHUNK = 16
_MODULE = "generator.outputs.connector_files"

Task = tuple[Connector, Vendor, Origin]


class Workers:
    """A pool that is started when it is asked for. Used as a context manager: at its end the processes end."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._starting: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        pool = self._started()
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def start(self) -> None:
        """Starts the processes, which load what they need while the caller goes on; none where one job is enough."""
        if self._starting is None and self._jobs > 1:
            self._starting = threading.Thread(target=self._start)
            self._starting.start()

    def _start(self) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([_MODULE])
        self._pool = ProcessPoolExecutor(self._jobs, mp_context=context)
        for _ in range(self._jobs):
            self._pool.submit(_load)

    def _started(self) -> ProcessPoolExecutor | None:
        if self._starting is not None:
            self._starting.join()
        return self._pool

    def printed(self, tasks: Sequence[Task]) -> Iterator[ConnectorFiles]:
        """What each connector is printed as, in order; by this process alone where there are few and none has started.

        Raises:
            OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
        """
        if len(tasks) > _CHUNK:
            self.start()
        pool = self._started() if tasks else None
        if pool is None:
            return map(_print, tasks)
        return pool.map(_print, tasks, chunksize=max(1, min(_CHUNK, len(tasks) // self._jobs)))


def _load() -> None:
    """Has the worker load the engine before there is anything to print."""
    import generator.outputs.connector_files  # noqa: F401


def _print(task: Task) -> ConnectorFiles:
    from generator.outputs.connector_files import connector_files

    return connector_files(*task)

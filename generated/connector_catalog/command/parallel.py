"""Validates blocks in several processes, in order, with a bounded number of pending blocks."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import chain, islice

from .blocks import Block
from .finding import BadInputError, Settings
from .lines import Examined, examine

_PENDING = 2
"""Pending blocks per process: the current one and the next, so that no process waits for the reader."""


def examine_all(blocks: Iterator[Block], settings: Settings, jobs: int) -> Iterator[Examined]:
    """Yield the result for each block, in order; blocks are consumed only as fast as they are validated.

    Raises:
        BadInputError: A process was terminated (``not-readable``).
    """
    first = list(islice(blocks, 2))
    if jobs == 1 or len(first) < 2:  # A single block is validated in this process.
        yield from (examine(block, settings) for block in chain(first, blocks))
        return
    pending: deque[Future[Examined]] = deque()
    executor = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        for block in chain(first, blocks):
            if len(pending) >= _PENDING * jobs:
                yield pending.popleft().result()
            pending.append(executor.submit(examine, block, settings))
        while pending:
            yield pending.popleft().result()
    except BrokenExecutor:
        # For example by the system, if memory runs out.
        bad = BadInputError("not-readable", "a process that validated it was terminated", hint="try --jobs 1")
    else:
        return
    finally:
        executor.shutdown(cancel_futures=True)
    raise bad


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal; the parent process terminates the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

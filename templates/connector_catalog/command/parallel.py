"""Examines blocks in several processes, in order, with a bounded number of them in flight."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import chain, islice

from .blocks import Block
from .finding import BadInputError, Settings
from .lines import Examined, examine

_WAITING = 2
"""Blocks per process that are in flight: one at work, and the next one, so that nobody waits for the reader."""


def examine_all(blocks: Iterator[Block], settings: Settings, jobs: int) -> Iterator[Examined]:
    """What is known of each block, in the blocks' order.

    Args:
        blocks: The blocks; taken only as fast as they are examined.
        settings: How payloads are validated.
        jobs: How many processes to use; a single block is not worth one.

    Raises:
        BadInputError: A process has been ended from outside (``not-readable``).
    """
    first = list(islice(blocks, 2))
    if jobs == 1 or len(first) < 2:
        yield from (examine(block, settings) for block in chain(first, blocks))
        return
    flying: deque[Future[Examined]] = deque()
    executor = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        for block in chain(first, blocks):
            if len(flying) >= _WAITING * jobs:
                yield flying.popleft().result()
            flying.append(executor.submit(examine, block, settings))
        while flying:
            yield flying.popleft().result()
    except BrokenExecutor:
        # Such as by the system, for want of memory.
        bad = BadInputError("not-readable", "a process that examined it has been ended", hint="try --jobs 1")
    else:
        return
    finally:
        executor.shutdown(cancel_futures=True)
    raise bad


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal; the one that started the others ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

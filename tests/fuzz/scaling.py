"""Time of every reader and of ``validate`` when the input grows tenfold: at most twelve times as much."""

from __future__ import annotations

import functools
import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from connector_catalog import validate

from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.pipeline.reading import read_records
from generator.profiles.profile import load_vendors
from tests.fuzz import synthetic
from tests.fuzz.report import Report

MOST = 12.0
"""How many times as long ten times as much may take."""
_RUNS = 3
_TRIES = 9

_VENDORS = load_vendors(Layout().vendors, Diagnostics())


def run(seed: int, count: int) -> Report:
    """Measure so many kinds of input, from the one that the seed names, and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        subjects = list(_subjects(Path(folder)))
        start = seed % len(subjects)
        chosen = (subjects[start:] + subjects[:start])[:count]
        failures = []
        for name, small, large in chosen:
            found = ratio(small, large)
            print(f"    {name:32}{found:>6.1f} times", flush=True)
            if found > MOST:
                failures.append(f"{name}: ten times as much takes {found:.1f} times as long")
    return Report(len(chosen), tuple(failures))


def ratio(small: Callable[[], object], large: Callable[[], object]) -> float:
    """Return how many times as long the larger input takes, of the shortest time of each.

    Where it is too long it is run again, because another process may have had the processor.
    """
    short = min(_seconds(small) for _ in range(_RUNS))
    long = float("inf")
    for _ in range(_TRIES):
        long = min(long, _seconds(large))
        if long <= MOST * short:
            break
        short = min(short, _seconds(small))
    return long / short


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def _subjects(folder: Path) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    for name, (file, write, size) in synthetic.DOCUMENTS.items():
        paths = [folder / f"{number}-{write.__name__}-{file}" for number in (1, 10)]
        for path, times in zip(paths, (1, 10), strict=True):
            path.write_text(write(size * times), encoding="utf-8")
        yield name, functools.partial(_read, paths[0]), functools.partial(_read, paths[1])
    for name, (make, size) in synthetic.PAYLOADS.items():
        check = functools.partial(validate, "fivetran", "iterable")
        yield name, functools.partial(check, make(size)), functools.partial(check, make(size * 10))


def _read(path: Path) -> None:
    reading = read_records(path, None, diagnostics := Diagnostics(), vendors=_VENDORS)
    if reading is None or not reading.records.rows:
        raise AssertionError([str(each) for each in diagnostics])

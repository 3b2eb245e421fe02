"""The time of ``convert`` against that of ``validate``."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connector_catalog import Entry, convert, validate

from tests.bench.bulk import filled_in
from tests.bench.conversion import converted_entries, other_vendors, payloads_of
from tests.bench.figure import Figure

_CONFIGURATIONS = 10_000


def figures() -> Iterator[Figure]:
    """Yield the time of ``convert`` against that of ``validate`` with all warnings, which the command prints, too."""
    name = f"convert of {_CONFIGURATIONS:,} configurations, against validate"
    every = [(each, payload, other_vendors(each)[0]) for each in converted_entries() for payload in payloads_of(each)]
    yield _speed(name, every, 3)
    # Those of the documents have placeholders, which deserve warnings; without any, a fast check is enough.
    filled = [(each, filled_in(payload), vendor) for each, payload, vendor in every]
    valid = [each for each in filled if not validate(each[0].vendor, each[0].type, each[1], warnings=True)]
    yield _speed(f"{name} where it accepts at once", valid, None)
    yield _commands([(payload, vendor) for _, payload, vendor in every])


def _speed(name: str, some: list[tuple[Entry, dict[str, Any], str]], most: float | None) -> Figure:
    work = list(itertools.islice(itertools.cycle(some), _CONFIGURATIONS))
    times_ = []
    for _ in range(2):
        # The first round makes the plans and imports the validators.
        start = time.process_time()
        for _, payload, vendor in work:
            convert(payload, to=vendor)
        middle = time.process_time()
        for entry, payload, _ in work:
            validate(entry.vendor, entry.type, payload, warnings=True)
        times_.append((middle - start, time.process_time() - middle))
    own, peer = times_[-1]
    return Figure(name, own / peer, "times", most, None, f"{own:.2f} s and {peer:.2f} s")


def _commands(some: list[tuple[dict[str, Any], str]]) -> Figure:
    vendor = some[0][1]
    requests = list(itertools.islice(itertools.cycle(payload for payload, to in some if to == vendor), _CONFIGURATIONS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "requests.jsonl")
        path.write_text("".join(f"{json.dumps(each)}\n" for each in requests), encoding="utf-8")
        own, peer = _seconds("convert", "--to", vendor, str(path)), _seconds("validate", str(path))
    name = f"connector-catalog convert of {_CONFIGURATIONS:,} requests, against connector-catalog validate"
    return Figure(name, own / peer, "times", 3, None, f"{own:.2f} s and {peer:.2f} s")


def _seconds(*arguments: str) -> float:
    """Run the command, whose status is 1 where a converted request lacks something; return the time that it takes."""
    start = time.perf_counter()
    ran = subprocess.run([sys.executable, "-m", "connector_catalog", *arguments], capture_output=True, check=False)
    if ran.returncode not in (0, 1):
        raise RuntimeError(f"the command has failed: {ran.stderr.decode()[-2000:]}")
    return time.perf_counter() - start

"""The time to import the package and one connector's model, of each vendor the one with the most classes too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from connector_catalog import entries
from connector_catalog.entry import Entry

from generator.paths import PACKAGE, PROJECT
from tests.bench.figure import Figure

_MODEL = "from connector_catalog.fivetran import PostgresConnection"
_EMPTY = "import pydantic\nclass Empty(pydantic.BaseModel): pass"
_TIMED = """
import time
{before}
start = time.perf_counter()
{measured}
print(time.perf_counter() - start)
"""


def figures() -> Iterator[Figure]:
    """Yield milliseconds, the best of several new processes."""
    yield Figure("import connector_catalog", _best("", "import connector_catalog"), "ms", 15.0)
    loaded = _run("import sys, connector_catalog\nprint(float('pydantic' in sys.modules))")
    yield Figure("whether that imports pydantic", loaded, "", 0)
    yield Figure("one connector's model, on top of pydantic with an empty model", _best(_EMPTY, _MODEL), "ms", 25.0)
    for vendor, entry in sorted(_largest().items()):
        imported = f"from connector_catalog.{vendor} import {entry.model}"
        yield Figure(f"the same for {vendor}'s largest, {entry.model}", _best(_EMPTY, imported), "ms", 25.0)
    detail = "includes what pydantic imports late for any model"
    yield Figure(
        "one connector's model, on top of `import pydantic`", _best("import pydantic", _MODEL), "ms", detail=detail
    )


def _largest() -> dict[str, Entry]:
    """Return the connector of each vendor whose module has the most classes."""
    found: dict[str, tuple[int, Entry]] = {}
    for entry in entries():
        text = (PROJECT / PACKAGE / entry.vendor / f"{entry.module}.py").read_text(encoding="utf-8")
        classes = text.count("\nclass ")
        if classes > found.get(entry.vendor, (0, entry))[0]:
            found[entry.vendor] = classes, entry
    return {vendor: entry for vendor, (_, entry) in found.items()}


def _best(before: str, measured: str) -> float:
    return min(_run(_TIMED.format(before=before, measured=measured)) for _ in range(7)) * 1000


def _run(script: str) -> float:
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=PROJECT, check=True, capture_output=True, text=True, env={"PYTHONPATH": "generated"}
    )
    return float(done.stdout)

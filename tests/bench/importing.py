"""The time to import the package and one connector's model."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from generator.paths import PROJECT
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
    detail = "includes what pydantic imports late for any model"
    yield Figure(
        "one connector's model, on top of `import pydantic`", _best("import pydantic", _MODEL), "ms", detail=detail
    )


def _best(before: str, measured: str) -> float:
    return min(_run(_TIMED.format(before=before, measured=measured)) for _ in range(7)) * 1000


def _run(script: str) -> float:
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=PROJECT, check=True, capture_output=True, text=True, env={"PYTHONPATH": "generated"}
    )
    return float(done.stdout)

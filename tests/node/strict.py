"""Prints how many schemas ajv does not compile in its strict mode: ``python -m tests.node.strict``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.paths import PACKAGE, PROJECT
from tests.node.tools import missing, run

SCHEMAS = PROJECT / PACKAGE / "schemas"


def files() -> list[Path]:
    """Return the files of all schemas: those of connectors, and the bundles of both dialects."""
    return sorted(path for path in SCHEMAS.rglob("*.json") if path != SCHEMAS / "catalog.json")


def faults(paths: Iterable[Path]) -> Iterator[str]:
    """Yield a line for each schema that ajv does not compile."""
    every = list(paths)
    questions = ({"file": str(path), "strict": True} for path in every)
    for path, told in zip(every, run("ajv.mjs", questions), strict=True):
        if told["fault"]:
            yield f"{path.relative_to(SCHEMAS)}: {told['fault']}"


def _main() -> int:
    if missing():
        sys.stderr.write(f"{missing()}\n")
        return 2
    every = files()
    found = list(faults(every))
    sys.stdout.write(
        "".join(f"{line}\n" for line in [*found, f"{len(found)} of {len(every):,} schemas do not compile"])
    )
    return bool(found)


if __name__ == "__main__":
    sys.exit(_main())

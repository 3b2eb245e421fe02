"""Prints the milliseconds of an editor's first check with each bundle: ``python -m tests.node.first_check``."""

from __future__ import annotations

import sys

from tests.node.editing import SCHEMAS, first_check
from tests.node.tools import missing

GOAL = 300
_RUNS = 7
_TEXTS = {
    "airbyte": "name: n\nworkspaceId: w\nconfiguration:\n  sourceType: postgres\n  host: h\n",
    "fivetran": "service: postgres\ngroup_id: g\nconfig:\n  host: h\n",
    "stitch": "type: platform.mysql\nproperties:\n  host: h\n",
}


def milliseconds(bundle: str) -> float:
    """Return the time until the problems of the first file are known, the best of several new processes."""
    text = _TEXTS[bundle.partition("-")[0]]
    return min(first_check(bundle, text) for _ in range(_RUNS))


def _main() -> int:
    if missing():
        sys.stderr.write(f"{missing()}\n")
        return 2
    for path in sorted(SCHEMAS.glob("*.json")):
        if "." not in path.stem and path.stem != "catalog":
            size = path.stat().st_size / 1e6
            sys.stdout.write(f"{path.stem}: {size:.2f} MB, {milliseconds(path.stem):.0f} ms (goal {GOAL})\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())

"""Runs the attack: ``python -m tests.fuzz [PART ...] [--count N] [--seed S]``."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from generator.paths import PROJECT
from tests.fuzz.registry import PARTS, load

# The parts import the package that is committed, also in processes of their own.
os.environ["PYTHONPATH"] = str(PROJECT / "generated")
sys.path.insert(0, os.environ["PYTHONPATH"])

_SAVED = PROJECT / ".fuzz"
_SHOWN = 20


def main() -> int:
    """Run the parts and print a line for each; the status is 1 where a case fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Attack the project.")
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []], help=f"of: {', '.join(PARTS)}")
    parser.add_argument("--count", type=int, help="cases of each part; by default what make fuzz runs")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    failed = False
    print(f"{'part':16}{'cases':>10}{'failures':>10}{'seconds':>10}", flush=True)
    for part in options.parts or PARTS:
        run = load(part)
        if run is None:
            print(f"{part:16}{'absent':>10}", flush=True)
            continue
        count = options.count or PARTS[part].cases
        start = time.perf_counter()
        report = run(options.seed, count)
        seconds = time.perf_counter() - start
        print(f"{part:16}{report.cases:>10,}{len(report.failures):>10,}{seconds:>10.1f}", flush=True)
        if report.failures:
            failed = True
            _show(part, report.failures, f"python -m tests.fuzz {part} --count {count} --seed {options.seed}")
    return int(failed)


def _show(part: str, failures: tuple[str, ...], command: str) -> None:
    """Print the first failures, and keep all of them with the command that finds them again."""
    path = Path(_SAVED, f"{part}.txt")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join((command, *failures)) + "\n", encoding="utf-8", errors="backslashreplace")
    for failure in failures[:_SHOWN]:
        print(f"    {failure.encode('ascii', 'backslashreplace').decode()}")
    if len(failures) > _SHOWN:
        print(f"    and {len(failures) - _SHOWN:,} more in {path.relative_to(PROJECT)}")
    print(f"    again: {command}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

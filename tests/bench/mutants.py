"""Prints the share of changes to the code that the tests notice: ``make mutants``.

``python -m tests.bench.mutants NAME ...`` makes those alone whose names match, such as ``generator.catalog.merge*``.
``python -m tests.bench.mutants --every 10`` makes every tenth change, which takes a tenth of the time.

mutmut changes the code of the catalog, the contexts and the constraints in one place after the other and runs the tests
that reach it. ``[tool.mutmut]`` in ``pyproject.toml`` names the code and the tests.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator

from generator.paths import PROJECT
from tests.bench.figure import Figure

_RESULT = re.compile(r"\s*(?P<name>(?P<module>[\w.]+)\.x\S*__mutmut_\d+): (?P<verdict>[\w ]+)")
_AREAS = ("generator.catalog", "generator.context", "templates.connector_catalog")
_ANY = "generator.catalog.nouns*"
"""A few mutants: mutmut names all when it has tried one."""
_NOT_TRIED = "not checked"
_NOTICED = ("killed", "timeout", "segfault")


def _mutmut(*arguments: str) -> str:
    call = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"mutmut {' '.join(arguments)} has failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def figures(results: str, sample: Collection[str] = ()) -> Iterator[Figure]:
    """Yield the share of the mutants in each area that the tests notice.

    Args:
        results: What ``mutmut results --all true`` prints; mutants that no run has tried do not count.
        sample: The names of the mutants that count; empty for all.
    """
    verdicts: dict[str, Counter[str]] = {area: Counter() for area in _AREAS}
    for match in _RESULT.finditer(results):
        area = next(each for each in _AREAS if match["module"].startswith(each))
        if match["verdict"] != _NOT_TRIED and (not sample or match["name"] in sample):
            verdicts[area][match["verdict"]] += 1
    for area, counts in verdicts.items():
        noticed = sum(counts[verdict] for verdict in _NOTICED)
        detail = f"{noticed:,} of {counts.total():,}" if counts else "none was tried"
        share = noticed / counts.total() if counts else None
        yield Figure(f"mutants in {area} that the tests notice", share, "", least=0.85, detail=detail)


def every(number: int, results: str) -> list[str]:
    """Return the names of every so many mutants in the results of mutmut, tried or not."""
    return [match["name"] for match in _RESULT.finditer(results)][::number]


def _results() -> str:
    return _mutmut("results", "--all", "true")


def main() -> None:
    """Run mutmut and print the figures; the status is 1 where one misses its goal."""
    parser = argparse.ArgumentParser(description="Print the share of changes to the code that the tests notice.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="the changes to make; without one, all")
    parser.add_argument("--every", type=int, metavar="N", help="make every N-th change alone")
    options = parser.parse_args()
    names, sample = options.names, []
    if options.every:
        _mutmut("run", _ANY)
        names = sample = every(options.every, _results())
    _mutmut("run", *names)
    results = _results()
    (PROJECT / "mutants" / "results.txt").write_text(results, encoding="utf-8")
    printed = list(figures(results, sample))
    for figure in printed:
        print(figure)
    print("mutants/results.txt lists the verdicts; `python -m mutmut show NAME` prints a change")
    sys.exit(any(not figure.reached for figure in printed))


if __name__ == "__main__":
    main()

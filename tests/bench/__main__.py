"""Prints every figure, or those of some modules: ``python -m tests.bench [MODULE ...]``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tests.bench import (
    adopting,
    agreement,
    bulk,
    conversion,
    conversion_speed,
    evidence,
    generating,
    importing,
    packaging,
    reading,
    secrecy,
    site,
    suggestions,
    system_links,
    upgrading,
    validating,
    whole_requests,
    whole_vendor,
)
from tests.bench.declarations import figures as declarations
from tests.bench.differences import figures as differences
from tests.bench.figure import Figure
from tests.bench.rounds import figures as rounds

_PARTS: tuple[Callable[[], Iterable[Figure]], ...] = (
    reading.figures,
    generating.figures,
    rounds.figures,
    declarations.figures,
    secrecy.figures,
    agreement.figures,
    whole_requests.figures,
    adopting.figures,
    conversion.figures,
    conversion_speed.figures,
    evidence.figures,
    suggestions.figures,
    system_links.figures,
    upgrading.figures,
    importing.figures,
    packaging.figures,
    site.figures,
    validating.figures,
    bulk.figures,
    differences.figures,
    whole_vendor.figures,
)


def main() -> None:
    """Prints each figure as it is measured; the status is 1 where one misses its goal."""
    missed = 0
    chosen = [each for each in _PARTS if not sys.argv[1:] or each.__module__.split(".")[2] in sys.argv[1:]]
    for part in chosen:
        for figure in part():
            print(figure, flush=True)
            missed += not figure.reached
    print(f"{missed} figures miss their goal" if missed else "every figure that could be measured reaches its goal")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()

"""``python -m tests.bench.declarations [--half 1|2]``: compare the rules with the declarations.

The first run on a half is stored for good; its figures are printed. Later runs also print the figures of the rules as
they are now, and list the differences.
"""

from __future__ import annotations

import argparse

from tests.bench.declarations.declared import declared
from tests.bench.declarations.figures import figures, figures_of
from tests.bench.declarations.first_run import LABELLED_HALF, compared, run, stored
from tests.bench.declarations.judgements import judgements
from tests.bench.declarations.labelled import labelled_compared

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.declarations", description=__doc__)
    parser.add_argument("--half", type=int, choices=(1, 2), help="run the rules on this half")
    half = parser.parse_args().half
    is_first = half is not None and stored(half) is None
    if is_first:
        run(half).save()
    for figure in figures():
        print(figure)
    if half is not None and not is_first:
        for figure in figures_of(run(half), f"half {half}, now"):
            print(figure)
        population = declared(half)
        decided = judgements()
        for each in compared(population):
            if each.is_difference:
                judgement = decided.get((each.kind, each.place), "")
                declaration = f"declared: {each.declared!r}{judgement}"
                print(f"{each.kind}: {each.verdict} at {each.place}: {each.found!r}; {declaration}")
        for kind, label, found, count in labelled_compared(population) if half == LABELLED_HALF else ():
            if not count.right:
                print(f"label, {kind} at {label.place}: {found!r}; labelled: {label.facts.get(kind)!r}")

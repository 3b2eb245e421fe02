"""The first run on a half, which is stored and never changes."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from generator.catalog.secrecy import is_secret_name, load_secrecy
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.serialize import dumps
from tests.bench.declarations.comparison import RULE, RULE_AND_TABLE, Compared, Tally, prose_compared, tallies
from tests.bench.declarations.declared import Declared, declared
from tests.bench.declarations.labelled import labelled_counts
from tests.bench.declarations.names import names_compared
from tests.bench.rounds.round import Count

FOLDER = Path(__file__).parent
LABELLED_HALF = 2


@dataclasses.dataclass(frozen=True)
class Run:
    """The counts of one run.

    Attributes:
        half: Of which half, 1 or 2.
        date: The day of the run.
        declarations: By kind, how many facts are declared as they were found.
        labels: By kind, how many labelled facts were found; empty for the half without labels.
    """

    half: int
    date: str
    declarations: Mapping[str, Tally]
    labels: Mapping[str, Count]

    def save(self) -> None:
        """Write the run to its file."""
        fields = {
            "date": self.date,
            "declarations": {kind: dataclasses.asdict(tally) for kind, tally in self.declarations.items()},
            "labels": {kind: dataclasses.asdict(count) for kind, count in self.labels.items()},
        }
        _path(self.half).write_text(dumps(fields), encoding="utf-8")


def stored(half: int) -> Run | None:
    """Return the first run on a half; ``None`` before it."""
    path = _path(half)
    if not path.is_file():
        return None
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Run(
        half,
        fields["date"],
        {kind: Tally(**each) for kind, each in fields["declarations"].items()},
        {kind: Count(**each) for kind, each in fields["labels"].items()},
    )


def run(half: int) -> Run:
    """Run the rules on a half."""
    population = declared(half)
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    counts = labelled_counts(population) if half == LABELLED_HALF else {}
    return Run(half, day, tallies(compared(population)), counts)


def compared(population: tuple[Declared, ...]) -> list[Compared]:
    """Return everything that is found or declared, of names and of descriptions."""
    secrecy = load_secrecy(Layout().secrecy, Diagnostics())
    return [
        *names_compared(population, RULE, is_secret_name),
        *names_compared(population, RULE_AND_TABLE, secrecy.is_secret),
        *prose_compared(population),
    ]


def _path(half: int) -> Path:
    return FOLDER / f"first-run-{half}.json"

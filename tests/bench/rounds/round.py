"""A round: its descriptions with their labels, and the result of the first run, which never changes."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.serialize import dumps

FOLDER = Path(__file__).parent


@dataclasses.dataclass(frozen=True)
class Label:
    """The facts labelled in one description; ``document`` is its path below ``shared/documents``."""

    document: str
    place: str
    facts: Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Count:
    """How many facts of one kind were found and are right, were found, and were labelled."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.labelled + other.labelled)


@dataclasses.dataclass(frozen=True)
class Round:
    """One vendor's part of a round.

    Attributes:
        name: The stem of its file, such as ``1-fivetran``.
        seed: The seed of the draw.
        date: The day of the first run; empty before it.
        labels: The labels, in the order of the draw.
        first_run: The counts of the first run by kind of fact; empty before it.
    """

    name: str
    seed: str
    date: str
    labels: tuple[Label, ...]
    first_run: Mapping[str, Count]

    def save(self) -> None:
        """Write the round to its file."""
        fields = {
            "seed": self.seed,
            "date": self.date,
            "firstRun": {kind: dataclasses.asdict(count) for kind, count in self.first_run.items()},
            "labels": [
                dataclasses.asdict(label) | {"facts": dict(sorted(label.facts.items()))} for label in self.labels
            ],
        }
        (FOLDER / f"{self.name}.json").write_text(dumps(fields), encoding="utf-8")


def load(path: Path) -> Round:
    """Read a round from its file."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Round(
        path.stem,
        fields["seed"],
        fields["date"],
        tuple(Label(**each) for each in fields["labels"]),
        {kind: Count(**each) for kind, each in fields["firstRun"].items()},
    )


def rounds() -> list[Round]:
    """Return all rounds, in the order of their names."""
    return [load(path) for path in sorted(FOLDER.glob("*.json"))]

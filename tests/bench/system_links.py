"""How many links between the vendors' properties are right: ``python -m tests.bench.system_links`` lists the others.

The labels were written from the documents before anybody looked at the links. A link that is wrong or missing stays a
miss: after the first run, this measures only that nothing gets worse.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from connector_catalog import systems

from tests.bench.figure import Figure

_LABELS = Path(__file__).with_suffix(".tsv")


class Label(NamedTuple):
    """The properties of another vendor that mean the same as one property; none if it has no counterpart."""

    system: str
    role: str
    vendor: str
    path: str
    other: str
    same: frozenset[str]

    @property
    def linked(self) -> frozenset[str]:
        """The properties of the other vendor that the catalog links to the property."""
        links = next(each for each in systems() if (each.name, each.role) == (self.system, self.role)).links
        own = [each.paths for each in links if self.path in each.paths.get(self.vendor, ())]
        return frozenset(path for paths in own for path in paths.get(self.other, ()))

    @property
    def is_right(self) -> bool:
        """Whether a link leads to one of the properties that mean the same."""
        return not self.linked.isdisjoint(self.same)


def labels() -> list[Label]:
    """Return the labels."""
    lines = [line.split("\t") for line in _LABELS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [Label(*line[:5], frozenset(line[5].split()) - {"-", "?"}) for line in lines]


def figures() -> Iterator[Figure]:
    """Yield precision and recall of the links."""
    linked = [each for each in labels() if each.linked]
    stated = [each for each in labels() if each.same]
    right = sum(each.is_right for each in linked)
    yield Figure(
        "links of properties that are right", right / len(linked), "of them", None, 0.97, f"{right} of {len(linked)}"
    )
    found = sum(each.is_right for each in stated)
    yield Figure(
        "properties of one meaning that are linked",
        found / len(stated),
        "of them",
        None,
        0.9,
        f"{found} of {len(stated)}",
    )


def main() -> None:
    """Print the figures, and each label that the links differ from."""
    for figure in figures():
        sys.stdout.write(f"{figure}\n")
    for each in labels():
        if (each.linked or each.same) and not each.is_right:
            same, linked = ", ".join(sorted(each.same)) or "-", ", ".join(sorted(each.linked)) or "-"
            place = f"{each.system} {each.vendor} {each.path}"
            sys.stdout.write(f"{place}: {each.other} label {same}, link {linked}\n")


if __name__ == "__main__":
    main()

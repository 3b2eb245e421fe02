"""How often the connector that is meant is suggested: ``python -m tests.bench.suggestions`` lists what is missed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from connector_catalog import UnknownConnectorError, find

from tests.bench.figure import Figure

_NAMES = Path(__file__).with_name("typed_names.tsv")


class Typed(NamedTuple):
    """What somebody typed: for which vendor, the text, and the ids that are meant; none where it means nothing."""

    vendor: str
    text: str
    meant: frozenset[str]

    @property
    def suggested(self) -> tuple[str, ...]:
        """What the package suggests; the id itself where the text is one."""
        try:
            return (find(self.vendor, self.text).type,)
        except UnknownConnectorError as unknown:
            return unknown.near


def typed_names() -> list[Typed]:
    """Return the list of what people type."""
    lines = [line.split("\t") for line in _NAMES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [Typed(vendor, text, frozenset(ids.split()) - {"-"}) for vendor, text, ids in lines]


def figures() -> Iterator[Figure]:
    """Yield how often the right connector is the first suggestion, one of three, and how often none is made rightly."""
    named = [each for each in typed_names() if each.meant]
    nothing = [each for each in typed_names() if not each.meant]
    first = sum(not each.meant.isdisjoint(each.suggested[:1]) for each in named)
    any_ = sum(not each.meant.isdisjoint(each.suggested) for each in named)
    none = sum(not each.suggested for each in nothing)
    for name, right, all_, least in (
        ("typed names whose connector is suggested first", first, len(named), 0.9),
        ("typed names whose connector is among three suggestions", any_, len(named), 0.95),
        ("texts that mean no connector and get no suggestion", none, len(nothing), 1.0),
    ):
        yield Figure(name, right / all_, "of them", None, least, f"{right} of {all_}")


def main() -> None:
    """Print the figures, and each text whose first suggestion is not meant."""
    for figure in figures():
        sys.stdout.write(f"{figure}\n")
    for each in typed_names():
        if each.suggested[:1] != () or each.meant:
            wrong = each.meant.isdisjoint(each.suggested[:1])
            sys.stdout.write(f"{each.vendor} {each.text!r}: {', '.join(each.suggested)}\n" if wrong else "")


if __name__ == "__main__":
    main()

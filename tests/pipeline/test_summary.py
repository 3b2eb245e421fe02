"""The last line of a run."""

from __future__ import annotations

import pytest

from generator.pipeline.summary import Summary
from generator.records.record import ConnectorRecord, PageRecords


def _summary(*types: str, rows: int = 0, unaccounted: int = 0) -> Summary:
    connectors = tuple(ConnectorRecord("source", type_, "X", "#x") for type_ in types)
    return Summary.of(PageRecords("acme", connectors, rows=rows, unaccounted=unaccounted))


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(), "0 documents, 0 connectors, 0 properties, 0 unaccounted"),
        (_summary("x", rows=1), "1 document, 1 connector, 1 property, 0 unaccounted"),
        (_summary("x", "y", rows=1234, unaccounted=5), "1 document, 2 connectors, 1,234 properties, 5 unaccounted"),
        (
            _summary("x", "y", rows=3, unaccounted=1) + _summary("y", "z", rows=4, unaccounted=2),
            "2 documents, 3 connectors, 7 properties, 3 unaccounted",
        ),
    ],
)
def test_the_line(summary: Summary, line: str) -> None:
    assert str(summary) == line


def test_connectors_of_another_role_or_vendor_are_others() -> None:
    others = PageRecords(
        "other", (ConnectorRecord("source", "x", "X", "#x"), ConnectorRecord("destination", "x", "X", ""))
    )

    assert len((_summary("x") + Summary.of(others)).connectors) == 3

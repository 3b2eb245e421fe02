"""What an earlier document lacks has a date."""

from __future__ import annotations

from generator.catalog.connector import Connector
from generator.catalog.history import History
from generator.catalog.passes.dates import date_entry
from tests.catalog.building import connector, prop, run

A, B = prop("a", "object", properties=[prop("inner")]), prop("b")


def _history(**documents: Connector | None) -> History:
    history = History()
    for name, each in documents.items():
        date = name.replace("in_", "").replace("_", "-")
        history = history.with_document("acme/page", date, [each] if each is not None else [])
    return history


def test_a_property_that_an_earlier_document_lacks_has_a_date() -> None:
    history = _history(in_2025_12=connector(A), in_2026_05=connector(A, B))
    properties = run(date_entry, connector(A, B), history=history).properties

    assert [each.since for each in properties] == [None, "2026-05"]


def test_nested_properties_have_dates() -> None:
    history = _history(in_2025_12=connector(prop("a", "object")), in_2026_05=connector(A))
    (found,) = run(date_entry, connector(A), history=history).properties

    assert (found.since, found.children[0].since) == (None, "2026-05")


def test_a_new_connector_has_a_date_and_its_properties_have_none() -> None:
    history = _history(in_2025_12=None, in_2026_05=connector(A, B))
    found = run(date_entry, connector(A, B), history=history).connector

    assert found.since == "2026-05"
    assert all(each.since is None for _, _, each in found.paths())


def test_what_the_only_document_has_has_no_date() -> None:
    history = _history(in_2026_05=connector(A, B))

    assert all(each.since is None for each in run(date_entry, connector(A, B), history=history).properties)

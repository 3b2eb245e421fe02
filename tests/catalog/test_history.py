"""The history: when connectors, properties and values first and last appeared."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.history import History, Span
from tests.catalog.building import KEY, connector, prop

DOCUMENT = "acme/api"
DATES = ("2024-01", "2025-09", "2026-05")


def history(*stated: tuple[str, list[dict[str, Any]]]) -> History:
    """The history of documents that state these properties on these dates."""
    found = History()
    for date, properties in stated:
        found = found.with_document(DOCUMENT, date, [connector(*properties)])
    return found


def mode(*values: Any) -> dict[str, Any]:
    return prop("mode", enum=list(values))


def test_nothing_is_known_before_the_first_document():
    found = History()
    assert found.first_seen(KEY) is None
    assert found.last_seen(KEY, "form", "mode") is None
    assert found.values(KEY, "form", "mode") == {}
    assert not found.gained_value(KEY, "form", "mode")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_the_order_in_which_documents_are_added_makes_no_difference(order: tuple[int, ...]):
    documents = [
        (DATES[0], [prop("host")]),
        (DATES[1], [prop("host"), mode("fast", "safe")]),
        (DATES[2], [mode("safe", "slow")]),
    ]
    found = history(*(documents[index] for index in order))
    assert (found.first_seen(KEY), found.last_seen(KEY)) == ("2024-01", "2026-05")
    assert (found.first_seen(KEY, "form", "host"), found.last_seen(KEY, "form", "host")) == ("2024-01", "2025-09")
    assert found.first_seen(KEY, "form", "mode") == "2025-09"
    assert found.values(KEY, "form", "mode") == {
        "fast": Span("2025-09", "2025-09"),
        "safe": Span("2025-09", "2026-05"),
        "slow": Span("2026-05", "2026-05"),
    }
    assert found.documents == {DOCUMENT: DATES}


def test_nested_properties_and_the_values_of_items_count():
    inner = prop("kind", "array", items={"type": "string", "enum": ["a", "b"]})
    found = history(("2026-05", [prop("reports", "array", items={"type": "object", "properties": [inner]})]))
    assert found.first_seen(KEY, "form", "reports.kind") == "2026-05"
    assert list(found.values(KEY, "form", "reports.kind")) == ["a", "b"]


def test_a_fixed_value_counts_and_one_is_not_true():
    found = history(("2025-09", [prop("flag", const=True)]), ("2026-05", [prop("flag", const=1)]))
    known = found.connectors[KEY].properties["form", "flag"].values
    assert known == {"true": Span("2025-09", "2025-09"), "1": Span("2026-05", "2026-05")}


def test_the_same_document_again_changes_nothing():
    once = history(("2026-05", [mode("fast")]))
    assert once.with_document(DOCUMENT, "2026-05", [connector(mode("fast"))]) == once


def test_a_value_that_a_later_document_adds_is_gained():
    assert history(("2025-09", [mode("fast")]), ("2026-05", [mode("fast", "safe")])).gained_value(KEY, "form", "mode")


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param([("2026-05", [mode("fast", "safe")])], id="one document"),
        pytest.param([("2025-09", [mode("fast", "safe")]), ("2026-05", [mode("fast")])], id="a value is gone"),
        pytest.param([("2025-09", [prop("host")]), ("2026-05", [mode("fast", "safe")])], id="the property is new"),
        pytest.param([("2025-09", [prop("mode")]), ("2026-05", [mode("fast", "safe")])], id="the list is new"),
        pytest.param(
            [("2024-01", [mode("fast")]), ("2025-05", [mode("fast", "safe")]), ("2026-05", [mode("fast", "safe")])],
            id="more than a year ago",
        ),
    ],
)
def test_a_list_that_has_gained_nothing(documents: list[tuple[str, list[dict[str, Any]]]]):
    assert not history(*documents).gained_value(KEY, "form", "mode")


def test_the_year_is_counted_from_the_vendors_latest_document():
    found = history(("2024-01", [mode("fast")]), ("2025-04", [mode("fast", "safe")]))
    assert found.gained_value(KEY, "form", "mode")
    other = found.with_document("acme/other", "2026-05-31", [])
    assert not other.gained_value(KEY, "form", "mode")
    assert found.with_document("acme2/api", "2026-05-31", []).gained_value(KEY, "form", "mode")

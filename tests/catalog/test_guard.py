"""A catalog that has lost something is refused."""

from __future__ import annotations

import pytest

from generator.catalog.connector import Connector
from generator.catalog.guard import report_removals
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, connector, prop


def _reported(old: list[Connector], new: list[Connector]) -> list[tuple[str, str]]:
    diagnostics = Diagnostics()
    report_removals(old, new, diagnostics)
    assert all(found.level is Level.ERROR for found in diagnostics)
    assert all(found.message.endswith("--accept-removals accepts the removal") for found in diagnostics)
    return [(found.code, found.subject) for found in diagnostics]


def test_removed_connectors_are_named() -> None:
    old = [connector(prop("a")), connector(type="y")]

    assert _reported(old, []) == [("removed-connector", KEY), ("removed-connector", "acme/source/y")]


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ([], "connector"),
        ([connector(prop("a"), status="listed")], "description of the connector"),
        ([connector()], "property"),
    ],
)
def test_the_message_states_what_is_gone(new: list[Connector], what: str) -> None:
    diagnostics = Diagnostics()
    report_removals([connector(prop("a"))], new, diagnostics)
    (error,) = diagnostics

    assert error.message.startswith(f"the {what} is in the catalog, but no longer in the documents;")
    assert error.place == ""


def test_a_connector_that_stays_listed_is_not_removed() -> None:
    assert _reported([connector(status="listed")], [connector(status="listed")]) == []


def test_removed_property_is_named_with_its_step() -> None:
    old = connector(prop("a"), prop("b"))

    assert _reported([old], [connector(prop("a"))]) == [("removed-property", f"{KEY} form.b")]


def test_removed_nested_property_is_named_with_its_path() -> None:
    old = connector(prop("a", "object", properties=[prop("b"), prop("c")]))
    new = connector(prop("a", "object", properties=[prop("b")]))

    assert _reported([old], [new]) == [("removed-property", f"{KEY} form.a.c")]


def test_every_removed_property_is_named() -> None:
    assert len(_reported([connector(prop("a"), prop("b"))], [connector()])) == 2


def test_a_part_that_shrinks_to_a_name_counts_as_removed() -> None:
    documented, listed = connector(), connector(status="listed")

    assert _reported([documented], [listed]) == [("removed-connector", KEY)]


@pytest.mark.parametrize(
    "new",
    [
        [connector(prop("a"))],
        [connector(prop("a"), prop("b"))],
        [connector(prop("a")), connector(prop("a"), type="y")],
        [connector(prop("a", "integer"), name="Renamed")],
    ],
)
def test_what_is_kept_added_or_changed_is_not_removed(new: list[Connector]) -> None:
    assert _reported([connector(prop("a"))], new) == []


def test_a_name_that_gets_its_part_is_not_removed() -> None:
    assert _reported([connector(status="listed")], [connector()]) == []


def test_a_property_that_moves_to_another_step_is_removed_from_the_first() -> None:
    moved = Connector.model_validate(connector().to_json() | {"steps": [{"name": "oauth", "properties": [prop("a")]}]})

    assert _reported([connector(prop("a"))], [moved]) == [("removed-property", f"{KEY} form.a")]

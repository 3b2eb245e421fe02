"""A catalog that has lost something is refused."""

from __future__ import annotations

import pytest

from generator.catalog.connector import Connector, Role
from generator.catalog.envelope import Envelope
from generator.catalog.guard import report_lost_envelopes, report_removals
from generator.catalog.property import Property
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
    assert error.place == "catalog/connectors/acme/source/x.json"


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


def _envelope(*properties: Property, role: Role = "source") -> Envelope:
    return Envelope(vendor="acme", role=role, name="Acme", properties=properties)


def _lost(old: list[Envelope], new: list[Envelope], document: str = "") -> list[str]:
    diagnostics = Diagnostics()
    report_lost_envelopes(old, new, diagnostics, document)
    assert all(found.message.endswith("--accept-removals accepts the removal") for found in diagnostics)
    return [f"{found.code} {found.subject} {found.place}".strip() for found in diagnostics]


PLACE = "catalog/envelopes/acme.json"


def test_properties_that_an_envelope_has_lost_are_named() -> None:
    old = [_envelope(prop("name"), prop("group", "object", properties=[prop("id"), prop("label")]))]
    new = [_envelope(prop("group", "object", properties=[prop("label")]), prop("more"))]

    assert _lost(old, old) == []
    assert _lost(old, new) == [
        f"removed-property acme/source/request.envelope name {PLACE}",
        f"removed-property acme/source/request.envelope group.id {PLACE}",
    ]


def test_a_lost_envelope_is_named_once() -> None:
    source, destination = _envelope(prop("a"), prop("b")), _envelope(prop("a"), role="destination")

    assert _lost([source, destination], [destination]) == [f"removed-envelope acme/source/request.envelope {PLACE}"]
    assert _lost([_envelope()], []) == []


def test_what_another_document_states_about_an_envelope_is_not_lost_with_one() -> None:
    both, one = ([{"document": name} for name in names] for names in (("acme/old", "acme/new"), ("acme/new",)))
    old = [_envelope(prop("a", sources=both), prop("b", sources=one))]

    assert _lost(old, [_envelope()], "acme/new") == ["removed-property acme/source/request.envelope b"]
    assert _lost(old, [], "acme/old") == []

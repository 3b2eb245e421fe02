"""Descriptions in this project's own words."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.context import Context, Knowledge
from generator.catalog.glossary import Glossary
from generator.catalog.passes.descriptions import describe
from generator.diagnostics import Diagnostics
from tests.catalog.building import KEY, Fields, Ran, connector, envelope, profile, prop, run

SCOPES = [KEY, "acme/source", "acme", "*"]


def _ran(entries: dict[str, Any], *properties: Fields) -> Ran:
    return run(describe, connector(*properties), glossary=Glossary(entries))


def _descriptions(entries: dict[str, Any], *properties: Fields) -> list[str | None]:
    return [each.description for _, _, each in _ran(entries, *properties).connector.paths()]


@pytest.mark.parametrize("narrowest", range(len(SCOPES)))
def test_the_narrowest_scope_wins(narrowest: int) -> None:
    entry = {scope: f"Text of {scope}." for scope in reversed(SCOPES[narrowest:])}

    assert _descriptions({"a": entry}, prop("a")) == [f"Text of {SCOPES[narrowest]}."]


@pytest.mark.parametrize("other", ["acme/source/y", "acme/destination", "other"])
def test_another_scope_does_not_count(other: str) -> None:
    assert _descriptions({"a": {other: "Theirs.", "*": "Everybody's."}}, prop("a")) == ["Everybody's."]


def test_one_sentence_is_for_all() -> None:
    assert _descriptions({"a": "Sentence."}, prop("a")) == ["Sentence."]


def test_the_connector_s_name_is_filled_in() -> None:
    assert _descriptions({"a": "Key of {name}."}, prop("a")) == ["Key of X."]


def test_the_path_of_a_nested_property_wins_over_its_name() -> None:
    nested = prop("a", "object", properties=[prop("b"), prop("c")])

    found = _descriptions({"a": "A.", "a.b": "Of the path.", "b": "Of the name.", "c": "C."}, nested)

    assert found == ["A.", "Of the path.", "C."]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (prop("start_date"), "Text for start date."),
        (prop("max-rows", "integer"), "Whole number for max rows."),
        (prop("ratio", "number"), "Number for ratio."),
        (prop("ssl", "boolean"), "Switch for ssl."),
        (prop("ids", "array"), "List for ids."),
        (prop("tunnel", "object"), "Group of properties for tunnel."),
        (prop("nothing", "null"), "Value for nothing."),
        (prop("both", ["integer", "string"]), "Whole number for both."),
        ({"name": "any"}, "Value for any."),
    ],
)
def test_a_property_without_an_entry_has_a_plain_description(fields: Fields, text: str) -> None:
    assert _descriptions({}, fields) == [text]


def test_the_document_s_words_are_replaced() -> None:
    assert _descriptions({}, prop("a", description="The vendor's words.")) == ["Text for a."]


def test_listed_values_have_meanings() -> None:
    entries = {"a=x": "The {name} way.", "a=3": {"other": "Not this.", "acme": "Three."}, "b=x": "Not this."}
    (found,) = _ran(entries, prop("a", None, enum=["x", "y", 3])).properties

    assert found.meanings == {"x": "The X way.", "3": "Three."}


def test_listed_values_of_items_have_meanings_too() -> None:
    items = {"type": "string", "enum": ["x", "y"]}
    (found,) = _ran({"a=x": "The {name} way.", "a=z": "No value."}, prop("a", "array", items=items)).properties

    assert found.meanings == {"x": "The X way."}


def test_meanings_that_the_document_states_stay_where_the_glossary_has_none() -> None:
    (found,) = _ran({}, prop("a", enum=["x"], meanings={"x": "Theirs."})).properties

    assert found.meanings == {"x": "Theirs."}
    assert _ran({}, prop("a", enum=["x"])).properties[0].meanings is None


def test_the_entries_that_are_used_are_counted() -> None:
    nested = prop("a", "object", properties=[prop("b")])
    entries = {"a": "A.", "b": "B.", "z": "Z.", "c": {"other": "C."}, "c=x": "X."}
    usage = _ran(entries, nested, prop("c", enum=["x"])).context.usage

    assert usage.glossary == {"a", "b", "c=x"}
    assert usage.described == 2
    assert Glossary(entries).unused(usage.glossary) == ["c", "z"]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"acme": "Service of {name}.", "*": "Other."}, "Service of Acme."),
        ({"acme/destination": "Other role.", "acme": "Both roles.", "acme/source": "Its role."}, "Its role."),
        ({"acme/source/request.envelope": "Envelope.", "acme/source": "Its role."}, "Envelope."),
        ({KEY: "Connector.", "*": "Any."}, "Any."),
    ],
)
def test_envelopes_are_described_in_their_scopes(entry: dict[str, str], text: str) -> None:
    context = Context(Knowledge(glossary=Glossary({"kind": entry})), Diagnostics())

    assert describe(envelope(prop("kind")), context).properties[0].description == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [("acme-big-db", "Of the system."), ("big_db", "Of the system."), ("big-db-acme-", "Of the vendor.")],
)
def test_one_system_is_described_for_all_vendors(type_: str, text: str) -> None:
    entry = {"system/big_db": "Of the system.", "acme/source": "Of the vendor."}
    roles = {"source": profile().roles["source"].model_copy(update={"id_prefix": "acme-"})}
    profiles = {"acme": profile().model_copy(update={"roles": roles})}
    found = run(describe, connector(prop("a"), type=type_), glossary=Glossary({"a": entry}), profiles=profiles)

    assert found.properties[0].description == text


def test_an_envelope_is_of_no_system() -> None:
    entry = {"system/request.envelope": "Of a system.", "*": "Any."}
    context = Context(Knowledge(glossary=Glossary({"kind": entry})), Diagnostics())

    assert describe(envelope(prop("kind")), context).properties[0].description == "Any."

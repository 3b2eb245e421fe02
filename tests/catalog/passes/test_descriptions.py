"""Descriptions in this project's own words."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.context import Context, Knowledge
from generator.catalog.decisions import Decisions, Link, RoleDecisions, SystemDecisions
from generator.catalog.glossary import Glossary
from generator.catalog.passes.descriptions import describe
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, Fields, Ran, connector, envelope, prop, run

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
    ran = _ran({}, fields)

    assert [each.description for _, _, each in ran.connector.paths()] == [text]
    assert [(each.level, each.code, each.subject) for each in ran.context.diagnostics] == [
        (Level.NOTE, "undescribed", f"{KEY} {fields['name']}")
    ]
    assert not list(_ran({"*": "x", str(fields["name"]): "It is."}, fields).context.diagnostics)


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


def _decisions(*links: Link, common: tuple[Link, ...] = ()) -> Decisions:
    decided = RoleDecisions({"acme": ("x",), "other": ("y",)}, links=links)
    systems = {"big": SystemDecisions("big", "Big", {"source": decided})}
    return Decisions(systems, {"source": RoleDecisions(links=common)})


def _of_system(
    entries: dict[str, Any], decisions: Decisions, *properties: Fields, type_: str = "x"
) -> list[str | None]:
    found = run(describe, connector(*properties, type=type_), glossary=Glossary(entries), decisions=decisions)
    return [each.description for _, _, each in found.connector.paths()]


@pytest.mark.parametrize(("type_", "text"), [("x", "Of the system."), ("big", "Of the vendor.")])
def test_one_system_is_described_for_all_vendors(type_: str, text: str) -> None:
    entry = {"system/big": "Of the system.", "acme/source": "Of the vendor."}

    assert _of_system({"a": entry}, _decisions(), prop("a"), type_=type_) == [text]


LINK = Link({"acme": ("a",), "other": ("group.b", "list[].c")})


@pytest.mark.parametrize("key", ["b", "group.b", "c", "list.c"])
@pytest.mark.parametrize("common", [True, False])
def test_an_entry_of_a_system_describes_what_other_vendors_call_it(key: str, common: bool) -> None:
    decisions = _decisions(common=(LINK,)) if common else _decisions(LINK)
    entries = {key: {"system/big": "Of {name}."}, "a": {"acme": "Of the vendor."}}

    assert _of_system(entries, decisions, prop("a")) == ["Of X."]


@pytest.mark.parametrize("scope", [KEY, "system/big"])
def test_an_entry_under_the_property_s_own_name_is_narrower(scope: str) -> None:
    entries = {"b": {"system/big": "Of another name."}, "a": {scope: "Of its own name."}}

    assert _of_system(entries, _decisions(LINK), prop("a")) == ["Of its own name."]


@pytest.mark.parametrize("entry", [{"*": "Of any.", "other": "Of the other vendor."}, "Of any."])
def test_other_entries_of_another_name_do_not_count(entry: Any) -> None:
    assert _of_system({"b": entry}, _decisions(LINK), prop("a")) == ["Text for a."]


def test_what_a_system_decides_wins_over_what_is_common() -> None:
    own, common = Link({"acme": ("a",), "other": ("b",)}), Link({"acme": ("a",), "other": ("c",)})
    entries = {"c": {"system/big": "Common."}, "b": {"system/big": "Own."}}

    assert _of_system(entries, _decisions(own, common=(common,)), prop("a")) == ["Own."]
    assert _of_system(entries | {"b": "Any."}, _decisions(own, common=(common,)), prop("a")) == ["Text for a."]


def test_an_envelope_is_of_no_system() -> None:
    entry = {"system/request.envelope": "Of a system.", "*": "Any."}
    context = Context(Knowledge(glossary=Glossary({"kind": entry})), Diagnostics())

    assert describe(envelope(prop("kind")), context).properties[0].description == "Any."

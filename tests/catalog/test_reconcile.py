"""The example of a step against its table: both stand, and the difference is a diagnostic."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.catalog.connector import Connector, Property
from generator.catalog.reconcile import reconcile
from generator.context.schema import schema_context
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, Facts, codes, connector, prop
from tests.vendors import shape

PLACE = "#x/code[1]"


def _reconciled(*properties: Facts, example: Facts) -> tuple[Connector, Diagnostics]:
    found, diagnostics = connector(*properties, examples=[example]), Diagnostics("stitch/page")
    reconcile([found], {f"{KEY} form": PLACE}, diagnostics)
    return found, diagnostics


def _first(found: Connector) -> Property:
    return found.steps[0].properties[0]


def test_example_that_agrees_changes_nothing() -> None:
    found, diagnostics = _reconciled(prop("a", requirement="required"), example={"a": "x"})

    assert found == connector(prop("a", requirement="required"), examples=[{"a": "x"}])
    assert list(diagnostics) == []


def test_type_is_widened_by_what_the_example_shows() -> None:
    found, diagnostics = _reconciled(prop("port", "integer"), example={"port": "3306"})

    assert _first(found).type == ["integer", "string"]
    assert "type" in (_first(found).inferred or [])
    (warning,) = diagnostics
    assert (warning.level, warning.code, warning.place) == (Level.WARNING, "example-type", PLACE)
    assert warning.subject == f"{KEY} form.port"


@pytest.mark.parametrize(("declared", "shown"), [("number", 3), (["integer", "string"], "1"), (None, "x")])
def test_type_that_holds_the_example_stays(declared: Any, shown: Any) -> None:
    found, diagnostics = _reconciled(prop("a", declared), example={"a": shown})

    assert _first(found).type == declared
    assert list(diagnostics) == []


def test_value_that_is_not_listed_is_taken_as_one_more() -> None:
    found, diagnostics = _reconciled(prop("a", enum=["x"]), example={"a": "y"})

    assert _first(found).enum == ["x", "y"]
    assert codes(diagnostics) == ["example-value"]


def test_name_that_is_not_in_the_table_is_taken_over() -> None:
    found, diagnostics = _reconciled(prop("a"), example={"a": "x", "b": 1})
    added = found.steps[0].properties[1]

    assert (added.name, added.type, added.inferred) == ("b", "integer", ["name", "type"])
    assert added.sources[0].place == PLACE
    assert codes(diagnostics) == ["not-in-table"]


def test_example_without_a_required_property_is_set_aside() -> None:
    found, diagnostics = _reconciled(prop("a", requirement="required"), prop("b"), example={"b": "x"})

    assert "examples" not in found.to_json()["steps"][0]
    assert codes(diagnostics) == ["example-incomplete"]


def test_step_whose_example_was_set_aside_can_still_be_printed() -> None:
    found, _ = _reconciled(prop("a", requirement="required"), example={})

    assert "examples" not in schema_context(shape(found), "").body


def test_another_example_of_the_step_is_kept() -> None:
    found = connector(prop("a", requirement="required"), examples=[{}, {"a": "x"}])
    reconcile([found], {}, Diagnostics())

    assert found.steps[0].examples == [{"a": "x"}]


def test_nested_differences_name_their_path() -> None:
    table = prop("o", "object", properties=[prop("b", "integer")])
    found, diagnostics = _reconciled(table, example={"o": {"b": "x", "c": True}})

    assert [each.to_json()["type"] for each in _first(found).children] == [["integer", "string"], "boolean"]
    assert [each.subject for each in diagnostics] == [f"{KEY} form.o.b", f"{KEY} form.o.c"]


def test_every_object_of_a_list_is_looked_at() -> None:
    table = prop("l", "array", items={"type": "object", "properties": [prop("b", "integer")]})
    found, _ = _reconciled(table, example={"l": [{"b": 1}, {"b": "x"}]})

    assert _first(found).children[0].type == ["integer", "string"]


def test_items_of_a_list_that_the_table_only_names_are_what_the_example_shows() -> None:
    found, _ = _reconciled(prop("l", "array"), example={"l": ["a", 1]})

    assert found.to_json()["steps"][0]["properties"][0]["items"] == {"type": ["string", "integer"]}
    assert _first(found).inferred == ["items"]


def test_an_empty_list_says_nothing_about_its_items() -> None:
    found, _ = _reconciled(prop("l", "array"), example={"l": []})

    assert _first(found).items is None


def test_reconciling_twice_finds_nothing_more() -> None:
    found, _ = _reconciled(prop("a", "integer", enum=[1]), example={"a": "x", "b": ["y"]})
    again = Diagnostics()
    reconcile([found], {}, again)

    assert list(again) == []


# The vendor's own example must be accepted: tables and examples that differ in every way that has been thought of.
DIFFERENT = {
    "null for a text": (prop("a"), {"a": None}),
    "true among numbers": (prop("a", "integer", enum=[1]), {"a": True}),
    "zero among switches": (prop("a", "boolean", enum=[False]), {"a": 0}),
    "another item": (prop("a", "array", items={"type": "string"}), {"a": [1]}),
    "item that is not listed": (prop("a", "array", items={"type": "string", "enum": ["x"]}), {"a": ["y"]}),
    "values listed for a list": (prop("a", "array", enum=["x", "y"]), {"a": ["x"]}),
    "text for an object": (prop("a", "object", properties=[prop("b")]), {"a": "x"}),
    "text in a list of objects": (
        prop("a", "array", items={"type": "object", "properties": [prop("b")]}),
        {"a": ["x"]},
    ),
    "object for a list": (prop("a", "array", items={"type": "object", "properties": [prop("b")]}), {"a": {"b": "x"}}),
    "list for an object": (prop("a", "object", properties=[prop("b")]), {"a": [{"b": "x"}]}),
    "nothing in a nested object": (prop("a", "object", properties=[prop("b", requirement="required")]), {"a": {}}),
    "listed value of another type": (prop("a", "string", enum=["1"]), {"a": 1}),
    "object for a text": (prop("a"), {"a": {"b": 1}}),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_the_schema_accepts_each_example_that_is_kept(name: str) -> None:
    table, example = DIFFERENT[name]
    found, diagnostics = _reconciled(table, example=example)
    schema = schema_context(shape(found), "").body
    kept = schema.get("examples", [])

    Draft202012Validator.check_schema(schema)
    assert [fault.message for each in kept for fault in Draft202012Validator(schema).iter_errors(each)] == []
    assert len(diagnostics) > 0


SCALARS = st.sampled_from(["x", "y", 1, 2.5, True])
TABLES = st.lists(
    st.builds(
        prop,
        st.sampled_from("abcd"),
        st.sampled_from(["string", "integer", "boolean", "array", "object", ["integer", "string"], None]),
        st.sampled_from(["required", "optional", None]),
    ),
    unique_by=lambda facts: facts["name"],
    max_size=4,
)
SHOWN = st.dictionaries(
    st.sampled_from("abcd"),
    SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.just("k"), SCALARS),
    max_size=4,
)


@given(TABLES, SHOWN)
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_table_takes_its_example_or_sets_it_aside(table: list[Facts], example: Facts) -> None:
    found, diagnostics = _reconciled(*table, example=example)
    if "example-incomplete" in codes(diagnostics):
        return

    assert Draft202012Validator(schema_context(shape(found), "").body).is_valid(example)

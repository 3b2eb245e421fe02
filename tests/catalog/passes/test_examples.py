"""The examples of a step against its properties: both are used, and the difference is a warning."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.catalog.connector import Connector
from generator.catalog.passes.examples import accept_examples
from generator.context.json_schema.connector import schema_context
from generator.diagnostics import Level
from tests.catalog.building import KEY, SOURCE, Fields, Ran, connector, prop, run
from tests.vendors import shape

PLACE = "#x/code[1]"


def _accepted(*properties: Fields, example: Fields) -> Ran:
    found = connector(*properties, examples=[example])
    return run(accept_examples, found, {f"{KEY} form": PLACE})


def _schema(found: Connector) -> dict[str, Any]:
    return schema_context(shape(found.with_fields(vendor="stitch")), "").body


def _warnings(found: Ran) -> list[tuple[str, str, str]]:
    assert all(each.level is Level.WARNING for each in found.context.diagnostics)
    return [(each.code, each.place, each.subject) for each in found.context.diagnostics]


def test_an_example_that_agrees_changes_nothing() -> None:
    found = _accepted(prop("a", requirement="required"), example={"a": "x"})

    assert found.connector == connector(prop("a", requirement="required"), examples=[{"a": "x"}])
    assert found.lines == []


def test_the_type_is_widened_by_what_the_example_shows() -> None:
    found = _accepted(prop("port", ["integer", "null"]), example={"port": "many"})

    assert found.json == [prop("port", ["integer", "null", "string"], inferred=["type"])]
    assert _warnings(found) == [("example-type", PLACE, f"{KEY} form.port")]
    assert "the declared type is integer or null, the example shows string" in found.lines[0]


@pytest.mark.parametrize(("declared", "shown"), [("number", 3), (["integer", "string"], "1"), (None, "x")])
def test_a_type_that_accepts_the_example_stays(declared: Any, shown: Any) -> None:
    found = _accepted(prop("a", declared), example={"a": shown})

    assert found.json[0].get("type") == declared
    assert found.lines == []


def test_a_value_that_is_not_listed_is_added() -> None:
    found = _accepted(prop("a", enum=["x"]), example={"a": "y"})

    assert found.json == [prop("a", enum=["x", "y"], enumOpen=True, inferred=["enum", "enumOpen"])]
    assert _warnings(found) == [("example-value", PLACE, f"{KEY} form.a")]
    assert "'y'" in found.lines[0]


def test_a_listed_value_stays_once() -> None:
    found = _accepted(prop("a", enum=["x", "y"]), example={"a": "y"})

    assert found.json == [prop("a", enum=["x", "y"])]
    assert found.lines == []


def test_a_property_that_only_the_example_has_is_added() -> None:
    found = _accepted(prop("a", sources=[SOURCE]), example={"a": "x", "b": 1})

    source = {"document": "acme/page", "place": PLACE}
    assert found.json[1] == prop("b", "integer", sources=[source], inferred=["name", "type"])
    assert _warnings(found) == [("not-in-table", PLACE, f"{KEY} form.b")]


def test_where_no_property_has_a_source_an_added_one_has_no_document() -> None:
    found = _accepted(prop("a"), example={"b": 1})

    assert found.properties[1].sources[0].document == ""


def test_an_example_without_required_properties_is_left_out() -> None:
    table = [prop("a", requirement="required"), prop("c", requirement="required"), prop("b")]
    found = _accepted(*table, example={"b": "x"})

    assert "examples" not in found.connector.to_json()["steps"][0]
    assert _warnings(found) == [("example-incomplete", PLACE, f"{KEY} form")]
    assert "lacks the required a, c;" in found.lines[0]


def test_an_example_that_is_left_out_still_widens_the_properties() -> None:
    found = _accepted(prop("a", requirement="required"), prop("b"), example={"b": 1})

    assert found.properties[1].type == ("string", "integer")
    assert found.codes == ["example-type", "example-incomplete"]


def test_required_properties_of_nested_objects_count() -> None:
    inner = [prop("b", requirement="required")]
    in_object = prop("o", "object", properties=inner)
    in_list = prop("o", "array", items={"type": "object", "properties": inner})
    for table, value in ((in_object, {"c": 1}), (in_list, [{"b": "x"}, {}])):
        found = _accepted(table, example={"o": value})
        assert found.codes[-1] == "example-incomplete"
        assert "lacks the required b;" in found.lines[-1]


def test_a_step_that_loses_its_example_can_still_be_printed() -> None:
    found = _accepted(prop("a", requirement="required"), example={})

    assert "examples" not in _schema(found.connector)


def test_another_example_of_the_step_stays() -> None:
    found = run(accept_examples, connector(prop("a", requirement="required"), examples=[{}, {"a": "x"}]))

    assert found.connector.steps[0].examples == ({"a": "x"},)


def test_a_second_example_sees_what_the_first_has_added() -> None:
    found = run(accept_examples, connector(prop("a"), examples=[{"b": 1}, {"b": 2}, {"b": "x"}]))

    assert found.codes == ["not-in-table", "example-type"]
    assert found.properties[1].type == ("integer", "string")


def test_nested_differences_name_their_path() -> None:
    table = prop("o", "object", properties=[prop("b", "integer")])
    found = _accepted(table, example={"o": {"b": "x", "c": True}})

    assert [each.to_json()["type"] for each in found.properties[0].children] == [["integer", "string"], "boolean"]
    assert [subject for _, _, subject in _warnings(found)] == [f"{KEY} form.o.b", f"{KEY} form.o.c"]


def test_every_object_of_a_list_is_checked() -> None:
    table = prop("l", "array", items={"type": "object", "properties": [prop("b", "integer")]})
    found = _accepted(table, example={"l": [{"b": 1}, {"b": "x"}]})

    assert found.properties[0].children[0].type == ("integer", "string")
    assert _warnings(found) == [("example-type", PLACE, f"{KEY} form.l.b")]


def test_an_object_without_declared_properties_accepts_any() -> None:
    found = _accepted(prop("o", "object"), example={"o": {"b": 1}})

    assert found.json == [prop("o", "object")]
    assert found.lines == []


@pytest.mark.parametrize(
    ("shown", "type_"), [(["a", 1, "b"], ["string", "integer"]), ([1, 2], "integer"), ([None], "null")]
)
def test_items_without_a_declared_type_are_what_the_example_shows(shown: Any, type_: Any) -> None:
    found = _accepted(prop("l", "array"), example={"l": shown})

    assert found.json == [prop("l", "array", items={"type": type_}, inferred=["items"])]
    assert found.lines == []


def test_an_empty_list_says_nothing_about_its_items() -> None:
    assert _accepted(prop("l", "array"), example={"l": []}).json == [prop("l", "array")]


def test_items_are_widened_by_what_the_example_shows() -> None:
    found = _accepted(prop("l", "array", items={"type": ["string", "null"]}), example={"l": ["x", 1, True, 2]})

    assert found.json == [prop("l", "array", items={"type": ["string", "null", "integer", "boolean"]})]
    assert _warnings(found) == [("example-type", PLACE, f"{KEY} form.l")]
    assert "the declared items are string or null, the example shows integer" in found.lines[0]


@pytest.mark.parametrize(("type_", "shown"), [("number", [1, 1.5]), (None, [1]), ("integer", [])])
def test_items_that_accept_the_example_stay(type_: Any, shown: list[Any]) -> None:
    table = prop("l", "array", items={"type": type_} if type_ else {"enum": [1]})
    found = _accepted(table, example={"l": shown})

    assert found.json == [table]
    assert found.lines == []


def test_an_item_that_is_not_listed_is_added() -> None:
    found = _accepted(prop("l", "array", items={"type": "string", "enum": ["x"]}), example={"l": ["y", "x", "y"]})

    items = {"type": "string", "enum": ["x", "y"]}
    assert found.json == [prop("l", "array", enumOpen=True, items=items, inferred=["enumOpen"])]
    assert _warnings(found) == [("example-value", PLACE, f"{KEY} form.l")]


def test_a_form_that_the_example_contradicts_is_left_out() -> None:
    found = _accepted(prop("a", pattern="^[0-9]$"), example={"a": "x"})

    assert found.json == [prop("a")]
    assert _warnings(found) == [("example-contradicts", PLACE, f"{KEY} form.a")]
    assert "the text states the pattern, the example contradicts it; leaving out the pattern" in found.lines[0]


def test_a_string_that_encodes_an_object_shows_its_properties() -> None:
    found = _accepted(prop("a", encoding="json"), example={"a": '{"b": 1}'})

    assert [each.name for each in found.properties[0].children] == ["b"]
    assert found.lines == []


def test_a_property_s_own_examples_are_checked_at_its_own_place() -> None:
    nested = prop(
        "o", "object", properties=[prop("a", "integer", examples=["x"], sources=[SOURCE]), prop("b", examples=[1])]
    )
    found = run(accept_examples, connector(nested), {f"{KEY} form": PLACE})

    assert [each.type for each in found.properties[0].children] == [("integer", "string"), ("string", "integer")]
    assert _warnings(found) == [
        ("example-type", "#x/a", f"{KEY} form.o.a"),
        ("example-type", PLACE, f"{KEY} form.o.b"),
    ]


def test_every_own_example_is_checked() -> None:
    found = run(accept_examples, connector(prop("a", "integer", examples=[1, "x", True])))

    assert found.properties[0].type == ("integer", "string", "boolean")
    assert [each.place for each in found.context.diagnostics] == ["", ""]


def test_each_step_has_its_own_place() -> None:
    steps = [{"name": name, "properties": [prop("a")], "examples": [{"a": 1}]} for name in ("form", "oauth")]
    found = run(accept_examples, connector(steps=steps), {f"{KEY} form": "#1", f"{KEY} oauth": "#2"})

    assert [each.place for each in found.context.diagnostics] == ["#1", "#2"]


def test_a_second_run_finds_nothing() -> None:
    found = _accepted(prop("a", "integer", enum=[1]), example={"a": "x", "b": ["y"]})

    assert run(accept_examples, found.connector).lines == []


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
    found = _accepted(table, example=example)
    schema = _schema(found.connector)
    kept = schema.get("examples", [])

    Draft202012Validator.check_schema(schema)
    assert [fault.message for each in kept for fault in Draft202012Validator(schema).iter_errors(each)] == []
    assert found.codes


SCALARS = st.sampled_from(["x", "y", 1, 2.5, True])
TABLES = st.lists(
    st.builds(
        prop,
        st.sampled_from("abcd"),
        st.sampled_from(["string", "integer", "boolean", "array", "object", ["integer", "string"], None]),
        st.sampled_from(["required", "optional", None]),
    ),
    unique_by=lambda fields: fields["name"],
    max_size=4,
)
SHOWN = st.dictionaries(
    st.sampled_from("abcd"),
    SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.just("k"), SCALARS),
    max_size=4,
)


@given(TABLES, SHOWN)
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_table_takes_its_example_or_sets_it_aside(table: list[Fields], example: Fields) -> None:
    found = _accepted(*table, example=example)
    if "example-incomplete" in found.codes:
        return

    assert Draft202012Validator(_schema(found.connector)).is_valid(example)


def _own(fields: Fields) -> Ran:
    """Run the pass over a property with examples of its own."""
    return run(accept_examples, connector(fields))


@pytest.mark.parametrize("word", ["string", "a", "x_a"])
def test_a_placeholder_is_not_a_value(word: str) -> None:
    listed = _own(prop("a", enum=["y"], examples=[word]))
    typed = _own(prop("a", "integer", examples=[word, 3]))

    assert listed.json == [prop("a", enum=["y"])]
    assert typed.json == [prop("a", "integer", examples=[3])]
    assert listed.codes == typed.codes == ["placeholder"]


@pytest.mark.parametrize("word", ["string", "a", "x_a"])
def test_a_word_that_may_be_a_value_stays(word: str) -> None:
    assert _own(prop("a", examples=[word])).json == [prop("a", examples=[word])]
    assert _own(prop("a", enum=[word], examples=[word])).codes == []


@pytest.mark.parametrize("bounds", [{"minimum": 60}, {"minimum": 1, "maximum": 9}, {"maximum": -1}])
def test_a_zero_outside_the_bounds_is_a_placeholder(bounds: Fields) -> None:
    assert _own(prop("a", "integer", examples=[0], **bounds)).json == [prop("a", "integer", **bounds)]


@pytest.mark.parametrize("bounds", [{}, {"minimum": 0}, {"minimum": -5, "maximum": 5}, {"maximum": 9}])
def test_another_zero_is_an_example(bounds: Fields) -> None:
    assert _own(prop("a", "integer", examples=[0], **bounds)).json[0]["examples"] == [0]

"""What a string carries: held against an example, and turned into keywords that every output checks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.catalog.carried import (
    INTEGER,
    drop,
    enforce,
    fit_to_example,
    is_placeholder,
    json_children,
    list_pattern,
)
from generator.catalog.connector import Property
from tests.catalog.building import Facts, connector, only, prop


def _property(type_: Any = "string", **facts: Any) -> Property:
    return Property.model_validate(prop("a", type_, **facts))


@pytest.mark.parametrize("value", ["", " ", "<PORT>", "<a b>", "XX", "XXX.XXX.X", "X1", "..."])
def test_a_value_that_stands_for_one_is_a_placeholder(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize("value", ["x", "3306", "<A> <B>", "a<PORT>", "EXAMPLE", "true", 3, None, [], {}])
def test_another_value_is_none(value: Any) -> None:
    assert not is_placeholder(value)


FIT = [
    ({"encoding": "boolean"}, ["true", "false"], ["True", "yes", "1"]),
    ({"encoding": "integer"}, ["3306", "-1"], ["1.0", "many"]),
    ({"encoding": "list", "separator": ";"}, ["a", "a;b", "a, b"], ["a;", ";", "a;;b"]),
    ({"encoding": "list"}, ["a", "a,b"], ["a,"]),
    ({"encoding": "json"}, ["[]", '{"b": 1}'], ["[", "text", "3", "null"]),
]


@pytest.mark.parametrize(("facts", "values"), [(facts, good) for facts, good, _ in FIT])
def test_an_example_that_carries_it_leaves_the_encoding(facts: Facts, values: list[str]) -> None:
    for value in values:
        found = _property(**facts)
        assert fit_to_example(found, value) == []
        assert found.string_encoding == facts["encoding"]


@pytest.mark.parametrize(("facts", "values"), [(facts, bad) for facts, _, bad in FIT])
def test_an_example_that_does_not_takes_it_away(facts: Facts, values: list[str]) -> None:
    for value in values:
        found = _property(inferred=[*facts, "unit"], unit="day", **facts)
        assert fit_to_example(found, value) == list(facts)
        assert found.to_json() == prop("a", inferred=["unit"], unit="day")


@pytest.mark.parametrize("facts", [facts for facts, _, _ in FIT])
def test_a_placeholder_says_nothing_about_what_is_carried(facts: Facts) -> None:
    assert fit_to_example(_property(**facts), "<VALUE>") == []


def test_listed_values_keep_the_encoding_whatever_the_example_is() -> None:
    assert fit_to_example(_property(encoding="boolean", enum=["true", "false", "x"]), "x") == []


def test_an_example_against_the_pattern_takes_pattern_and_format_away() -> None:
    found = _property(format="date", pattern="^[0-9]{4}$", inferred=["format", "pattern"])

    assert fit_to_example(found, "today") == ["pattern", "format"]
    assert found.to_json() == prop("a", inferred=[])


def test_an_example_with_another_value_takes_the_fixed_value_away() -> None:
    assert fit_to_example(_property(const="x"), "x") == []
    assert fit_to_example(_property(const="x"), "y") == ["const"]


@pytest.mark.parametrize("value", [3, True, None, ["x"], {"b": 1}])
def test_an_example_that_is_no_string_says_nothing_about_a_string(value: Any) -> None:
    assert fit_to_example(_property(["array", "string"], encoding="list", pattern="^a"), value) == []


@pytest.mark.parametrize(("value", "encoding"), [("3306", "integer"), ("-1", "integer"), ("many", None), (3306, None)])
def test_digits_for_a_declared_integer_are_an_integer_in_a_string(value: Any, encoding: str | None) -> None:
    found = _property(["integer", "string"])
    fit_to_example(found, value)

    assert found.string_encoding == encoding
    assert found.inferred == (["encoding"] if encoding else None)


def test_digits_for_a_declared_string_are_no_integer() -> None:
    found = _property("string")
    fit_to_example(found, "3306")

    assert found.string_encoding is None


def test_what_is_dropped_is_not_stated_any_more() -> None:
    found = _property(requiredWhen=[{"property": "b", "in": ["x"]}], unit="day", inferred=["requiredWhen", "unit"])

    assert drop(found, "required_when", "pattern") == ["required_when"]
    assert found.to_json() == prop("a", unit="day", inferred=["unit"])


@pytest.mark.parametrize("separator", [",", ";", " ", "|", ".", "-", "^"])
def test_the_pattern_of_a_list_takes_entries_that_are_not_empty(separator: str) -> None:
    pattern = list_pattern(separator)

    assert re.search(pattern, "a")
    assert re.search(pattern, separator.join(["a", "b", "c"]))
    for wrong in ("", separator, f"a{separator}", f"{separator}a", f"a{separator}{separator}b"):
        assert re.search(pattern, wrong) is None
    # JSON Schema's expressions are those of ECMAScript, which knows no escape of a line break or, here, of a hyphen.
    assert set(re.findall(r"\\(.)", pattern.replace(r"[^\-]", ""), re.DOTALL)) <= set("^$\\.*+?()[]{}|/nrt")


def _carrying(type_: Any = "string", **facts: Any) -> Property:
    found = connector(prop("a", type_, **facts))
    enforce([found])
    return only(found)


def test_a_boolean_in_a_string_has_two_values() -> None:
    found = _carrying(encoding="boolean")

    assert (found.enum, found.pattern, found.inferred) == (["true", "false"], None, ["enum"])


def test_a_boolean_in_a_string_beside_other_types_has_a_pattern() -> None:
    found = _carrying(["boolean", "string"], encoding="boolean")

    assert (found.enum, found.pattern, found.inferred) == (None, "^(true|false)$", ["pattern"])


@pytest.mark.parametrize(
    ("facts", "pattern"),
    [
        ({"encoding": "integer"}, INTEGER),
        ({"encoding": "list"}, list_pattern(",")),
        ({"encoding": "list", "separator": ";"}, list_pattern(";")),
        ({"encoding": "json"}, None),
        ({}, None),
        ({"encoding": "list", "pattern": "^x"}, "^x"),
        ({"encoding": "list", "const": "x"}, None),
        ({"encoding": "integer", "enum": ["1"]}, None),
    ],
)
def test_an_integer_and_a_list_in_a_string_have_a_pattern(facts: Facts, pattern: str | None) -> None:
    assert _carrying(**facts).pattern == pattern


def test_another_type_than_string_gets_no_pattern() -> None:
    assert _carrying("integer", encoding="integer") == only(connector(prop("a", "integer", encoding="integer")))


def test_what_an_example_has_a_placeholder_for_is_not_enforced() -> None:
    found = connector(
        prop("a", encoding="integer"), prop("b", encoding="integer"), examples=[{"a": "<PORT>", "b": "3306"}]
    )
    enforce([found])

    assert [each.pattern for each in found.steps[0].properties] == [None, INTEGER]


def test_nested_properties_are_enforced_too() -> None:
    found = connector(prop("o", "object", properties=[prop("a", encoding="boolean")]))
    enforce([found])

    assert only(found).children[0].enum == ["true", "false"]


def _shown(value: Any, **facts: Any) -> dict[str, Any]:
    found = _property(encoding="json", sources=[{"document": "stitch/page", "place": "#x/a"}], **facts)
    json_children(found, value)
    return {field: stated for field, stated in found.to_json().items() if field in ("items", "properties", "inferred")}


def _told(name: str, type_: str, *inferred: str) -> Facts:
    place = {"document": "stitch/page", "place": "#x/a"}
    return {"name": name, "type": type_, "sources": [place], "inferred": list(inferred)}


def test_an_object_in_a_string_shows_its_properties() -> None:
    shown = _shown('{"b": 1, "c": [true]}')

    properties = [_told("b", "integer", "name", "type"), _told("c", "array", "name", "type")]
    assert shown == {"properties": properties, "inferred": ["properties"]}


def test_a_list_in_a_string_shows_the_properties_of_all_its_objects() -> None:
    shown = _shown('[{"b": 1}, {"c": "x"}]')

    properties = [_told("b", "integer", "name", "type"), _told("c", "string", "name", "type")]
    assert shown == {"items": {"type": "object", "properties": properties}, "inferred": ["items"]}


def test_properties_that_the_text_lists_are_those_of_the_list_s_objects() -> None:
    shown = _shown('[{"b": 1}]', properties=[{"name": "b"}, {"name": "c"}])

    listed = [{"name": "b", "type": "integer", "inferred": ["type"]}, {"name": "c"}]
    assert shown == {"items": {"type": "object", "properties": listed}, "inferred": ["items"]}


def test_a_type_that_the_text_states_stays() -> None:
    shown = _shown('{"b": 1}', properties=[prop("b", "string")])

    assert shown["properties"] == [prop("b", "string")]


@pytest.mark.parametrize("value", ["<JSON>", "{", 3])
def test_an_example_that_is_no_json_leaves_what_the_text_lists(value: Any) -> None:
    assert _shown(value, properties=[prop("b")])["properties"] == [prop("b")]


def test_a_list_without_objects_is_a_list_of_anything() -> None:
    assert _shown("[1]") == {"items": {}, "inferred": ["items"]}

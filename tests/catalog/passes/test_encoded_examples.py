"""The form of a string against an example."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.encoded_examples import shown_property, with_decoded, without_contradicted_fields
from generator.catalog.property import Property
from generator.catalog.source import Source
from tests.catalog.building import SOURCE, Fields, as_property, prop
from tests.catalog.test_string_encoding import ENCODED


def _property(type_: Any = "string", **fields: Any) -> Property:
    return as_property(prop("a", type_, **fields))


@pytest.mark.parametrize(("fields", "values"), [(fields, good) for fields, good, _ in ENCODED])
def test_an_encoding_that_the_example_has_stays(fields: Fields, values: list[str]) -> None:
    found = _property(**fields)

    assert [without_contradicted_fields(found, value) for value in values] == [(found, [])] * len(values)


@pytest.mark.parametrize(("fields", "values"), [(fields, bad) for fields, _, bad in ENCODED])
def test_an_encoding_that_the_example_does_not_have_is_left_out(fields: Fields, values: list[str]) -> None:
    for value in values:
        if value == "":
            continue
        found, left_out = without_contradicted_fields(
            _property(inferred=[*fields, "unit"], unit="day", **fields), value
        )
        assert left_out == list(fields)
        assert found.to_json() == prop("a", inferred=["unit"], unit="day")


@pytest.mark.parametrize("value", ["<VALUE>", ""])
@pytest.mark.parametrize("fields", [fields for fields, _, _ in ENCODED])
def test_a_placeholder_does_not_contradict_an_encoding(fields: Fields, value: str) -> None:
    assert without_contradicted_fields(_property(**fields), value)[1] == []


def test_listed_values_keep_the_encoding() -> None:
    assert without_contradicted_fields(_property(encoding="boolean", enum=["true", "false", "x"]), "x")[1] == []


def test_an_example_that_does_not_match_the_pattern_leaves_out_pattern_and_format() -> None:
    found, left_out = without_contradicted_fields(
        _property(format="date", pattern="^[0-9]{4}$", inferred=["format", "pattern"]), "today"
    )

    assert left_out == ["pattern", "format"]
    assert found.to_json() == prop("a", inferred=[])


@pytest.mark.parametrize(("value", "left_out"), [("2026", []), ("2026\n", ["pattern"]), ("<YEAR>", ["pattern"])])
def test_an_example_is_matched_to_its_end(value: str, left_out: list[str]) -> None:
    assert without_contradicted_fields(_property(pattern="^[0-9]{4}$"), value)[1] == left_out


@pytest.mark.parametrize(
    ("value", "limits", "left_out"),
    [
        (3, {"minimum": 4, "maximum": 9}, ["minimum"]),
        (3, {"exclusiveMinimum": 3, "maximum": 2}, ["maximum", "exclusiveMinimum"]),
        (3, {"minimum": 3}, []),
        ("abc", {"minLength": 4, "pattern": "^b"}, ["minLength", "pattern"]),
        (["a", "a"], {"maxItems": 1, "uniqueItems": True}, ["maxItems", "uniqueItems"]),
    ],
)
def test_an_example_outside_of_limits_leaves_them_out(value: Any, limits: Fields, left_out: list[str]) -> None:
    found, fields = without_contradicted_fields(_property(None, **limits), value)

    assert fields == left_out
    assert found.to_json() == {"name": "a"} | {name: limit for name, limit in limits.items() if name not in left_out}


def test_an_example_with_another_value_leaves_out_the_fixed_value() -> None:
    assert without_contradicted_fields(_property(const="x"), "x")[1] == []
    found, left_out = without_contradicted_fields(_property(const="x"), "y")

    assert left_out == ["const"]
    assert found.to_json() == prop("a")


@pytest.mark.parametrize("value", [3, True, None, ["x"], {"b": 1}])
def test_an_example_that_is_not_a_string_says_nothing_about_strings(value: Any) -> None:
    found = _property(["array", "string"], encoding="list", pattern="^a", const="b")

    assert without_contradicted_fields(found, value) == (found, [])


@pytest.mark.parametrize(("value", "encoding"), [("3306", "integer"), ("-1", "integer"), ("many", None), (3306, None)])
def test_digits_for_a_declared_integer_are_an_integer_in_a_string(value: Any, encoding: str | None) -> None:
    found, left_out = without_contradicted_fields(_property(["integer", "string"]), value)

    assert found.string_encoding == encoding
    assert found.inferred == (("encoding",) if encoding else None)
    assert left_out == []


@pytest.mark.parametrize("type_", ["string", ["string", "integer"], None])
def test_digits_for_a_declared_string_are_not(type_: Any) -> None:
    assert without_contradicted_fields(_property(type_), "3306")[0].string_encoding is None


def test_a_property_that_only_an_example_shows() -> None:
    found = shown_property("b", 1, (Source(document="d", place="p"),))

    assert found.to_json() == {
        "name": "b",
        "type": "integer",
        "sources": [{"document": "d", "place": "p"}],
        "inferred": ["name", "type"],
    }


def _decoded(value: Any, **fields: Any) -> Fields:
    found = with_decoded(_property(encoding="json", sources=[SOURCE], **fields), value)
    return {field: stated for field, stated in found.to_json().items() if field in ("items", "properties", "inferred")}


def _shown(name: str, type_: str) -> Fields:
    return {"name": name, "type": type_, "sources": [SOURCE], "inferred": ["name", "type"]}


def test_an_object_in_a_string_shows_its_properties() -> None:
    properties = [_shown("b", "integer"), _shown("c", "array")]

    assert _decoded('{"b": 1, "c": [true]}') == {"properties": properties, "inferred": ["properties"]}


def test_a_list_in_a_string_shows_the_properties_of_all_its_objects() -> None:
    items = {"type": "object", "properties": [_shown("b", "integer"), _shown("c", "string")]}

    assert _decoded('[{"b": 1}, 3, {"c": "x"}]') == {"items": items, "inferred": ["items"]}


def test_properties_that_the_text_lists_are_those_of_the_list_s_objects() -> None:
    found = _decoded('[{"b": 1}]', properties=[{"name": "b"}, {"name": "c"}], inferred=["properties"])

    listed = [{"name": "b", "type": "integer", "inferred": ["type"]}, {"name": "c"}]
    assert found == {"items": {"type": "object", "properties": listed}, "inferred": ["items"]}


def test_an_object_whose_properties_the_text_lists_for_a_list() -> None:
    found = _decoded('{"b": 1}', items={"type": "object", "properties": [{"name": "b"}]})

    assert found == {"properties": [{"name": "b", "type": "integer", "inferred": ["type"]}], "inferred": ["properties"]}


def test_a_type_that_the_text_states_stays() -> None:
    assert _decoded('{"b": 1}', properties=[prop("b", "string")])["properties"] == [prop("b", "string")]


@pytest.mark.parametrize("value", ["<JSON>", "{", 3])
def test_an_example_that_does_not_encode_json_leaves_what_the_text_lists(value: Any) -> None:
    assert _decoded(value, properties=[prop("b")])["properties"] == [prop("b")]


def test_a_list_without_objects_is_a_list_of_anything() -> None:
    assert _decoded("[1]") == {"items": {}, "inferred": ["items"]}


def test_an_example_without_anything_shows_nothing() -> None:
    assert _decoded("3") == {}

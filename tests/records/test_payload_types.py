"""The properties that a payload shows."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.payload_types import children_of, choices, example_of, records_of, stated_by
from generator.records.record import PropertyRecord, Statement


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("A | B", ["A", "B"]),
        ("A | B c | D", ["A", "B c", "D"]),
        ("A", []),
        ("A|B", []),
        ("A || B", []),
        (" | B", []),
        ("", []),
        (5, []),
        (None, []),
        (["A | B"], []),
    ],
)
def test_choices_are_words_between_bars(value: Any, words: list[str]):
    assert choices(value) == words


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        (None, {}),
        (True, {"type": "boolean", "examples": [True]}),
        (5, {"type": "integer", "examples": [5]}),
        (0.5, {"type": "number", "examples": [0.5]}),
        ("x", {"type": "string", "examples": ["x"]}),
        ("A | B", {"type": "string", "enum": ["A", "B"]}),
        ({"a": 1}, {"type": "object"}),
        ([], {"type": "array"}),
        ([None], {"type": "array"}),
        (["x"], {"type": "array", "items": {"type": "string"}}),
        (["x", 5, "y"], {"type": "array", "items": {"type": ["string", "integer"]}}),
        (["A | B"], {"type": "array", "items": {"type": "string", "enum": ["A", "B"]}}),
        ([{"a": 1}], {"type": "array", "items": {"type": "object"}}),
        ([{}], {"type": "array", "items": {"type": "object"}}),
    ],
)
def test_a_value_states_type_values_items_and_example(value: Any, stated: dict[str, Any]):
    assert stated_by(value) == stated


def test_the_children_are_the_properties_of_objects_and_of_all_objects_in_a_list():
    assert [each.name for each in children_of({"a": 1, "b": 2}, "#p")] == ["a", "b"]
    assert [each.name for each in children_of([{"a": 1}, "x", {"b": 2}], "#p")] == ["a", "b"]
    assert children_of("x", "#p") == children_of(["x"], "#p") == children_of(None, "#p") == ()


def test_a_record_is_named_in_an_example_and_has_the_payload_s_place():
    nested = PropertyRecord(
        "b",
        "#p",
        statements=(Statement("type", "integer"), Statement("examples", [1])),
        named_in_example=True,
    )

    assert records_of({"a": {"b": 1}, "c": None}, "#p") == (
        PropertyRecord("a", "#p", statements=(Statement("type", "object"),), children=(nested,), named_in_example=True),
        PropertyRecord("c", "#p", named_in_example=True),
    )


def test_the_example_has_the_first_of_several_words():
    assert example_of({"a": "A | B", "b": ["C | D", 5], "c": {"d": "E"}}) == {"a": "A", "b": ["C", 5], "c": {"d": "E"}}


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (" | one | two", ["", "one", "two"], "one"),
        ("one | two", ["one", "two"], "one"),
        ("one", [], "one"),
        ("one|two", [], "one|two"),
        (" | ", [], " | "),
    ],
)
def test_the_first_of_the_words_may_be_empty(text: str, words: list[str], shown: str) -> None:
    assert choices(text) == words
    assert example_of(text) == shown

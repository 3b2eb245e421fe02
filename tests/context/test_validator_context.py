"""The checks of a validator, in the order in which they are made."""

from __future__ import annotations

import pytest

from generator.context.validator import ValueCheck, validator_context
from tests.context.building import Facts, connector, prop, step


def _check(facts: Facts) -> ValueCheck:
    return validator_context(connector(step("form", facts)), "").objects[0].properties[0].value


def _branches(facts: Facts) -> list[tuple[str, str]]:
    return [(branch.keyword, branch.kind) for branch in _check(facts).branches]


def test_no_facts_need_no_check() -> None:
    assert _branches({"name": "a"}) == []


def test_type_comes_first_and_the_listed_values_after_it() -> None:
    assert _branches(prop("a", enum=["x"])) == [("if", "type"), ("elif", "enum")]


def test_listed_values_without_a_type_are_checked_alone() -> None:
    assert _branches({"name": "a", "enum": ["x"]}) == [("if", "enum")]


def test_one_type_leaves_no_doubt_about_what_is_left() -> None:
    assert _branches(prop("a", "array", items={"type": "string"})) == [("if", "type"), ("else", "items")]
    assert _branches(prop("a", "object", properties=[prop("b")])) == [("if", "type"), ("else", "object")]


def test_several_types_are_told_apart() -> None:
    assert _branches(prop("a", ["string", "array"], items={"type": "string"})) == [("if", "type"), ("elif", "items")]


@pytest.mark.parametrize(
    ("types", "words"),
    [
        ("string", "a string"),
        ("integer", "an integer"),
        ("array", "an array"),
        ("object", "an object"),
        (["integer", "string"], "an integer or a string"),
        (["string", "null"], "a string or null"),
    ],
)
def test_expected_types_in_words(types: str | list[str], words: str) -> None:
    assert _check(prop("a", types)).expected == words


def test_each_nested_object_has_a_number_of_its_own() -> None:
    nested = prop("a", "object", properties=[prop("b", "object", properties=[prop("c")])])
    objects = validator_context(
        connector(step("form", nested, prop("d", "object", properties=[prop("e")]))), ""
    ).objects

    assert [each.number for each in objects] == [0, 1, 2, 3]
    assert [each.names for each in objects] == [("a", "d"), ("b",), ("c",), ("e",)]


def test_gates_stand_on_the_payload_alone() -> None:
    form = step("form", prop("a", "object", properties=[prop("b")]))
    payload, nested = validator_context(connector(form, step("oauth", prop("c"))), "").objects

    assert len(payload.gates) == 2
    assert nested.gates == ()

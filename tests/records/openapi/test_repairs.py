"""Declarations that contradict themselves are repaired, rule by rule, and nothing else is changed."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.records.openapi.repairs import REPAIRS, Declared, repaired

Fields = dict[str, Any]


def of(type_: str = "", **fields: Any) -> Declared:
    return Declared(type_, **fields)


def list_of(items: Declared, **fields: Any) -> Declared:
    return Declared("array", items=items, **fields)


# A rule's code, what is declared, and which fields are others afterwards.
CHANGED: list[tuple[str, Declared, Fields]] = [
    ("values-of-object", of("object", values=["a", "b"]), {"type": "string"}),
    ("values-of-object", of("object", values=[1, 2]), {"type": "integer"}),
    ("values-of-object", of("object", values=[0.5]), {"type": "number"}),
    ("values-of-object", of("object", values=[True, False]), {"type": "boolean"}),
    ("values-of-object", of("object", values=["a"], example="a"), {"type": "string"}),
    ("text-of-object", of("object", example="words"), {"type": "string"}),
    ("text-of-object", of("object", example=""), {"type": "string"}),
    ("text-of-object", of("object", example="words", values=[]), {"type": "string"}),
    ("values-as-text", of("integer", values=["60", "-5"]), {"values": [60, -5]}),
    ("values-as-text", of("number", values=["1", "0.5"]), {"values": [1, 0.5]}),
    ("values-as-text", of("boolean", values=["true", "False"]), {"values": [True, False]}),
    ("values-in-example", of("string", example="A | B"), {"values": ["A", "B"], "example": None}),
    ("values-in-example", of("string", example="A | B | c d"), {"values": ["A", "B", "c d"], "example": None}),
    ("values-in-example", of("string", example="A | B", values=["A", "B", "C"]), {"example": None}),
    ("values-in-example", of("array", example="A | B"), {"values": ["A", "B"], "example": None}),
    ("empty-example", of("string", example="string"), {"example": None}),
    ("empty-example", of("string", example=["string"]), {"example": None}),
    ("empty-example", of("string", example="string", format="password"), {"example": None}),
    ("empty-example", of("integer", example="string"), {"example": None}),
    ("empty-example", list_of(of("string"), example=["string"]), {"example": None}),
    ("value-twice", of("string", values=["a", "b", "a", "a"]), {"values": ["a", "b"]}),
    ("value-twice", of(values=[["a"], ["a"]]), {"values": [["a"]]}),
    ("value-twice", of("number", values=[1, 2, 1.0]), {"values": [1, 2]}),
]
KEPT: list[tuple[str, Declared]] = [
    ("values-of-object", of("object")),
    ("values-of-object", of("object", values=[])),
    ("values-of-object", of("object", values=["a"], has_properties=True)),
    ("values-of-object", of("object", values=["a", 1])),
    ("values-of-object", of("object", values=[True, 1])),
    ("values-of-object", of("object", values=[{}])),
    ("values-of-object", of("object", values=[None])),
    ("values-of-object", of("", values=["a"])),
    ("values-of-object", of("array", values=["a"])),
    ("text-of-object", of("object", example={"a": 1})),
    ("text-of-object", of("object", example=5)),
    ("text-of-object", of("object", example=["words"])),
    ("text-of-object", of("object", example="words", has_properties=True)),
    ("text-of-object", of("array", example="words")),
    ("text-of-object", of("", example="words")),
    ("values-as-text", of("integer", values=["60", "0.5"])),
    ("values-as-text", of("integer", values=["60", "sixty"])),
    ("values-as-text", of("integer", values=["60", 5])),
    ("values-as-text", of("integer", values=["1e5"])),
    ("values-as-text", of("integer", values=[])),
    ("values-as-text", of("number", values=[".5"])),
    ("values-as-text", of("boolean", values=["true", "yes"])),
    ("values-as-text", of("boolean", values=["0", "1"])),
    ("values-as-text", of("string", values=["1", "true"])),
    ("values-as-text", of("", values=["1"])),
    ("values-in-example", of("string", example="A|B")),
    ("values-in-example", of("string", example="A || B")),
    ("values-in-example", of("string", example=" | B")),
    ("values-in-example", of("string", example="A, B")),
    ("values-in-example", of("string", example=5)),
    ("values-in-example", of("array", example=[])),
    ("values-in-example", of("array", example=["A | B"])),
    ("values-in-example", list_of(of("string"), example=["A", "B | C"])),
    ("values-in-example", of("object", example={"a": "A | B"})),
    ("empty-example", of("string", example="strings")),
    ("empty-example", of("string", example="String")),
    ("empty-example", of("string", example=["string", "string"])),
    ("empty-example", of("string", example="string", values=["string", "text"])),
    ("empty-example", of("string", example="string", format="date")),
    ("empty-example", list_of(of("string", format="date"), example=["string"])),
    ("empty-example", list_of(of("string", values=["string"]), example=["string"])),
    ("empty-example", of("string", example="integer")),
    ("empty-example", of("string")),
    ("value-twice", of("string", values=["a", "A", "a "])),
    ("value-twice", of(values=[1, "1"])),
    ("value-twice", of(values=[1, True])),
    ("value-twice", of("string", values=[])),
    ("value-twice", of("string")),
]


def named(value: Any) -> str:
    return value if isinstance(value, str) else ""


def repair(declared: Declared) -> tuple[list[str], Declared]:
    """The codes of the rules that are applied, and the declaration after them."""
    found, rules = repaired(declared)
    return [rule.code for rule in rules], found


@pytest.mark.parametrize(("code", "before", "fields"), CHANGED, ids=named)
def test_a_rule_puts_right_what_it_is_for(code: str, before: Declared, fields: Fields):
    codes, declared = repair(before)
    assert codes == [code]
    # As text, because Python takes 1, 1.0 and true for equal.
    assert repr(declared) == repr(dataclasses.replace(before, **fields))


@pytest.mark.parametrize(("code", "before", "fields"), CHANGED, ids=named)
def test_a_rule_has_nothing_to_do_a_second_time(code: str, before: Declared, fields: Fields):
    _, declared = repair(before)
    assert repair(declared) == ([], declared)


@pytest.mark.parametrize(("code", "before"), KEPT, ids=named)
def test_a_rule_leaves_alone_what_it_is_not_for(code: str, before: Declared):
    (rule,) = (rule for rule in REPAIRS if rule.code == code)
    assert rule.apply(before) is None


@pytest.mark.parametrize(("code", "before", "fields"), CHANGED, ids=named)
def test_the_items_of_a_list_are_put_right_too(code: str, before: Declared, fields: Fields):
    codes, declared = repair(list_of(list_of(before)))
    assert codes == [code]
    assert repr(declared) == repr(list_of(list_of(dataclasses.replace(before, **fields))))


def test_the_values_in_the_example_of_a_list_are_those_of_its_items():
    codes, declared = repair(list_of(of("string"), example=["A | B"]))
    assert codes == ["values-in-example"]
    assert declared == list_of(of("string", values=["A", "B"]))


def test_the_values_of_the_items_stay_where_the_example_lists_others():
    codes, declared = repair(list_of(of("string", values=["C"]), example=["A | B"]))
    assert codes == ["values-in-example"]
    assert declared == list_of(of("string", values=["C"]))


def test_the_repairs_of_a_list_come_before_those_of_its_items():
    codes, declared = repair(list_of(of("object", values=["a", "a"]), example=["string"], values=["b", "b"]))
    assert codes == ["value-twice", "values-of-object", "value-twice"]
    assert declared.items == of("string", values=["a"])


def test_several_rules_work_on_one_declaration_in_their_order():
    codes, declared = repair(of("object", values=["A", "B", "A"], example="A | B"))
    assert codes == ["values-of-object", "values-in-example", "value-twice"]
    assert declared == of("string", values=["A", "B"])


def test_values_that_an_object_s_example_lists_are_texts():
    codes, declared = repair(of("object", example="A | B"))
    assert codes == ["text-of-object", "values-in-example"]
    assert declared == of("string", values=["A", "B"])


def test_numbers_that_are_the_same_after_their_marks_are_gone_are_listed_once():
    codes, declared = repair(of("number", values=["1", "1"]))
    assert codes == ["values-as-text", "value-twice"]
    assert declared.values == [1]


@pytest.mark.parametrize(
    "declared",
    [
        of("string", values=["a", "b"], example="a"),
        of("integer", values=[1, 2], example=1),
        of("boolean", example=True),
        of("object", has_properties=True),
        of("object", example={"a": 1}),
        list_of(of("string"), example=["a", "b"]),
        of(),
    ],
    ids=repr,
)
def test_what_contradicts_nothing_stays_as_it_is(declared: Declared):
    assert repair(declared) == ([], declared)


def test_every_rule_has_cases_of_both_kinds_a_code_and_a_sentence():
    codes_of_rules = [rule.code for rule in REPAIRS]
    assert len(set(codes_of_rules)) == len(codes_of_rules)
    assert {code for code, *_ in CHANGED} == set(codes_of_rules)
    assert {code for code, _ in KEPT} == set(codes_of_rules)
    assert all(rule.sentence for rule in REPAIRS)


def test_true_is_not_one():
    assert repair(of(values=[1, True, 0, False]))[0] == []


def test_numbers_that_a_list_s_example_lists_are_numbers():
    _, declared = repair(list_of(of("integer"), example=["1 | 2"]))
    assert declared.items == of("integer", values=[1, 2])

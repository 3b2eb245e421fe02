"""The JSON Schema of an object that is one of several variants."""

from __future__ import annotations

import pytest

from generator.context.json_schema.variant import one_of
from templates.connector_catalog.variants import Selector
from tests.context.building import Facts, having

FIRST, SECOND, THIRD = ({"title": title, "type": "object"} for title in ("A", "B", "C"))
CHOICES = {"kind": {"oneOf": [{"title": "A", "const": "a"}, {"title": "B", "const": 2}]}}


def _selector(required: tuple[bool, ...]) -> Selector:
    return Selector("kind", ("a", 2, None)[: len(required)], required)


def _is(value: object) -> Facts:
    return {"type": "object", "properties": {"kind": {"const": value}}}


def _given(value: object) -> Facts:
    return _is(value) | {"required": ["kind"]}


def test_a_selector_that_all_require_is_required() -> None:
    assert one_of(_selector((True, True)), [FIRST, SECOND], partial=False) == {
        "type": "object",
        "properties": CHOICES,
        "required": ["kind"],
        "allOf": [{"if": _given("a"), "then": FIRST}, {"if": _given(2), "then": SECOND}],
    }


@pytest.mark.parametrize(
    ("required", "clauses"),
    [
        ((False, True), [{"if": _is("a"), "then": FIRST}, {"if": _given(2), "then": SECOND}]),
        ((True, False), [{"if": _given("a"), "then": FIRST}, {"if": _is(2), "then": SECOND}]),
    ],
)
def test_the_only_variant_that_does_not_require_the_selector_holds_without_it(
    required: tuple[bool, ...], clauses: list[Facts]
) -> None:
    found = one_of(_selector(required), [FIRST, SECOND], partial=False)

    assert found == {"type": "object", "properties": CHOICES, "allOf": clauses}


def test_without_the_selector_any_variant_holds_that_does_not_require_it() -> None:
    assert one_of(_selector((False, True, False)), [FIRST, SECOND, THIRD], partial=False) == {
        "type": "object",
        "properties": {"kind": {"oneOf": [*CHOICES["kind"]["oneOf"], {"title": "C", "const": None}]}},
        "allOf": [
            {"if": _given("a"), "then": FIRST},
            {"if": _given(2), "then": SECOND},
            {"if": _given(None), "then": THIRD},
            {"if": {"not": having("kind")}, "then": {"anyOf": [FIRST, THIRD]}},
        ],
    }


def test_variants_with_equal_schemas_are_told_apart() -> None:
    found = one_of(_selector((True, False)), [FIRST, dict(FIRST)], partial=False)

    assert found["allOf"] == [{"if": _given("a"), "then": FIRST}, {"if": _is(2), "then": FIRST}]


@pytest.mark.parametrize("required", [(True, True), (False, True)])
def test_a_partial_object_may_leave_the_selector_out(required: tuple[bool, ...]) -> None:
    found = one_of(_selector(required), [FIRST, SECOND], partial=True)

    assert found == {"type": "object", "properties": CHOICES, "anyOf": [FIRST, SECOND]}


@pytest.mark.parametrize("schemas", [[FIRST], [FIRST, SECOND, THIRD]])
def test_each_value_needs_a_schema(schemas: list[Facts]) -> None:
    with pytest.raises(ValueError, match="zip"):
        one_of(_selector((True, True)), schemas, partial=False)

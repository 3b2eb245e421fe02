"""String encodings become values or patterns."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.string_encodings import enforce_encodings
from generator.catalog.property import Property
from generator.catalog.string_encoding import list_pattern
from templates.connector_catalog.constraints import INTEGER
from tests.catalog.building import Fields, connector, prop, run


def _enforced(type_: Any = "string", **fields: Any) -> Property:
    (found,) = run(enforce_encodings, connector(prop("a", type_, **fields))).properties
    return found


def test_a_string_that_encodes_a_boolean_has_two_values() -> None:
    found = _enforced(encoding="boolean")

    assert (found.enum, found.pattern, found.inferred) == (("true", "false"), None, ("enum",))


def test_beside_other_types_it_has_a_pattern() -> None:
    found = _enforced(["boolean", "string"], encoding="boolean")

    assert (found.enum, found.pattern, found.inferred) == (None, "^(true|false)$", ("pattern",))


@pytest.mark.parametrize(
    ("fields", "pattern"),
    [
        ({"encoding": "integer"}, INTEGER),
        ({"encoding": "list"}, list_pattern(",")),
        ({"encoding": "list", "separator": ";"}, list_pattern(";")),
        ({"encoding": "json"}, None),
        ({"encoding": "date-time"}, None),
        ({}, None),
        ({"encoding": "list", "pattern": "^x"}, "^x"),
        ({"encoding": "list", "const": "x"}, None),
        ({"encoding": "integer", "enum": ["1"]}, None),
    ],
)
def test_a_string_that_encodes_an_integer_or_a_list_has_a_pattern(fields: Fields, pattern: str | None) -> None:
    found = _enforced(**fields)

    assert found.pattern == pattern
    assert found.inferred == (("pattern",) if pattern and "pattern" not in fields else None)


@pytest.mark.parametrize("type_", ["integer", None])
def test_another_type_than_string_has_no_pattern(type_: str | None) -> None:
    assert _enforced(type_, encoding="integer").pattern is None


def test_an_example_with_a_placeholder_is_still_accepted() -> None:
    table = [prop("a", encoding="integer"), prop("b", encoding="integer"), prop("c", encoding="integer")]
    found = run(enforce_encodings, connector(*table, examples=[{"a": "<PORT>", "b": "3306"}, {"c": "XX"}]))

    assert [each.pattern for each in found.properties] == [None, INTEGER, None]


def test_nested_properties_are_enforced_too() -> None:
    nested = prop("o", "object", properties=[prop("a", encoding="boolean")])
    found = run(enforce_encodings, connector(nested, examples=[{"a": "<A>"}]))

    assert found.properties[0].children[0].enum == ("true", "false")

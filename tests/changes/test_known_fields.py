"""The rules of changes know each field of the catalog: none is taken for words because nobody thought of it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Items, Property
from generator.changes.change import Change, Kind, Subject
from generator.changes.classification import rule_of
from templates.connector_catalog.value_limits import LIMITS
from tests.cases.limits import LIMIT_CASES
from tests.catalog.building import KEY

WHEN = [{"property": "b", "in": ["x"]}]
VALUES: dict[str, Any] = {
    "type": "string",
    "requirement": "required",
    "requiredWhen": WHEN,
    "appliesWhen": WHEN,
    "expectedWhen": WHEN,
    "enum": ["x"],
    "enumOpen": True,
    "deprecatedValues": ["x"],
    "default": "x",
    "defaultWhen": [{"anyGiven": ["b"], "value": "x"}],
    "const": "x",
    "format": "date",
    "pattern": "^x",
    "encoding": "json",
    "separator": ",",
    "unit": "minute",
    "secret": True,
    "readOnly": True,
    "writeOnly": True,
    "createOnly": True,
    "updateOnly": True,
    "deprecated": True,
    "items": {"type": "string"},
    "additionalProperties": True,
    "absentFrom": ["acme/page"],
    **{each.keyword: LIMIT_CASES[each.keyword].facts[each.keyword] for each in LIMITS},
}
"""A value of each field that decides what is sent, accepted or returned."""
OF_WORDS = frozenset(
    {
        *("meanings", "patternDescription", "secretFrom", "examples", "note", "link", "title", "order", "group"),
        *("hidden", "alwaysShown", "multiline", "description", "since", "inferred"),
    }
)
"""The fields that tell people about a property: their changes are safe."""
APART = frozenset({"name", "properties", "variants", "sources"})
"""The fields that are compared part by part, or not at all."""


def _keywords(of: type[Property | Items]) -> set[str]:
    return {each.alias or name for name, each in of.model_fields.items()}


def _rule(field: str, before: Any, after: Any) -> str:
    old, new = (_holder(field, value) for value in (before, after))
    change = Change(KEY, Subject.PROPERTY, Kind.CHANGED, "form", "a", field, before, after, old, new)
    return rule_of(change, lambda _key, _step: "")


def _holder(field: str, value: Any) -> Property:
    stated = {} if value is NOT_STATED else {field.removeprefix("items."): value}
    return Property.model_validate({"name": "a"} | ({"items": stated} if field.startswith("items.") else stated))


def test_each_field_has_a_value_or_is_about_words() -> None:
    assert _keywords(Property) == VALUES.keys() | OF_WORDS | APART
    assert _keywords(Items) <= VALUES.keys() | APART


@pytest.mark.parametrize("field", [*VALUES, *(f"items.{each}" for each in sorted(_keywords(Items) - APART))])
def test_a_rule_is_about_each_field_of_values(field: str) -> None:
    value = VALUES[field.removeprefix("items.")]

    assert _rule(field, NOT_STATED, value) != "wording"
    assert _rule(field, value, NOT_STATED) != "wording"


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.keyword)
def test_each_limit_can_be_tightened_and_loosened(limit: Any) -> None:
    value = VALUES[limit.keyword]

    assert _rule(limit.keyword, NOT_STATED, value) == "limit-tightened"
    assert _rule(limit.keyword, value, NOT_STATED) == "limit-loosened"


@pytest.mark.parametrize("field", sorted(OF_WORDS))
def test_a_change_of_words_is_safe(field: str) -> None:
    change = Change(KEY, Subject.PROPERTY, Kind.CHANGED, "form", "a", field, "x", "y")

    assert rule_of(change, lambda _key, _step: "") == "wording"

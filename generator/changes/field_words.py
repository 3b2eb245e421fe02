"""Describes changes of a field: "now required", "default 5 → 10", "no longer accepts "EU"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Items, Property
from generator.changes.change import Change
from generator.changes.shown_values import LONGEST_VALUE, show_value, show_values
from templates.connector_catalog.constraints import Among
from templates.connector_catalog.fact_words import CONDITIONS, conditions_in_words
from templates.connector_catalog.value_limits import LIMITS
from templates.connector_catalog.wording import join_or

_CONTEXT = 20
"""The number of characters before the first difference of two long texts that are shown."""
_PLURALS = {"boolean": "booleans", "null": "nulls"}
_NAMES = {each.keyword: each.name for each in LIMITS} | {
    "alwaysShown": "always shown",
    "const": "constant",
    "defaultWhen": "conditional defaults",
    "deprecatedValues": "deprecated values",
    "enumOpen": "open list",
    "patternDescription": "description of the pattern",
    "secretFrom": "origin of the secrecy",
}
_FLAGS = {
    "additionalProperties": ("now open to properties that are not listed", "no longer open to unlisted properties"),
    "createOnly": ("now create-only", "no longer create-only"),
    "deprecated": ("now deprecated", "no longer deprecated"),
    "enumOpen": ("now open to values that are not listed", "no longer open to unlisted values"),
    "readOnly": ("now read-only", "no longer read-only"),
    "secret": ("now secret", "no longer secret"),
    "uniqueItems": ("now without equal items", "now with equal items allowed"),
    "updateOnly": ("now update-only", "no longer update-only"),
    "writeOnly": ("now write-only", "no longer write-only"),
}


def field_phrases(changes: Sequence[Change]) -> Iterator[str]:
    """Yield a phrase for each changed field of one property, step or connector."""
    by_field = {change.field: change for change in changes}
    for change in changes:
        if change.field == "requirement":
            yield _requirement(change, by_field.get("requiredWhen"))
        elif change.field != "requiredWhen" or "requirement" not in by_field:
            yield _phrase(change)


def conditions(value: Any) -> str:
    """Return conditions as ``mode is "a" or "b" and ssh is true``."""
    return conditions_in_words([(each["property"], each["in"]) for each in value], show_value)


def required_where(added: Property | None) -> str:
    """Return whether an added property is required, and where: ``required where mode is "a"``; empty if it is not."""
    if added is None or added.requirement not in ("required", "conditional"):
        return ""
    if added.requirement == "required":
        return "required"
    if not added.required_when:
        return ""
    return f"required where {conditions([condition.to_json() for condition in added.required_when])}"


def _requirement(change: Change, condition: Change | None) -> str:
    before, after = change.before, change.after
    if condition is not None and after == "conditional":
        return f"now required where {conditions(condition.after)}"
    if condition is not None and before == "conditional" and after != "required":
        return f"no longer required where {conditions(condition.before)}"
    if after == "required":
        return "now required"
    if before == "required":
        return "no longer required"
    return f"requirement {_word(before)} → {_word(after)}"


def _phrase(change: Change) -> str:
    field = change.field.removeprefix("items.")
    prefix = "items: " if field != change.field else ""
    return prefix + _PHRASES.get(field, _value_phrase)(field, change)


def _flag_phrase(field: str, change: Change) -> str:
    return _FLAGS[field][0 if change.after is True else 1]


def _condition_phrase(field: str, change: Change) -> str:
    verb, before, after = CONDITIONS[field], change.before, change.after
    if after is NOT_STATED:
        return f"no longer {verb} only where {conditions(before)}"
    was = "" if before is NOT_STATED else f" (before: where {conditions(before)})"
    return f"now {verb} where {conditions(after)}{was}"


def _values_phrase(_field: str, change: Change) -> str:
    before, after = change.before, change.after
    if before is NOT_STATED:
        return f"values now listed: {show_values(after)}"
    if after is NOT_STATED:
        return f"values no longer listed: {show_values(before)}"
    lost, gained = _without(before, after), _without(after, before)
    parts = [("values removed", lost), ("values added", gained)]
    return "; ".join(f"{words}: {show_values(values)}" for words, values in parts if values)


def _type_phrase(_field: str, change: Change) -> str:
    before, after = (_type(value, owner) for value, owner in ((change.before, change.old), (change.after, change.new)))
    return f"type {before} → {after}"


def _type(value: Any, owner: Property | None) -> str:
    if value is NOT_STATED:
        return "any"
    return join_or([_type_word(word, owner) for word in (value if isinstance(value, list) else [value])])


def _type_word(word: str, owner: Property | None) -> str:
    items = owner.items if owner is not None and word == "array" else None
    return f"array of {_items(items)}" if items is not None and items.types else word


def _items(items: Items) -> str:
    return join_or([_PLURALS.get(word, f"{word}s") for word in items.types])


def _items_phrase(_field: str, change: Change) -> str:
    before, after = (
        "any" if value is NOT_STATED or "type" not in value else _type(value["type"], None)
        for value in (change.before, change.after)
    )
    return f"type of items {before} → {after}"


def _selector_phrase(_field: str, change: Change) -> str:
    before, after = change.before, change.after
    if {**before, "required": after["required"]} == after:
        return f"selector {after['property']} {'now' if after['required'] else 'no longer'} required"
    words = [f"{selector['property']} {show_value(selector['value'])}" for selector in (before, after)]
    return f"selected by {words[1]} instead of {words[0]}"


def _value_phrase(field: str, change: Change) -> str:
    name, before, after = _NAMES.get(field, field), change.before, change.after
    if isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > LONGEST_VALUE:
        start = max(0, _common_start(before, after) - _CONTEXT)
        cut = "…" if start else ""
        return f"{name} {cut}{show_value(before[start:])} → {cut}{show_value(after[start:])}"
    if before is NOT_STATED:
        return f"{name} {show_value(after)} added"
    return f"{name} {show_value(before)} {'removed' if after is NOT_STATED else f'→ {show_value(after)}'}"


def _common_start(first: str, second: str) -> int:
    """Return the number of characters at the start that two texts share."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(first), len(second)))


def _word(value: Any) -> str:
    return "not stated" if value is NOT_STATED else str(value)


def _without(values: list[Any], others: list[Any]) -> list[Any]:
    excluded = Among(others)
    return [value for value in values if value not in excluded]


_PHRASES: dict[str, Callable[[str, Change], str]] = {
    **dict.fromkeys(_FLAGS, _flag_phrase),
    **dict.fromkeys(CONDITIONS, _condition_phrase),
    "enum": _values_phrase,
    "items": _items_phrase,
    "selector": _selector_phrase,
    "type": _type_phrase,
}
"""How a change of each field is described; other fields are described by their name and their values."""

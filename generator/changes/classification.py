"""Finds the rule of each change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Items, Property
from generator.changes.change import Change, Kind, Openness, Subject
from generator.changes.request_scope import applies_in, expected_in, required_in
from generator.changes.value_rules import LIMITS, default_rule, form_rule, limit_rule, types_rule, values_rule

PartOf = Callable[[str, str], str]
"""A function from a connector's key and a step to the part of requests that holds the step's properties."""

_RULES_BY_KIND = {
    (Subject.CONNECTOR, Kind.ADDED): "connector-added",
    (Subject.CONNECTOR, Kind.REMOVED): "connector-removed",
    (Subject.STEP, Kind.ADDED): "step-added",
    (Subject.STEP, Kind.REMOVED): "step-removed",
    (Subject.PROPERTY, Kind.RENAMED): "property-renamed",
    (Subject.VARIANT, Kind.ADDED): "variant-added",
    (Subject.VARIANT, Kind.REMOVED): "variant-removed",
}
_FLAGS = {
    "readOnly": ("became-read-only", "became-settable"),
    "createOnly": ("became-create-only", "became-settable"),
    "updateOnly": ("became-update-only", "became-settable"),
    "writeOnly": ("became-write-only", "became-readable"),
    "secret": ("became-secret", "became-public"),
    "deprecated": ("became-deprecated", "deprecation-dropped"),
    "additionalProperties": ("opened", "closed"),
}
"""The rules for setting a flag and for removing it."""


def rule_of(change: Change, part_of: PartOf, deciding: frozenset[str] = frozenset()) -> str:
    """Return the code of the rule that a change falls under.

    Args:
        change: The change.
        part_of: Returns the part of requests that holds a step's properties.
        deciding: The names of the properties that decide whether others of the same connector are required.
    """
    rule = _RULES_BY_KIND.get((change.subject, change.kind))
    if rule is not None:
        return rule
    if change.kind is Kind.MOVED:
        is_same_part = part_of(change.key, str(change.before)) == part_of(change.key, str(change.after))
        return "property-in-other-step" if is_same_part else "property-moved"
    if change.kind is Kind.ADDED and change.new is not None:
        return _added_rule(change, change.new)
    if change.kind is Kind.REMOVED and change.old is not None:
        return _removed_rule(change, change.old)
    code = _field_rule(change, deciding)
    # Validators refuse a read-only property of an envelope, and accept one of a connector.
    return f"{code}-in-envelope" if code == "became-read-only" and change.is_of_envelope else code


def _added_rule(change: Change, new: Property) -> str:
    if not required_in(new).is_empty:
        return "required-property-added"
    return "property-added" if change.holder[0] is Openness.CLOSED else "property-added-to-open-object"


def _removed_rule(change: Change, old: Property) -> str:
    if change.holder[1] is not Openness.CLOSED:
        return "property-removed-from-open-object" if change.holder[1] is Openness.OPEN else "object-became-free-form"
    return "write-only-property-removed" if old.write_only else "property-removed"


def _field_rule(change: Change, deciding: frozenset[str]) -> str:
    """Return the rule of a change of a field."""
    before, after = change.before, change.after
    if change.field == "absentFrom":
        is_absent = after is not NOT_STATED
        subject = "connector" if change.subject is Subject.CONNECTOR else "property"
        return f"{subject}-undocumented" if is_absent else f"{subject}-documented"
    if change.subject is Subject.PROPERTY and change.old is not None and change.new is not None:
        return _property_rule(change, change.old, change.new, deciding)
    if change.field == "status":
        return "connector-undocumented" if after == "listed" else "connector-documented"
    if change.field == "rules":
        old_rules, new_rules = (value if isinstance(value, list) else [] for value in (before, after))
        return "rules-added" if any(rule not in old_rules for rule in new_rules) else "rules-dropped"
    if change.field == "selector":
        return _selector_rule(before, after)
    return _flag_rule(change.field, before, after) or "wording"


def _selector_rule(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if {**before, "required": True} != {**after, "required": True}:
        return "selector-changed"
    return "became-required" if after["required"] else "became-optional"


def _flag_rule(field: str, before: Any, after: Any) -> str:
    if field not in _FLAGS:
        return ""
    gained, lost = _FLAGS[field]
    was_set, is_set = (value is not NOT_STATED and bool(value) for value in (before, after))
    return gained if is_set and not was_set else lost


def _property_rule(change: Change, old: Property, new: Property, deciding: frozenset[str]) -> str:
    field = change.field.removeprefix("items.")
    if field in ("default", "defaultWhen"):
        return default_rule(old, new, deciding)
    if field in _COMPARISONS:
        return _COMPARISONS[field](old, new)
    return (
        _accepted_values_rule(change, field, old, new)
        or _flag_rule(field, change.before, change.after)
        or _RULES_BY_FIELD.get(field, "wording")
    )


def _accepted_values_rule(change: Change, field: str, old: Property, new: Property) -> str:
    """Return the rule of a change of a field that limits the values; empty for any other field."""
    owners = (old, new) if field == change.field else (old.items or Items(), new.items or Items())
    if field in ("enum", "const", "enumOpen"):
        return values_rule(*owners, were_open=bool(old.enum_open), are_open=bool(new.enum_open))
    if field == "type":
        return types_rule(*owners)
    if field in LIMITS:
        return limit_rule(field, change.before, change.after, *owners)
    return form_rule(field, change.before, change.after) if field in ("format", "pattern") else ""


def _requirement_rule(old: Property, new: Property) -> str:
    if (new.requirement == "readOnly") != (old.requirement == "readOnly"):
        return "became-read-only" if new.requirement == "readOnly" else "became-settable"
    before, after = required_in(old), required_in(new)
    if not before.covers(after):
        return "became-required"
    return "requirement-restated" if after.covers(before) else "became-optional"


def _applicability_rule(old: Property, new: Property) -> str:
    return "applicability-widened" if applies_in(new).covers(applies_in(old)) else "applicability-changed"


def _expectation_rule(old: Property, new: Property) -> str:
    return "applicability-widened" if expected_in(old).covers(expected_in(new)) else "applicability-changed"


def _deprecated_values_rule(old: Property, new: Property) -> str:
    gained = [value for value in new.deprecated_values or () if value not in (old.deprecated_values or ())]
    return "applicability-changed" if gained else "deprecation-dropped"


def _items_rule(old: Property, _new: Property) -> str:
    return "type-narrowed" if old.items is None else "type-widened"


_COMPARISONS: dict[str, Callable[[Property, Property], str]] = {
    "requirement": _requirement_rule,
    "requiredWhen": _requirement_rule,
    "appliesWhen": _applicability_rule,
    "expectedWhen": _expectation_rule,
    "deprecatedValues": _deprecated_values_rule,
    "items": _items_rule,
}
"""Functions that compare the old and the new property, by the field that differs."""

_RULES_BY_FIELD = {"encoding": "encoding-changed", "separator": "encoding-changed", "unit": "unit-changed"}
"""The rules of fields whose changes all fall under the same rule."""

"""Finds the rule of a change. What is accepted is compared as the validators would check it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.catalog.among import Among
from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Items, Property
from generator.changes.change import Change, Kind, Subject
from generator.changes.demand import demand_of

PartOf = Callable[[str, str], str]
"""A function from a connector's key and a step to the part of requests that holds the step's properties."""

_WHOLE = {
    (Subject.CONNECTOR, Kind.ADDED): "connector-added",
    (Subject.CONNECTOR, Kind.REMOVED): "connector-removed",
    (Subject.PROPERTY, Kind.RENAMED): "property-renamed",
    (Subject.VARIANT, Kind.ADDED): "variant-added",
    (Subject.VARIANT, Kind.REMOVED): "variant-removed",
}
_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems")
_LIMITS = (*_LOWER, "maxLength", "maximum", "exclusiveMaximum", "maxItems")
_FORMS = ("format", "pattern")
_FLAGS = {
    "readOnly": ("became-read-only", "became-settable"),
    "createOnly": ("became-create-only", "became-settable"),
    "updateOnly": ("became-update-only", "became-settable"),
    "writeOnly": ("became-write-only", "became-readable"),
    "secret": ("became-secret", "became-public"),
    "deprecated": ("became-deprecated", "deprecation-dropped"),
    "uniqueItems": ("limit-tightened", "limit-loosened"),
    "additionalProperties": ("opened", "closed"),
    "absentFrom": ("property-undocumented", "property-documented"),
}
_OF_DEFAULTS = ("default", "defaultWhen")


def rule_of(change: Change, part_of: PartOf, deciding: frozenset[str] = frozenset()) -> str:
    """Return the code of the rule that a change falls under.

    Args:
        change: The change.
        part_of: Which part of requests holds a step's properties.
        deciding: The names of properties that decide whether others of the same connector are required.
    """
    whole = _WHOLE.get((change.subject, change.kind))
    if whole is not None:
        return whole
    if change.kind is Kind.MOVED:
        same = part_of(change.key, str(change.before)) == part_of(change.key, str(change.after))
        return "property-in-other-step" if same else "property-moved"
    if change.kind is Kind.ADDED and change.new is not None:
        return _added(change.new)
    if change.kind is Kind.REMOVED and change.old is not None:
        return _removed(change.old)
    if change.subject is Subject.PROPERTY and change.old is not None and change.new is not None:
        return _changed(change, change.old, change.new, deciding)
    return _of_others(change)


def _added(new: Property) -> str:
    return "required-property-added" if demand_of(new).can_refuse else "property-added"


def _removed(old: Property) -> str:
    return "write-only-property-removed" if old.write_only else "property-removed"


def _of_others(change: Change) -> str:
    """Return the rule of a changed field of a connector, a step or a variant."""
    before, after = change.before, change.after
    if change.field == "status":
        return "connector-undocumented" if after == "listed" else "connector-documented"
    if change.field == "rules":
        rules = [value if isinstance(value, list) else [] for value in (before, after)]
        return "rules-added" if any(each not in rules[0] for each in rules[1]) else "rules-dropped"
    return _selector(before, after) if change.field == "selector" else _flag(change.field, before, after) or "wording"


def _selector(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if dict(before, required=True) != dict(after, required=True):
        return "selector-changed"
    return "became-required" if after["required"] else "became-optional"


def _changed(change: Change, old: Property, new: Property, deciding: frozenset[str]) -> str:
    field = change.field.removeprefix("items.")
    owners = (old, new) if field == change.field else (old.items or Items(), new.items or Items())
    if field in _OF_DEFAULTS:
        return "deciding-default-changed" if new.name in deciding else "default-changed"
    if field in _LIMITS:
        return _limit(change.before, change.after, is_lower=field in _LOWER)
    if field in _FORMS:
        return _form(change.before, change.after)
    compare = _COMPARED.get(field)
    return compare(*owners) if compare is not None else _flag(field, change.before, change.after) or "wording"


def _flag(field: str, before: Any, after: Any) -> str:
    if field not in _FLAGS:
        return ""
    gained, lost = _FLAGS[field]
    is_set = [value is not NOT_STATED and bool(value) for value in (before, after)]
    return gained if is_set[1] and (not is_set[0] or field == "absentFrom") else lost


def _demand(old: Property, new: Property) -> str:
    if (new.requirement == "readOnly") != (old.requirement == "readOnly"):
        return "became-read-only" if new.requirement == "readOnly" else "became-settable"
    before, after = demand_of(old), demand_of(new)
    if not before.covers(after):
        return "became-required"
    return "requirement-restated" if after.covers(before) else "became-optional"


def _accepted(owner: Property | Items) -> tuple[Any, ...] | None:
    """Return the only values that are accepted; ``None`` where others are."""
    if isinstance(owner, Items):
        return owner.enum
    return None if owner.enum_open and owner.enum else owner.accepted


def _values(before: Property | Items, after: Property | Items) -> str:
    old, new = _accepted(before), _accepted(after)
    if new is None:
        if old is not None:
            return "values-added"
        # Both accept what is not listed; a list that is open warns about it.
        return "unlisted-value-warned" if after.enum and not _has_all(after.enum, before.enum) else "values-restated"
    if old is None:
        return "values-removed"
    lost, gained = not _has_all(new, old), not _has_all(old, new)
    if lost:
        return "values-replaced" if gained else "values-removed"
    return "values-added" if gained else "values-restated"


def _has_all(values: tuple[Any, ...], wanted: tuple[Any, ...] | None) -> bool:
    known = Among(values)
    return wanted is not None and all(each in known for each in wanted)


def _types(old: Property | Items, new: Property | Items) -> str:
    before, after = (_simple(each.types) for each in (old, new))
    if before <= after:
        return "requirement-restated" if before == after else "type-widened"
    return "type-narrowed" if after <= before else "type-changed"


def _simple(types: tuple[str, ...]) -> frozenset[str]:
    """Return types as sets of values: no type accepts all, and every integer is a number."""
    every = ("array", "boolean", "integer", "null", "number", "object", "string")
    found = frozenset(types or every)
    return found | {"integer"} if "number" in found else found


def _limit(before: Any, after: Any, *, is_lower: bool) -> str:
    if before is NOT_STATED or after is NOT_STATED:
        return "limit-tightened" if before is NOT_STATED else "limit-loosened"
    return "limit-tightened" if (after > before) == is_lower else "limit-loosened"


def _form(before: Any, after: Any) -> str:
    if before is NOT_STATED:
        return "form-stated"
    return "form-dropped" if after is NOT_STATED else "form-changed"


def _items(old: Property, _new: object) -> str:
    return "type-narrowed" if old.items is None else "type-widened"


def _applicability(_old: object, _new: object) -> str:
    return "applicability-changed"


def _encoding(_old: object, _new: object) -> str:
    return "encoding-changed"


def _unit(_old: object, _new: object) -> str:
    return "unit-changed"


_COMPARED: dict[str, Callable[[Any, Any], str]] = {
    **dict.fromkeys(("requirement", "requiredWhen"), _demand),
    **dict.fromkeys(("enum", "const", "enumOpen"), _values),
    **dict.fromkeys(("appliesWhen", "expectedWhen", "deprecatedValues"), _applicability),
    **dict.fromkeys(("encoding", "separator"), _encoding),
    "items": _items,
    "type": _types,
    "unit": _unit,
}
"""How the old and the new property, or their items, are compared where a field differs."""

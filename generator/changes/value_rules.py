"""Finds the rule of a change to the values that a property accepts, as the validators check them."""

from __future__ import annotations

import math
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Items, Property
from templates.connector_catalog import value_limits
from templates.connector_catalog.constraints import Among
from templates.connector_catalog.value_limits import limits_of_type

Owner = Property | Items
"""A property, or the items of a list."""

_CHECKED_FORMATS = ("date", "date-time")
_LOWER_BOUNDS = frozenset(each.keyword for each in limits_of_type("number") if each.end == "lower")
_UPPER_BOUNDS = frozenset(each.keyword for each in limits_of_type("number") if each.end == "upper")
_LEAST = frozenset(each.keyword for each in value_limits.LIMITS if each.end == "lower") - _LOWER_BOUNDS
_WITHOUT_END = frozenset(each.keyword for each in value_limits.LIMITS if each.end is None)
LIMITS = frozenset(each.keyword for each in value_limits.LIMITS)


def types_rule(old: Owner, new: Owner) -> str:
    """Return the rule of a change of types."""
    before, after = (_all_types(owner.types) for owner in (old, new))
    if before <= after:
        return "requirement-restated" if before == after else "type-widened"
    return "type-narrowed" if after <= before else "type-changed"


def _all_types(types: tuple[str, ...]) -> frozenset[str]:
    """Return the types that are accepted: all where none is stated, and integers where numbers are."""
    accepted = frozenset(types or ("array", "boolean", "integer", "null", "number", "object", "string"))
    return accepted | {"integer"} if "number" in accepted else accepted


def values_rule(old: Owner, new: Owner, *, were_open: bool, are_open: bool) -> str:
    """Return the rule of a change of listed values.

    Args:
        old: The old property or items.
        new: The new property or items.
        were_open: Whether values that are not listed were accepted.
        are_open: Whether values that are not listed are accepted.
    """
    before, after = _accepted(old, is_open=were_open), _accepted(new, is_open=are_open)
    if after is None:
        if before is not None:
            return "values-added"
        # Both accept what is not listed; a list that is open warns about it.
        return "unlisted-value-warned" if new.enum and not _has_all_of(new.enum, old.enum) else "values-restated"
    if before is None:
        return "values-removed"
    lost, gained = not _has_all_of(after, before), not _has_all_of(before, after)
    if lost:
        return "values-replaced" if gained else "values-removed"
    return "values-added" if gained else "values-restated"


def _accepted(owner: Owner, *, is_open: bool) -> tuple[Any, ...] | None:
    """Return the only values that are accepted; ``None`` where others are accepted too."""
    listed = owner.enum if isinstance(owner, Items) else owner.accepted
    if listed is not None and not (is_open and owner.enum):
        return listed
    domain = {"boolean": (False, True), "null": (None,)}
    is_finite = owner.types and all(type_ in domain for type_ in owner.types)
    return tuple(value for type_ in owner.types for value in domain[type_]) if is_finite else None


def _has_all_of(values: tuple[Any, ...], others: tuple[Any, ...] | None) -> bool:
    present = Among(values)
    return others is not None and all(value in present for value in others)


def limit_rule(field: str, before: Any, after: Any, old: Owner, new: Owner) -> str:
    """Return the rule of a change of a limit.

    Args:
        field: The name of the limit in JSON.
        before: The old limit.
        after: The new limit.
        old: The property or items with the old limit.
        new: The property or items with the new limit.
    """
    if field in _WITHOUT_END:
        # Of two such limits, neither is known to be the stricter one.
        return "limit-loosened" if after is NOT_STATED or after is False else "limit-tightened"
    if field in _LOWER_BOUNDS:
        old_bound, new_bound = (
            _bound(owner.minimum, _exclusive(owner, "exclusive_minimum"), 1, owner) for owner in (old, new)
        )
    elif field in _UPPER_BOUNDS:
        old_bound, new_bound = (
            _bound(owner.maximum, _exclusive(owner, "exclusive_maximum"), -1, owner) for owner in (old, new)
        )
    else:
        sign = 1 if field in _LEAST else -1
        old_bound, new_bound = (_bound(_number(limit), None, sign, None) for limit in (before, after))
    if old_bound == new_bound:
        return "limit-restated"
    return "limit-tightened" if new_bound > old_bound else "limit-loosened"


def _bound(included: float | None, excluded: float | None, sign: int, owner: Owner | None) -> tuple[float, bool]:
    """Return the stricter of two bounds, and whether the bound itself is excluded. A greater result refuses more.

    Args:
        included: The bound that is itself accepted, if any.
        excluded: The bound that is itself refused, if any.
        sign: 1 for lower bounds, -1 for upper ones.
        owner: The property or items with the bounds; ``None`` for bounds of a length.
    """
    bounds = [(-math.inf, False)]
    if included is not None:
        bounds.append((sign * included, False))
    if excluded is not None:
        # The next integer is the first that is accepted.
        is_integer = owner is not None and owner.types == ("integer",)
        bounds.append((math.floor(sign * excluded) + 1, False) if is_integer else (sign * excluded, True))
    return max(bounds)


def _exclusive(owner: Owner, field: str) -> float | None:
    return getattr(owner, field, None)


def _number(value: Any) -> float | None:
    return None if value is NOT_STATED else value


def form_rule(field: str, before: Any, after: Any) -> str:
    """Return the rule of a change of a format or pattern.

    Args:
        field: ``format`` or ``pattern``.
        before: The old one.
        after: The new one.
    """
    is_checked = [
        value is not NOT_STATED and (field == "pattern" or value in _CHECKED_FORMATS) for value in (before, after)
    ]
    if not any(is_checked):
        return "unchecked-format"
    if not is_checked[0]:
        return "form-stated"
    return "form-changed" if is_checked[1] else "form-dropped"


def default_rule(old: Property, new: Property, deciding: frozenset[str]) -> str:
    """Return the rule of a change of a default.

    Args:
        old: The old property.
        new: The new property.
        deciding: The names of the properties that decide whether others are required.
    """
    if new.name in deciding:
        return "deciding-default-changed"
    has_one_value = all(property_.accepted is not None and len(property_.accepted) == 1 for property_ in (old, new))
    return "only-value-as-default" if has_one_value else "default-changed"

"""Resolve the names and values in a property's conditions to sibling properties and their values."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from generator.catalog.condition import Condition
from generator.catalog.listed_values import spelled_alike, spelling_key
from generator.catalog.passes.scope import Scope
from generator.catalog.property import Property
from generator.catalog.values import is_accepted, literal
from templates.connector_catalog.constraints import is_among, matches

FIELDS = ("required_when", "applies_when", "expected_when")
"""The fields that hold conditions."""

UNREAD = "The vendor's page states a condition that the catalog does not express."
"""The note of a property whose condition names something else than a property of the step."""

_SIMILAR = 0.8
"""The least similarity of two spellings of one name, as :func:`difflib.get_close_matches` measures it."""


def with_resolved_conditions(property_: Property, siblings: Sequence[Property], scope: Scope) -> Property:
    """Return a property whose conditions name siblings and their values; conditions that name others are left out."""
    for field in FIELDS:
        conditions = getattr(property_, field)
        if conditions is not None:
            property_ = _with_resolved(property_, field, conditions, siblings, scope)
    return property_


def _with_resolved(
    property_: Property, field: str, conditions: Sequence[Condition], siblings: Sequence[Property], scope: Scope
) -> Property:
    on_id = [each for each in conditions if each.property in scope.id_names]
    if any(scope.type not in each.values for each in on_id):
        # Several connectors share the sentence, and this condition is about the others.
        return _without_condition(property_, field)
    resolved = [_resolved(each, property_, siblings, scope) for each in conditions if each not in on_id]
    if not all(resolved):
        return _with_note(_without_condition(property_, field))
    if resolved:
        return property_.with_fields(**{field: tuple(resolved)})
    unconditional = property_.without_fields(field)
    return unconditional.with_fields(requirement="required") if field == "required_when" else unconditional


def _without_condition(property_: Property, field: str) -> Property:
    """Return a property without a condition, and without the requirement that the condition decides."""
    fields = (field, "requirement") if field == "required_when" else (field,)
    return property_.without_fields(*fields)


def _with_note(property_: Property) -> Property:
    return property_ if property_.note is not None else property_.with_inferred(note=UNREAD)


def _resolved(
    condition: Condition, property_: Property, siblings: Sequence[Property], scope: Scope
) -> Condition | None:
    other = _sibling(condition, siblings)
    if other is None:
        message = f"the condition names {condition.property!r}, which the step does not define; ignoring it"
        scope.warn("condition-property", message, property_)
        return None
    if not _is_same_name(other.name, condition.property):
        message = f"the condition names {condition.property!r}; taking it for {other.name}"
        scope.note("condition-name", message, property_)
    values = tuple(_as_listed(value, other) for value in condition.values)
    possible = tuple(value for value in values if _is_possible(value, other))
    if len(possible) < len(values):
        impossible = next(value for value in values if value not in possible)
        where = f" (at {other.place})" if other.sources else ""
        ignored = "the condition never holds" if not possible else "a part of the condition never holds"
        message = f"{ignored}: {other.name}{where} cannot be {impossible!r}; ignoring it"
        scope.warn("condition-value", message, property_)
    return condition.with_fields(property=other.name, values=possible) if possible else None


def _sibling(condition: Condition, siblings: Sequence[Property]) -> Property | None:
    """Return the sibling that a condition names.

    By its name, else by a similar one that can have the values, else the only one that lists all the values.
    """
    same = next((each for each in siblings if _is_same_name(each.name, condition.property)), None)
    if same is not None:
        return same
    candidates = {spelling_key(each.name): each for each in siblings if _can_have(each, condition)}
    similar = get_close_matches(spelling_key(condition.property), candidates, 1, _SIMILAR)
    if similar:
        return candidates[similar[0]]
    with_list = [each for each in candidates.values() if each.enum is not None]
    return with_list[0] if len(with_list) == 1 else None


def _can_have(other: Property, condition: Condition) -> bool:
    return any(_is_possible(_as_listed(value, other), other) for value in condition.values)


def _as_listed(value: object, other: Property) -> object:
    """Return a condition's value in the spelling of the other property's listed values, or in its type."""
    same = spelled_alike(value, other.enum or ())
    return same[0] if len(same) == 1 else literal(value, other.types)


def _is_possible(value: object, other: Property) -> bool:
    if other.enum is not None:
        return is_among(value, other.enum)
    if other.pattern is not None and isinstance(value, str) and not matches(other.pattern, value):
        return False
    return is_accepted(value, other.types) and (other.accepted is None or is_among(value, other.accepted))


def _is_same_name(name: str, other: str) -> bool:
    """Return whether two spellings name one property; documents spell out "authentication", names shorten it."""
    first, second = (spelling_key(each).replace("authentication", "auth") for each in (name, other))
    return first == second

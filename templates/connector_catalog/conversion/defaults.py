"""Converts the defaults of properties that a payload leaves out. Standard library only.

A default is converted if the counterpart has another default, is required, or decides about converted properties: a
condition refers to it, or it selects a variant. A default is not converted if the payload's vendor requires the
property, or if the property does not apply to the payload.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..constraints import is_same
from ..paths import NOT_GIVEN, value_at
from .collecting import Gaps, Path
from .conditions import default_of, may_apply, subjects_of
from .drafts import Draft, Leaf, put
from .mappings import PropertyMapping, Target
from .plan import Plan
from .properties import NO_DEFAULT, Property, names_of, places_at
from .values import NotConvertedError, converted_values

_CONVERTED = "left out; its default is converted, because its counterpart has another default or none"
_LOST = "left out; its counterpart has another default and does not accept this one"


class _Default(NamedTuple):
    """The default of a property that a payload leaves out."""

    place: Property
    value: Any


def add_defaults(plan: Plan, given: Mapping[str, Any], draft: Draft, gaps: Gaps, part: Path) -> None:
    """Add the defaults of properties that a payload leaves out to the draft.

    Args:
        plan: The plan of the two connectors.
        given: The connector's properties in the payload.
        draft: The draft of the request, with all given values.
        gaps: Where the defaults are noted.
        part: Path of the connector's properties in the payload.
    """
    for mapping in plan.with_defaults:
        if any(names_of(path)[0] in given for path in mapping.sources):
            continue
        default = _default_of_source(plan, mapping, given)
        if default is not None:
            _add_default(default, mapping, plan, draft, gaps, part)


def _add_default(default: _Default, mapping: PropertyMapping, plan: Plan, draft: Draft, gaps: Gaps, part: Path) -> None:
    """Add a default to the draft, unless the target has the same one, or none that is known and needs no value."""
    target, path = mapping.targets[0], (*part, default.place.path)
    is_needed = _needs_value(plan, target, draft)
    target_default = NO_DEFAULT if is_needed else _default_of_target(plan, target, draft)
    if target_default is NO_DEFAULT and not is_needed:
        return
    try:
        values = converted_values(default.value, mapping, default.place, target.places)
    except NotConvertedError:
        gaps.add(path, "other-default", _LOST)
        return
    is_other = is_needed or not is_same(values[0], target_default)
    if is_other and put(draft, target.names, (), Leaf(values, None)):
        gaps.add(path, "default", _CONVERTED, "note")


def _default_of_source(plan: Plan, mapping: PropertyMapping, given: Mapping[str, Any]) -> _Default | None:
    """Return the default of the property in the payload's connector; ``None`` if no default applies."""
    siblings = {name: each.place for name, each in plan.root.below.items()}
    first, *rest = names_of(mapping.sources[0])
    top = siblings[first]
    values = {name: (each,) for name, each in given.items()}
    if _is_required(top) or not may_apply(top, values, siblings):
        return None
    default = default_of(top, given)
    if default is NO_DEFAULT:
        return None
    if not rest:
        return _Default(top, default)
    # The default of an object contains the defaults of its properties.
    inner = value_at(".".join(rest), default)
    return None if inner is NOT_GIVEN else _Default(places_at((first, *rest), plan.source)[0], inner)


def _needs_value(plan: Plan, target: Target, draft: Draft) -> bool:
    """Return whether the draft lacks a value: of a required property, a selector, or one that a condition names."""
    *above, name = target.names
    top = places_at(target.names[:1], plan.target)[0]
    if not above:
        return _is_required(top) or name in _conditions(plan, draft)
    holder = value_at(".".join(above), draft)
    if isinstance(holder, dict):
        return name not in holder and (_is_required(target.places[0]) or _selects(target, plan))
    return _is_required(top) and _selects(target, plan)


def _default_of_target(plan: Plan, target: Target, draft: Draft) -> Any:
    """Return the default that a property has where the draft lacks it; ``NO_DEFAULT`` if it is not known."""
    *above, name = target.names
    top = places_at(target.names[:1], plan.target)[0]
    if not above:
        return default_of(top, draft)
    holder = value_at(".".join(above), draft)
    if isinstance(holder, dict):
        return NO_DEFAULT if name in holder else target.places[0].default
    default = NO_DEFAULT if _is_required(top) else default_of(top, draft)
    inner = NOT_GIVEN if default is NO_DEFAULT else value_at(".".join(target.names[1:]), default)
    return NO_DEFAULT if inner is NOT_GIVEN else inner


def _is_required(place: Property) -> bool:
    return place.definition.get("requirement") == "required"


def _conditions(plan: Plan, draft: Draft) -> set[str]:
    """Return the missing properties that conditions of the draft's properties name."""
    known = plan.target.objects[0]
    return {name for each in draft if each in known for name in subjects_of(known[each])} - draft.keys()


def _selects(target: Target, plan: Plan) -> bool:
    """Return whether a property is the selector of the object that has it."""
    above = places_at(target.names[:-1], plan.target)
    return any(each.selector is not None and each.selector.name == target.names[-1] for each in above)

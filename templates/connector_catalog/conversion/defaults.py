"""Converts the defaults of properties that a payload leaves out. Standard library only.

A default is converted if the counterpart has another default, is required, or decides about converted properties: a
condition refers to it, or it selects a variant. A default is not converted if the payload's vendor requires the
property, or if the property does not apply to the payload.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..constraints import is_same
from ..paths import NOT_GIVEN, value_at
from .carries import Carry, Target
from .collecting import Gaps, Path
from .conditions import default_of, may_apply, subjects_of
from .drafts import Draft, Leaf, put
from .plan import Plan
from .properties import NO_DEFAULT, Property, found_at, names_of
from .values import NotCarriedError, carried

_CARRIED = "left out; its default is converted, because its counterpart has another default or none"
_LOST = "left out; its counterpart has another default and does not accept this one"
_NOT_NEEDED: Any = object()


def add_defaults(plan: Plan, given: Mapping[str, Any], draft: Draft, gaps: Gaps, part: Path) -> None:
    """Add the defaults of properties that a payload leaves out to the draft.

    Args:
        plan: The plan of the two connectors.
        given: The connector's properties in the payload.
        draft: The draft of the request, with all given values.
        gaps: Where the defaults are noted.
        part: Path of the connector's properties in the payload.
    """
    for carry in plan.with_defaults:
        target = carry.targets[0]
        if any(names_of(path)[0] in given for path in carry.sources):
            continue
        place, default = _default(plan, carry, given)
        other = _NOT_NEEDED if place is None else _other_default(plan, target, draft)
        if place is None or other is _NOT_NEEDED:
            continue
        try:
            values = carried(default, carry, place, target.places)
        except NotCarriedError:
            gaps.add((*part, place.path), "other-default", _LOST)
            continue
        is_needed = other is NO_DEFAULT or not is_same(values[0], other)
        if is_needed and put(draft, target.names, (), Leaf(values, None)):
            gaps.add((*part, place.path), "default", _CARRIED, "note")


def _default(plan: Plan, carry: Carry, given: Mapping[str, Any]) -> tuple[Property | None, Any]:
    """Return the property of the payload's connector and its default; no property if no default applies."""
    siblings = {name: each.found for name, each in plan.root.below.items()}
    first, *rest = names_of(carry.sources[0])
    top = siblings[first]
    values = {name: (each,) for name, each in given.items()}
    if top.stated.get("requirement") == "required" or not may_apply(top, values, siblings):
        return None, NO_DEFAULT
    default = default_of(top, given)
    if not rest or default is NO_DEFAULT:
        return (None if default is NO_DEFAULT else top), default
    # The default of an object contains the defaults of its properties.
    inner, places = value_at(".".join(rest), default), found_at((first, *rest), plan.own)
    return (None if inner is NOT_GIVEN else places[0]), inner


def _other_default(plan: Plan, target: Target, draft: Draft) -> Any:
    """Return the default of the counterpart; ``NO_DEFAULT`` if it needs a value, ``_NOT_NEEDED`` if it needs none."""
    *above, name = target.names
    top = found_at(target.names[:1], plan.target)[0]
    if not above:
        return NO_DEFAULT if name in _conditions(plan, draft) else _stated_default(top, default_of(top, draft))
    holder = value_at(".".join(above), draft)
    if isinstance(holder, dict):
        if name in holder:
            return _NOT_NEEDED
        return NO_DEFAULT if _selects(target, plan) else _stated_default(target.places[0], target.places[0].default)
    if top.stated.get("requirement") == "required":
        return NO_DEFAULT if _selects(target, plan) else _NOT_NEEDED
    default = default_of(top, draft)
    inner = NOT_GIVEN if default is NO_DEFAULT else value_at(".".join(target.names[1:]), default)
    return _NOT_NEEDED if inner is NOT_GIVEN else inner


def _conditions(plan: Plan, draft: Draft) -> set[str]:
    """Return the missing properties that conditions of the draft's properties name."""
    known = plan.target.objects[0]
    return {name for each in draft if each in known for name in subjects_of(known[each])} - draft.keys()


def _stated_default(place: Property, default: Any) -> Any:
    if place.stated.get("requirement") == "required":
        return NO_DEFAULT
    return _NOT_NEEDED if default is NO_DEFAULT else default


def _selects(target: Target, plan: Plan) -> bool:
    """Return whether a property is the selector of the object that has it."""
    above = found_at(target.names[:-1], plan.target)
    return any(each.selector is not None and each.selector.name == target.names[-1] for each in above)

"""Checks the fields of an entry's properties against each other.

Fields that contradict each other are a warning and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Any

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_steps
from generator.catalog.envelope import Entry
from generator.catalog.limits import broken_limit
from generator.catalog.listed_values import spelled_alike, spells_number
from generator.catalog.passes.conditions import with_resolved_conditions
from generator.catalog.passes.ranges import with_possible_limits
from generator.catalog.passes.scope import Scope
from generator.catalog.property import Property, Variant
from generator.catalog.values import is_accepted, literal
from templates.connector_catalog.constraints import is_among


def make_consistent(entry: Entry, context: Context) -> Entry:
    """Leave out the defaults, ranges, conditions and rules of an entry that contradict other fields."""
    id_names = context.id_names(entry.vendor, entry.role)

    def change(step: Step) -> Step:
        # One payload holds the properties of all steps: a condition may name a property of another step.
        others = tuple(each for other in entry.steps if other.name != step.name for each in other.properties)
        scope = Scope(f"{entry.key} {step.name}", entry.type, id_names, context.diagnostics)
        changed = step.with_fields(properties=_consistent_object(step.properties, others, scope))
        return _without_unknown_rules(changed, scope)

    return map_steps(entry, change)


def _consistent_object(
    properties: tuple[Property, ...], others: tuple[Property, ...], scope: Scope
) -> tuple[Property, ...]:
    """Return the consistent properties of one object; conditions may also name ``others``."""
    consistent = []
    for each in properties:
        changed = _with_listed_deprecations(_with_default(with_possible_limits(each, scope), scope))
        siblings = [other for other in (*properties, *others) if other is not each]
        changed = with_resolved_conditions(_with_resolved_defaults(changed, siblings), siblings, scope)
        if changed.requirement == "required" and changed.applies_when is not None:
            # A label says that it is required, a sentence when it has a meaning at all.
            changed = changed.with_inferred(requirement="conditional", required_when=changed.applies_when)
        consistent.append(changed.with_nested(lambda inner, _: _consistent_object(inner, (), scope)))
    return tuple(consistent)


def _with_default(property_: Property, scope: Scope) -> Property:
    default = property_.default
    if not property_.states_default:
        return property_
    same = _listed_default(property_)
    if len(same) == 1:
        return property_.with_fields(default=same[0])
    variant = next((each for each in property_.variants or () if _is_name_of(default, each)), None)
    if variant is not None:
        scope.note("default-of-variant", f"the default {default!r} is the name of a variant", property_)
        return property_.with_fields(default={variant.selector.property: variant.selector.value})
    fault = _fault_of_default(property_)
    if fault is None:
        return property_
    code, message = fault
    scope.warn(code, f"{message}; ignoring it", property_)
    return property_.without_fields("default")


def _listed_default(property_: Property) -> list[Any]:
    """Return the listed values that are another spelling of the default, which is not listed itself."""
    default, listed = property_.default, property_.accepted or ()
    if is_among(default, listed):
        return []
    return spelled_alike(default, listed) or [each for each in listed if spells_number(str(each), str(default))]


def _fault_of_default(property_: Property) -> tuple[str, str] | None:
    """Return the code and the message of what the default contradicts."""
    default = property_.default
    if property_.accepted is not None and not is_among(default, property_.accepted):
        return "default-outside", f"the default {default!r} is not among the listed values"
    if not is_accepted(default, property_.types):
        return "default-type", f"the type of the default {default!r} is not {' or '.join(property_.types)}"
    fault = broken_limit(property_, default)
    return None if fault is None else ("default-outside", f"the default {default!r} breaks a limit: {fault[1]}")


def _is_name_of(default: Any, variant: Variant) -> bool:
    names = (variant.selector.value, variant.title or variant.name)
    return isinstance(default, str) and bool(spelled_alike(default, names))


def _with_resolved_defaults(property_: Property, siblings: Sequence[Property]) -> Property:
    """Return a property whose other defaults name siblings; a name may end with ``*``."""
    resolved = []
    for each in property_.default_when or ():
        names = tuple(other.name for other in siblings if any(fnmatchcase(other.name, name) for name in each.any_given))
        value = _as_listed(each.value, property_)
        if names and value is not None:
            resolved.append(each.with_fields(any_given=names, value=value))
    return property_.with_fields(default_when=tuple(resolved) or None) if property_.default_when else property_


def _with_listed_deprecations(property_: Property) -> Property:
    """Return a property whose deprecated values are listed ones, in their spelling."""
    if property_.deprecated_values is None:
        return property_
    listed = [value for each in property_.deprecated_values if (value := _as_listed(each, property_)) is not None]
    if not listed:
        return property_.without_fields("deprecated_values")
    return property_.with_fields(deprecated_values=tuple(listed))


def _as_listed(value: Any, property_: Property) -> Any:
    """Return the listed value that is spelt like this one; without a list the value itself, if its type is right."""
    if property_.enum is None:
        value = literal(value, property_.types)
        return value if is_accepted(value, property_.types) else None
    same = spelled_alike(value, property_.enum)
    return same[0] if len(same) == 1 else None


def _without_unknown_rules(step: Step, scope: Scope) -> Step:
    """Return a step without the rules that name properties which the step does not define."""
    names = {each.name for each in step.properties}
    rules = []
    for rule in step.rules or ():
        unknown = _names_of(rule) - names
        if unknown:
            message = f"a rule names {', '.join(sorted(unknown))}, which the step does not define; ignoring it"
            scope.warn("rule-property", message)
        else:
            rules.append(rule)
    return step.with_fields(rules=tuple(rules) or None)


def _names_of(rule: dict[str, Any]) -> set[str]:
    dependent = rule.get("dependentRequired", {})
    return {
        *rule.get("anyOf", ()),
        *rule.get("atMostOne", ()),
        *dependent,
        *(name for needed in dependent.values() for name in needed),
    }

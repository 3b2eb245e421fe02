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
        return _without_unknown_rules(
            step.with_fields(properties=_consistent_object(step.properties, others, scope)), scope
        )

    return map_steps(entry, change)


def _consistent_object(
    properties: tuple[Property, ...], others: tuple[Property, ...], scope: Scope
) -> tuple[Property, ...]:
    """Return the consistent properties of one object; conditions may also name ``others``."""
    consistent = []
    for each in properties:
        changed = _with_listed_deprecations(with_possible_limits(_with_default(each, scope), scope))
        siblings = [other for other in (*properties, *others) if other is not each]
        changed = with_resolved_conditions(_with_resolved_defaults(changed, siblings), siblings, scope)
        if changed.requirement == "required" and changed.applies_when is not None:
            # A label says that it is required, a sentence when it has a meaning at all.
            changed = changed.with_inferred(requirement="conditional", required_when=changed.applies_when)
        consistent.append(changed.with_nested(lambda inner, _: _consistent_object(inner, (), scope)))
    return tuple(consistent)


def _with_default(prop: Property, scope: Scope) -> Property:
    if not prop.states_default:
        return prop
    if prop.accepted is not None and not is_among(prop.default, prop.accepted):
        near = spelled_alike(prop.default, prop.accepted)
        near = near or [value for value in prop.accepted if spells_number(str(value), str(prop.default))]
        if len(near) == 1:
            return prop.with_fields(default=near[0])
        scope.warn("default-outside", f"the default {prop.default!r} is not among the listed values; ignoring it", prop)
        return prop.without_fields("default")
    variant = next((each for each in prop.variants or () if _is_name_of(prop.default, each)), None)
    if variant is not None:
        scope.note("default-of-variant", f"the default {prop.default!r} is the name of a variant", prop)
        return prop.with_fields(default={variant.selector.property: variant.selector.value})
    if not is_accepted(prop.default, prop.types):
        types = " or ".join(prop.types)
        scope.warn("default-type", f"the type of the default {prop.default!r} is not {types}; ignoring it", prop)
        return prop.without_fields("default")
    return prop


def _is_name_of(default: Any, variant: Variant) -> bool:
    names = (variant.selector.value, variant.title or variant.name)
    return isinstance(default, str) and bool(spelled_alike(default, names))


def _with_resolved_defaults(prop: Property, siblings: Sequence[Property]) -> Property:
    """Return a property whose other defaults name siblings; a name may end with ``*``."""
    resolved = []
    for each in prop.default_when or ():
        names = tuple(other.name for other in siblings if any(fnmatchcase(other.name, name) for name in each.any_given))
        value = _as_listed(each.value, prop)
        if names and value is not None:
            resolved.append(each.with_fields(any_given=names, value=value))
    return prop.with_fields(default_when=tuple(resolved) or None) if prop.default_when else prop


def _with_listed_deprecations(prop: Property) -> Property:
    """Return a property whose deprecated values are listed ones, in their spelling."""
    if prop.deprecated_values is None:
        return prop
    listed = [value for each in prop.deprecated_values if (value := _as_listed(each, prop)) is not None]
    return prop.with_fields(deprecated_values=tuple(listed)) if listed else prop.without_fields("deprecated_values")


def _as_listed(value: Any, prop: Property) -> Any:
    """Return the listed value that is spelt like this one; without a list the value itself, if its type is right."""
    if prop.enum is None:
        return literal(value, prop.types) if is_accepted(literal(value, prop.types), prop.types) else None
    same = spelled_alike(value, prop.enum)
    return same[0] if len(same) == 1 else None


def _without_unknown_rules(step: Step, scope: Scope) -> Step:
    """Return a step without the rules that name properties which the step does not define."""
    names = {each.name for each in step.properties}
    known = []
    for rule in step.rules or ():
        unknown = _names_of(rule) - names
        if unknown:
            scope.warn(
                "rule-property",
                f"a rule names {', '.join(sorted(unknown))}, which the step does not define; ignoring it",
            )
        else:
            known.append(rule)
    return step.with_fields(rules=tuple(known) or None)


def _names_of(rule: dict[str, Any]) -> set[str]:
    dependent = rule.get("dependentRequired", {})
    return {
        *rule.get("anyOf", ()),
        *rule.get("atMostOne", ()),
        *dependent,
        *(name for needed in dependent.values() for name in needed),
    }

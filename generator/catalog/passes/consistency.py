"""Checks the fields of an entry's properties against each other.

Fields that contradict each other are a warning and are left out.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Condition, Property, Step
from generator.catalog.context import Context
from generator.catalog.editing import map_steps
from generator.catalog.envelope import Entry
from generator.catalog.values import is_accepted, literal
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import is_among, matches


@dataclasses.dataclass(frozen=True)
class _Scope:
    """The step that a check looks at.

    Attributes:
        subject: The step, for messages.
        type: The connector's id.
        id_names: What the vendor's requests call that id.
        diagnostics: Collects the warnings.
    """

    subject: str
    type: str
    id_names: set[str]
    diagnostics: Diagnostics

    def warn(self, code: str, message: str, found: Property | None = None) -> None:
        """Add a warning about a property, or about the step."""
        place, name = (found.place, f".{found.name}") if found is not None else ("", "")
        self.diagnostics.warning(code, place, message, f"{self.subject}{name}")


def make_consistent(entry: Entry, context: Context) -> Entry:
    """Leave out the defaults, ranges, conditions and rules of an entry that contradict other fields."""
    id_names = context.id_names(entry.vendor, entry.role)

    def change(step: Step) -> Step:
        # One payload holds the properties of all steps: a condition may name a property of another step.
        others = tuple(each for other in entry.steps if other.name != step.name for each in other.properties)
        scope = _Scope(f"{entry.key} {step.name}", entry.type, id_names, context.diagnostics)
        return _with_known_names(step.with_fields(properties=_object(step.properties, others, scope)), scope)

    return map_steps(entry, change)


def _object(properties: tuple[Property, ...], others: tuple[Property, ...], scope: _Scope) -> tuple[Property, ...]:
    """Return the consistent properties of one object; conditions may also name ``others``."""
    found = []
    for each in properties:
        changed = _with_range(_with_default(each, scope), scope)
        if changed.required_when is not None:
            siblings = [other for other in (*properties, *others) if other is not each]
            changed = _with_known_conditions(changed, changed.required_when, siblings, scope)
        children = _object(changed.children, (), scope)
        found.append(changed.with_children(children) if children else changed)
    return tuple(found)


def _with_default(found: Property, scope: _Scope) -> Property:
    if not found.states_default:
        return found
    if found.accepted is not None and not is_among(found.default, found.accepted):
        near = [value for value in found.accepted if _loosely(value) == _loosely(found.default)]
        if len(near) == 1:
            return found.with_fields(default=near[0])
        scope.warn(
            "default-outside", f"the default {found.default!r} is not among the listed values; ignoring it", found
        )
        return found.without_fields("default")
    if not is_accepted(found.default, found.types):
        types = " or ".join(found.types)
        scope.warn("default-type", f"the type of the default {found.default!r} is not {types}; ignoring it", found)
        return found.without_fields("default")
    return found


def _with_range(found: Property, scope: _Scope) -> Property:
    if found.minimum is None or found.maximum is None or found.minimum <= found.maximum:
        return found
    message = f"the minimum {found.minimum} is greater than the maximum {found.maximum}; ignoring both"
    scope.warn("empty-range", message, found)
    return found.without_fields("minimum", "maximum")


def _with_known_names(step: Step, scope: _Scope) -> Step:
    """Return a step without the rules that name properties which the step does not define."""
    names = {each.name for each in step.properties}
    kept = []
    for rule in step.rules or ():
        unknown = _names_of(rule) - names
        if unknown:
            scope.warn(
                "rule-property",
                f"a rule names {', '.join(sorted(unknown))}, which the step does not define; ignoring it",
            )
        else:
            kept.append(rule)
    return step.with_fields(rules=tuple(kept) or None)


def _names_of(rule: dict[str, Any]) -> set[str]:
    dependent = rule.get("dependentRequired", {})
    return {
        *rule.get("anyOf", ()),
        *rule.get("atMostOne", ()),
        *dependent,
        *(name for needed in dependent.values() for name in needed),
    }


def _with_known_conditions(
    found: Property, stated: Sequence[Condition], siblings: Sequence[Property], scope: _Scope
) -> Property:
    """Return a property with those of its stated conditions that can hold, in the spelling of its siblings."""
    of_id = [each for each in stated if each.property in scope.id_names]
    if any(scope.type not in each.values for each in of_id):
        # Several connectors share the sentence, and this condition is about the others.
        return found.without_fields("required_when", "requirement")
    conditions = [_known(each, found, siblings, scope) for each in stated if each not in of_id]
    if not all(conditions):
        return found.without_fields("required_when", "requirement")
    if conditions:
        return found.with_fields(required_when=tuple(conditions))
    return found.without_fields("required_when").with_fields(requirement="required")


def _known(condition: Condition, found: Property, siblings: Sequence[Property], scope: _Scope) -> Condition | None:
    other = next((each for each in siblings if _is_same_name(each.name, condition.property)), None)
    if other is None:
        message = f"the condition names {condition.property!r}, which the step does not define; ignoring it"
        scope.warn("condition-property", message, found)
        return None
    values = tuple(_value(value, other) for value in condition.values)
    impossible = [value for value in values if not _is_possible(value, other)]
    if impossible:
        where = f" (at {other.place})" if other.sources else ""
        message = f"the condition never holds: {other.name}{where} cannot be {impossible[0]!r}; ignoring it"
        scope.warn("condition-value", message, found)
        return None
    return condition.with_fields(property=other.name, values=values)


def _value(value: Any, other: Property) -> Any:
    """Return a condition's value in the spelling of the other property's listed values, or in its type."""
    same = [each for each in other.enum or () if _loosely(each) == _loosely(value)]
    return same[0] if len(same) == 1 else literal(value, other.types)


def _is_possible(value: Any, other: Property) -> bool:
    if other.enum is not None:
        return is_among(value, other.enum)
    if other.pattern is not None and isinstance(value, str) and not matches(other.pattern, value):
        return False
    return is_accepted(value, other.types) and (other.accepted is None or is_among(value, other.accepted))


def _is_same_name(name: str, other: str) -> bool:
    """Return whether two spellings name one property; documents spell out "authentication", names shorten it."""
    one, two = (_loosely(each).replace("authentication", "auth") for each in (name, other))
    return one == two


def _loosely(value: Any) -> str:
    """Return a value without the case, spaces, underscores and hyphens in which spellings differ."""
    return re.sub(r"[\s_-]", "", str(value)).lower()

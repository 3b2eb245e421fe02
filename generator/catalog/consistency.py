"""Holds the facts of a connector against each other: what cannot be is a diagnostic, and is left out, not guessed."""

from __future__ import annotations

import re
from typing import Any

from generator.catalog.carried import drop
from generator.catalog.connector import Condition, Connector, Property, Step
from generator.catalog.values import among, has_type, literal
from generator.diagnostics import Diagnostics


def make_consistent(connectors: list[Connector], diagnostics: Diagnostics) -> None:
    """Leaves out the facts that contradict others; each is a warning with the place of its property."""
    for connector in connectors:
        for step in connector.steps:
            # One payload holds the properties of all steps, so that one step may look at another's.
            others = [each for other in connector.steps if other is not step for each in other.properties]
            _Checker(f"{connector.key} {step.name}", connector.type, others, diagnostics).step(step)


_SERVICE = ("service", "connector_type")
"""What sentences that several connectors share call the connector's own id."""


class _Checker:
    def __init__(self, subject: str, type_: str, others: list[Property], diagnostics: Diagnostics) -> None:
        self._subject = subject
        self._type = type_
        self._others = others
        self._diagnostics = diagnostics

    def step(self, step: Step) -> None:
        self._object(step.properties, self._others)
        self._rules(step)

    def _object(self, properties: list[Property], others: list[Property]) -> None:
        for each in properties:
            self._default(each)
            self._range(each)
            if each.required_when is not None:
                self._condition(each, [*properties, *others])
            self._object(each.children, [])

    def _warn(self, code: str, found: Property, message: str) -> None:
        place = found.sources[0].place if found.sources else ""
        self._diagnostics.warning(code, place, f"{message}; it is left out", f"{self._subject}.{found.name}")

    def _default(self, found: Property) -> None:
        if "default" not in found.model_fields_set:
            return
        values = found.enum if found.enum is not None else [found.const] if found.const is not None else None
        if values is not None and not among(found.default, values):
            near = [value for value in values if _loosely(value) == _loosely(found.default)]
            if len(near) == 1:
                found.default = near[0]
                return
            self._warn("default-outside", found, f"the default {found.default!r} is not among the listed values")
            drop(found, "default")
        elif not has_type(found.default, found.types):
            self._warn("default-type", found, f"the default {found.default!r} is not a {' or '.join(found.types)}")
            drop(found, "default")

    def _range(self, found: Property) -> None:
        if found.minimum is not None and found.maximum is not None and found.minimum > found.maximum:
            self._warn("empty-range", found, f"no number is between {found.minimum} and {found.maximum}")
            drop(found, "minimum", "maximum")

    def _condition(self, found: Property, siblings: list[Property]) -> None:
        stated = found.required_when or []
        of_service = [each for each in stated if each.property in _SERVICE]
        if any(self._type not in each.values for each in of_service):
            # The sentence speaks of other connectors, which share it with this one.
            drop(found, "required_when", "requirement")
            return
        conditions = [self._resolved(each, found, siblings) for each in stated if each not in of_service]
        if not all(conditions):
            drop(found, "required_when", "requirement")
        elif conditions:
            found.required_when = [condition for condition in conditions if condition is not None]
        else:
            drop(found, "required_when")
            found.requirement = "required"

    def _resolved(self, condition: Condition, found: Property, siblings: list[Property]) -> Condition | None:
        others = [each for each in siblings if each is not found and _names_same(each.name, condition.property)]
        if not others:
            self._warn(
                "condition-property", found, f"the condition names {condition.property!r}, which the step has not"
            )
            return None
        values = [self._value(value, others[0]) for value in condition.values]
        impossible = [value for value in values if not _can_be(value, others[0])]
        if impossible:
            where = f" (at {others[0].sources[0].place})" if others[0].sources else ""
            message = f"the condition never holds: {others[0].name}{where} cannot be {impossible[0]!r}"
            self._warn("condition-value", found, message)
            return None
        return Condition.model_validate({"property": others[0].name, "in": values})

    def _value(self, value: Any, other: Property) -> Any:
        same = [each for each in other.enum or [] if _loosely(each) == _loosely(value)]
        return same[0] if len(same) == 1 else literal(value, other.types)

    def _rules(self, step: Step) -> None:
        names = {each.name for each in step.properties}
        kept = [rule for rule in step.rules or [] if self._rule_names(rule) <= names]
        for rule in step.rules or []:
            if rule not in kept:
                unknown = ", ".join(sorted(self._rule_names(rule) - names))
                message = f"a rule names {unknown}, which the step has not; it is left out"
                self._diagnostics.warning("rule-property", "", message, self._subject)
        if step.rules is not None:
            step.rules = kept
        if not kept:
            step.rules = None
            step.model_fields_set.discard("rules")

    def _rule_names(self, rule: dict[str, Any]) -> set[str]:
        dependent = rule.get("dependentRequired", {})
        return {*rule.get("anyOf", ()), *dependent, *(name for needed in dependent.values() for name in needed)}


def _names_same(name: str, other: str) -> bool:
    """Whether two spellings name one property; documents write "authentication" in full and names shorten it."""
    one, two = (_loosely(each).replace("authentication", "auth") for each in (name, other))
    return one == two


def _can_be(value: Any, other: Property) -> bool:
    if other.enum is not None:
        return among(value, other.enum)
    if other.pattern is not None and isinstance(value, str) and re.search(other.pattern, value) is None:
        return False
    return has_type(value, other.types) and (other.const is None or value == other.const)


def _loosely(value: Any) -> str:
    """A value without what spellings differ in: case, spaces, underscores, hyphens."""
    return re.sub(r"[\s_-]", "", str(value)).lower()

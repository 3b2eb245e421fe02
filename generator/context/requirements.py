"""The requirements of all steps of a connector together.

The steps of some vendors add up: a request has the properties of all of them. The steps of others exclude each other: a
step applies where a property that only it has is given, and the first step also applies where no other has begun.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from generator.catalog.connector import Step
from generator.catalog.property import Property
from generator.context.conditions import Conditions
from templates.connector_catalog.constraints import Among
from templates.connector_catalog.rules import Applicability, ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.value_limits import LIMITS

_MERGED_IF_EQUAL = (
    *("const", "pattern", *(each.field for each in LIMITS), "requirement", "default", "default_when"),
    *("applies_when", "expected_when", "deprecated", "deprecated_values"),
)


@dataclasses.dataclass(frozen=True)
class Requirements:
    """The properties of an object, each once and in order, and their requirements."""

    properties: tuple[Property, ...]
    required: tuple[str, ...]  # The names of those that are always required.
    rules: Rules  # Those that concern several properties.
    steps: tuple[StepRules, ...] = ()  # The requirements of steps that do not always apply.
    applies: tuple[Applicability, ...] = ()  # The properties that have a meaning under conditions only.
    expected: tuple[ConditionalRequirement, ...] = ()  # The properties that are usually needed under conditions.

    def without(self, name: str) -> Requirements:
        """Return the requirements of an object without an optional property."""
        return dataclasses.replace(self, properties=tuple(each for each in self.properties if each.name != name))


def requirements_of_object(properties: Iterable[Property]) -> Requirements:
    """Return the requirements of an object with these properties."""
    properties = tuple(properties)
    conditions = Conditions(properties)
    rules = Rules(conditions.required)
    return Requirements(properties, required_names(properties), rules, (), conditions.applies, conditions.expected)


def requirements_of_steps(steps: Sequence[Step], *, together: bool) -> Requirements:
    """Return the requirements of a connector's steps; unless ``together``, each step is valid alone."""
    by_name: dict[str, Property] = {}
    for each in (each for step in steps for each in step.properties):
        by_name[each.name] = _merged(by_name[each.name], each) if each.name in by_name else each
    properties = tuple(by_name.values())
    dependent = tuple(
        (name, tuple(others))
        for step in steps
        for rule in step.rules or ()
        for name, others in rule.get("dependentRequired", {}).items()
    )
    conditions = Conditions(properties, frozenset() if together else _not_in_all(steps))
    exclusive = tuple(group for step in steps for group in _groups(step, "atMostOne"))
    rules = Rules(conditions.required, dependent, at_most_one=exclusive)
    if together:
        groups = tuple(group for step in steps for group in _groups(step, "anyOf"))
        requirements = Requirements(properties, required_names(properties), rules._replace(any_of=groups))
    else:
        requirements = _of_alternatives(steps, properties, rules)
    return dataclasses.replace(requirements, applies=conditions.applies, expected=conditions.expected)


def _not_in_all(steps: Sequence[Step]) -> frozenset[str]:
    """Return the names of the properties that some steps do not have."""
    if not steps:
        return frozenset()
    names = [frozenset(each.name for each in step.properties) for step in steps]
    return frozenset.union(*names) - frozenset.intersection(*names)


def _of_alternatives(steps: Sequence[Step], properties: tuple[Property, ...], rules: Rules) -> Requirements:
    step_rules = [_step_rules(steps, number) for number in range(len(steps))]
    required = set.intersection(*(set(each.required) for each in step_rules)) if step_rules else set()
    if step_rules and not step_rules[0].unless:
        # No other step has a property of its own: the first one always applies, and no other ever does.
        required = set(step_rules[0].required)
        rules = rules._replace(any_of=step_rules[0].any_of)
        step_rules = []
    names = tuple(each.name for each in properties if each.name in required)
    return Requirements(properties, names, rules, tuple(each for each in step_rules if each.triggers))


def _step_rules(steps: Sequence[Step], number: int) -> StepRules:
    step = steps[number]
    other_names = dict.fromkeys(each.name for other in steps if other is not step for each in other.properties)
    names = dict.fromkeys(each.name for each in step.properties)
    triggers = tuple(name for name in names if name not in other_names)
    unless = tuple(name for name in other_names if name not in names) if number == 0 else ()
    return StepRules(step.name, triggers, unless, required_names(step.properties), _groups(step, "anyOf"))


def _merged(one: Property, other: Property) -> Property:
    """Return a property that accepts what it accepts in either of two steps; only steps in which users set it count."""
    for settable, shown in ((one, other), (other, one)):
        if shown.requirement == "readOnly" and settable.requirement != "readOnly":
            return settable
    merged = one.without_fields(*(name for name in _MERGED_IF_EQUAL if getattr(one, name) != getattr(other, name)))
    if one.enum is not None and other.enum is not None:
        values = Among(one.enum)
        added = (value for value in other.enum if value not in values)
        merged = merged.with_fields(enum=(*one.enum, *added))
    else:
        merged = merged.without_fields("enum")
    if one.enum_open or other.enum_open:
        merged = merged.with_fields(enum_open=True)
    if one.types and other.types:
        types = tuple(dict.fromkeys((*one.types, *other.types)))
        merged = merged.with_fields(type=types[0] if len(types) == 1 else types)
    return merged


def required_names(properties: Iterable[Property]) -> tuple[str, ...]:
    """Return the names of the properties that are always required."""
    return tuple(each.name for each in properties if each.requirement == "required")


def _groups(step: Step, rule: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of properties that a kind of rule names."""
    return tuple(tuple(each[rule]) for each in step.rules or () if rule in each)

"""Conditions between properties, with the defaults of absent properties taken into account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from generator.catalog.condition import Condition as StatedCondition
from generator.catalog.property import Property
from templates.connector_catalog.paths import NOT_GIVEN
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement
from templates.connector_catalog.stated_conditions import Subject, condition_on


class Conditions:
    """The conditions between the properties of one object.

    Args:
        properties: The properties of the object.
        not_always: Names of properties whose absence says nothing, because the step that has them may not apply.
    """

    def __init__(self, properties: Iterable[Property], not_always: Set[str] = frozenset()) -> None:
        self._properties = tuple(properties)
        self._by_name = {each.name: each for each in self._properties}
        self._not_always = not_always

    @property
    def required(self) -> tuple[ConditionalRequirement, ...]:
        """The properties that are required under conditions."""
        return tuple(ConditionalRequirement(*each) for each in self._by_property("required_when"))

    @property
    def applies(self) -> tuple[Applicability, ...]:
        """The properties that have a meaning under conditions only."""
        return tuple(Applicability(*each) for each in self._by_property("applies_when"))

    @property
    def expected(self) -> tuple[ConditionalRequirement, ...]:
        """The properties that are usually needed under conditions."""
        return tuple(ConditionalRequirement(*each) for each in self._by_property("expected_when"))

    def _by_property(self, field: str) -> Iterator[tuple[str, tuple[Condition, ...]]]:
        """Yield the name of each property with conditions in a field, and the conditions."""
        for property_ in self._properties:
            conditions = getattr(property_, field)
            if conditions:
                yield property_.name, tuple(self._condition(property_, each) for each in conditions)

    def _condition(self, property_: Property, condition: StatedCondition) -> Condition:
        other = self._by_name.get(condition.property)
        if other is None or not self._not_always.isdisjoint({property_.name, other.name}):
            return condition_on(condition.property, condition.values, Subject())
        return condition_on(condition.property, condition.values, _subject(other))


def selecting_conditions(property_: Property) -> tuple[StatedCondition, ...]:
    """Return the conditions under which a property applies, or else those that require or suggest it."""
    return property_.applies_when or property_.required_when or property_.expected_when or ()


def _subject(property_: Property) -> Subject:
    return Subject(
        property_.default if property_.states_default else NOT_GIVEN,
        tuple((tuple(each.any_given), each.value) for each in property_.default_when or ()),
        property_.string_encoding or "",
        property_.separator or "",
    )

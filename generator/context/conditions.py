"""Conditions between properties, with the defaults of absent properties taken into account."""

from __future__ import annotations

from collections.abc import Iterable, Set

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
        return tuple(
            ConditionalRequirement(each.name, self._made(each, each.required_when))
            for each in self._properties
            if each.required_when
        )

    @property
    def applies(self) -> tuple[Applicability, ...]:
        """The properties that have a meaning under conditions only."""
        return tuple(
            Applicability(each.name, self._made(each, each.applies_when))
            for each in self._properties
            if each.applies_when
        )

    @property
    def expected(self) -> tuple[ConditionalRequirement, ...]:
        """The properties that are usually needed under conditions."""
        return tuple(
            ConditionalRequirement(each.name, self._made(each, each.expected_when))
            for each in self._properties
            if each.expected_when
        )

    def _made(self, found: Property, stated: Iterable[StatedCondition]) -> tuple[Condition, ...]:
        return tuple(self._condition(found, each) for each in stated)

    def _condition(self, found: Property, stated: StatedCondition) -> Condition:
        subject = self._by_name.get(stated.property)
        if subject is None or not self._not_always.isdisjoint({found.name, subject.name}):
            return condition_on(stated.property, stated.values, Subject())
        return condition_on(stated.property, stated.values, _subject(subject))


def _subject(found: Property) -> Subject:
    return Subject(
        found.default if found.states_default else NOT_GIVEN,
        tuple((tuple(each.any_given), each.value) for each in found.default_when or ()),
        found.string_encoding or "",
        found.separator or "",
    )

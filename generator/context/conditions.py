"""Conditions between properties, with the defaults of absent properties taken into account."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

from generator.catalog.condition import Condition as StatedCondition
from generator.catalog.property import Property
from templates.connector_catalog.constraints import is_among
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement
from templates.connector_catalog.string_values import natural


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
        values = tuple(stated.values)
        subject = self._by_name.get(stated.property)
        if subject is None or not self._not_always.isdisjoint({found.name, subject.name}):
            return Condition(stated.property, values)
        default = _is_default(subject, subject.default, values) if subject.states_default else None
        others = tuple(
            (tuple(each.any_given), _is_default(subject, each.value, values)) for each in subject.default_when or ()
        )
        return Condition(stated.property, values, default, others)


def _is_default(subject: Property, default: Any, values: Iterable[Any]) -> bool:
    """Return whether a default is among the values of a condition."""
    return is_among(_decoded(subject, default), [_decoded(subject, each) for each in values])


def _decoded(subject: Property, value: Any) -> Any:
    # Documents write a default as `true` and as `"true"`.
    return natural(value, subject.string_encoding or "", subject.separator or "")

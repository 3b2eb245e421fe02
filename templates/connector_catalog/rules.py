"""The meaning of the catalog's conditions and rules, which concern several properties of one object.

The generator, the generated validators and the models all use this module, so that they agree. It needs the standard
library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from .constraints import is_among
from .fact_words import conditions_in_words


class Condition(NamedTuple):
    """A condition on one property: it has one of some values, or it is not given and its default is one of them.

    Attributes:
        name: Name of the property.
        values: The values for which the condition holds.
        default: Whether the default is among the values; ``None`` where no default is known.
        default_when: Names of other properties, and whether the default is among the values where one of them is
            given. The first that has a given name decides.
    """

    name: str
    values: tuple[Any, ...]
    default: bool | None = None
    default_when: tuple[tuple[tuple[str, ...], bool], ...] = ()

    def holds(self, given: Mapping[str, Any]) -> bool | None:
        """Return whether the condition holds for the properties given; ``None`` where that is not known."""
        if self.name in given:
            return is_among(given[self.name], self.values)
        for names, is_default in self.default_when:
            if any(name in given for name in names):
                return is_default
        return self.default

    @property
    def words(self) -> str:
        """The condition in words, such as ``mode is 'a' or 'b'``."""
        return conditions_in_words([(self.name, self.values)], repr)


class ConditionalRequirement(NamedTuple):
    """A property that is required, or expected, where all of some conditions hold."""

    name: str
    when: tuple[Condition, ...]

    def holds(self, given: Mapping[str, Any]) -> bool:
        """Return whether all conditions hold for the properties given."""
        return all(each.holds(given) for each in self.when)


class Applicability(NamedTuple):
    """A property that has a meaning only where all of some conditions hold."""

    name: str
    when: tuple[Condition, ...]

    def unmet(self, given: Mapping[str, Any], *, partial: bool = False) -> list[Condition]:
        """Return the conditions that are known not to hold.

        Args:
            given: The properties of the object.
            partial: Whether properties that are not given may have values all the same, as in an update.
        """
        return [each for each in self.when if each.holds(given) is False and not (partial and each.name not in given)]


class Rules(NamedTuple):
    """Rules that concern several properties of one object.

    Attributes:
        conditions: Properties that are required under conditions.
        dependent: A property, and those that are required where it is given.
        any_of: Properties of which at least one is required.
        at_most_one: Properties of which at most one is accepted.
    """

    conditions: tuple[ConditionalRequirement, ...] = ()
    dependent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    at_most_one: tuple[tuple[str, ...], ...] = ()

    def missing(self, given: Mapping[str, Any]) -> list[str]:
        """Return the properties that the conditions and dependencies require and that are not given."""
        missing = [each.name for each in self.conditions if each.name not in given and each.holds(given)]
        for name, others in self.dependent:
            if name in given:
                missing += [other for other in others if other not in given]
        return missing

    def needed(self, given: Mapping[str, Any]) -> list[str]:
        """Return the properties that the conditions and dependencies require, given or not."""
        needed = [each.name for each in self.conditions if each.holds(given)]
        for name, others in self.dependent:
            if name in given:
                needed += others
        return needed

    def unmet(self, given: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups that require at least one member and have none."""
        return _unmet(self.any_of, given)

    def exceeded(self, given: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups that accept at most one member and have several."""
        return [group for group in self.at_most_one if sum(name in given for name in group) > 1]

    @property
    def exclusive_pairs(self) -> list[tuple[str, str]]:
        """The pairs of properties that are not accepted together."""
        return [pair for group in self.at_most_one for pair in combinations(group, 2)]


NO_RULES = Rules()


class StepRules(NamedTuple):
    """The requirements of a step that does not always apply.

    Attributes:
        step: Name of the step.
        triggers: Properties that only this step has: the step applies where one of them is given.
        unless: Properties of other steps: the step also applies where none of them is given. Empty for all steps but
            the first.
        required: Properties that are required where the step applies.
        any_of: Properties of which at least one is required where the step applies.
    """

    step: str
    triggers: tuple[str, ...]
    unless: tuple[str, ...]
    required: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...] = ()

    def applies(self, given: Mapping[str, Any]) -> bool:
        """Return whether the properties given make the step apply."""
        begun = any(name in given for name in self.triggers)
        return begun or (bool(self.unless) and not any(name in given for name in self.unless))

    def missing(self, given: Mapping[str, Any]) -> list[str]:
        """Return the properties that the step requires, if it applies, and that are not given."""
        return [name for name in self.needed(given) if name not in given]

    def needed(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the properties that the step requires, if it applies, given or not."""
        return self.required if self.applies(given) else ()

    def unmet(self, given: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups that the step, if it applies, requires a member of and that have none."""
        return _unmet(self.any_of, given) if self.applies(given) else []


def _unmet(groups: Iterable[tuple[str, ...]], given: Mapping[str, Any]) -> list[tuple[str, ...]]:
    return [group for group in groups if not any(name in given for name in group)]

"""What concerns several properties at once."""

from __future__ import annotations

from typing import Any, NamedTuple

from .checks import is_among


class Condition(NamedTuple):
    """A property that is required where each of the others has one of the values beside it."""

    name: str
    when: tuple[tuple[str, tuple[Any, ...]], ...]

    def holds(self, given: dict[str, Any]) -> bool:
        """Whether all of ``when`` is so, among the values that were given."""
        return all(name in given and is_among(given[name], values) for name, values in self.when)


class Rules(NamedTuple):
    """What concerns several properties of one object."""

    conditions: tuple[Condition, ...] = ()
    dependent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()

    def missing(self, given: dict[str, Any]) -> list[str]:
        """The properties that the rules require and that are not given."""
        wanted = [condition.name for condition in self.conditions if condition.holds(given)]
        wanted += [needed for name, others in self.dependent if name in given for needed in others]
        return [name for name in wanted if name not in given]


class Gate(NamedTuple):
    """A step that is due once one of ``triggers`` is given, or where none of ``unless`` is."""

    step: str
    triggers: tuple[str, ...]
    unless: tuple[str, ...]
    required: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...] = ()

    def is_due(self, given: dict[str, Any]) -> bool:
        """Whether the step has to be complete, for the values that were given."""
        begun = any(name in given for name in self.triggers)
        return begun or (bool(self.unless) and not any(name in given for name in self.unless))

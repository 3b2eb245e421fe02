"""Where a property is required."""

from __future__ import annotations

import dataclasses

from generator.catalog.among import Among
from generator.catalog.condition import Condition
from generator.catalog.property import Property


@dataclasses.dataclass(frozen=True)
class Demand:
    """The requests that must have a property: none, those in which all conditions hold, or all.

    Attributes:
        can_refuse: Whether any request must have it.
        conditions: All of these hold in the requests that must have it; empty for all requests.
    """

    can_refuse: bool
    conditions: tuple[Condition, ...] = ()

    def covers(self, other: Demand) -> bool:
        """Return whether every request that must have the property by ``other`` must have it by this one."""
        if not other.can_refuse:
            return True
        return self.can_refuse and all(_is_implied(each, other.conditions) for each in self.conditions)


def demand_of(found: Property) -> Demand:
    """Return where a property is required."""
    if found.requirement == "required":
        return Demand(can_refuse=True)
    conditions = found.required_when or ()
    return Demand(found.requirement == "conditional" and bool(conditions), conditions)


def _is_implied(condition: Condition, by: tuple[Condition, ...]) -> bool:
    known = Among(condition.values)
    return any(each.property == condition.property and all(value in known for value in each.values) for each in by)

"""The sets of requests in which a property is required, applies or is expected."""

from __future__ import annotations

import dataclasses

from generator.catalog.condition import Condition
from generator.catalog.property import Property
from templates.connector_catalog.constraints import Among


@dataclasses.dataclass(frozen=True)
class RequestScope:
    """A set of requests: none, those in which all conditions hold, or all.

    Attributes:
        is_empty: Whether the set has no request.
        conditions: All of these hold in each request of the set; empty for all requests.
    """

    is_empty: bool = False
    conditions: tuple[Condition, ...] = ()

    def covers(self, other: RequestScope) -> bool:
        """Return whether this set includes another one."""
        if self.is_empty or other.is_empty:
            return other.is_empty
        return all(_is_implied(each, other.conditions) for each in self.conditions)


def required_in(found: Property) -> RequestScope:
    """Return the requests in which a property is required."""
    if found.requirement == "required":
        return RequestScope()
    conditions = found.required_when or ()
    return RequestScope(found.requirement != "conditional" or not conditions, conditions)


def applies_in(found: Property) -> RequestScope:
    """Return the requests in which a property has a meaning."""
    return RequestScope(conditions=found.applies_when or ())


def expected_in(found: Property) -> RequestScope:
    """Return the requests in which a property is usually given."""
    return RequestScope(not found.expected_when, found.expected_when or ())


def _is_implied(condition: Condition, by: tuple[Condition, ...]) -> bool:
    known = Among(condition.values)
    return any(each.property == condition.property and all(value in known for value in each.values) for each in by)

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
        return all(_is_implied(condition, other.conditions) for condition in self.conditions)


def required_in(property_: Property) -> RequestScope:
    """Return the requests in which a property is required."""
    if property_.requirement == "required":
        return RequestScope()
    conditions = property_.required_when or ()
    return RequestScope(property_.requirement != "conditional" or not conditions, conditions)


def applies_in(property_: Property) -> RequestScope:
    """Return the requests in which a property has a meaning."""
    return RequestScope(conditions=property_.applies_when or ())


def expected_in(property_: Property) -> RequestScope:
    """Return the requests in which a property is usually given."""
    return RequestScope(not property_.expected_when, property_.expected_when or ())


def _is_implied(condition: Condition, conditions: tuple[Condition, ...]) -> bool:
    """Return whether a condition holds wherever all of the others do."""
    values = Among(condition.values)
    others = (other for other in conditions if other.property == condition.property)
    return any(all(value in values for value in other.values) for other in others)

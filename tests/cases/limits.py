"""Values on both sides of each limit, for the tests of everything that keeps to it."""

from __future__ import annotations

from typing import Any, NamedTuple

from templates.connector_catalog.value_limits import LIMITS


class LimitCase(NamedTuple):
    """A property with a limit, as the catalog states it, and values of its type."""

    facts: dict[str, Any]
    accepted: list[Any]
    refused: list[Any]


_LIST = {"type": "array", "items": {"type": "string"}}
LIMIT_CASES = {
    "minLength": LimitCase({"type": "string", "minLength": 2}, ["xx", "\N{GRINNING FACE}x"], ["x", ""]),
    "maxLength": LimitCase({"type": "string", "maxLength": 2}, ["xx", "\N{GRINNING FACE}x"], ["xxx"]),
    "minimum": LimitCase({"type": "number", "minimum": 2}, [2, 2.0, 2.5], [1, 1.5]),
    "exclusiveMinimum": LimitCase({"type": "number", "exclusiveMinimum": 2}, [2.5, 3], [2, 2.0, 1]),
    "maximum": LimitCase({"type": "number", "maximum": 0}, [0, 0.0, -0.5], [1, 0.5]),
    "exclusiveMaximum": LimitCase({"type": "number", "exclusiveMaximum": 1}, [0.5, 0], [1, 1.0, 2]),
    "minItems": LimitCase(_LIST | {"minItems": 1}, [["x"], ["x", "x"]], [[]]),
    "maxItems": LimitCase(_LIST | {"maxItems": 1}, [[], ["x"]], [["x", "x"]]),
    "uniqueItems": LimitCase(_LIST | {"uniqueItems": True}, [[], ["x", "y"]], [["x", "x"]]),
}


def all_limit_cases() -> dict[str, LimitCase]:
    """Return the cases by the names of properties that have them: each limit, and each one of items."""
    cases = dict(LIMIT_CASES)
    for limit in LIMITS:
        if limit.of_items:
            facts, accepted, refused = LIMIT_CASES[limit.keyword]
            listed = {"type": "array", "items": facts}
            cases[f"{limit.keyword}OfItems"] = LimitCase(listed, [[], accepted], [[each] for each in refused])
    return cases

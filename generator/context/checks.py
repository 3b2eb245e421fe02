"""What is checked of a value beside its type and its listed values; the same for models and validators."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.catalog.connector import Property
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT

_EXPECTED = {
    DATE_TIME: "expected a date and time such as 2026-01-31T09:30:00Z",
    DATE: "expected a day such as 2026-01-31",
    MIDNIGHT: "expected a date and time at midnight such as 2026-01-31T00:00:00Z",
    INTEGER: "expected a string of digits",
}


@dataclasses.dataclass(frozen=True)
class Check:
    """The further checks of one value.

    Attributes:
        pattern: What a string matches; empty where anything will do. The same expression as in the schema.
        dated: Whether a string is also a day, or a day and a time, that exists.
        minimum: The least number; ``None`` for no limit.
        maximum: The greatest number; ``None`` for no limit.
        carries: What a string carries: ``boolean``, ``integer``, ``date``, ``date-time``, ``list`` or ``json``;
            may be empty.
        separator: What stands between the entries of a list that a string carries.
        expected: In words, what the pattern wants.
        types: The types of a value that may have one of several; empty where one type hint says it all.
        values: The listed values, where a type hint does not tell them apart from others.
    """

    pattern: str
    dated: bool
    minimum: float | int | None
    maximum: float | int | None
    carries: str
    separator: str
    expected: str
    types: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        limited = self.minimum is not None or self.maximum is not None
        return bool(self.pattern or self.dated or self.carries or self.types or self.values or limited)


def check_of(found: Property) -> Check:
    """The checks of a property; false where there are none."""
    pattern = found.pattern or ""
    is_dated = found.format in ("date", "date-time")
    carries = str(found.format) if is_dated else str(found.string_encoding or "") if "string" in found.types else ""
    expected = _EXPECTED.get(pattern, f"expected text that matches {pattern}")
    if found.string_encoding == "list" and pattern:
        separator = found.separator or ","
        expected = f"expected entries with {separator!r} between them, none of them empty"
    separator = found.separator or ("," if carries == "list" else "")
    values = tuple(found.enum or ()) if any(not isinstance(value, str) for value in found.enum or ()) else ()
    return Check(pattern, is_dated, found.minimum, found.maximum, carries, separator, expected, _types(found), values)


def _types(found: Property) -> tuple[str, ...]:
    """The types where the hint alone would take too much, or would tell one fault in several errors."""
    if found.accepted is not None:
        return ()
    if not found.types:
        return ("array", "boolean", "null", "number", "object", "string")
    return found.types if len(found.types) > 1 or found.types == ("number",) else ()

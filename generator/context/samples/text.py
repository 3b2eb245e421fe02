"""A string that a property accepts, for a payload that shows how a connector is configured."""

from __future__ import annotations

from generator.catalog.property import Property
from generator.context.samples.matching_text import matching_text
from templates.connector_catalog.constraints import INTEGER, matches

_DATES = ("2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01 00:00:00", "01-01-2026")
_ENDS = ("Z", ".000Z", ".000000Z", "+00:00", ".000+00:00")
"""How a time may end: with seconds, or with parts of them, and with an offset."""
_LONGEST = 1_000
"""Characters of a placeholder. A document may require any number of them."""


def sample_text(property_: Property) -> str:
    """Return a string of the form of a property, or its placeholder."""
    if property_.format in ("date", "date-time"):
        return _date(property_.format, property_.pattern)
    if property_.pattern == INTEGER:
        return "1"
    if property_.string_encoding == "list":
        return (property_.separator or ",").join(("first", "second"))
    if property_.pattern:
        return matching_text(property_.pattern, _texts(property_)) or _beginning(property_.pattern)
    return placeholder(property_)


def placeholder(property_: Property) -> str:
    """Return the name of a property in angle brackets, cut or filled up to a length that it accepts."""
    least, most = min(property_.min_length or 0, _LONGEST), property_.max_length
    if most is not None and most < len("<x>"):
        return "x" * most
    name = property_.name.upper()[: most if most is None else most - 2]
    return f"<{name.ljust(least - 2, '_')}>"


def _texts(property_: Property) -> list[str]:
    """Return the texts of an accepted length that a reader takes for a placeholder."""
    every = (placeholder(property_), *_DATES, f"{_beginning(property_.pattern or '')}...")
    least, most = property_.min_length or 0, property_.max_length
    return [each for each in every if least <= len(each) and (most is None or len(each) <= most)]


def _beginning(pattern: str) -> str:
    """Return the literal text of a pattern for a beginning."""
    return pattern.removeprefix("^").replace("\\", "")


def _date(format_: str, pattern: str | None) -> str:
    """Return the first day of a year, in the first form that a pattern accepts."""
    forms = ["2026-01-01"] if format_ == "date" else [f"2026-01-01T00:00:00{each}" for each in _ENDS]
    return next((each for each in forms if pattern is None or matches(pattern, each)), forms[0])

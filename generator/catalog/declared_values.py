"""Compares a property's declarations with its type, and notes those that are dropped or repaired."""

from __future__ import annotations

from typing import Any

from generator.catalog.values import is_accepted, type_word, type_words_of
from generator.diagnostics import Diagnostics
from generator.records.record import PropertyRecord
from templates.connector_catalog.constraints import FORMS, matches
from templates.connector_catalog.value_limits import limits_of_type

LIMITS_OF_STRINGS = {each.keyword for each in limits_of_type("string")}
OF_STRINGS = {"pattern", "separator", "format", "encoding", *LIMITS_OF_STRINGS}
OF_NUMBERS = {each.keyword for each in limits_of_type("number")}
OF_LISTS = {each.keyword for each in limits_of_type("array")}
_LIMITS = {"pattern", *LIMITS_OF_STRINGS, *OF_NUMBERS, *OF_LISTS}

_DAY, _TIME = "2026-01-31", "09:30:00"
_SAMPLES = {
    "date": (_DAY,),
    "date-time": tuple(f"{_DAY}T{_TIME}{end}" for end in ("Z", ".123Z", ".123456Z", "+02:00", ".123+02:00")),
}
"""Dates by the standard format that they match."""
_DATES = (
    *("", _DAY, f"{_DAY}T{_TIME}", f"{_DAY} {_TIME}", f"{_DAY} {_TIME}Z", f"{_DAY}T{_TIME}.123", f"{_DAY}T{_TIME}Z"),
    *("2026", "2026-01", "20260131", "31-01-2026", "01-31-2026", "01/31/2026", "31/01/2026", "now", "1769851800"),
)
"""Ways in which callers write dates; some of them match a standard format."""


def with_format_of_pattern(
    fields: dict[str, Any], record: PropertyRecord, diagnostics: Diagnostics, subject: str
) -> dict[str, Any]:
    """Return the fields, without the format of a date if the declared pattern accepts other forms.

    The vendor cannot check both.
    """
    format_ = fields.get("format")
    if format_ not in FORMS or _has_form(fields["pattern"], format_):
        return fields
    message = f"the pattern accepts what is no {format_}, or no {format_} at all; the format is left out"
    diagnostics.note("format-against-pattern", record.place, message, subject)
    return {field: value for field, value in fields.items() if field != "format"}


def _has_form(pattern: str, format_: str) -> bool:
    """Return whether a pattern accepts dates in the form of a format, and none in another common form."""
    samples = _SAMPLES[format_]
    other_forms = (each for each in _DATES if each not in samples)
    return any(matches(pattern, each) for each in samples) and not any(matches(pattern, each) for each in other_forms)


def with_types_of_values(
    fields: dict[str, Any], record: PropertyRecord, diagnostics: Diagnostics, subject: str
) -> dict[str, Any]:
    """Widen the type so that it accepts every listed value."""
    types = type_words_of(fields.get("type"))
    added = dict.fromkeys(type_word(each) for each in fields.get("enum", ()) if not is_accepted(each, types))
    if not added or "array" in types or "enum" not in record.declared:
        return fields
    message = f"its type is {' or '.join(types)}, and it lists values of the type {' or '.join(added)}; using both"
    diagnostics.note("values-of-other-type", record.place, message, subject)
    return fields | {"type": [*types, *added]}


def note_changes(
    record: PropertyRecord, fields: dict[str, Any], tidied: dict[str, Any], diagnostics: Diagnostics, subject: str
) -> None:
    """Note the declarations that the catalog drops or changes."""
    dropped = [each for each in sorted(_LIMITS) if each in record.declared and each in fields and each not in tidied]
    if dropped:
        message = f"{', '.join(dropped)}: without meaning beside its type or its listed values; left out"
        diagnostics.note("limit-without-meaning", record.place, message, subject)
    if "default" in record.declared and type(tidied["default"]) is not type(fields["default"]):
        diagnostics.note("default-as-text", record.place, "its default is written as a string", subject)

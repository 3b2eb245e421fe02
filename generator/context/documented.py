"""The text of a property in the outputs: its description, then a sentence for each fact."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from generator.catalog.condition import Condition
from generator.catalog.property import Property
from generator.catalog.property_values import known_values
from templates.connector_catalog.wording import join_and, join_or

_ENCODINGS = {
    "boolean": "A string that is true or false.",
    "integer": "A string of digits.",
    "json": "A string of JSON.",
}
_SEPARATORS = {",": "commas", " ": "spaces", ";": "semicolons", "|": "pipes", "\n": "line breaks"}


def documented(property_: Property) -> str:
    """Return the description and the facts as plain text."""
    return " ".join([property_.description or "", *facts_of(property_)]).strip()


def facts_of(property_: Property, *, labelled: bool = False) -> list[str]:
    """Return a sentence for each fact that type, accepted values and requirement do not state.

    If ``labelled``, leave out the facts that have a label of their own on a reference page, such as the default.
    """
    at_midnight = ", at midnight" if "T00:00:00" in (property_.pattern or "") else ""
    separator = property_.separator or ","
    default, deprecated_values = default_in_words(property_, shown), property_.deprecated_values or ()
    facts = (
        (not labelled, _open_list(property_)),
        (not labelled, " ".join(f"{value}: {meaning}" for value, meaning in (property_.meanings or {}).items())),
        (not labelled, condition_of(property_)),
        (not labelled, _sentence("Has a meaning only when", property_.applies_when)),
        (not labelled, _sentence("Usually needed when", property_.expected_when)),
        (not labelled and default, f"Default: {default}."),
        (property_.format == "date", "A date, YYYY-MM-DD."),
        (property_.format == "date-time", f"Date and time in RFC 3339{at_midnight}."),
        (property_.string_encoding == "list", f"A list separated by {_SEPARATORS.get(separator, separator)}."),
        ("string" in property_.types, _ENCODINGS.get(property_.string_encoding or "", "")),
        (property_.unit, f"Unit: {property_.unit}."),
        (property_.pattern_description, f"Form: {property_.pattern_description}."),
        (True, _limits(property_)),
        (True, _range(property_.min_length, property_.max_length, "character")),
        (True, _range(property_.min_items, property_.max_items, "item")),
        (property_.unique_items, "No two items are equal."),
        (not labelled and property_.secret, "Secret."),
        (property_.write_only, "Never returned."),
        (not labelled and property_.read_only, "Set by the vendor."),
        (not labelled and property_.requirement == "internal", "For the vendor's own use."),
        (not labelled and property_.create_only, "Cannot be changed later."),
        (not labelled and property_.update_only, "Only accepted by updates."),
        (not labelled and property_.deprecated, "Deprecated."),
        (deprecated_values, f"Deprecated values: {', '.join(map(shown, deprecated_values))}."),
        (True, property_.note or ""),
        (not labelled and property_.link, f"See {property_.link}"),
        (property_.since, f"Since {property_.since}."),
        (property_.absent_from, f"No longer in {join_and(property_.absent_from or ())}."),
    )
    return [sentence for applies, sentence in facts if applies and sentence]


def condition_of(property_: Property) -> str:
    """Return when the property is required; empty where no condition is known."""
    return _sentence("Required when", property_.required_when)


def _sentence(start: str, conditions: tuple[Condition, ...] | None) -> str:
    words = [f"{when.property} is {join_or(map(shown, when.values))}" for when in conditions or ()]
    return f"{start} {join_and(words)}." if words else ""


def _limits(property_: Property) -> str:
    ends = (property_.exclusive_minimum, property_.exclusive_maximum)
    words = [f"{word} {end}" for word, end in zip(("more than", "less than"), ends, strict=True) if end is not None]
    exclusive = join_and(words).capitalize()
    return " ".join(filter(None, [_range(property_.minimum, property_.maximum), f"{exclusive}." if exclusive else ""]))


def _range(least: float | None, most: float | None, noun: str = "") -> str:
    """Return a sentence for a minimum and a maximum, or an empty string if both are ``None``."""
    if least is None and most is None:
        return ""
    if least is None:
        words = f"At most {most}"
    elif most is None:
        words = f"At least {least}"
    else:
        words = f"From {least} to {most}"
    last = most if most is not None else least
    return f"{words} {noun}{'' if last == 1 else 's'}." if noun else f"{words}."


def _open_list(property_: Property) -> str:
    """Return the values of an open list; types state the values of closed lists."""
    values = known_values(property_) if property_.enum_open else ()
    return f"Known values: {', '.join(map(shown, values))}; others are accepted." if values else ""


def default_in_words(property_: Property, show: Callable[[Any], str]) -> str:
    """Return the default, after the defaults that depend on other properties; empty if none is stated.

    Args:
        property_: The property.
        show: Returns a value, or the name of a property, as it is printed.
    """
    defaults = [
        f"{show(each.value)} if {join_or(map(show, each.any_given))} is given" for each in property_.default_when or ()
    ]
    if property_.states_default:
        default = show(property_.default)
        defaults.append(f"otherwise {default}" if defaults else default)
    return ", ".join(defaults)


def shown(value: Any) -> str:
    """Return a value for a sentence: a string as it is, an empty one as two quotation marks, others as JSON."""
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)

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


def documented(prop: Property) -> str:
    """Return the description and the facts as plain text."""
    return " ".join([prop.description or "", *facts_of(prop)]).strip()


def facts_of(prop: Property, *, labelled: bool = False) -> list[str]:
    """Return a sentence for each fact that type, accepted values and requirement do not state.

    If ``labelled``, leave out the facts that have a label of their own on a reference page, such as the default.
    """
    at_midnight = ", at midnight" if "T00:00:00" in (prop.pattern or "") else ""
    separator = prop.separator or ","
    default = default_in_words(prop, shown)
    facts = (
        (not labelled, _open_list(prop)),
        (not labelled, " ".join(f"{value}: {meaning}" for value, meaning in (prop.meanings or {}).items())),
        (not labelled, condition_of(prop)),
        (not labelled, _sentence("Has a meaning only when", prop.applies_when)),
        (not labelled, _sentence("Usually needed when", prop.expected_when)),
        (not labelled and default, f"Default: {default}."),
        (prop.format == "date", "A date, YYYY-MM-DD."),
        (prop.format == "date-time", f"Date and time in RFC 3339{at_midnight}."),
        (prop.string_encoding == "list", f"A list separated by {_SEPARATORS.get(separator, separator)}."),
        ("string" in prop.types, _ENCODINGS.get(prop.string_encoding or "", "")),
        (prop.unit, f"Unit: {prop.unit}."),
        (prop.pattern_description, f"Form: {prop.pattern_description}."),
        (True, _limits(prop)),
        (True, _range(prop.min_length, prop.max_length, "character")),
        (True, _range(prop.min_items, prop.max_items, "item")),
        (prop.unique_items, "No two items are equal."),
        (not labelled and prop.secret, "Secret."),
        (prop.write_only, "Never returned."),
        (not labelled and prop.read_only, "Set by the vendor."),
        (not labelled and prop.requirement == "internal", "For the vendor's own use."),
        (not labelled and prop.create_only, "Cannot be changed later."),
        (not labelled and prop.update_only, "Only accepted by updates."),
        (not labelled and prop.deprecated, "Deprecated."),
        (prop.deprecated_values, f"Deprecated values: {', '.join(map(shown, prop.deprecated_values or ()))}."),
        (True, prop.note or ""),
        (not labelled and prop.link, f"See {prop.link}"),
        (prop.since, f"Since {prop.since}."),
        (prop.absent_from, f"No longer in {join_and(prop.absent_from or ())}."),
    )
    return [sentence for applies, sentence in facts if applies and sentence]


def condition_of(prop: Property) -> str:
    """Return when the property is required; empty where no condition is known."""
    return _sentence("Required when", prop.required_when)


def _sentence(start: str, conditions: tuple[Condition, ...] | None) -> str:
    words = [f"{when.property} is {join_or(map(shown, when.values))}" for when in conditions or ()]
    return f"{start} {join_and(words)}." if words else ""


def _limits(prop: Property) -> str:
    ends = (prop.exclusive_minimum, prop.exclusive_maximum)
    words = [f"{word} {end}" for word, end in zip(("more than", "less than"), ends, strict=True) if end is not None]
    exclusive = join_and(words).capitalize()
    return " ".join(filter(None, [_range(prop.minimum, prop.maximum), f"{exclusive}." if exclusive else ""]))


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


def _open_list(prop: Property) -> str:
    """Return the values of an open list; types state the values of closed lists."""
    values = known_values(prop)
    return f"Known values: {', '.join(map(shown, values))}; others are accepted." if prop.enum_open and values else ""


def default_in_words(prop: Property, show: Callable[[Any], str]) -> str:
    """Return the default, after the defaults that depend on other properties; empty if none is stated.

    Args:
        prop: The property.
        show: Returns a value, or the name of a property, as it is printed.
    """
    defaults = [
        f"{show(each.value)} if {join_or(map(show, each.any_given))} is given" for each in prop.default_when or ()
    ]
    if prop.states_default:
        default = show(prop.default)
        defaults.append(f"otherwise {default}" if defaults else default)
    return ", ".join(defaults)


def shown(value: Any) -> str:
    """Return a value for a sentence: a string as it is, an empty one as two quotation marks, others as JSON."""
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)

"""The text of a property in the outputs: its description, then a sentence for each fact."""

from __future__ import annotations

from generator.catalog.property import Property
from generator.catalog.property_values import known_values
from generator.context.stated_words import conditions_of, default_of
from templates.connector_catalog.fact_words import encoding_in_words, value_in_words
from templates.connector_catalog.wording import counted, join_and


def documented(property_: Property) -> str:
    """Return the description and the facts as plain text."""
    return " ".join([property_.description or "", *facts_of(property_)]).strip()


def facts_of(property_: Property, *, labelled: bool = False) -> list[str]:
    """Return a sentence for each fact that type, accepted values and requirement do not state.

    If ``labelled``, leave out the facts that have a label of their own on a reference page, such as the default.
    """
    at_midnight = ", at midnight" if "T00:00:00" in (property_.pattern or "") else ""
    default, deprecated_values = default_of(property_), property_.deprecated_values or ()
    encoding = encoding_in_words(property_.string_encoding or "", property_.separator or "")
    is_encoded = property_.string_encoding == "list" or "string" in property_.types
    facts = (
        (not labelled, _open_list(property_)),
        (not labelled, " ".join(f"{value}: {meaning}" for value, meaning in (property_.meanings or {}).items())),
        *((not labelled, f"{label} {words}.") for label, words in conditions_of(property_)),
        (not labelled and default, f"Default: {default}."),
        (property_.format == "date", "A date, YYYY-MM-DD."),
        (property_.format == "date-time", f"Date and time in RFC 3339{at_midnight}."),
        (is_encoded and property_.string_encoding != property_.format, encoding),
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
        (deprecated_values, f"Deprecated values: {', '.join(map(value_in_words, deprecated_values))}."),
        (True, property_.note or ""),
        (not labelled and property_.link, f"See {property_.link}"),
        (property_.since, f"Since {property_.since}."),
        (property_.absent_from, f"No longer in {join_and(property_.absent_from or ())}."),
    )
    return [sentence for applies, sentence in facts if applies and sentence]


def _limits(property_: Property) -> str:
    ends = (property_.exclusive_minimum, property_.exclusive_maximum)
    words = [f"{word} {end}" for word, end in zip(("more than", "less than"), ends, strict=True) if end is not None]
    exclusive = join_and(words).capitalize()
    return " ".join(filter(None, [_range(property_.minimum, property_.maximum), f"{exclusive}." if exclusive else ""]))


def _range(least: float | None, most: float | None, noun: str = "") -> str:
    """Return a sentence for a minimum and a maximum, or an empty string if both are ``None``."""
    if least is None and most is None:
        return ""
    last = most if most is not None else least
    end = counted(int(last), noun) if noun and last is not None else last
    if least is None:
        return f"At most {end}."
    return f"At least {end}." if most is None else f"From {least} to {end}."


def _open_list(property_: Property) -> str:
    """Return the values of an open list; types state the values of closed lists."""
    values = known_values(property_) if property_.enum_open else ()
    return f"Known values: {', '.join(map(value_in_words, values))}; others are accepted." if values else ""

"""The text of a property in the outputs: its description, then a sentence for each fact."""

from __future__ import annotations

from generator.catalog.property import Property
from generator.context.constraints import listed_values
from generator.context.stated_words import conditions_of, default_of
from templates.connector_catalog.fact_words import encoding_in_words, value_in_words
from templates.connector_catalog.wording import counted, join_and


def documented(found: Property) -> str:
    """Return the description and the facts as plain text."""
    return " ".join([found.description or "", *facts_of(found)]).strip()


def facts_of(found: Property, *, labelled: bool = False) -> list[str]:
    """Return a sentence for each fact that type, accepted values and requirement do not state.

    If ``labelled``, leave out the facts that have a label of their own on a reference page, such as the default.
    """
    at_midnight = ", at midnight" if "T00:00:00" in (found.pattern or "") else ""
    default = default_of(found)
    is_encoded = found.string_encoding == "list" or "string" in found.types
    is_formatted = found.string_encoding == found.format
    facts = (
        (not labelled, _known_values(found)),
        (not labelled, " ".join(f"{value}: {meaning}" for value, meaning in (found.meanings or {}).items())),
        *((not labelled, f"{label} {words}.") for label, words in conditions_of(found)),
        (not labelled and default, f"Default: {default}."),
        (found.format == "date", "A date, YYYY-MM-DD."),
        (found.format == "date-time", f"Date and time in RFC 3339{at_midnight}."),
        (is_encoded and not is_formatted, encoding_in_words(found.string_encoding or "", found.separator or "")),
        (found.unit, f"Unit: {found.unit}."),
        (found.pattern_description, f"Form: {found.pattern_description}."),
        (True, _limits(found)),
        (True, _range(found.min_length, found.max_length, "character")),
        (True, _range(found.min_items, found.max_items, "item")),
        (found.unique_items, "No two items are equal."),
        (not labelled and found.secret, "Secret."),
        (found.write_only, "Never returned."),
        (not labelled and found.read_only, "Set by the vendor."),
        (not labelled and found.requirement == "internal", "For the vendor's own use."),
        (not labelled and found.create_only, "Cannot be changed later."),
        (not labelled and found.update_only, "Only accepted by updates."),
        (not labelled and found.deprecated, "Deprecated."),
        (
            found.deprecated_values,
            f"Deprecated values: {', '.join(map(value_in_words, found.deprecated_values or ()))}.",
        ),
        (True, found.note or ""),
        (not labelled and found.link, f"See {found.link}"),
        (found.since, f"Since {found.since}."),
        (found.absent_from, f"No longer in {join_and(found.absent_from or ())}."),
    )
    return [sentence for applies, sentence in facts if applies and sentence]


def _limits(found: Property) -> str:
    ends = (found.exclusive_minimum, found.exclusive_maximum)
    words = [f"{word} {end}" for word, end in zip(("more than", "less than"), ends, strict=True) if end is not None]
    exclusive = join_and(words).capitalize()
    return " ".join(filter(None, [_range(found.minimum, found.maximum), f"{exclusive}." if exclusive else ""]))


def _range(least: float | None, most: float | None, noun: str = "") -> str:
    """Return a sentence for a minimum and a maximum, or an empty string if both are ``None``."""
    if least is None and most is None:
        return ""
    last = most if most is not None else least
    end = counted(int(last), noun) if noun and last is not None else last
    return f"At most {end}." if least is None else f"At least {end}." if most is None else f"From {least} to {end}."


def _known_values(found: Property) -> str:
    """Return the values of an open list; types state the values of closed lists."""
    of_items = found.items.enum if found.items is not None else None
    values = listed_values(found) or of_items or ()
    return (
        f"Known values: {', '.join(map(value_in_words, values))}; others are accepted."
        if found.enum_open and values
        else ""
    )

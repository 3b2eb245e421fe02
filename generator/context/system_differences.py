"""The form of a property's values in words, by which the vendors of a system are compared."""

from __future__ import annotations

from generator.catalog.property import Property
from generator.context.literals import markdown_text
from templates.connector_catalog.fact_words import ENCODINGS
from templates.connector_catalog.wording import join_or

_FORMATS = {"date": "date", "date-time": "date and time"}


def form_in_words(property_: Property, unit: str | None = None) -> str:
    """Return the type, encoding, format and unit of a property as Markdown.

    Args:
        property_: The property.
        unit: The unit, if the catalog does not state it.
    """
    types: list[str] = list(property_.types)
    if property_.string_encoding in ENCODINGS and "string" in types:
        types[types.index("string")] = ENCODINGS[property_.string_encoding]
    items = property_.items.types if property_.items is not None else ()
    words = [join_or(types) or "any type"]
    if items:
        words.append(f"of {join_or(f'{each}s' for each in items)}")
    if property_.format in _FORMATS:
        words.append(f"({_FORMATS[property_.format]})")
    if unit := unit or property_.unit:
        words.append(f"(unit: {markdown_text(unit)})")
    return " ".join(words)

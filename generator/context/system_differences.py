"""The form of a property's values in words, by which the vendors of a system are compared."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.property import Property
from generator.context.literals import markdown_text
from templates.connector_catalog.fact_words import ENCODINGS
from templates.connector_catalog.wording import join_or

_FORMATS = {"date": "date", "date-time": "date and time"}


def form_in_words(alternatives: Iterable[Property], unit: str | None = None) -> str:
    """Return type, encoding, format and unit of a property, or of the first of several that mean the same, as Markdown.

    Args:
        alternatives: The properties; at least one.
        unit: The unit, where the catalog does not state it.
    """
    found = next(iter(alternatives))
    types: list[str] = list(found.types)
    if found.string_encoding in ENCODINGS and "string" in types:
        types[types.index("string")] = ENCODINGS[found.string_encoding]
    items = found.items.types if found.items is not None else ()
    words = [join_or(types) or "any type"]
    if items:
        words.append(f"of {join_or(f'{each}s' for each in items)}")
    if found.format in _FORMATS:
        words.append(f"({_FORMATS[found.format]})")
    if stated := unit or found.unit:
        words.append(f"(unit: {markdown_text(stated)})")
    return " ".join(words)

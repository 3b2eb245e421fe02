"""Names the connectors that have no name in their documents."""

from __future__ import annotations

from generator.catalog.context import Context
from generator.catalog.envelope import Entry


def name_entry(entry: Entry, context: Context) -> Entry:
    """Name an entry without a name: as the table of names does, else by the words of its id."""
    if entry.name:
        return entry
    return entry.with_fields(name=context.knowledge.names.get(entry.type) or spelled(entry.type))


def spelled(type_: str) -> str:
    """Return ``Google Ads`` for ``google_ads``."""
    return " ".join(word[0].upper() + word[1:] for word in type_.replace("-", "_").split("_") if word)

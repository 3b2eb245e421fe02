"""Names the connectors that have no name in their documents."""

from __future__ import annotations

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.envelope import Entry


def name_entry(entry: Entry, context: Context) -> Entry:
    """Name an entry without a name: as the table of names does, else by the words of its id.

    The table has ids of any vendor: another vendor's id of the same system may have a prefix, or hyphens.
    """
    if entry.name or not isinstance(entry, Connector):
        return entry
    names, bare = context.knowledge.names, entry.type.removeprefix(context.id_prefix(entry.vendor, entry.role))
    listed = (names[each] for each in (entry.type, bare, bare.replace("-", "_")) if each in names)
    return entry.with_fields(name=next(listed, "") or name_of_id(bare))


def name_of_id(type_: str) -> str:
    """Return ``Google Ads`` for ``google_ads``."""
    return " ".join(word[0].upper() + word[1:] for word in type_.replace("-", "_").split("_") if word)

"""The last line of a run: how much it has read."""

from __future__ import annotations

import dataclasses

from generator.records.record import PageRecords
from templates.connector_catalog.wording import counted


@dataclasses.dataclass(frozen=True)
class Summary:
    """Counts what a run has read; a connector that several documents describe counts once."""

    documents: int = 0
    properties: int = 0
    unaccounted: int = 0
    connectors: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: PageRecords) -> Summary:
        """Return the summary of one document."""
        keys = frozenset(f"{records.vendor}/{each.role}/{each.type}" for each in records.connectors)
        return cls(1, records.rows, records.unaccounted, keys)

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            self.documents + other.documents,
            self.properties + other.properties,
            self.unaccounted + other.unaccounted,
            self.connectors | other.connectors,
        )

    def __str__(self) -> str:
        documents = counted(self.documents, "document")
        connectors = counted(len(self.connectors), "connector")
        properties = counted(self.properties, "property", "properties")
        return f"{documents}, {connectors}, {properties}, {self.unaccounted:,} unaccounted"

"""What a run has read, for its last line."""

from __future__ import annotations

import dataclasses

from generator.records.record import PageRecords


@dataclasses.dataclass
class Summary:
    """What a run has read, for its last line."""

    documents: int = 0
    properties: int = 0
    unaccounted: int = 0
    keys: set[str] = dataclasses.field(default_factory=set)

    @property
    def connectors(self) -> int:
        """How many connectors there are; one that several documents describe is one."""
        return len(self.keys)

    def add(self, records: PageRecords) -> None:
        """Counts one more document."""
        self.documents += 1
        self.keys |= {f"{records.vendor}/{each.role}/{each.type}" for each in records.connectors}
        self.properties += records.rows
        self.unaccounted += records.unaccounted

    def __add__(self, other: Summary) -> Summary:
        """What two runs have read together."""
        return Summary(
            self.documents + other.documents,
            self.properties + other.properties,
            self.unaccounted + other.unaccounted,
            self.keys | other.keys,
        )

    def __str__(self) -> str:
        return (
            f"{self.documents:,} document{'' if self.documents == 1 else 's'}, "
            f"{self.connectors:,} connector{'' if self.connectors == 1 else 's'}, "
            f"{self.properties:,} propert{'y' if self.properties == 1 else 'ies'}, {self.unaccounted:,} unaccounted"
        )

"""Assemble the catalog's entries from a vendor's documents."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from generator.catalog.connector import Connector
from generator.catalog.context import Context, Knowledge, Usage
from generator.catalog.envelope import Envelope
from generator.catalog.merge import mark_absent, merge, merge_envelopes
from generator.catalog.normalise import normalise, normalise_envelopes
from generator.catalog.passes import DOCUMENT_PASSES, MERGED_PASSES, apply
from generator.diagnostics import Diagnostics
from generator.records.record import PageRecords


@dataclasses.dataclass(frozen=True)
class DocumentEntries:
    """The entries that one document states; ``file`` is its name in messages, ``document`` the one in sources.

    ``date`` may be empty. ``example_places`` has the place of the examples of a step by ``<key> <step>``.
    """

    file: str
    document: str
    date: str
    connectors: tuple[Connector, ...]
    envelopes: tuple[Envelope, ...] = ()
    example_places: Mapping[str, str] = dataclasses.field(default_factory=dict)


class Assembler:
    """Assembles the entries of documents with the tables that people write."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.usage = Usage()

    def context(self, diagnostics: Diagnostics, places: Mapping[str, str] | None = None) -> Context:
        """Return the context of passes."""
        return Context(self.knowledge, diagnostics, self.usage, places or {})

    def entries(self, records: PageRecords, document: str, date: str, diagnostics: Diagnostics) -> DocumentEntries:
        """Return the entries of one document, corrected, with its own descriptions."""
        self.usage.examples.update(records.corrected)
        found = normalise(records, document, diagnostics)
        connectors = apply(DOCUMENT_PASSES, found, self.context(diagnostics))
        profile = self.knowledge.profiles.get(records.vendor)
        title = profile.title if profile is not None else records.vendor
        envelopes = normalise_envelopes(records, document, title, diagnostics)
        places = _example_places(records)
        return DocumentEntries(diagnostics.document, document, date, tuple(connectors), tuple(envelopes), places)

    def connectors(self, stated: Iterable[DocumentEntries], diagnostics: Diagnostics) -> list[Connector]:
        """Return the connectors that documents state together."""
        documents = _in_order_of_date(stated)
        connectors: list[Connector] = []
        for each in documents:
            found = Diagnostics(each.file)
            connectors = merge(connectors, each.connectors, found)
            if self._is_complete(each.document):
                connectors = mark_absent(connectors, each.document)
            diagnostics.extend(found)
        places = {subject: place for each in documents for subject, place in each.example_places.items()}
        changed: dict[str, Connector] = {}
        for each in documents:
            found = Diagnostics(each.file)
            own = [connector for connector in connectors if connector.sources[0].document == each.document]
            changed |= {one.key: one for one in apply(MERGED_PASSES, own, self.context(found, places))}
            diagnostics.extend(found)
        return [changed[connector.key] for connector in connectors]

    def _is_complete(self, document: str) -> bool:
        """Return whether a document has all connectors of its vendor, as the vendor's profile says."""
        vendor, _, name = document.partition("/")
        profile = self.knowledge.profiles.get(vendor)
        return profile is not None and name in profile.documents and profile.documents[name].is_complete

    def envelopes(self, stated: Iterable[DocumentEntries], diagnostics: Diagnostics) -> list[Envelope]:
        """Return the envelopes that documents of one vendor state together, one per role."""
        merged: dict[str, Envelope] = {}
        documents = _in_order_of_date(stated)
        for document in documents:
            found = Diagnostics(document.file)
            for each in document.envelopes:
                earlier = merged.get(each.role)
                merged[each.role] = (
                    each if earlier is None else merge_envelopes(earlier, each, document.document, found)
                )
            diagnostics.extend(found)
        found = Diagnostics(documents[-1].file if documents else "")
        changed = apply(MERGED_PASSES, merged.values(), self.context(found))
        diagnostics.extend(found)
        return changed


def _in_order_of_date(stated: Iterable[DocumentEntries]) -> list[DocumentEntries]:
    """Return documents from the earliest to the latest; one without a date comes before all that have one."""
    return sorted(stated, key=lambda each: (each.date, each.document))


def _example_places(records: PageRecords) -> dict[str, str]:
    return {
        f"{records.vendor}/{connector.role}/{connector.type} {step.name}": step.examples[0].place
        for connector in records.connectors
        for step in connector.steps
        if step.examples
    }

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
        connectors = apply(DOCUMENT_PASSES, normalise(records, document, diagnostics), self.context(diagnostics))
        profile = self.knowledge.profiles.get(records.vendor)
        title = profile.title if profile is not None else records.vendor
        envelopes = normalise_envelopes(records, document, title, diagnostics)
        places = _example_places(records)
        return DocumentEntries(diagnostics.document, document, date, tuple(connectors), tuple(envelopes), places)

    def connectors(self, entries: Iterable[DocumentEntries], diagnostics: Diagnostics) -> list[Connector]:
        """Return the connectors that documents state together."""
        documents = _by_date(entries)
        merged = self._merged(documents, diagnostics)
        places = {subject: place for each in documents for subject, place in each.example_places.items()}
        changed: dict[str, Connector] = {}
        for document in documents:
            findings = Diagnostics(document.file)
            latest = [each for each in merged if each.sources[0].document == document.document]
            changed |= {each.key: each for each in apply(MERGED_PASSES, latest, self.context(findings, places))}
            diagnostics.extend(findings)
        return [changed[each.key] for each in merged]

    def _merged(self, documents: Iterable[DocumentEntries], diagnostics: Diagnostics) -> list[Connector]:
        connectors: list[Connector] = []
        for document in documents:
            findings = Diagnostics(document.file)
            connectors = merge(connectors, document.connectors, findings)
            if self._is_complete(document.document):
                connectors = mark_absent(connectors, document.document)
            diagnostics.extend(findings)
        return connectors

    def _is_complete(self, document: str) -> bool:
        """Return whether a document has all connectors of its vendor, as the vendor's profile says."""
        vendor, _, name = document.partition("/")
        profile = self.knowledge.profiles.get(vendor)
        return profile is not None and name in profile.documents and profile.documents[name].is_complete

    def envelopes(self, entries: Iterable[DocumentEntries], diagnostics: Diagnostics) -> list[Envelope]:
        """Return the envelopes that documents of one vendor state together, one per role."""
        merged: dict[str, Envelope] = {}
        documents = _by_date(entries)
        for document in documents:
            findings = Diagnostics(document.file)
            for later in document.envelopes:
                earlier = merged.get(later.role)
                merged[later.role] = (
                    later if earlier is None else merge_envelopes(earlier, later, document.document, findings)
                )
            diagnostics.extend(findings)
        findings = Diagnostics(documents[-1].file if documents else "")
        changed = apply(MERGED_PASSES, merged.values(), self.context(findings))
        diagnostics.extend(findings)
        return changed


def _by_date(entries: Iterable[DocumentEntries]) -> list[DocumentEntries]:
    """Return documents from the earliest to the latest; one without a date comes before all that have one."""
    return sorted(entries, key=lambda each: (each.date, each.document))


def _example_places(records: PageRecords) -> dict[str, str]:
    return {
        f"{records.vendor}/{connector.role}/{connector.type} {step.name}": step.examples[0].place
        for connector in records.connectors
        for step in connector.steps
        if step.examples
    }

"""Runs the stages up to the catalog. It has no rules of its own."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from generator.cache import Cache, digest_of_files
from generator.catalog.catalog import Catalog
from generator.catalog.context import Knowledge, load_knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.glossary import load_glossary
from generator.catalog.release import Release
from generator.catalog.release_file import load_releases
from generator.diagnostics import Diagnostics, Level
from generator.documents.store import vendors_with_captures
from generator.paths import Layout
from generator.records.openapi.repairs import REPAIRS
from generator.summary import Summary
from generator.systems.consistency import report_contradictory
from generator.systems.existence import report_dead
from generator.vendor_catalog import VendorCatalog


@dataclasses.dataclass(frozen=True)
class Built:
    """The catalog that a project's captures give, and what there is to say about it.

    Attributes:
        catalog: The catalog.
        diagnostics: The findings.
        summary: What was read.
        described: Number of properties that have an entry in the glossary.
        total: Number of properties.
        unused_entries: Entries of the glossary that describe no property.
    """

    catalog: Catalog
    diagnostics: Diagnostics
    summary: Summary
    described: int
    total: int
    unused_entries: list[str]

    @property
    def repairs(self) -> str:
        """One line with the number of repaired declarations by rule, or an empty string."""
        counts = Counter(found.code for found in self.diagnostics)
        repaired = [f"{counts[rule.code]:,} {rule.code}" for rule in REPAIRS if counts[rule.code]]
        return f"repaired declarations: {', '.join(repaired)}" if repaired else ""


def build_catalog(layout: Layout, cache: Cache | None = None) -> Built:
    """Return the catalog that the captures and the tables of a project give.

    Args:
        layout: The project.
        cache: Where the entries of vendors are kept between runs; ``None`` to read all documents.
    """
    diagnostics = Diagnostics()
    vendors = vendors_with_captures(layout.captures)
    # Before anything is read: what changes in the meantime may be read as it was before.
    sources = {each: _digest_of_inputs(layout, each) if cache is not None else "" for each in vendors}
    knowledge = load_knowledge(layout, diagnostics)
    if not layout.secrecy.is_file():
        diagnostics.error("secrecy-format", layout.secrecy.name, "missing file")
    knowledge = dataclasses.replace(knowledge, glossary=load_glossary(layout.glossary, diagnostics))
    # With tables that could not be read, nothing that is made from them is worth keeping.
    cache = None if diagnostics.failed else cache
    found: list[VendorCatalog] = []
    for vendor, source in sources.items():
        found.append(_vendor_catalog(layout, vendor, knowledge, cache, source))
        diagnostics.extend(found[-1].diagnostics)
    knowledge.corrections.without(vendors).report_stale((), (), diagnostics)
    return _joined(found, knowledge, load_releases(layout.changes, diagnostics), diagnostics)


def _vendor_catalog(
    layout: Layout, vendor: str, knowledge: Knowledge, cache: Cache | None, source: str
) -> VendorCatalog:
    """Return one vendor's catalog, from the cache if none of its inputs has changed."""
    name = f"vendors/{vendor}"
    content = cache.load(name, source) if cache is not None else None
    kept = VendorCatalog.from_json(content) if content is not None else None
    if kept is not None:
        return kept
    # Imported here: a run in which no document has changed does not load the readers.
    from generator.building import build_vendor

    built = build_vendor(layout, vendor, knowledge)
    failed = any(each.level is Level.ERROR for each in built.diagnostics)
    # A file that has changed in the meantime may have been read before the change or after it.
    if cache is not None and not failed and _digest_of_inputs(layout, vendor) == source:
        cache.keep(name, built.to_json(), source)
    return built


def _digest_of_inputs(layout: Layout, vendor: str) -> str:
    return digest_of_files(layout.inputs_of(vendor), layout.root)


def _joined(
    found: Iterable[VendorCatalog], knowledge: Knowledge, releases: tuple[Release, ...], diagnostics: Diagnostics
) -> Built:
    vendors = list(found)
    connectors = sorted((each for one in vendors for each in one.connectors), key=lambda each: each.key)
    report_contradictory(knowledge.decisions, diagnostics)
    report_dead(knowledge.decisions, connectors, diagnostics)
    envelopes: dict[str, dict[str, Envelope]] = {}
    for each in (envelope for one in vendors for envelope in one.envelopes):
        envelopes.setdefault(each.vendor, {})[each.role] = each
    return Built(
        Catalog(
            tuple(connectors),
            envelopes,
            tuple(origin for one in vendors for origin in one.documents),
            knowledge.profiles,
            decisions=knowledge.decisions,
            releases=releases,
        ),
        diagnostics,
        sum((one.summary for one in vendors), Summary()),
        sum(one.described for one in vendors),
        sum(1 for each in connectors for _ in each.paths()),
        knowledge.glossary.unused({entry for one in vendors for entry in one.used_entries}),
    )

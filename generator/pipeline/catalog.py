"""Runs the stages up to the catalog. It has no rules of its own."""

from __future__ import annotations

import contextlib
import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from generator.catalog.catalog import Catalog
from generator.catalog.context import Knowledge, load_knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.glossary import load_glossary
from generator.catalog.release import Release
from generator.catalog.release_file import load_releases
from generator.diagnostics import Diagnostics, Level
from generator.documents.store import captures_of, vendors_with_captures
from generator.paths import Layout
from generator.pipeline.cache import Cache, digest_of_files
from generator.pipeline.second_process import started
from generator.pipeline.summary import Summary
from generator.pipeline.vendor_catalog import VendorCatalog
from generator.records.openapi.repairs import REPAIRS
from generator.systems.consistency import report_contradictory
from generator.systems.existence import report_dead


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


def build_catalog(layout: Layout, cache: Cache | None = None, processes: int = 1) -> Built:
    """Return the catalog that the captures and the tables of a project give.

    Args:
        layout: The project.
        cache: Where the entries of vendors are kept between runs; ``None`` to read all documents.
        processes: The number of processes that may read documents.
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
    catalogs = _kept_catalogs(sources, cache)
    missing = [each for each in vendors if each not in catalogs]
    for vendor, catalog in _read_catalogs(layout, missing, knowledge, processes).items():
        catalogs[vendor] = catalog
        failed = any(each.level is Level.ERROR for each in catalog.diagnostics)
        # A file that has changed in the meantime may have been read before the change or after it.
        if cache is not None and not failed and _digest_of_inputs(layout, vendor) == sources[vendor]:
            cache.keep(_name(vendor), catalog.to_json(), sources[vendor])
    for vendor in vendors:
        diagnostics.extend(catalogs[vendor].diagnostics)
    knowledge.corrections.without(vendors).report_stale((), (), diagnostics)
    releases = load_releases(layout.changes, diagnostics)
    return _joined([catalogs[each] for each in vendors], knowledge, releases, diagnostics)


def _kept_catalogs(sources: Mapping[str, str], cache: Cache | None) -> dict[str, VendorCatalog]:
    """Return the catalogs of the vendors none of whose inputs has changed since an earlier run."""
    if cache is None:
        return {}
    kept: dict[str, VendorCatalog] = {}
    for vendor, source in sources.items():
        content = cache.load(_name(vendor), source)
        if content is not None:
            # A file that was damaged is made again.
            with contextlib.suppress(ValueError):
                kept[vendor] = VendorCatalog.from_json(content)
    return kept


def _read_catalogs(
    layout: Layout, vendors: Collection[str], knowledge: Knowledge, processes: int
) -> dict[str, VendorCatalog]:
    """Return the catalogs of vendors from their captures, in two processes if there are several vendors."""
    if not vendors:
        # A run in which no document has changed does not load the readers.
        return {}
    from generator.pipeline.vendor import build_vendor, build_vendor_json

    if processes == 1 or len(vendors) == 1:
        return {vendor: build_vendor(layout, vendor, knowledge) for vendor in vendors}
    largest = max(vendors, key=lambda each: sum(path.stat().st_size for path in captures_of(layout.captures, each)))
    with started(build_vendor_json, layout, largest, knowledge) as content:
        catalogs = {vendor: build_vendor(layout, vendor, knowledge) for vendor in vendors if vendor != largest}
        return catalogs | {largest: VendorCatalog.from_json(content())}


def _name(vendor: str) -> str:
    return f"vendors/{vendor}"


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

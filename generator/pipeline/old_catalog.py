"""Compares the catalog on disk with a new one: losses and changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator import paths
from generator.catalog.catalog import Catalog, connector_path, load_catalog, load_envelopes
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.catalog.guard import report_lost_envelopes, report_removals
from generator.changes.comparison import changes_between, entries_of
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides
from generator.changes.report import Report, Selection, report_of
from generator.changes.request_parts import parts_in_requests
from generator.diagnostics import Diagnostics
from generator.files.folders import files_below
from generator.paths import Layout
from generator.profiles.profile import to_vendors


@dataclasses.dataclass(frozen=True)
class OldCatalog:
    """The part of the catalog on disk that a new catalog lacks or has changed.

    Attributes:
        connectors: The missing and changed connectors, by the paths of their files.
        envelopes: All envelopes, changed or not.
        files: The paths of all connectors' files.
    """

    connectors: Mapping[str, Connector]
    envelopes: tuple[Envelope, ...]
    files: frozenset[str]

    def report_losses(self, catalog: Catalog, diagnostics: Diagnostics) -> None:
        """Add an error for each connector, envelope and property that a new catalog lacks."""
        report_removals(self.connectors.values(), catalog.connectors, diagnostics)
        report_lost_envelopes(self.envelopes, _envelopes(catalog), diagnostics)

    def report_changes(self, catalog: Catalog) -> Report:
        """Return the report of the changes in a new catalog."""
        part_of = parts_in_requests(to_vendors(catalog.profiles))
        old = entries_of(self.connectors.values(), self.envelopes)
        changed = [each for each in catalog.connectors if self._differs(connector_path(each))]
        new = entries_of(changed, _envelopes(catalog))
        changes = judged(changes_between(old, new), old, new, part_of, Overrides())
        return report_of(changes, (len(self.files), len(catalog.connectors)), Selection())

    def _differs(self, path: str) -> bool:
        return path in self.connectors or path not in self.files


def load_old_catalog(layout: Layout, texts: Mapping[str, str], diagnostics: Diagnostics) -> OldCatalog:
    """Return the catalog on disk.

    Args:
        layout: The project.
        texts: The texts of the new catalog's files; connectors whose files have the same text are left out.
        diagnostics: Where errors go.
    """
    files = frozenset(each for each in files_below(layout.root, paths.CONNECTORS) if each.endswith(".json"))
    connectors = load_catalog(layout.root, diagnostics, texts)
    return OldCatalog(connectors, tuple(load_envelopes(layout.root, diagnostics)), files)


def _envelopes(catalog: Catalog) -> list[Envelope]:
    return [each for roles in catalog.envelopes.values() for each in roles.values()]

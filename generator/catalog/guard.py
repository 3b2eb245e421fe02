"""Refuses a catalog that has lost connectors or properties, unless somebody accepts the removals."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics


def report_removals(old: Iterable[Connector], new: Iterable[Connector], diagnostics: Diagnostics) -> None:
    """Add an error for each connector and property that ``old`` has and ``new`` does not have."""
    new_by_key = {connector.key: connector for connector in new}
    for connector in old:
        successor = new_by_key.get(connector.key)
        if successor is None:
            _report(diagnostics, "removed-connector", connector.key, "connector")
            continue
        if connector.status == "documented" and successor.status == "listed":
            _report(diagnostics, "removed-connector", connector.key, "description of the connector")
        kept = {(step, path) for step, path, _ in successor.paths()}
        for step, path, _ in connector.paths():
            if (step, path) not in kept:
                _report(diagnostics, "removed-property", f"{connector.key} {step}.{path}", "property")


def _report(diagnostics: Diagnostics, code: str, subject: str, what: str) -> None:
    message = f"the {what} is in the catalog, but no longer in the documents; --accept-removals accepts the removal"
    diagnostics.error(code, "", message, subject)

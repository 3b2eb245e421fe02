"""Refuses a catalog that has lost connectors or properties, unless somebody accepts the removals."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics


def report_removals(
    old: Iterable[Connector], new: Iterable[Connector], diagnostics: Diagnostics, document: str = ""
) -> None:
    """Add an error for each connector and property of ``old`` that ``new`` does not have.

    With ``document``, ``new`` comes from this document alone: what other documents state too is not missing.
    """
    new_by_key = {connector.key: connector for connector in new}
    for connector in old:
        if document and document not in _documents(connector):
            continue
        successor = new_by_key.get(connector.key)
        if successor is None:
            _report(diagnostics, "removed-connector", connector.key, "connector")
            continue
        if connector.status == "documented" and successor.status == "listed":
            _report(diagnostics, "removed-connector", connector.key, "description of the connector")
        kept = {(step, path) for step, path, _ in successor.paths()}
        for step, path, found in connector.paths():
            if (step, path) not in kept and (not document or _documents(found) <= {document}):
                _report(diagnostics, "removed-property", f"{connector.key} {step}.{path}", "property")


def _documents(found: Connector | Property) -> set[str]:
    return {source.document for source in found.sources}


def _report(diagnostics: Diagnostics, code: str, subject: str, what: str) -> None:
    message = f"the {what} is in the catalog, but no longer in the documents; --accept-removals accepts the removal"
    diagnostics.error(code, "", message, subject)

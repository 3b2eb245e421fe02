"""Refuses a catalog that has lost connectors, envelopes or their properties, unless somebody accepts the removals."""

from __future__ import annotations

from collections.abc import Iterable

from generator import paths
from generator.catalog.catalog import connector_path
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
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
        place = "" if document else connector_path(connector)
        successor = new_by_key.get(connector.key)
        if successor is None:
            _report(diagnostics, "removed-connector", place, connector.key, "connector")
            continue
        if connector.status == "documented" and successor.status == "listed":
            _report(diagnostics, "removed-connector", place, connector.key, "description of the connector")
        remaining = {(step, path) for step, path, _ in successor.paths()}
        for step, path, property_ in connector.paths():
            if (step, path) not in remaining and _is_stated_by(document, property_):
                _report(diagnostics, "removed-property", place, f"{connector.key} {step}.{path}", "property")


def report_lost_envelopes(
    old: Iterable[Envelope], new: Iterable[Envelope], diagnostics: Diagnostics, document: str = ""
) -> None:
    """Add an error for each envelope and each of its properties that ``old`` has and ``new`` does not.

    With ``document``, ``new`` comes from this document alone: what other documents state too is not missing.
    """
    new_by_key = {envelope.key: envelope for envelope in new}
    for envelope in old:
        properties = [
            (path, each) for path, each in property_paths(envelope.properties) if _is_stated_by(document, each)
        ]
        place = "" if document else f"{paths.ENVELOPES}/{envelope.vendor}.json"
        successor = new_by_key.get(envelope.key)
        if successor is None:
            if properties:
                _report(diagnostics, "removed-envelope", place, envelope.key, "envelope")
            continue
        remaining = {path for path, _ in property_paths(successor.properties)}
        for path, _ in properties:
            if path not in remaining:
                _report(diagnostics, "removed-property", place, f"{envelope.key} {path}", "property of the envelope")


def _is_stated_by(document: str, property_: Property) -> bool:
    """Return whether this document alone states a property; without a document, every property counts."""
    return not document or _documents(property_) <= {document}


def _documents(entry: Connector | Property) -> set[str]:
    return {source.document for source in entry.sources}


def _report(diagnostics: Diagnostics, code: str, place: str, subject: str, noun: str) -> None:
    message = f"the {noun} is in the catalog, but no longer in the documents; --accept-removals accepts the removal"
    diagnostics.error(code, place, message, subject)

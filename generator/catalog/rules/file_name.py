"""The path of a connector's file says which connector it is."""

from __future__ import annotations

from generator.catalog.catalog import connector_path
from generator.catalog.rules import Rule, Subject
from generator.diagnostics import Diagnostics


def _check(subject: Subject, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        if path != connector_path(connector):
            message = f"the file holds {connector.key}; expected it at {connector_path(connector)}"
            diagnostics.error(RULE.name, path, message)


RULE = Rule("file-name", "Each connector is in the file of its vendor, role and type.", _check)

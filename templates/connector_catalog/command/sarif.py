"""Findings as SARIF 2.1.0, for code scanning services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import build
from ..links import Links
from ..references import PROBLEMS
from ..upgrades.effects import MEANINGS
from .finding import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RULES = {
    "any-of": "One of several properties is required.",
    "at-most-one": "At most one of several properties is accepted.",
    "const": "The value is fixed.",
    "create-only": "The property cannot be changed later.",
    "deprecated": "The vendor advises against the property.",
    "deprecated-value": "The vendor advises against the value.",
    "duplicate-key": "An object has a name twice.",
    "empty": "The input is empty.",
    "empty-value": "The property is required and has an empty value.",
    "enum": "The value is not one of the listed values.",
    "exclusive-maximum": "The number is too large.",
    "exclusive-minimum": "The number is too small.",
    "expected": "The property is usually needed.",
    "format": "The date does not exist.",
    "max-items": "The list has too many items.",
    "max-length": "The string is too long.",
    "maximum": "The number is too large.",
    "min-items": "The list has too few items.",
    "min-length": "The string is too short.",
    "minimum": "The number is too small.",
    "misplaced": "The property belongs to another part of the request.",
    "more-problems": "The file has more problems than are listed.",
    "no-connector": "The payload does not name its connector.",
    "not-a-reference": "Only a whole secret can be a reference.",
    "not-applicable": "The property has no meaning here.",
    "not-json": "Invalid JSON.",
    "not-readable": "The file cannot be read.",
    "not-utf-8": "Invalid UTF-8.",
    "not-yaml": "Invalid YAML.",
    "other-part": "The property is documented in another part of the request.",
    "pattern": "The string does not match the pattern.",
    "placeholder": "The value looks like a placeholder.",
    "port-range": "No port has this number.",
    "read-only": "The vendor sets the property.",
    "required": "The property is required.",
    "skipped": "The file names no connector.",
    "too-deep": "Objects and lists are nested too deeply.",
    "too-large": "The input is too large.",
    "type": "The value has the wrong type.",
    "unique-items": "The list has an item twice.",
    "unknown": "The catalog does not know the property.",
    "unknown-connector": "The catalog does not know the connector.",
    "unknown-warning": "The catalog does not know the property.",
    "unlisted-value": "The catalog does not list the value.",
    "update-only": "Only updates accept the property.",
    "yaml-missing": "YAML needs PyYAML.",
}


class Sarif:
    """A log with one run; the rules depend on the findings, so they come last."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._separator = "\n"
        self._rules: dict[str, int] = {}
        self._levels: dict[str, str] = {}

    def begin(self) -> str:
        """Return the text before the results."""
        return f'{{"$schema":{json.dumps(_SCHEMA)},"version":"2.1.0","runs":[{{"results":['

    def add(self, finding: Finding) -> str:
        """Return a result on a line of its own."""
        code, text = finding.problem.code, finding.sentence
        self._levels.setdefault(code, finding.level)
        result = {
            "ruleId": code,
            "ruleIndex": self._rules.setdefault(code, len(self._rules)),
            "level": finding.level,
            # Brackets are escaped where they would be rendered as a link.
            "message": {"text": text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text},
            "locations": [_location(finding)],
        }
        if finding.link:
            result["properties"] = {"link": finding.link}
        separator, self._separator = self._separator, ",\n"
        return f"{separator}{json.dumps(result)}"

    def end(self) -> str:
        """Return the tool with its rules, and the end of the log."""
        rules = [self._rule(code) for code in self._rules]
        driver = {"name": "connector-catalog", "version": build.__version__, "rules": rules}
        return f'\n],"columnKind":"unicodeCodePoints","tool":{json.dumps({"driver": driver})}}}]}}\n'

    def _rule(self, code: str) -> dict[str, Any]:
        rule = {
            "id": code,
            "shortDescription": {"text": (RULES | MEANINGS).get(code, code)},
            "defaultConfiguration": {"level": self._levels[code]},
        }
        link = self._links.to(f"{PROBLEMS}#{code}")
        return rule | {"helpUri": link} if link else rule


def _location(finding: Finding) -> dict[str, Any]:
    path = Path(finding.file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if finding.line is not None:
        physical["region"] = {"startLine": finding.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.problem.path}]
    return location

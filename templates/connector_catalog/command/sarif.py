"""Findings as SARIF 2.1.0, which code scanning services read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..problems import WARNINGS
from .finding import Finding
from .version import version

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = {
    "any-of": "One of several properties is required.",
    "const": "The value is fixed.",
    "create-only": "The property cannot be changed later.",
    "duplicate-key": "A name stands twice in an object.",
    "empty": "There is no payload.",
    "enum": "The value is none of those that are listed.",
    "format": "The value does not exist, such as a day of a month.",
    "maximum": "The number is too large.",
    "minimum": "The number is too small.",
    "misplaced": "The property stands in another part of the request.",
    "no-connector": "The payload does not say for which connector it is.",
    "not-json": "The text is no JSON.",
    "not-readable": "The file cannot be read.",
    "not-utf-8": "The bytes are no UTF-8.",
    "not-yaml": "The text is no YAML.",
    "pattern": "The text does not have the form that is expected.",
    "read-only": "The vendor sets the property.",
    "required": "The property is required.",
    "too-deep": "Objects and lists stand inside each other too deep.",
    "too-large": "The input is larger than what is read.",
    "type": "The value has the wrong type.",
    "unknown": "The catalog does not know the property.",
    "unknown-connector": "The catalog does not know the connector.",
    "unknown-warning": "The catalog does not know the property.",
    "update-only": "Only a request that changes takes the property.",
    "yaml-missing": "YAML cannot be read without PyYAML.",
}


class Sarif:
    """One run; its rules are those that something was found for, so they come last."""

    def __init__(self) -> None:
        self._separator = "\n"
        self._rules: dict[str, int] = {}

    def begin(self) -> str:
        """Up to the results."""
        return f'{{"$schema":{json.dumps(_SCHEMA)},"version":"2.1.0","runs":[{{"results":['

    def add(self, finding: Finding) -> str:
        """A result in a line of its own."""
        problem = finding.problem
        hint = f"; {problem.hint}" if problem.hint else ""
        reference = f" ({problem.reference})" if problem.reference else ""
        path = f"{problem.path}: " if problem.path else ""
        result = {
            "ruleId": problem.code,
            "ruleIndex": self._rules.setdefault(problem.code, len(self._rules)),
            "level": finding.level,
            "message": {"text": _plain(f"{path}{problem.message}{hint}{reference}")},
            "locations": [_location(finding)],
        }
        text = f"{self._separator}{json.dumps(result)}"
        self._separator = ",\n"
        return text

    def end(self) -> str:
        """The tool with its rules, and the end."""
        rules = [
            {
                "id": code,
                "shortDescription": {"text": _RULES.get(code, code)},
                "defaultConfiguration": {"level": "warning" if code in WARNINGS else "error"},
            }
            for code in self._rules
        ]
        driver = {"name": "connector-catalog", "version": version(), "rules": rules}
        return f'\n],"columnKind":"unicodeCodePoints","tool":{json.dumps({"driver": driver})}}}]}}\n'


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


def _plain(text: str) -> str:
    """A message in which nothing is taken for a link."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text

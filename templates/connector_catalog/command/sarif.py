"""Findings as SARIF 2.1.0, for code scanning services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import build
from ..links import Links
from ..problem_codes import PROBLEM_CODES
from ..references import PROBLEMS
from ..upgrades.effects import MEANINGS
from .finding import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


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
            "shortDescription": {
                "text": PROBLEM_CODES[code].meaning if code in PROBLEM_CODES else MEANINGS.get(code, code)
            },
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

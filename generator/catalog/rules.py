"""The rules that a catalog on disk keeps, also where people or a broken run have changed it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from generator import paths
from generator.catalog.catalog import connector_path
from generator.catalog.connector import Connector
from generator.catalog.satisfiable import unknown_conditions, unsatisfiable
from generator.diagnostics import Diagnostics
from generator.serialize import dumps
from generator.strict_data.load import load_json

_REQUIREMENTS = ("required", "optional", "conditional", "internal", "readOnly")


@dataclasses.dataclass(frozen=True)
class Subject:
    """The catalog that the rules check.

    Attributes:
        root: The project's folder.
        connectors: The connectors by the paths of their files.
        vendors: The vendors that have a profile.
    """

    root: Path
    connectors: Mapping[str, Connector]
    vendors: Collection[str]


@dataclasses.dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        name: The code of its findings.
        sentence: The rule in words.
        check: Adds an error wherever the rule is broken.
    """

    name: str
    sentence: str
    check: Callable[[Subject, Rule, Diagnostics], None]


def _file_name(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        if path != connector_path(connector):
            message = f"the file contains {connector.key}; expected it at {connector_path(connector)}"
            diagnostics.error(rule.name, path, message)


def _canonical_text(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        if (subject.root / path).read_text(encoding="utf-8") != dumps(connector.to_json()):
            message = "the text differs from what the serializer writes; `make generate` writes it"
            diagnostics.error(rule.name, path, message)


def _known_vendor(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        if connector.vendor not in subject.vendors:
            diagnostics.error(rule.name, path, f"the vendor {connector.vendor!r} has no profile")


def _known_source(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    index = load_json(subject.root / paths.INDEX, rule.name, diagnostics)
    documents = index.get("documents") if isinstance(index, dict) else None
    if not isinstance(documents, list):
        diagnostics.error(rule.name, paths.INDEX, "expected the documents of the catalog")
        return
    names = {each["name"] for each in documents if isinstance(each, dict) and isinstance(each.get("name"), str)}
    for path, connector in subject.connectors.items():
        sources = [
            *connector.sources,
            *(source for _, _, property_ in connector.paths() for source in property_.sources),
        ]
        for name in sorted({source.document for source in sources} - names):
            diagnostics.error(rule.name, path, f"the source {name!r} is not among the documents of the index")


def _known_requirement(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        for step, name, property_ in connector.paths():
            if property_.requirement not in (None, *_REQUIREMENTS):
                message = f"unknown requirement {property_.requirement!r}; expected one of: {', '.join(_REQUIREMENTS)}"
                diagnostics.error(rule.name, path, message, f"{step}.{name}")
            if property_.requirement == "required" and property_.read_only:
                message = "the property is both required and read-only; expected one of them"
                diagnostics.error(rule.name, path, message, f"{step}.{name}")


def _known_condition(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        for message in unknown_conditions(connector):
            diagnostics.error(rule.name, path, message)


def _satisfiable(subject: Subject, rule: Rule, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        for step in connector.steps:
            for message in unsatisfiable(step):
                diagnostics.error(rule.name, path, message, step.name)


RULES = (
    Rule("file-name", "Each connector is in the file of its vendor, role and type.", _file_name),
    Rule("canonical-text", "Each file is exactly what the serializer writes.", _canonical_text),
    Rule("known-vendor", "Each vendor has a profile.", _known_vendor),
    Rule("known-source", "Each source is a document of the index.", _known_source),
    Rule("known-requirement", "Each requirement is known and is not contradicted.", _known_requirement),
    Rule("known-condition", "Each condition names another property and its values.", _known_condition),
    Rule("satisfiable", "For each value that a condition names, some payload meets all requirements.", _satisfiable),
)
"""The rules in the order in which they are checked."""


def check(subject: Subject) -> Diagnostics:
    """Return the findings of all rules."""
    diagnostics = Diagnostics("catalog")
    for rule in RULES:
        rule.check(subject, rule, diagnostics)
    return diagnostics

"""``lint``: the catalog's rules, the standing differences in the documents, and the glossary's coverage."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.catalog.rules import RULES, Subject, check
from generator.catalog.secrecy import Secrecy, load_secrecy
from generator.diagnostics import Diagnostics, Level
from generator.documents.document import Kind, read_document
from generator.paths import Layout
from generator.pipeline import build_catalog
from generator.records.openapi_secrets import text_properties


@dataclasses.dataclass
class Linted:
    """What was found, and the lines with figures."""

    diagnostics: Diagnostics
    figures: list[str]


def lint(layout: Layout, openapi: Iterable[Path] = ()) -> Linted:
    """Reads the captures and the catalog, and the marks in OpenAPI files; changes nothing."""
    built = build_catalog(layout)
    found = built.diagnostics
    connectors = load_catalog(layout.root, found)
    found.extend(check(Subject(layout.root, connectors, built.catalog.profiles)))
    for key in built.unused_entries:
        found.error("glossary-unused", key, "no property asks for this entry; remove it")
    share = built.described / built.total if built.total else 1.0
    figures = [f"{rule.name}: {rule.sentence}" for rule in RULES]
    figures += [f"{code}: {count:,} times" for code, count in sorted(_standing(found).items())]
    figures += _secrecy(connectors.values())
    secrecy = load_secrecy(layout.secrecy, found)
    for path in openapi:
        figures += _unmarked(path, secrecy, found)
    figures.append(f"glossary: {built.described:,} of {built.total:,} properties described, {share:.1%}")
    return Linted(found, figures)


def _standing(found: Diagnostics) -> Counter[str]:
    """How often each difference between a document's labels, prose and examples stands."""
    return Counter(each.code for each in found if each.level is Level.WARNING)


def _secrecy(connectors: Iterable[Connector]) -> list[str]:
    secrets = Counter(each.secret_from or "" for one in connectors for _, _, each in one.paths() if each.secret)
    told = ", ".join(f"{count:,} by {source}" for source, count in sorted(secrets.items()))
    return [f"secrets: {secrets.total():,} properties ({told})"]


def _unmarked(path: Path, secrecy: Secrecy, found: Diagnostics) -> list[str]:
    """Lists what the name rule takes for a secret and the file does not mark."""
    diagnostics = Diagnostics(str(path))
    document = read_document(path, diagnostics)
    if document is not None and document.kind is not Kind.OPENAPI:
        diagnostics.error("unknown-document", "", "no OpenAPI file; expected one, to compare its marks with the names")
    properties = list(text_properties(document.data)) if document is not None else []
    for each in properties:
        if each.is_open and not each.marked and secrecy.is_secret(each.name):
            diagnostics.warning("unmarked-secret", each.pointer, "the name says secret, the file does not", each.name)
    found.extend(diagnostics)
    marked = sum(each.marked for each in properties)
    return [f"{path}: {marked:,} properties marked as secret, {len(diagnostics):,} more by their names"]

"""``lint``: checks the catalog against its rules and prints figures about it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector, Property
from generator.catalog.rules import RULES, Subject, check
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout
from generator.pipeline import build_catalog


@dataclasses.dataclass
class Linted:
    """The diagnostics, and the lines with figures."""

    diagnostics: Diagnostics
    figures: list[str]


def lint(layout: Layout, documents: Iterable[Path] = ()) -> Linted:
    """Check the catalog, and the marks of secrets in documents; change nothing."""
    built = build_catalog(layout)
    found = built.diagnostics
    connectors = load_catalog(layout.root, found)
    found.extend(check(Subject(layout.root, connectors, built.catalog.profiles)))
    for key in built.unused_entries:
        found.error("glossary-unused", key, "no property uses this entry; remove it")
    share = built.described / built.total if built.total else 1.0
    figures = [f"{rule.name}: {rule.sentence}" for rule in RULES]
    figures += [f"{code}: {count:,} times" for code, count in sorted(_warnings(found).items())]
    figures += _secrets(connectors.values())
    for path in documents:
        figures += _unmarked(layout, path, found)
    figures.append(f"glossary: {built.described:,} of {built.total:,} properties described, {share:.1%}")
    return Linted(found, figures)


def _warnings(found: Diagnostics) -> Counter[str]:
    """Return how many warnings of each code there are."""
    return Counter(each.code for each in found if each.level is Level.WARNING)


def _secrets(connectors: Iterable[Connector]) -> list[str]:
    secrets = Counter(each.secret_from or "" for one in connectors for _, _, each in one.paths() if each.secret)
    counts = ", ".join(f"{count:,} by {source}" for source, count in sorted(secrets.items()))
    return [f"secrets: {secrets.total():,} properties ({counts})"]


def secrets_of(connectors: Iterable[Connector]) -> dict[str, Property]:
    """Return the secrets of one document's connectors by place; several connectors may share a place."""
    properties = (each for connector in connectors for _, _, each in connector.paths())
    return {each.sources[0].place: each for each in properties if each.secret}


def _unmarked(layout: Layout, path: Path, found: Diagnostics) -> list[str]:
    """List the properties of a document that are secrets by their names but not marked as such."""
    extraction = extract(layout, [path], None)
    found.extend(each for each in extraction.diagnostics if each.level is Level.ERROR)
    secrets = secrets_of(extraction.connectors)
    unmarked = {place: each for place, each in secrets.items() if each.secret_from == "name"}
    diagnostics = Diagnostics(str(path))
    for place, each in unmarked.items():
        diagnostics.warning("unmarked-secret", place, "a secret by its name, but not marked as one", each.name)
    found.extend(diagnostics)
    marked = sum(each.secret_from == "mark" for each in secrets.values())
    return [f"{path}: secrets: {marked:,} marked, {len(unmarked):,} more by name"]

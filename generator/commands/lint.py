"""``lint``: checks the catalog against its rules, compares it with documents, and prints figures about it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.catalog.decisions import Decisions
from generator.catalog.glossary import Glossary, load_glossary
from generator.catalog.nouns import share_noun
from generator.catalog.property import Property
from generator.catalog.rules import RULES, Subject, check
from generator.catalog.synonyms import Synonyms, load_synonyms
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout
from generator.pipeline.catalog import build_catalog
from generator.systems.findings import figures, findings
from generator.systems.review import Review


@dataclasses.dataclass
class Linted:
    """The diagnostics, and the lines with figures."""

    diagnostics: Diagnostics
    figures: list[str]


def lint(layout: Layout, documents: Iterable[Path] = ()) -> Linted:
    """Check the catalog; compare documents with its secrets and its glossary; change nothing."""
    built = build_catalog(layout)
    catalog, diagnostics = built.catalog, built.diagnostics
    connectors = load_catalog(layout.root, diagnostics)
    diagnostics.extend(check(Subject(layout.root, connectors, catalog.profiles)))
    for key in built.unused_entries:
        diagnostics.error("glossary-unused", key, "no property uses this entry; remove it")
    synonyms = load_synonyms(layout.synonyms, diagnostics)
    review = Review(catalog.decisions, catalog.connectors, catalog.profiles, synonyms)
    diagnostics.extend(findings(review))
    _report_unknown_systems(load_glossary(layout.glossary, Diagnostics()), catalog.decisions, diagnostics)
    lines = [f"{rule.name}: {rule.sentence}" for rule in RULES]
    lines += _warnings(diagnostics)
    lines.append(_secrets(connectors.values()))
    by_key = {each.key: each for each in connectors.values()}
    for path in documents:
        lines += _compared(layout, path, by_key, synonyms.descriptions, diagnostics)
    lines += figures(review)
    share = built.described / built.total if built.total else 1.0
    lines.append(f"glossary: {built.described:,} of {built.total:,} properties described, {share:.1%}")
    return Linted(diagnostics, lines)


def _report_unknown_systems(glossary: Glossary, decisions: Decisions, diagnostics: Diagnostics) -> None:
    for name, keys in sorted(glossary.systems().items()):
        if name not in decisions.systems:
            message = f"no file of catalog/systems is named {name}; expected the scope of a system or of a connector"
            diagnostics.error("glossary-system", ", ".join(keys), message)


def _warnings(diagnostics: Diagnostics) -> Iterator[str]:
    """Yield the number of warnings of each code."""
    counts = Counter(each.code for each in diagnostics if each.level is Level.WARNING)
    return (f"{code}: {count:,} times" for code, count in sorted(counts.items()))


def _secrets(connectors: Iterable[Connector]) -> str:
    properties = (property_ for connector in connectors for _, _, property_ in connector.paths())
    sources = Counter(property_.secret_from or "" for property_ in properties if property_.secret)
    counts = ", ".join(f"{count:,} by {source}" for source, count in sorted(sources.items()))
    return f"secrets: {sources.total():,} properties ({counts})"


def secrets_of(connectors: Iterable[Connector]) -> dict[str, Property]:
    """Return the secrets of one document's connectors by place; several connectors may share a place."""
    properties = (each for connector in connectors for _, _, each in connector.paths())
    return {each.sources[0].place: each for each in properties if each.secret}


def _compared(
    layout: Layout, path: Path, catalog: Mapping[str, Connector], synonyms: Synonyms, diagnostics: Diagnostics
) -> list[str]:
    """Compare a document with the catalog."""
    extraction = extract(layout, [path], None)
    diagnostics.extend(each for each in extraction.diagnostics if each.level is Level.ERROR)
    findings = Diagnostics(str(path))
    stated = extraction.connectors
    figures = [*_unmarked(stated, findings), *_homonyms(stated, catalog, synonyms, findings)]
    diagnostics.extend(findings)
    return [f"{path}: {figure}" for figure in figures]


def _unmarked(connectors: Iterable[Connector], diagnostics: Diagnostics) -> Iterator[str]:
    """Report the properties of a document that are secrets by their names but are not marked."""
    secrets = secrets_of(connectors)
    unmarked = {place: each for place, each in secrets.items() if each.secret_from == "name"}
    for place, each in unmarked.items():
        diagnostics.warning("unmarked-secret", place, "a secret by its name, but not marked as one", each.name)
    marked = sum(each.secret_from == "mark" for each in secrets.values())
    yield f"secrets: {marked:,} marked, {len(unmarked):,} more by name"


def _homonyms(
    connectors: Iterable[Connector], catalog: Mapping[str, Connector], synonyms: Synonyms, diagnostics: Diagnostics
) -> Iterator[str]:
    """Report the descriptions of the catalog that share no noun with the document's own: they may be of a homonym."""
    compared, differing = 0, 0
    for connector in connectors:
        entry = catalog.get(connector.key)
        if entry is None:
            continue
        descriptions = {(step, path): property_.description for step, path, property_ in entry.paths()}
        for step, path, property_ in connector.paths():
            description = descriptions.get((step, path))
            if description is None or not property_.description:
                continue
            compared += 1
            if not share_noun(description, property_.description, synonyms, entry.name):
                differing += 1
                theirs = property_.description[:120]
                message = f"the catalog's {description!r} shares no noun with the document's {theirs!r}"
                diagnostics.warning("glossary-nouns", property_.place, message, f"{connector.key} {step}.{path}")
    yield f"glossary: {differing:,} of {compared:,} descriptions share no noun with the document"

"""``lint``: checks the catalog against its rules, compares it with documents, and prints figures about it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.catalog.glossary import load_glossary
from generator.catalog.nouns import share_noun
from generator.catalog.property import Property
from generator.catalog.rules import RULES, Subject, check
from generator.catalog.synonyms import Synonyms, load_synonyms
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout
from generator.pipeline import build_catalog
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
    found = built.diagnostics
    connectors = load_catalog(layout.root, found)
    found.extend(check(Subject(layout.root, connectors, built.catalog.profiles)))
    for key in built.unused_entries:
        found.error("glossary-unused", key, "no property uses this entry; remove it")
    tables = load_synonyms(layout.synonyms, found)
    review = Review(
        built.catalog.decisions,
        built.catalog.connectors,
        built.catalog.profiles,
        tables,
    )
    found.extend(findings(review))
    for name, keys in sorted(load_glossary(layout.glossary, Diagnostics()).systems().items()):
        if name not in built.catalog.decisions.systems:
            message = f"no file of catalog/systems is named {name}; expected the scope of a system or of a connector"
            found.error("glossary-system", ", ".join(keys), message)
    share = built.described / built.total if built.total else 1.0
    lines = [f"{rule.name}: {rule.sentence}" for rule in RULES]
    lines += [f"{code}: {count:,} times" for code, count in sorted(_warnings(found).items())]
    lines += _secrets(connectors.values())
    by_key = {each.key: each for each in connectors.values()}
    for path in documents:
        lines += _compared(layout, path, by_key, tables.descriptions, found)
    lines += figures(review)
    lines.append(f"glossary: {built.described:,} of {built.total:,} properties described, {share:.1%}")
    return Linted(found, lines)


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


def _compared(
    layout: Layout, path: Path, catalog: Mapping[str, Connector], synonyms: Synonyms, found: Diagnostics
) -> list[str]:
    """Compare a document with the catalog."""
    extraction = extract(layout, [path], None)
    found.extend(each for each in extraction.diagnostics if each.level is Level.ERROR)
    diagnostics = Diagnostics(str(path))
    stated = extraction.connectors
    figures = [*_unmarked(stated, diagnostics), *_homonyms(stated, catalog, synonyms, diagnostics)]
    found.extend(diagnostics)
    return [f"{path}: {figure}" for figure in figures]


def _unmarked(stated: Iterable[Connector], diagnostics: Diagnostics) -> Iterator[str]:
    """Report the properties of a document that are secrets by their names but are not marked."""
    secrets = secrets_of(stated)
    unmarked = {place: each for place, each in secrets.items() if each.secret_from == "name"}
    for place, each in unmarked.items():
        diagnostics.warning("unmarked-secret", place, "a secret by its name, but not marked as one", each.name)
    marked = sum(each.secret_from == "mark" for each in secrets.values())
    yield f"secrets: {marked:,} marked, {len(unmarked):,} more by name"


def _homonyms(
    stated: Iterable[Connector], catalog: Mapping[str, Connector], synonyms: Synonyms, diagnostics: Diagnostics
) -> Iterator[str]:
    """Report the descriptions of the catalog that share no noun with the document's own: they may be of a homonym."""
    compared, differing = 0, 0
    for connector in stated:
        known = catalog.get(connector.key)
        described = {(step, path): each.description for step, path, each in known.paths()} if known is not None else {}
        for step, path, each in connector.paths():
            ours = described.get((step, path))
            if known is None or ours is None or not each.description:
                continue
            compared += 1
            if not share_noun(ours, each.description, synonyms, known.name):
                differing += 1
                message = f"the glossary's {ours!r} shares no noun with the document's {each.description[:120]!r}"
                diagnostics.warning("glossary-nouns", each.place, message, f"{connector.key} {step}.{path}")
    yield f"glossary: {differing:,} of {compared:,} descriptions share no noun with the document"

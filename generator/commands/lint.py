"""``lint``: the catalog's rules, the standing differences in the documents, and the glossary's coverage."""

from __future__ import annotations

import dataclasses

from generator import paths
from generator.catalog.catalog import load_connectors
from generator.catalog.connector import Connector
from generator.catalog.rules import Subject, canonical_text, described, file_name, known_requirement, known_source, run
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.pipeline import build_catalog

RULES = (file_name.RULE, canonical_text.RULE, known_source.RULE, known_requirement.RULE, described.RULE)
"""Every rule of the catalog, in the order in which they are checked."""


@dataclasses.dataclass
class Linted:
    """What was found, and the lines with figures."""

    diagnostics: Diagnostics
    figures: list[str]


def lint(layout: Layout) -> Linted:
    """Reads the captures and the catalog; changes nothing."""
    built = build_catalog(layout)
    found = built.diagnostics
    connectors = _by_path(layout)
    found.extend(run(RULES, Subject(layout.root, connectors)))
    for key in built.unused_entries:
        found.error("glossary-unused", key, "no property asks for this entry; remove it")
    share = built.described / built.total if built.total else 1.0
    figures = [f"{rule.name}: {rule.sentence}" for rule in RULES]
    figures.append(f"glossary: {built.described:,} of {built.total:,} properties described, {share:.1%}")
    return Linted(found, figures)


def _by_path(layout: Layout) -> dict[str, Connector]:
    """The catalog's connectors by the paths of the files in which they are."""
    files = sorted((layout.root / paths.CONNECTORS).rglob("*.json"))
    loaded = load_connectors(layout.root)
    return {file.relative_to(layout.root).as_posix(): each for file, each in zip(files, loaded, strict=True)}

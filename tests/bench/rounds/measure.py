"""Compares the catalog that the documents give with the labels of a round.

A labelled fact is found where the catalog states it, whatever it comes from. A fact that the catalog takes from a
sentence about the property, and that is not labelled, is wrong.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from generator.catalog.context import load_knowledge
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.pipeline.reading import read_records
from generator.pipeline.vendor import connectors_of
from generator.profiles.profile import load_vendors
from generator.records.record import PropertyRecord, Statement
from tests.bench.rounds.round import Count, Label

KINDS = (
    "requirement",
    "requiredWhen",
    "appliesWhen",
    "note",
    "enum",
    "default",
    "defaultWhen",
    "minimum",
    "maximum",
    "format",
    "midnight",
    "encoding",
    "separator",
    "unit",
    "prefix",
    "secret",
    "createOnly",
    "writeOnly",
    "deprecated",
    "deprecatedValues",
    "anyOf",
    "atMostOne",
    "dependentRequired",
    "link",
)
"""The kinds of fact that are measured."""

_GROUPS = ("anyOf", "atMostOne", "dependentRequired")
_CONDITIONS = ("requiredWhen", "appliesWhen")


@dataclasses.dataclass(frozen=True)
class Stated:
    """The facts that the catalog states about a property, and the kinds of those that its sentences state."""

    facts: Mapping[str, Any]
    in_sentences: frozenset[str]


def measure(labels: Iterable[Label], documents: Path) -> dict[str, Count]:
    """Return the counts by kind of fact.

    Raises:
        LookupError: A labelled description is not a property of its document.
    """
    counts: defaultdict[str, Count] = defaultdict(Count)
    for label in labels:
        for kind, count in compare(label, documents).items():
            counts[kind] += count
    return {kind: counts[kind] for kind in KINDS if kind in counts}


def compare(label: Label, documents: Path) -> dict[str, Count]:
    """Return the counts of one description."""
    stated = places_of(documents / label.document).get(label.place)
    if stated is None:
        raise LookupError(f"{label.document} has no property at {label.place}")
    counts = {}
    for kind in KINDS:
        is_labelled = kind in label.facts
        is_right = is_labelled and kind in stated.facts and agree(kind, label.facts[kind], stated.facts[kind])
        is_found = is_right or kind in stated.in_sentences
        if is_labelled or is_found:
            counts[kind] = Count(int(is_right), int(is_found), int(is_labelled))
    return counts


def agree(kind: str, label: Any, stated: Any) -> bool:
    """Return whether a stated fact of a kind is the labelled one."""
    if kind in _CONDITIONS:
        return _clauses(label) == _clauses(stated)
    if kind == "enum":
        # The catalog's list is the union of all sources.
        return {_plain(value) for value in label} <= {_plain(value) for value in stated}
    if kind in (*_GROUPS, "deprecatedValues"):
        return {_plain(value) for value in label} == {_plain(value) for value in stated}
    if kind == "note":
        return True
    if kind == "link":
        # A page's address may be relative.
        return bool(urljoin(stated, label) == stated)
    return _plain(label) == _plain(stated)


def _clauses(conditions: Any) -> set[tuple[str, frozenset[str]]]:
    return {(each["property"], frozenset(map(_plain, each["in"]))) for each in conditions}


def _plain(value: Any) -> str:
    """Return a value without the differences between JSON types: a document spells true as a word."""
    return (value if isinstance(value, str) else json.dumps(value, sort_keys=True)).strip().casefold()


@functools.cache
def places_of(path: Path) -> dict[str, Stated]:
    """Return the facts about each property of a document, by place."""
    layout = Layout()
    diagnostics = Diagnostics(path.name)
    knowledge = load_knowledge(layout, diagnostics)
    vendors = load_vendors(layout.vendors, diagnostics)
    reading = read_records(path, None, diagnostics, vendors=vendors, corrections=knowledge.corrections.of_examples)
    if reading is None:
        raise LookupError(f"{path} cannot be read")
    steps = [step for connector in reading.records.connectors for step in connector.steps]
    sentences = {each.place: each.statements for step in steps for each in _records(step.properties)}
    found: dict[str, Stated] = {}
    for connector in connectors_of(reading, knowledge, diagnostics):
        for step in connector.steps:
            for _, each in property_paths(step.properties):
                if each.place not in found:
                    found[each.place] = _facts(each, step.rules or (), sentences.get(each.place, ()))
    return found


def _records(records: Iterable[PropertyRecord]) -> Iterator[PropertyRecord]:
    for each in records:
        yield each
        yield from _records(each.children)


def _facts(found: Property, rules: tuple[dict[str, Any], ...], sentences: tuple[Statement, ...]) -> Stated:
    """Return the facts in the terms of the labels, and those of them that the property's own sentences state."""
    stated = {each.field: each.value for each in reversed(sentences)}
    facts = {kind: value for kind, value in found.to_json().items() if kind in KINDS}
    if found.items is not None and found.items.enum is not None:
        facts["enum"] = list(found.items.enum)
    if facts.get("requirement") == "conditional":
        del facts["requirement"]
    if found.pattern is not None:
        # Both are patterns in the catalog.
        facts |= {kind: stated[kind] for kind in ("midnight", "prefix") if kind in stated}
    facts |= _groups(found.name, rules)
    own = stated.keys() | ({"note"} if stated.keys() & set(_CONDITIONS) else set())
    return Stated(facts, frozenset(own & facts.keys()))


def _groups(name: str, rules: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """Return the groups of properties that one of them is in."""
    found = {}
    for rule in rules:
        for group in _GROUPS:
            names = rule.get(group, ())
            if group == "dependentRequired":
                names = dict(names or {}).get(name, ())
            if names and (group == "dependentRequired" or name in names):
                found[group] = list(names)
    return found

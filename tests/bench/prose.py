"""Measures the rules that read prose against labels made by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.blocks.openapi import read_markdown
from generator.paths import PROJECT
from generator.records.coverage import Coverage
from generator.records.prose import find_statements
from tests.bench.figure import Figure
from tests.bench.sample import Described, drawn, populations

DOCUMENTS = PROJECT.parent / "shared" / "documents"
LABELS = PROJECT / "tests" / "bench" / "labels" / "facts.json"
FURTHER = PROJECT / "tests" / "bench" / "labels" / "further.json"
"""Descriptions outside the sample, chosen because they state more; without labels for groups of properties."""

_PRECISION, _RECALL = 0.98, 0.95

_UNLABELLED = ("secret", "secretFrom", "note", "link", "appliesWhen", "defaultWhen", "defaultOf", "deprecatedValues")
_LABELLED_FORMATS = ("date", "date-time", "cron")
"""The labels are older than other kinds of statement, and than other formats."""

Stated = set[tuple[str, str]]


def found_in(described: Described) -> Stated:
    """Return what the rules find in a description, in the terms of the labels."""
    blocks = described.blocks or read_markdown(described.text, described.place)
    stated: dict[str, Any] = {}
    for each in find_statements(blocks, Coverage()):
        stated.setdefault(each.field, each.value)
    is_string = any(word.lower() == "string" for word in described.types)
    requirement = stated.pop("requirement", None)
    named = {"internal": "internal", "optional": "optional", "required": "requiredByText"}
    if requirement in named:
        stated[named[requirement]] = True
    for unlabelled in _UNLABELLED:
        stated.pop(unlabelled, None)
    if stated.get("format") not in _LABELLED_FORMATS:
        stated.pop("format", None)
    if "encoding" in stated and not is_string:
        del stated["encoding"]
    return _pairs(stated)


def _pairs(stated: dict[str, Any]) -> Stated:
    return {(field, json.dumps(value, sort_keys=True)) for field, value in stated.items()}


def compare() -> Iterator[tuple[Described, Stated, Stated]]:
    """Yield each description with its labels and what the rules find."""
    labels = labels_of(LABELS)
    for described in drawn(DOCUMENTS):
        yield described, _pairs(labels[described.document, described.place]), found_in(described)


def compare_further() -> Iterator[tuple[Described, Stated, Stated]]:
    """Yield the same for the further descriptions."""
    places = {(each.document, each.place): each for found in populations(DOCUMENTS).values() for each in found}
    for key, labelled in labels_of(FURTHER).items():
        found = {
            (field, value) for field, value in found_in(places[key]) if field not in ("anyOf", "dependentRequired")
        }
        yield places[key], _pairs(labelled), found


def labels_of(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the labelled facts of a file by document and place."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    return {(each["document"], each["place"]): each["facts"] for each in labels}


def figures() -> Iterator[Figure]:
    """Yield precision and recall per field and overall."""
    if not DOCUMENTS.is_dir():
        yield Figure("prose rules", None, "", detail=f"{DOCUMENTS} does not exist")
        return
    right, found, labelled = _count(compare())
    for field in sorted(found | labelled):
        yield from _rates(f"  {field}", right[field], found[field], labelled[field])
    yield from _rates("all fields", right.total(), found.total(), labelled.total(), _PRECISION, _RECALL)
    right, found, labelled = _count(compare_further())
    yield from _rates("further descriptions", right.total(), found.total(), labelled.total())


def _count(compared: Iterable[tuple[Described, Stated, Stated]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return by field how many statements are found and labelled, found, and labelled."""
    right, found, labelled = Counter[str](), Counter[str](), Counter[str]()
    for _, label, rules in compared:
        right.update(field for field, _ in label & rules)
        found.update(field for field, _ in rules)
        labelled.update(field for field, _ in label)
    return right, found, labelled


def _rates(
    name: str, right: int, found: int, labelled: int, precision: float | None = None, recall: float | None = None
) -> Iterator[Figure]:
    """Yield precision and recall; both are 1 if nothing is found or labelled."""
    detail = f"{right} of {found} found"
    yield Figure(f"{name}: precision", right / found if found else 1.0, "", least=precision, detail=detail)
    detail = f"{right} of {labelled} labelled"
    yield Figure(f"{name}: recall", right / labelled if labelled else 1.0, "", least=recall, detail=detail)

"""Compares the rules that read prose with an early sample of labels, on which the rules have been fixed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.blocks.markdown import read_markdown
from generator.paths import PROJECT
from generator.records.coverage import Coverage
from generator.records.prose import find_statements
from tests.bench.sample import Described, drawn

DOCUMENTS = PROJECT.parent / "shared" / "documents"
LABELS = PROJECT / "tests" / "bench" / "labels" / "facts.json"

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


def labels_of(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the labelled facts of a file by document and place."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    return {(each["document"], each["place"]): each["facts"] for each in labels}

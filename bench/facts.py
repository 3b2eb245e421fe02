"""How well the fact rules read prose, against labels made by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.figure import Figure
from bench.sample import Described, drawn
from generator.blocks.markdown import read_markdown
from generator.paths import PROJECT
from generator.records.facts import find_facts
from generator.records.ledger import Ledger

DOCUMENTS = PROJECT.parent / "shared" / "documents"
LABELS = PROJECT / "bench" / "labels" / "facts.json"
_PRECISION, _RECALL = 0.98, 0.95

Stated = set[tuple[str, str]]


def found_in(described: Described) -> Stated:
    """What the rules find in a description, in the labels' words."""
    blocks = described.blocks or read_markdown(described.text, described.place)
    facts: dict[str, Any] = {}
    for fact in find_facts(blocks, Ledger()):
        facts.setdefault(fact.field, fact.value)
    is_string = any(word.lower() == "string" for word in described.types)
    requirement = facts.pop("requirement", None)
    named = {"internal": "internal", "optional": "optional", "required": "requiredByText"}
    if requirement in named:
        facts[named[requirement]] = True
    for beyond_the_labels in ("secret", "secretFrom", "note"):
        facts.pop(beyond_the_labels, None)
    if facts.get("encoding") in ("boolean", "integer", "json") and not is_string:
        del facts["encoding"]
    return _pairs(facts)


def _pairs(facts: dict[str, Any]) -> Stated:
    return {(field, json.dumps(value, sort_keys=True)) for field, value in facts.items()}


def compare() -> Iterator[tuple[Described, Stated, Stated]]:
    """Each description with what its label states and what the rules find."""
    labels = {
        (each["document"], each["place"]): each["facts"] for each in json.loads(LABELS.read_text(encoding="utf-8"))
    }
    for described in drawn(DOCUMENTS):
        yield described, _pairs(labels[described.document, described.place]), found_in(described)


def figures() -> Iterator[Figure]:
    """Precision and recall per field and overall, as the share that is missed: lower is better."""
    if not DOCUMENTS.is_dir():
        yield Figure("fact rules", None, "", 0, f"{DOCUMENTS} is not here")
        return
    right, found, labelled = Counter[str](), Counter[str](), Counter[str]()
    for _, label, rules in compare():
        right.update(field for field, _ in label & rules)
        found.update(field for field, _ in rules)
        labelled.update(field for field, _ in label)
    for field in sorted(found | labelled):
        missed = labelled[field] - right[field]
        detail = f"{right[field]} right of {found[field]} found and {labelled[field]} labelled"
        yield Figure(f"  {field}: missed or wrong", float(found[field] - right[field] + missed), "facts", 3, detail)
    precision, recall = right.total() / found.total(), right.total() / labelled.total()
    detail = f"{right.total()} right of {found.total()} found and {labelled.total()} labelled"
    yield Figure(
        "facts that the rules find and that are wrong", 1 - precision, "of those found", 1 - _PRECISION, detail
    )
    yield Figure(
        "facts that the labels have and that the rules miss", 1 - recall, "of those labelled", 1 - _RECALL, detail
    )

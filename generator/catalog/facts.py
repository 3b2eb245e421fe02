"""Brings the facts of a property's sentences together with what its labels state.

Which source wins, for which fact, stands here and nowhere else:

- ``requirement``: text that says "internal" or "read-only" wins over any label, because a caller who obeys the label
  would be wrong; a condition wins over "required" and "optional", because it is both, told exactly; otherwise the
  label wins over the text.
- ``type``: the label; what a payload shows is added where no label states a type.
- every other field: the label where the document has one, with a note where its sentence differs; else the sentence,
  and two sentences that state different values cancel out.
"""

from __future__ import annotations

import json
import re
from typing import Any

from generator.catalog.values import escaped, literal
from generator.diagnostics import Diagnostics
from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.constraints import DATE, DATE_TIME, MIDNIGHT

_STRENGTH = {"internal": 4, "readOnly": 3, "conditional": 2}
_OF_THE_STEP = {"anyOf", "dependentRequired"}


def merge_facts(record: PropertyRecord, stated: dict[str, Any], diagnostics: Diagnostics, subject: str) -> list[str]:
    """Adds the facts of a record's sentences to the fields that its labels state.

    Args:
        record: The row.
        stated: The catalog's fields so far; changed in place.
        diagnostics: Where contradictions go, with both places.
        subject: The property, for messages.

    Returns:
        The names of the fields that come from a sentence or a payload.
    """
    inferred = []
    for field in dict.fromkeys(fact.field for fact in record.statements):
        facts = [fact for fact in record.statements if fact.field == field]
        if field == "requirement":
            inferred += _merge_requirement(facts, stated, diagnostics, record, subject)
        elif field in _OF_THE_STEP or (field == "type" and "type" in stated):
            continue
        elif field in record.declared or (field == "enum" and "enum" in record.declared.get("items", {})):
            _note_difference(record, facts[0], diagnostics, subject)
        elif not _contradict(facts, diagnostics, subject):
            stated[field] = facts[0].value
            inferred.append(field)
    if stated.get("requirement") != "conditional":
        stated.pop("requiredWhen", None)
    inferred += _patterns(stated)
    _tidy(stated)
    return [field for field in dict.fromkeys(inferred) if field in stated and field != "secretFrom"]


def _merge_requirement(
    facts: list[Statement], stated: dict[str, Any], diagnostics: Diagnostics, record: PropertyRecord, subject: str
) -> list[str]:
    strongest = max(facts, key=lambda fact: _STRENGTH.get(str(fact.value), 1))
    label = stated.get("requirement")
    if label in (None, strongest.value):
        stated["requirement"] = strongest.value
        return ["requirement"] if label is None else []
    if strongest.value == "conditional" and label == "optional":
        stated["requirement"] = "conditional"
        return ["requirement"]
    if _STRENGTH.get(str(strongest.value), 1) > _STRENGTH.get(str(label), 1):
        message = f"the label says {label}, the text says {strongest.value} ({strongest.place}); the text is taken"
        diagnostics.warning("text-against-label", record.place, message, subject)
        stated["requirement"] = strongest.value
        return ["requirement"]
    message = f"the label says {label}, the text says {strongest.value} ({strongest.place}); the label is taken"
    diagnostics.note("label-against-text", record.place, message, subject)
    return []


def _note_difference(record: PropertyRecord, fact: Statement, diagnostics: Diagnostics, subject: str) -> None:
    """Notes that a sentence does not say what the label says; the same values in another order say the same."""
    label = record.declared.get(fact.field) or record.declared["items"][fact.field]
    if isinstance(label, list):
        same = {str(value).lower() for value in label} == {str(value).lower() for value in fact.value}
    else:
        same = str(label).lower() == str(fact.value).lower()
    if not same and fact.field != "secretFrom":
        message = f"the text states another {fact.field} than the label ({fact.place}); the label is taken"
        diagnostics.note("label-against-text", record.place, message, subject)


def _contradict(facts: list[Statement], diagnostics: Diagnostics, subject: str) -> bool:
    other = next((fact for fact in facts if fact.value != facts[0].value), None)
    if other is None or facts[0].field in ("enum", "encoding", "examples", "items"):
        # Of two lists the first one is the whole; an encoding may show itself in more than one way.
        return False
    values = f"{json.dumps(facts[0].value)} and {json.dumps(other.value)}"
    message = f"two sentences state the {facts[0].field} {values}, the other one at {other.place}; neither is taken"
    diagnostics.warning("contradiction", facts[0].place, message, subject)
    return True


def _patterns(stated: dict[str, Any]) -> list[str]:
    """Turns what the sentences say of a string's form into a pattern."""
    before = dict(stated)
    midnight, prefix = stated.pop("midnight", None), stated.pop("prefix", None)
    if midnight:
        stated["format"] = "date-time"
        stated["pattern"] = MIDNIGHT
    elif stated.get("format") == "date-time":
        stated["pattern"] = DATE_TIME
    elif stated.get("format") == "date":
        stated["pattern"] = DATE
    elif prefix:
        stated["pattern"] = "^" + escaped(prefix)
    return [field for field in ("pattern", "format") if stated.get(field) != before.get(field)]


def _tidy(stated: dict[str, Any]) -> None:
    """Leaves out what does not go with the type, and gives the literals the property's type."""
    types = stated.get("type", ())
    types = (types,) if isinstance(types, str) else tuple(types)
    for field in ("default", "const"):
        if field in stated:
            stated[field] = literal(stated[field], types)
    if "enum" in stated:
        stated["enum"] = [literal(word, types) for word in stated["enum"]]
    for field in _out_of_place(stated, types):
        stated.pop(field, None)


def _out_of_place(stated: dict[str, Any], types: tuple[str, ...]) -> set[str]:
    """The fields that say nothing beside the others."""
    found: set[str] = set()
    if "enum" in stated:
        found.add("const")
        # A number of months that is spelt THREE or TWELVE has no unit.
        found |= set() if any(re.search("[0-9]", str(value)) for value in stated["enum"]) else {"unit"}
    if types and "string" not in types:
        found |= {"pattern", "separator", "format", "encoding"}
    if not {"integer", "number"}.intersection(types):
        found |= {"minimum", "maximum"}
    if "enum" in stated or "const" in stated:
        found |= {"pattern", "minimum", "maximum"}
        found |= {"encoding", "separator"} if stated.get("encoding") in ("integer", "list") else set()
    return found

"""Combine the facts from a property's labels, sentences and examples.

The precedence is decided here and nowhere else:

- ``requirement``: a sentence that says "internal" or "read-only" wins over any label, because a caller who follows the
  label would be wrong. A condition wins over "required" and "optional", but a sentence that says "optional" wins over
  a condition and over the label "read-only". Otherwise the label wins.
- ``enum``: the values of all sources. Where a source lists a value that the first one lacks, the list is open.
- ``pattern``: the label; a sentence's or the one of the format where no label states one.
- ``type``: the label; a type that only an example shows is used where no label states one.
- Every other field: the label, with a note where a sentence differs; else the sentence. Two sentences that state
  different values cancel out.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from generator.catalog.declared_values import OF_LISTS, OF_NUMBERS, OF_STRINGS, note_changes, with_format_of_pattern
from generator.catalog.listed_values import is_number_word, join_values
from generator.catalog.values import TypeWord, escaped, literal, type_words_of
from generator.diagnostics import Diagnostics
from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.constraints import DATE, DATE_TIME, MIDNIGHT
from templates.connector_catalog.stated_properties import SET_BY_VENDOR

_STRENGTH = {"internal": 4, "readOnly": 3, "conditional": 2}
_OF_THE_STEP = ("anyOf", "atMostOne", "dependentRequired", "defaultOf")
_FIRST_WINS = ("encoding", "examples", "items", "note", "link")
"""Fields whose first statement is complete; later statements only repeat parts of it."""


def combine(
    record: PropertyRecord, labels: dict[str, Any], diagnostics: Diagnostics, subject: str
) -> tuple[dict[str, Any], list[str]]:
    """Combine the fields that a record's labels state with the statements of its sentences and examples.

    Returns:
        All fields, and the names of those that come from a sentence or an example.
    """
    stated, inferred = dict(labels), []
    for field in dict.fromkeys(each.field for each in record.statements):
        statements = [each for each in record.statements if each.field == field]
        if field == "requirement":
            stated[field] = _requirement(statements, labels.get(field), diagnostics, record, subject)
            inferred += [field] if stated[field] != labels.get(field) else []
        elif field == "enum":
            inferred += _join_values(record, statements, stated, diagnostics, subject)
        elif field in _OF_THE_STEP or (field == "type" and "type" in labels):
            continue
        elif field in record.declared:
            _note_difference(record, statements[0], diagnostics, subject)
        elif not _contradict(statements, diagnostics, subject):
            stated[field] = statements[0].value
            inferred.append(field)
    _drop_what_the_requirement_excludes(stated, labels)
    midnight, prefix = stated.pop("midnight", False), stated.pop("prefix", "")
    if "pattern" in labels:
        pattern = {}
        stated = with_format_of_pattern(stated, record, diagnostics, subject)
    else:
        pattern = _pattern(midnight, prefix, stated.get("format"))
    inferred += [field for field in pattern if pattern[field] != stated.get(field)]
    tidied = _tidy(stated | pattern)
    note_changes(record, stated, tidied, diagnostics, subject)
    return tidied, [field for field in dict.fromkeys(inferred) if field in tidied and field != "secretFrom"]


def _drop_what_the_requirement_excludes(stated: dict[str, Any], labels: dict[str, Any]) -> None:
    if stated.get("requirement") != "conditional":
        stated.pop("requiredWhen", None)
    # What is for the vendor's own use may be read-only, too.
    if labels.get("requirement") == "readOnly" and stated["requirement"] not in SET_BY_VENDOR:
        stated.pop("readOnly", None)


def _requirement(
    statements: list[Statement], label: str | None, diagnostics: Diagnostics, record: PropertyRecord, subject: str
) -> Any:
    """Return the requirement that wins: the label's, or the strongest one of the sentences."""
    if any(each.value == "optional" for each in statements):
        statements = [each for each in statements if each.value != "conditional"]
    strongest = max(statements, key=lambda each: _strength(each.value))
    if label in (None, strongest.value) or (strongest.value, label) == ("conditional", "optional"):
        return strongest.value
    message = f"the label states {label}, the text states {strongest.value} ({strongest.place}); "
    if _strength(strongest.value) > _strength(label) or (label, strongest.value) == ("readOnly", "optional"):
        diagnostics.warning("text-against-label", record.place, f"{message}using the text", subject)
        return strongest.value
    diagnostics.note("label-against-text", record.place, f"{message}using the label", subject)
    return label


def _strength(requirement: Any) -> int:
    return _STRENGTH.get(requirement, 1)


def _join_values(
    record: PropertyRecord,
    statements: list[Statement],
    stated: dict[str, Any],
    diagnostics: Diagnostics,
    subject: str,
) -> list[str]:
    """State the values of all sources; return the names of the fields that sentences and examples contribute to."""
    items = record.declared.get("items", {})
    declared = record.declared.get("enum") or items.get("enum")
    values, added = join_values([*([declared] if declared else []), *(each.value for each in statements)])
    if declared is None:
        stated["enum"] = values
    elif added:
        stated |= {"items": items | {"enum": values}} if "enum" in items else {"enum": values}
    if added:
        stated["enumOpen"] = True
        message = f"one source lists {len(values) - len(added)} values, another one also {_words(added)}; using all"
        diagnostics.note("values-differ", record.place, message, subject)
    return [*(["enum"] if added or declared is None else []), *(["enumOpen"] if added else [])]


def _words(values: list[Any]) -> str:
    return ", ".join(str(value)[:40] for value in values[:5]) + (", …" if len(values) > 5 else "")


def _note_difference(record: PropertyRecord, statement: Statement, diagnostics: Diagnostics, subject: str) -> None:
    """Note that a sentence differs from the label."""
    same = str(record.declared[statement.field]).lower() == str(statement.value).lower()
    if not same and statement.field != "secretFrom":
        message = f"the text states another {statement.field} than the label ({statement.place}); using the label"
        diagnostics.note("label-against-text", record.place, message, subject)


def _contradict(statements: list[Statement], diagnostics: Diagnostics, subject: str) -> bool:
    """Report that two sentences state different values of a field."""
    other = next((each for each in statements if each.value != statements[0].value), None)
    if other is None or other.field in _FIRST_WINS:
        return False
    values = f"{json.dumps(statements[0].value)} and {json.dumps(other.value)}"
    message = f"two sentences state the {other.field} {values} (the second at {other.place}); using neither"
    diagnostics.warning("contradiction", statements[0].place, message, subject)
    return True


def _pattern(midnight: bool, prefix: str, format_: str | None) -> dict[str, str]:
    """Return the pattern, and the format if it is implied, that sentences state about a string."""
    if midnight:
        return {"pattern": MIDNIGHT, "format": "date-time"}
    if format_ in ("date-time", "date"):
        return {"pattern": DATE_TIME if format_ == "date-time" else DATE}
    return {"pattern": f"^{escaped(prefix)}"} if prefix else {}


def _tidy(stated: dict[str, Any]) -> dict[str, Any]:
    """Drop the fields that the others make meaningless; convert literals to the property's type."""
    types = type_words_of(stated.get("type"))
    literals: dict[str, Any] = {
        field: literal(stated[field], types) for field in ("default", "const") if field in stated
    }
    if "enum" in stated:
        literals["enum"] = [literal(word, types) for word in stated["enum"]]
    if "deprecatedValues" in stated:
        literals["deprecatedValues"] = [literal(word, types) for word in stated["deprecatedValues"]]
    meaningless = _meaningless(stated, types)
    return {field: value for field, value in (stated | literals).items() if field not in meaningless}


def _meaningless(stated: dict[str, Any], types: Collection[TypeWord]) -> set[str]:
    """Return the fields that the others make meaningless."""
    found: set[str] = set()
    if "enum" in stated:
        found.add("const")
        # A choice is not a secret, whatever a sentence calls it; the vendor's own mark counts.
        found |= {"secret", "secretFrom"} if stated.get("secretFrom") == "text" else set()
        # Where no value is a number, in digits or in words, there is nothing to count.
        found |= set() if any(is_number_word(str(value)) for value in stated["enum"]) else {"unit"}
        found |= {"format"} if stated.get("format") not in ("date", "date-time") else set()
    if types and "string" not in types:
        found |= OF_STRINGS
    if types and "array" not in types:
        found |= OF_LISTS
    if not {"integer", "number"}.intersection(types):
        found |= OF_NUMBERS
    if "enum" in stated or "const" in stated:
        found |= {"pattern", "patternDescription", "minLength", "maxLength", *OF_NUMBERS}
        found |= {"encoding", "separator"} if stated.get("encoding") in ("integer", "list") else set()
    return found

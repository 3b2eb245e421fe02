"""Combines what a property's labels, sentences and examples state.

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

from generator.catalog.declared_values import (
    LIMITS_OF_STRINGS,
    OF_LISTS,
    OF_NUMBERS,
    OF_STRINGS,
    note_changes,
    with_format_of_pattern,
)
from generator.catalog.listed_values import is_number_word, join_values
from generator.catalog.values import TypeWord, escaped, literal, type_words_of
from generator.diagnostics import Diagnostics
from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.constraints import DATE, DATE_TIME, MIDNIGHT
from templates.connector_catalog.property_definitions import SET_BY_VENDOR

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
    fields, inferred = dict(labels), []
    for field in dict.fromkeys(each.field for each in record.statements):
        statements = [each for each in record.statements if each.field == field]
        if field == "requirement":
            fields[field] = _requirement(statements, labels.get(field), diagnostics, record, subject)
            inferred += [field] if fields[field] != labels.get(field) else []
        elif field == "enum":
            inferred += _join_values(record, statements, fields, diagnostics, subject)
        elif field in _OF_THE_STEP or (field == "type" and "type" in labels):
            continue
        elif field in record.declared:
            _note_difference(record, statements[0], diagnostics, subject)
        elif not _contradict(statements, diagnostics, subject):
            fields[field] = statements[0].value
            inferred.append(field)
    _drop_excluded_by_requirement(fields, labels)
    midnight, prefix = fields.pop("midnight", False), fields.pop("prefix", "")
    if "pattern" in labels:
        pattern = {}
        fields = with_format_of_pattern(fields, record, diagnostics, subject)
    else:
        pattern = _pattern(midnight, prefix, fields.get("format"))
    inferred += [field for field in pattern if pattern[field] != fields.get(field)]
    tidied = _tidy(fields | pattern)
    note_changes(record, fields, tidied, diagnostics, subject)
    return tidied, [field for field in dict.fromkeys(inferred) if field in tidied and field != "secretFrom"]


def _drop_excluded_by_requirement(fields: dict[str, Any], labels: dict[str, Any]) -> None:
    if fields.get("requirement") != "conditional":
        fields.pop("requiredWhen", None)
    # What is for the vendor's own use may be read-only, too.
    if labels.get("requirement") == "readOnly" and fields["requirement"] not in SET_BY_VENDOR:
        fields.pop("readOnly", None)


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
    fields: dict[str, Any],
    diagnostics: Diagnostics,
    subject: str,
) -> list[str]:
    """State the values of all sources; return the names of the fields that sentences and examples contribute to."""
    items = record.declared.get("items", {})
    declared = record.declared.get("enum") or items.get("enum")
    values, added = join_values([*([declared] if declared else []), *(each.value for each in statements)])
    if declared is None:
        fields["enum"] = values
    elif added:
        fields |= {"items": items | {"enum": values}} if "enum" in items else {"enum": values}
    if added:
        fields["enumOpen"] = True
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


def _tidy(fields: dict[str, Any]) -> dict[str, Any]:
    """Drop the fields that the others make meaningless; convert literals to the property's type."""
    types = type_words_of(fields.get("type"))
    literals: dict[str, Any] = {
        field: literal(fields[field], types) for field in ("default", "const") if field in fields
    }
    for field in ("enum", "deprecatedValues"):
        if field in fields:
            literals[field] = [literal(word, types) for word in fields[field]]
    meaningless = _meaningless(fields, types)
    return {field: value for field, value in (fields | literals).items() if field not in meaningless}


def _meaningless(fields: dict[str, Any], types: Collection[TypeWord]) -> set[str]:
    """Return the fields that the others make meaningless."""
    meaningless: set[str] = set()
    if "enum" in fields:
        meaningless.add("const")
        # A choice is not a secret, whatever a sentence calls it; the vendor's own mark counts.
        meaningless |= {"secret", "secretFrom"} if fields.get("secretFrom") == "text" else set()
        # Where no value is a number, in digits or in words, there is nothing to count.
        meaningless |= set() if any(is_number_word(str(value)) for value in fields["enum"]) else {"unit"}
        meaningless |= {"format"} if fields.get("format") not in ("date", "date-time") else set()
    if types and "string" not in types:
        meaningless |= OF_STRINGS
    if types and "array" not in types:
        meaningless |= OF_LISTS
    if not {"integer", "number"}.intersection(types):
        meaningless |= OF_NUMBERS
    if "enum" in fields or "const" in fields:
        meaningless |= {"pattern", "patternDescription", *LIMITS_OF_STRINGS, *OF_NUMBERS}
        meaningless |= {"encoding", "separator"} if fields.get("encoding") in ("integer", "list") else set()
    return meaningless

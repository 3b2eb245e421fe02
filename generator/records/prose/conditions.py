"""Rules for conditions on other properties: ``requiredWhen``, ``appliesWhen``, and a note where neither can say it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from generator.records.prose.condition_clauses import Clause, clauses_in
from generator.records.prose.condition_words import Pair
from generator.records.prose.description import Description
from generator.records.prose.leads import Kind
from generator.records.prose.role_of_property import read_optional, says_optional
from generator.records.record import Statement

NOTE = "The vendor's page states a condition that the catalog does not express."
"""The note about a condition that the catalog cannot express."""


def find_conditions(description: Description) -> list[Statement]:
    """Return when the property is required, when it applies, and a note where the catalog can say neither.

    A text that calls the property optional makes no condition a duty. An unwanted condition makes no note.
    """
    clauses = [
        (clause, paragraph)
        for paragraph in description.paragraphs()
        for clause in clauses_in(paragraph.text, description.name, description.phrases)
    ]
    if not clauses:
        return []
    is_optional = says_optional(description)
    if is_optional:
        clauses = [(_without_duty(clause), paragraph) for clause, paragraph in clauses]
    wanted = [(clause, paragraph) for clause, paragraph in clauses if _is_wanted(clause, description.without)]
    for clause, paragraph in wanted:
        for start, end in clause.spans:
            description.coverage.read(paragraph, start, end)
    if is_optional and description.without and any(clause.says_only for clause, _ in wanted):
        # No other rule may read these words; they decide the subject of the condition.
        read_optional(description)
    required = () if is_optional else _required(clause for clause, _ in clauses)
    applicable = _applicable([clause for clause, _ in clauses])
    stated = {(name, value) for name, values in (*required, *applicable) for value in values}
    has_note = any(clause.kind is not Kind.MENTION and not clause.is_stated_in(stated) for clause, _ in wanted)
    return list(_statements(required, applicable, clauses[0][1].place, has_note=has_note))


def _statements(
    required: tuple[Pair, ...], applicable: tuple[Pair, ...], place: str, *, has_note: bool
) -> Iterator[Statement]:
    if required:
        yield Statement("requirement", "conditional", place)
        yield Statement("requiredWhen", _to_json(required), place)
    if applicable:
        yield Statement("appliesWhen", _to_json(applicable), place)
    if has_note:
        yield Statement("note", NOTE, place)


def _without_duty(clause: Clause) -> Clause:
    """Return a clause of a text that calls the property optional: "only if" limits then where the property applies."""
    return dataclasses.replace(clause, kind=Kind.APPLIES) if clause.says_only else clause


def _is_wanted(clause: Clause, without: frozenset[str]) -> bool:
    """Return whether statements of a clause's kind are wanted."""
    return clause.kind not in (Kind.DUTY, Kind.EXCEPT) or "requiredWhen" not in without


def _required(clauses: Iterable[Clause]) -> tuple[Pair, ...]:
    return _combine(clause.pairs for clause in clauses if clause.kind is Kind.DUTY)


def _applicable(clauses: list[Clause]) -> tuple[Pair, ...]:
    """Return when the property applies; mentions of a condition count only if nothing else states one."""
    kinds = {clause.kind for clause in clauses}
    if Kind.APPLIES in kinds:
        return _combine(clause.pairs for clause in clauses if clause.kind is Kind.APPLIES)
    if Kind.DUTY in kinds:
        return ()
    return _combine(clause.pairs for clause in clauses if clause.kind is Kind.MENTION)


def _combine(conditions: Iterable[tuple[Pair, ...]]) -> tuple[Pair, ...]:
    """Return the one condition that several sentences state; none if the catalog cannot express them together."""
    distinct = list(dict.fromkeys(filter(None, conditions)))
    if len(distinct) < 2:
        return distinct[0] if distinct else ()
    names = {name for pairs in distinct for name, _ in pairs}
    if len(names) > 1 or any(len(pairs) > 1 for pairs in distinct):
        return ()
    values = itertools.chain.from_iterable(values for ((_, values),) in distinct)
    return ((names.pop(), tuple(dict.fromkeys(values))),)


def _to_json(pairs: tuple[Pair, ...]) -> list[dict[str, Any]]:
    return [{"property": name, "in": list(values)} for name, values in pairs]

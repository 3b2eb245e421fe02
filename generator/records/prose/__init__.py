"""Rules that find statements about a property in the prose of its description.

A rule records in the coverage exactly the words that it read. A capture keeps no other prose and gives the same
statements again.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable

from generator.blocks.block import Block, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose import (
    bounds,
    conditional_defaults,
    conditions,
    defaults,
    formats,
    forms,
    groups,
    links,
    listed_values,
    role_of_property,
    secrets,
    times_of_day,
    unannounced_values,
    values,
)
from generator.records.prose.description import Description, Phrase
from generator.records.record import Statement

RULES = (
    listed_values.find_listed,
    values.find_in_sentence,
    unannounced_values.find_unannounced,
    values.find_only,
    times_of_day.find_times,
    conditional_defaults.find_default_when,
    defaults.find_default,
    defaults.find_default_of,
    forms.find_switch,
    bounds.find_bounds,
    forms.find_unit,
    forms.find_integer,
    formats.find_format,
    forms.find_midnight,
    forms.find_list,
    forms.find_json,
    forms.find_prefix,
    secrets.find_secret,
)
"""The rules about a property's value, in order of precedence for statements about the same field."""

RULES_OF_USE = (conditions.find_conditions, groups.find_groups, role_of_property.find, links.find_link)
"""The rules that take the property's name, or its vendor, into account."""

Rule = Callable[[Description], list[Statement]]


def find_statements(
    blocks: tuple[Block, ...],
    coverage: Coverage,
    name: str = "",
    phrases: tuple[Phrase, ...] = (),
    site: str = "",
    without: frozenset[str] = frozenset(),
) -> tuple[Statement, ...]:
    """Return every statement that a rule finds in the description of the property ``name``.

    Args:
        blocks: The description.
        coverage: Takes the words that have been read for the statements that are returned.
        name: The property's name; empty if it is unknown.
        phrases: What the vendor calls some conditions.
        site: Address of the vendor's documentation.
        without: The fields of which no statement is returned.
    """
    if not blocks:
        return ()
    own = [each for each in blocks if isinstance(each, Paragraph)]
    if len(own) < len(blocks):
        return _found(Description(blocks, coverage, name, phrases, site, without))
    statements, spans = _found_in_texts(tuple(each.text for each in own), name, phrases, site, without)
    for number, start, end in spans:
        coverage.read(own[number], start, end)
    return tuple(Statement(each.field, each.value, own[int(each.place)].place) for each in statements)


@functools.lru_cache(maxsize=8192)
def _found_in_texts(
    texts: tuple[str, ...], name: str, phrases: tuple[Phrase, ...], site: str, without: frozenset[str]
) -> tuple[tuple[Statement, ...], tuple[tuple[int, int, int], ...]]:
    """Return the statements of paragraphs, whose place is their number, and the spans that were read of each.

    Vendors repeat whole descriptions in a hundred connectors.
    """
    coverage = Coverage()
    blocks = tuple(Paragraph(text, str(number)) for number, text in enumerate(texts))
    statements = _found(Description(blocks, coverage, name, phrases, site, without))
    spans = tuple((number, *span) for number in range(len(texts)) for span in coverage.spans(str(number)))
    return statements, spans


def _found(description: Description) -> tuple[Statement, ...]:
    rules = (*map(_of_description, RULES), *RULES_OF_USE)
    found = [each for rule in rules for each in _kept(description, rule)]
    if not any(each.field == "encoding" for each in found):
        # A string whose listed values are true and false encodes a boolean.
        found += [Statement("encoding", "boolean", each.place) for each in found if _is_switch(each)][:1]
    return _without_repetitions([each for each in found if each.field not in description.without])


def _of_description(rule: Callable[[tuple[Block, ...], Coverage], list[Statement]]) -> Rule:
    return lambda description: rule(description.blocks, description.coverage)


def _kept(description: Description, rule: Rule) -> list[Statement]:
    """Return a rule's statements; their words count as read only if a statement is kept."""
    if not description.without:
        return rule(description)
    own = dataclasses.replace(description, coverage=Coverage())
    found = rule(own)
    kept = [each for each in found if each.field not in description.without]
    is_needed = bool(kept) or ("encoding" not in description.without and any(map(_is_switch, found)))
    description.coverage.add(own.coverage, with_words=is_needed)
    return found


def _is_switch(statement: Statement) -> bool:
    return statement.field == "enum" and set(statement.value) == {"true", "false"}


def _without_repetitions(found: list[Statement]) -> tuple[Statement, ...]:
    """Join all notes into one and drop statements that a condition makes more precisely."""
    notes = [each for each in found if each.field == "note"]
    joined = (
        [Statement("note", " ".join(dict.fromkeys(str(each.value) for each in notes)), notes[0].place)] if notes else []
    )
    is_conditional = any((each.field, each.value) == ("requirement", "conditional") for each in found)
    # What happens without the property is said of the other cases: a text that calls it optional states no condition.
    dropped = ("requirement", "optional") if is_conditional else ()
    return (*(each for each in found if each.field != "note" and (each.field, each.value) != dropped), *joined)

"""Rules that find what the prose of a description states about a property.

A rule records in the coverage exactly the words that it read. A capture keeps no other prose and gives the same
statements again.
"""

from __future__ import annotations

import functools

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
    conditional_defaults.find_default_when,
    defaults.find_default,
    defaults.find_default_of,
    forms.find_switch,
    bounds.find_bounds,
    forms.find_number,
    formats.find_format,
    forms.find_string,
    secrets.find_secret,
)
"""The rules about a property's value, in order of precedence for statements about the same field."""

RULES_OF_USE = (conditions.find_conditions, groups.find_groups, role_of_property.find, links.find_link)
"""The rules that take the property's name, or its vendor, into account."""


def find_statements(
    blocks: tuple[Block, ...],
    coverage: Coverage,
    name: str = "",
    phrases: tuple[Phrase, ...] = (),
    site: str = "",
) -> tuple[Statement, ...]:
    """Return every statement that a rule finds in the description of the property ``name``.

    ``phrases`` are what the vendor calls some conditions, ``site`` is the address of its documentation.
    """
    if not blocks:
        return ()
    own = [each for each in blocks if isinstance(each, Paragraph)]
    if len(own) < len(blocks):
        return _found(Description(blocks, coverage, name, phrases, site))
    statements, spans = _found_in_texts(tuple(each.text for each in own), name, phrases, site)
    for number, start, end in spans:
        coverage.read(own[number], start, end)
    return tuple(Statement(each.field, each.value, own[int(each.place)].place) for each in statements)


@functools.lru_cache(maxsize=8192)
def _found_in_texts(
    texts: tuple[str, ...], name: str, phrases: tuple[Phrase, ...], site: str
) -> tuple[tuple[Statement, ...], tuple[tuple[int, int, int], ...]]:
    """Return the statements of paragraphs, whose place is their number, and the spans that were read of each.

    Vendors repeat whole descriptions in a hundred connectors.
    """
    coverage = Coverage()
    blocks = tuple(Paragraph(text, str(number)) for number, text in enumerate(texts))
    statements = _found(Description(blocks, coverage, name, phrases, site))
    spans = tuple((number, *span) for number in range(len(texts)) for span in coverage.spans(str(number)))
    return statements, spans


def _found(description: Description) -> tuple[Statement, ...]:
    found = [each for rule in RULES for each in rule(description.blocks, description.coverage)]
    found += [each for rule in RULES_OF_USE for each in rule(description)]
    if not any(each.field == "encoding" for each in found):
        # A string whose listed values are true and false encodes a boolean.
        switches = (each for each in found if each.field == "enum" and set(each.value) == {"true", "false"})
        found += [Statement("encoding", "boolean", each.place) for each in switches][:1]
    return _without_repetitions(found)


def _without_repetitions(found: list[Statement]) -> tuple[Statement, ...]:
    """Return the statements with one note, of the sentences of all notes, and without what a condition says better."""
    notes = [each for each in found if each.field == "note"]
    joined = (
        [Statement("note", " ".join(dict.fromkeys(str(each.value) for each in notes)), notes[0].place)] if notes else []
    )
    is_conditional = any((each.field, each.value) == ("requirement", "conditional") for each in found)
    # What happens without the property is said of the other cases: a text that calls it optional states no condition.
    dropped = ("requirement", "optional") if is_conditional else ()
    return (*(each for each in found if each.field != "note" and (each.field, each.value) != dropped), *joined)

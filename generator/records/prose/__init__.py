"""Rules that find what the prose of a description states about a property: one module per kind of statement.

A rule records in the coverage exactly the words that it read. A capture keeps no other prose and gives the same
statements again.
"""

from __future__ import annotations

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose import (
    default,
    fixed_value,
    groups,
    listed_values,
    number,
    required_when,
    role_of_property,
    switch,
    text_form,
    values_in_sentence,
)
from generator.records.record import Statement

RULES = (
    listed_values.find,
    values_in_sentence.find,
    fixed_value.find,
    default.find,
    required_when.find,
    groups.find,
    role_of_property.find,
    switch.find,
    number.find,
    text_form.find,
)
"""Every rule, in order of precedence for statements about the same field."""


def find_statements(blocks: tuple[Block, ...], coverage: Coverage) -> tuple[Statement, ...]:
    """Return every statement that a rule finds in a property's description."""
    statements = [each for rule in RULES for each in rule(blocks, coverage)]
    return (*statements, *_switches(statements))


def _switches(statements: list[Statement]) -> list[Statement]:
    """Return that a string whose listed values are true and false encodes a boolean."""
    if any(each.field == "encoding" for each in statements):
        return []
    switches = [each for each in statements if each.field == "enum" and set(each.value) == {"true", "false"}]
    return [Statement("encoding", "boolean", each.place) for each in switches[:1]]

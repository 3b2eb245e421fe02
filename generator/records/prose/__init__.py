"""Facts that stand in sentences and lists: one module per kind, each a function from blocks to facts.

A rule marks in the coverage just the words it read, so that a capture, which keeps no other prose, gives the
same facts again.
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
from generator.records.record import Fact

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
"""Every rule. Where two find the same field, the earlier one stands first."""


def find_facts(blocks: tuple[Block, ...], coverage: Coverage) -> list[Fact]:
    """Every fact that a rule finds in a property's description."""
    facts = [fact for rule in RULES for fact in rule(blocks, coverage)]
    return [*facts, *_switches(facts)]


def _switches(facts: list[Fact]) -> list[Fact]:
    """A property whose listed values are true and false is a switch, also where no sentence says so."""
    if any(fact.field == "encoding" for fact in facts):
        return []
    switches = [fact for fact in facts if fact.field == "enum" and set(map(str, fact.value)) == {"true", "false"}]
    return [Fact("encoding", "boolean", fact.place) for fact in switches[:1]]

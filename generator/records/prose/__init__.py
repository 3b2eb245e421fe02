"""Rules that find what the prose of a description states about a property.

A rule records in the coverage exactly the words that it read. A capture keeps no other prose and gives the same
statements again.
"""

from __future__ import annotations

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose import (
    bounds,
    conditional_defaults,
    conditions,
    defaults,
    formats,
    forms,
    links,
    listed_values,
    role_of_property,
    secrets,
    unannounced_values,
    values,
)
from generator.records.record import Statement

RULES = (
    listed_values.find_listed,
    values.find_in_sentence,
    unannounced_values.find_unannounced,
    values.find_only,
    conditional_defaults.find_default_when,
    defaults.find_default,
    defaults.find_default_of,
    conditions.find_conditions,
    conditions.find_groups,
    role_of_property.find,
    forms.find_switch,
    bounds.find_bounds,
    forms.find_number,
    formats.find_format,
    forms.find_string,
    secrets.find_secret,
    links.find_link,
)
"""Every rule, in order of precedence for statements about the same field."""


def find_statements(blocks: tuple[Block, ...], coverage: Coverage) -> tuple[Statement, ...]:
    """Return every statement that a rule finds in a property's description."""
    if not blocks:
        return ()
    found = [each for rule in RULES for each in rule(blocks, coverage)]
    if not any(each.field == "encoding" for each in found):
        # A string whose listed values are true and false encodes a boolean.
        switches = (each for each in found if each.field == "enum" and set(each.value) == {"true", "false"})
        found += [Statement("encoding", "boolean", each.place) for each in switches][:1]
    return tuple(found)

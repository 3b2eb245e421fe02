"""Facts that stand in sentences and lists: one module per kind, each a function from blocks to facts.

A rule marks in the ledger just the words it read, so that a capture, which keeps no other prose, gives the
same facts again.
"""

from __future__ import annotations

from generator.blocks.block import Block
from generator.records.facts import listed_values, never_returned, read_only
from generator.records.ledger import Ledger
from generator.records.record import Fact

_RULES = (listed_values.find, never_returned.find, read_only.find)


def find_facts(blocks: tuple[Block, ...], ledger: Ledger) -> list[Fact]:
    """Every fact that a rule finds in a property's description."""
    return [fact for rule in _RULES for fact in rule(blocks, ledger)]

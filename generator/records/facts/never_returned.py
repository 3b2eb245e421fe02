"""A property that the vendor accepts and never gives back: ``writeOnly``, and so ``secret``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.facts.sentences import wordings
from generator.records.ledger import Ledger
from generator.records.record import Fact

_WORDING = re.compile(r"\b(?:never be|is never|(?:won|will not|isn)['’]?t? be) returned\b", re.IGNORECASE)


def find(blocks: tuple[Block, ...], ledger: Ledger) -> list[Fact]:
    """Facts for a property whose value, its text says, no response holds."""
    if any(wordings(_WORDING, blocks, ledger)):
        return [Fact("secret", value=True), Fact("writeOnly", value=True)]
    return []

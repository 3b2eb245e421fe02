"""A property that only the vendor sets, where a sentence says so: ``requirement: readOnly``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.facts.sentences import wordings
from generator.records.ledger import Ledger
from generator.records.record import Fact

_WORDING = re.compile(r"\bis a read-only (?:property|field|attribute)\b", re.IGNORECASE)


def find(blocks: tuple[Block, ...], ledger: Ledger) -> list[Fact]:
    """Facts for a property that its text calls read-only ("the read-only version of" a key is another thing)."""
    if any(wordings(_WORDING, blocks, ledger)):
        return [Fact("requirement", "readOnly"), Fact("readOnly", value=True)]
    return []

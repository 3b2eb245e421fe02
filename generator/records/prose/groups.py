"""Rules for several properties: at least one of them (``anyOf``), one requires another (``dependentRequired``)."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.literals import LITERALS, value_of, values_of
from generator.records.prose.sentences import wordings
from generator.records.record import Statement

_ANY_OF = re.compile(
    rf"\b(?:either|at least one of|one of)\s+(?P<names>{LITERALS})\s+(?:must|has to|should|needs to)\s+be\s+"
    r"(?:provided|specified|set|populated|given)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?P<name>`[\w.]+`)(?:\s+(?:property|parameter|field))?\s+(?:must|has to|should|needs to)\s+also\s+be\s+"
    r"(?:provided|specified|set|populated|given)",
    re.IGNORECASE,
)


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the rules that a sentence states; ``dependentRequired`` lists what this property requires."""
    found = []
    for match, place in wordings(_ANY_OF, blocks, coverage):
        found.append(Statement("anyOf", sorted(values_of(match["names"])), place))
    for match, place in wordings(_ALSO, blocks, coverage):
        found.append(Statement("dependentRequired", [value_of(match["name"])], place))
    return found

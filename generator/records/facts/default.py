"""What the vendor uses where a property is not given: ``default``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.facts.literals import LITERAL, value_of
from generator.records.facts.sentences import wordings
from generator.records.ledger import Ledger
from generator.records.record import Fact

_BARE = r"(?:true|false|TRUE|FALSE|-?\d+(?:\.\d+)?(?=[\s.,;)]|$)|[A-Z]\w*(?:[ _][A-Z]\w*)*(?=\.|$|,|\)))"
_WORDING = re.compile(
    rf"(?:\bdefaults?(?:\s+value)?(?:\s+(?:is|of|will\s+be|would\s+be)(?:\s+set\s+to)?|\s*[:=]|\s+to)\s*"
    rf"|\bdefault\s+value\s+)(?P<value>{LITERAL}|{_BARE})"
    rf"|(?P<marked>{LITERAL})\s*-?\s*\((?:the\s+)?default\)",
    re.IGNORECASE,
)


def find(blocks: tuple[Block, ...], ledger: Ledger) -> list[Fact]:
    """Every default that a sentence states; the value as it is printed."""
    facts = []
    for match, place in wordings(_WORDING, blocks, ledger):
        facts.append(Fact("default", value_of(match["value"] or match["marked"]), place))
    return facts

"""The values that a sentence calls a key, a password or a token: ``secret``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.noun_phrases import head
from generator.records.prose.sentences import matches, paragraphs, record
from generator.records.record import Statement

# Other keys name something, belong to pairs of a key and a value, or are made to be shown.
_KEYS = (
    "account|access|admin|API|app|application|client|encryption|function|integration|license|licence|master|private|restricted"
    "|RSA|sasl|secret|secured?\\s+sign-?on|signing|shared|subscription|certificate|webhook|user"
)
_WORDS = (
    rf"(?:{_KEYS})\s+keys?(?:\s+secret)?|(?:access\s+|API\s+|app\s+)?secret\s+(?:access\s+|API\s+)?keys?|personal\s+access\s+tokens?"
    r"|tokens?(?:\s+(?:secret|key))?|passwords?|pass\s?phrases?|passcodes?|client\s+secrets?|secrets?(?:\s+value)?"
    r"|credentials\s+JSON|JSON\s+credentials|service\s+account\s+(?:JSON|credentials)|JSON\s+web\s+tokens?|bearer\s+tokens?"
)
_FIRST = head(_WORDS)
_CONTENTS = re.compile(
    r"\b(?:contents?\s+of|paste|provide)\s+(?:the|your|an?)\s+(?:[\w`.’']+\s+){0,4}?(?P<read>(?:private|secret|service\s+account)\s+key)\b(?!\s+(?:ID|path|name))",
    re.IGNORECASE,
)


def find_secret(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that the value is a secret, if the description begins by calling it a key, a password or a token."""
    for number, paragraph in enumerate(paragraphs(blocks)):
        for pattern in (_FIRST, _CONTENTS) if number == 0 else ():
            for match in matches(pattern, paragraph.text)[:1]:
                record(match, paragraph, coverage)
                return [
                    Statement("secret", True, paragraph.place),
                    Statement("secretFrom", "text", paragraph.place),
                ]
    return []

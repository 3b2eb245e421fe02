"""The values that a sentence calls a key, a password or a token: ``secret``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.noun_phrases import head
from generator.records.prose.sentences import matches, paragraphs, record
from generator.records.record import Statement

# Other keys name something, such as an application, belong to pairs of key and value, or are made to be shown.
_KEYS = (
    "account|(?<!AWS )access|admin|API|encryption|function|licen[cs]e|master|private|restricted|HMAC|SSH|storage|RSA"
    "|sasl|secret|secured?\\s++sign-?on|signing|shared|certificate|webhook"
)
_WORDS = (
    rf"(?:{_KEYS})[\s_]keys?(?:\s++secret)?|secret\s++(?:access\s++|API\s++)keys?|secret(?:\s++value)?"
    r"|client[\s_]?secret|(?:\w+_)?tokens?(?:\s++(?:secret|key)(?:\s++key)?)?|passwords?|pass\s?phrases?|passcodes?"
    r"|credentials\s++JSON|JSON\s++credentials|service\s++account\s++(?:JSON(?:\s++key)?|key)"
)
_FIRST = head(
    rf"(?:{_WORDS})(?:\s++or\s++(?:an?\s++|the\s++|your\s++)?(?:passwords?|pass\s?phrase|(?:API|access)\s++(?:key|token)|token|secret))?"
)
_CONTENTS = re.compile(
    r"\b(?:contents?\s++of|paste|provide)\s++(?:[\w`.’']+\s++){0,6}?(?P<read>(?:private|secret|service\s++account)\s++key)\b"
    r"(?!\s++(?:ID|path|name))",
    re.IGNORECASE,
)


_HINT = re.compile("key|secret|token|pass|credential", re.IGNORECASE)
_STATED = {"secret": True, "secretFrom": "text"}


def find_secret(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that the value is a secret, if the description begins by calling it a key, a password or a token."""
    for paragraph in itertools.islice(paragraphs(blocks), 1):
        if _HINT.search(paragraph.text) is None:
            continue
        for match in itertools.chain(matches(_FIRST, paragraph.text), matches(_CONTENTS, paragraph.text)):
            record(match, paragraph, coverage)
            return [Statement(field, value, paragraph.place) for field, value in _STATED.items()]
    return []

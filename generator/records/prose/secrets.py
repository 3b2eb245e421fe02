"""The values that a sentence calls a key, a password or a token: ``secret``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.noun_phrases import head_pattern
from generator.records.prose.sentences import matches, paragraphs, record_match
from generator.records.record import Statement

# Other keys name something, such as an application, belong to pairs of key and value, or are made to be shown.
_KEYS = (
    "account|(?<!AWS )access|admin|API|encryption|function|licen[cs]e|master|private|restricted|HMAC|SSH|storage|RSA"
    "|sasl|secret|secured?\\s++sign-?on|signing|shared|certificate|webhook"
)
_WORDS = (
    rf"(?:{_KEYS})[\s_]keys?(?:\s++(?:secret|credentials))?|JSON\s++key|shared\s++access\s++signatures?(?!\s++(?:\(\w+\)\s++)?UR[IL]\b)"
    r"|secret\s++(?:access\s++|API\s++)keys?|secret(?:\s++value)?"
    r"|client[\s_]?secret|(?:\w+_)?tokens?(?:\s++(?:secret|key)(?:\s++key)?)?|passwords?|pass\s?phrases?|passcodes?"
    r"|credentials\s++JSON|JSON\s++credentials|service\s++account\s++(?:JSON(?:\s++key)?|key)"
)
_FIRST = head_pattern(
    rf"(?:{_WORDS})(?:\s++or\s++(?:an?\s++|the\s++|your\s++)?(?:passwords?|pass\s?phrase|(?:API|access)\s++(?:key|token)|token|secret))?"
)
_CONTENTS = re.compile(
    r"\b(?:contents?\s++of|paste|provide)\s++(?:[\w`.’']+\s++){0,6}?(?P<read>(?:private|secret|service\s++account)\s++key)\b"
    r"(?!\s++(?:ID|path|name))",
    re.IGNORECASE,
)


# "You can get your API key from your profile": the value is the thing to get, if there is only one.
_OBTAINED = re.compile(
    r"^\W{0,4}(?:please\s++)?(?:you\s++(?:can|could|may|need)|go|log|sign|follow|visit|navigate|open|head|click|link|get|find|obtain|generate|create|retrieve)\b"
    r"(?:[^.!?…]|\.(?=\S)){0,200}?(?<![\w-])(?:get|find|obtain|generat|creat|retriev|copy|mak)(?:e|ing)?\s++(?:(?:an?|the|your|new|its)\s++){0,2}[\[*`“\"]{0,3}\s*+"
    r"(?:(?!and\b|or\b|of\b|for\b|in\b|from\b|with\b)[\w-]+\s++){0,3}?[\[*`“\"]{0,3}\s*+"
    r"(?P<read>(?:API|private|secret|access)[\s_](?:access[\s_])?key|(?:\w++[\s_])?token|password|passphrase)\b"
    r"(?![\w-]|\s*+(?:,|and\b|or\b|/)|\s++(?:ID|name|path)\b)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:^\W{0,4}|…\s)(?P<read>(?:an?|the|your)\s++key\s++to\s++(?:refresh|authenticate|authori[sz]e))\b", re.IGNORECASE
)
# "A key of this kind is a type of credential" explains such keys.
_DEFINED = re.compile(r"\s++is\s++(?:an?|one)\s++(?:type|kind|form)\s++of\b", re.IGNORECASE)
# "This value is sensitive."
_SAID = re.compile(
    r"(?<!\bif\s)(?<!\bwhen\s)(?<!\bwhether\s)\b(?:this|the|its)\s++(?:value|property|field|setting|parameter|option)\s++is\s++"
    r"(?:considered\s++)?(?:a\s++)?(?:sensitive|secret|confidential)(?=\s*+(?:[.,;)…]|$))",
    re.IGNORECASE,
)
_HINT = re.compile("signature|key|secret|token|pass|credential|sensitive|confidential", re.IGNORECASE)
_PATTERNS = (_FIRST, _CONTENTS, _OBTAINED, _PURPOSE, _SAID)
_STATED = {"secret": True, "secretFrom": "text"}


def find_secret(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that the value is a secret, if the description calls it one, or begins by calling it a key or the like."""
    for paragraph in itertools.islice(paragraphs(blocks), 1):
        if _HINT.search(paragraph.text) is None:
            continue
        for match in itertools.chain.from_iterable(matches(pattern, paragraph.text) for pattern in _PATTERNS):
            if _DEFINED.match(paragraph.text, match.end()) is not None:
                continue
            record_match(match, paragraph, coverage)
            return [Statement(field, value, paragraph.place) for field, value in _STATED.items()]
    return []

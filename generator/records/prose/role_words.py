"""The words that state how a property is used; those that begin with ``IS_`` need the property as their subject."""

from __future__ import annotations

import re

from generator.records.prose.sentences import LITERAL
from generator.records.prose.subject import GENERIC

FULL_STOP = r"(?=[^\S\n]*+(?:\*\*)?[^\S\n]*+(?:$|[.;!)\n…]))"
NO_CONDITION = r"(?!\s++(?:only\s++)?(?:if|when|for|unless|where|with|to|by|otherwise|in\s++other)\b)"
OPTIONAL = rf"[(\[]optional[)\]]|^\W*optional\b{NO_CONDITION}|^\W*not\s++required\b{NO_CONDITION}"
IS_OPTIONAL = (
    rf"\b(?:is|are)\s++(?:\w+\s++)?optional\b{NO_CONDITION}|\ban\s++optional\s++{GENERIC}\b"
    r"|^\W*(?:the|an?|your)\s++(?:[\w-]+\s++)?optional\s++\w+"
    rf"|(?:\b(?:is|are)\s++not|['’]s\s++not|\bisn['’]t|\bnot)\s++(?:required|mandatory|needed){FULL_STOP}"
)
REQUIRED = rf"[(\[]required[)\]]|^\W*(?:required|mandatory)(?:\s++{GENERIC})?{FULL_STOP}|^\W*required\s*+\**:"
IS_REQUIRED = (
    rf"\bis\s++an?\s++(?:required|mandatory)\s++{GENERIC}\b{NO_CONDITION}"
    rf"|(?:\b(?:is|are)|['’]s)\s++(?:always\s++)?(?:required|mandatory){FULL_STOP}"
    rf"|\b(?:must|has\s++to|needs\s++to|should)\s++(?:always\s++)?be\s++(?:specified|provided|populated|supplied){FULL_STOP}"
    rf"|\b(?:must|has\s++to|needs\s++to)\s++(?:always\s++)?be\s++(?:set|given|filled\s++in){FULL_STOP}"
    rf"|(?<=[.!]\s)(?:required|mandatory){FULL_STOP}"
    r"|\b(?:required|mandatory|needed)\s++(?:for|during|upon)\s++(?P<skipped>(?:[\w-]+\s++){1,2}|…\s++)creation\b"
    r"(?!\s++(?:if|when|where|for|with|of)\b)"
    r"|\b(?:required|mandatory|needed)\s++(?:to\s++create|when\s++creating)\s++(?:an?|the)\s++(?:new\s++)?\w+"
    rf"{FULL_STOP}"
)
INTERNAL = (
    r"(?:\ban\s++|\bis\s++(?:an?\s++)?(?:\w+\s++)?|^\W*(?:an?\s++)?)internal\s++(?:\w+\s++)?(?:field|property|parameter|setting)\b(?!\s++(?:of|in|id)\b)"
    r"|\b(?:for|an?)\s++(?:\w+\s++)?internal\s++use(?:\s++only)?\b|\bfor\s++\w+\s++use\s++only\b|^\W*internal\s++use\b|\bused\s++internally\b"
    r"|\bprovided\s++by\s++[\w.]+\s++and\s++(?:should|must)\s++not\s++be\s++set\b"
)
READ_ONLY = (
    rf"\bis\s++a\s++read-only\s++(?:{GENERIC})\b|\(read[\s-]?only\)|^\W*read-only{FULL_STOP}|^\W*read-only\s*+\**:"
)
IS_READ_ONLY = rf"\b(?:is|are)\s++read-only{FULL_STOP}"
NEVER_RETURNED = r"\b(?:never\s++be|is\s++never|(?:won|will\s++not|isn)['’]?t?\s++be)\s++returned\b"
ITSELF = re.compile(
    rf"\b(?:it|this|they|these|that|which|{GENERIC}s?|passwords?|passphrases?|secrets?|tokens?|credentials?|certificates?)(?:\s++(?:will|would|can|may|must|is|are))?$",
    re.IGNORECASE,
)
"""A subject that is the property's own value."""
CREATE_ONLY = (
    r"[(\[]immutable\b[^()\[\]…]{0,30}[)\]]|^\W*not\s++(?:editable|modifiable|changeable)\b"
    rf"|^\W*immutable(?:(?:\s++{GENERIC})?{FULL_STOP}|\s*+\**:|\s++(?:after|once)\b)"
)
IS_CREATE_ONLY = (
    r"\b(?:cannot|can't|can’t|can\s++not|may\s++not|must\s++not)\s++be\s++(?:changed|modified|updated|edited|altered)\b"
    rf"|\b(?:is|are)\s++(?:permanent|immutable|not\s++(?:editable|modifiable|updatable|changeable)){FULL_STOP}"
    rf"|\byou\s++(?:cannot|can['’]t|can\s++not)\s++(?:change|modify|edit|update)\s++(?:it|this|the\s++{GENERIC})\b"
    r"|\bcan\s++only\s++be\s++(?:set|specified|chosen|provided)\s++(?:once|(?:when|while)\s++creating|(?:at|during|upon|on)\s++(?:\w+\s++)?creation)\b"
)
OLD = r"(?:deprecated|discontinued|obsolete)"
GONE = rf"(?:{OLD}|no\s++longer\s++(?:supported|used|available|in\s++use)|not\s++used\s++any\s?more){NO_CONDITION}"
DEPRECATED = (
    rf"^\W*{OLD}\b|(?<![`\"”]\s)(?<![`\"”])\({OLD}\)"
    rf"|\bwe\s++(?:have\s++)?{OLD}\s++(?:this|the)\s++{GENERIC}\b|\b(?:this|the)\s++{GENERIC}\s++will\s++be\s++(?:removed|deprecated|discontinued)\b"
)
IS_DEPRECATED = rf"\b(?:is|are|was|has\s++been|have\s++been|is\s++being|will\s++be)\s++(?:now\s++)?{GONE}"
OLD_VALUES = (
    rf"(?P<values>{LITERAL}(?:\s*+(?:,(?:\s*+and\b)?|\band\b)\s*+{LITERAL}){{0,20}})(?:\s++(?:values?|options?|modes?))?\s++"
    rf"(?:(?:is|are|was|has\s++been|have\s++been)\s++(?:now\s++)?{GONE}|\({OLD}\))"
)
NOT_YET = (
    r"\bnot\s++yet\s++supported\s++for\s++this\s++(?:source|destination|connector)\b|\bisn['’]t\s++yet\s++supported\b"
)

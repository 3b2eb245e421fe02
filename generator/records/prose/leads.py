"""Finds the words that introduce a condition, and tells a duty ("required if") from applicability ("only if")."""

from __future__ import annotations

import dataclasses
import enum
import functools
import re

from generator.records.prose.subject import GENERIC


class Kind(enum.Enum):
    """The kinds of decision that a condition makes.

    Attributes:
        DUTY: Whether the property must be given.
        APPLIES: Whether it has a meaning.
        MENTION: The same, in words that often introduce other things. They count only before a condition on another
            property.
        EXCEPT: When it need not or must not be given, which the catalog cannot express.
    """

    DUTY = "duty"
    APPLIES = "applies"
    MENTION = "mention"
    EXCEPT = "except"


@dataclasses.dataclass(frozen=True)
class Lead:
    """The words before a condition.

    Attributes:
        says_only: Whether the words restrict the property to the condition.
        is_purpose: Whether the words end in "for", which introduces a purpose as often as a condition.
        skipped: The places of words in them that a capture need not keep.
    """

    kind: Kind
    start: int
    end: int
    says_only: bool
    is_purpose: bool
    skipped: tuple[tuple[int, int], ...]


_IF = r"(?:\s*+,)?\s++(?:only\s++)?(?:if|when|whenever|for|where|in\s++case|unless|to(?=\s++connect))\b\s*+(?:the\s++)?"
_IF_ONLY = r"\s++(?:if|when|for|where|in\s++case|with|on|in|unless)\b\s*+(?:the\s++)?"
_THIS = rf"(?:\s++(?:(?:it|this|that)(?:\s++{GENERIC})?|the\s++{GENERIC}|a\s++value))?"
_GIVE = r"(?:specify|use|provide|give|populate|set|enter|fill\s++in|include|configure|supply|add|pass|define)"
_GIVEN = (
    r"(?:populated|specified|provided|set|given|filled(?:\s++in)?|supplied|entered|present|included|defined|configured"
    r"|passed)"
)
_NEEDED = r"(?:required|needed|mandatory|necessary|compulsory|obligatory)"
_MUST = r"(?:must|should|shall|has\s++to|have\s++to|needs?\s++to)"
_USED = (
    r"(?:used|relevant|applicable|available|valid|supported|effective|considered|meaningful|allowed|accepted|selected|specified"
    r"|provided|populated|set|needs?\s++to\s++be\s++\w+|honou?red|respected|applied|visible|for\s++use)"
)
_ACTS = r"(?:takes?\s++effect|applies|apply|works?|is\s++effective|has\s++(?:an?\s++)?effect)"
_NOT = r"(?:not|n['’]t|never|no\s++longer)"
_LEADS = re.compile(
    # Neither needed nor possible.
    rf"(?P<except>\b(?:{_NOT}\s++(?:be\s++)?(?:{_NEEDED}|{_USED})|ignored|has\s++no\s++effect|(?:can|may)\s++be\s++(?:omitted|skipped|empty|blank|null|left\s++\w+))\s++(?:if|when|for|with|unless|where)\b\s*+(?:the\s++)?"
    rf"|\b(?:skip|omit|exclude|ignore|leave|do\s++not\s++{_GIVE}|don['’]t\s++{_GIVE})(?:\s++(?:it|this|the)(?:\s++{GENERIC})?)?"
    r"(?:\s++(?:blank|empty))?\s++(?:if|when|for|unless)\b"
    r"|\((?!for\b)(?-i:[A-Z])[^()\n…]{0,60}\sonly\))"
    # Applicability.
    rf"|(?P<applies>\b{_GIVE}{_THIS}(?:\s{{1,3}}[^.\n…;]{{1,60}}?)?\s{{1,3}}only(?:{_IF_ONLY}|\s++to\b\s*+)"
    rf"|\bonly\s++{_GIVE}{_THIS}{_IF_ONLY}"
    rf"|\bonly\s++(?:(?:be|been|is|are)\s++)?{_USED}{_IF_ONLY}"
    rf"|\bonly\s++(?:{_ACTS}|needs?\s++to\s++{_GIVE}\b[^.\n…;]{{0,40}}?){_IF_ONLY}"
    rf"|\bonly\s++(?:{_ACTS}|applicable|relevant)\s++to\b\s*+"
    rf"|\b{_USED}\s++only{_IF_ONLY}"
    rf"|\b(?:applicable|relevant)\s++only\s++to\b\s*+|\b(?:applicable|relevant)(?:\s++only)?\s++(?:if|when|for)\b\s*+(?:the\s++)?"
    rf"|\b{_ACTS}\s++(?:only\s++)?(?:if|when)\b\s*+(?:the\s++)?|\bapplies\s++only\s++to\b\s*+|\b{_ACTS}\s++only{_IF_ONLY}"
    rf"|(?<=\()only{_IF_ONLY}|(?:(?<=^)|(?<=\n)|(?<=[.!]\s)|(?<=…\s)|(?<=,\s)|\b(?:this|it)\s++is\s++)only\s++(?:if|when|for)\b\s*+(?:the\s++)?"
    r"|(?:(?<=^)|(?<=\n)|(?<=[.!]\s)|(?<=\()|(?<=…\s))for\s++(?:the\s++)?(?=[^.\n…()]{1,80}\sonly\b)"
    rf"|\b{_MUST}\s++only\s++be\s++{_GIVEN}{_IF_ONLY}|\bshould\s++be\s++{_GIVEN}\s++only{_IF_ONLY})"
    # Duty.
    rf"|(?P<duty>\b(?:only\s++)?{_NEEDED}(?:\s++{GENERIC})?(?:\s++only)?(?:\s++for(?:\s++\w+){{1,3}}?(?=\s++(?:when|if)\b))?{_IF}"
    rf"|\b{_MUST}\s++(?:(?P<be>be)|…)\s++{_GIVEN}(?:\s++only)?{_IF}"
    rf"|\b(?:{_MUST}|required\s++to)\s++{_GIVE}\s++(?:it|this(?:\s++{GENERIC})?|a\s++value|one){_IF})"
    # Words that often have nothing to do with a condition.
    r"|(?P<mention>\b(?:if|when)\s++(?:the\s++)?)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|with)\s++(?:the\s++)?$", re.IGNORECASE)
_HINT = re.compile(r"\b(?:if|when|whenever|where|case|unless|only|for|with|connect)\b", re.IGNORECASE)
_UNLESS = re.compile(r"\bunless\b\s*+(?:the\s++)?$", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)


@functools.cache
def leads(text: str) -> tuple[Lead, ...]:
    """Return the words that introduce conditions, in order."""
    return tuple(_lead(match) for match in _LEADS.finditer(text)) if _HINT.search(text) else ()


def _lead(match: re.Match[str]) -> Lead:
    kind = Kind.EXCEPT if _UNLESS.search(match[0]) else Kind(match.lastgroup)
    is_purpose = kind is Kind.DUTY and _FOR.search(match[0]) is not None
    skipped = (match.span("be"),) if match["be"] else ()
    return Lead(kind, match.start(), match.end(), _ONLY.search(match[0]) is not None, is_purpose, skipped)

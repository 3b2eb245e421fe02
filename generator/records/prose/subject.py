"""Decides whether a sentence is about the property that is described."""

from __future__ import annotations

import re

from generator.records.prose.sentences import LITERAL, LONGEST_SENTENCE, value_of

GENERIC = r"(?:property|parameter|field|option|setting|attribute|value|key|argument|flag)"
"""The nouns by which a description calls its own property."""

_END = re.compile(r"[.!?](?=\s|\*\*|$)|\n|…")
_MARKS = re.compile(
    r"[\s*_>(]*(?:(?:note|notice|important|optional|required|warning|caution|tip|immutable|deprecated)\b[\s*_.:)]*)*",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    rf"(?:.*[\s,;(])?(?:it|this|these|they|you|(?:this|the|that|these)\s++{GENERIC}s?|this\s++(?:number|amount|list|name|limit|date))",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\s)\s*+(?:\b(?:is|are|was|will|would|can|may|should|must|could|shall|does|do|also|therefore|only|always|be|been|has|have|becomes?|becoming)|['’]s)\s*+$",
    re.IGNORECASE,
)
_OF_VALUE = re.compile(
    rf"[\s*]*(?:{LITERAL}(?:\s++value)?\s*+[-–—:(]|(?:if|when)\s++(?:set\s++to\s++)?[`“\"](?:true|false)[`”\"],)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:only\s++)?(?:required|needed|mandatory|necessary)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:if|whether|when|unless|where|which|whose)\b[^,]*$", re.IGNORECASE)


def sentence_start(text: str, position: int) -> int:
    """Return the start of the sentence at ``position``."""
    first = max(position - LONGEST_SENTENCE, 0)
    return max((match.end() for match in _END.finditer(text, first, position)), default=first)


def beginning(text: str, position: int) -> int:
    """Return the start of the sentence at ``position``, after marks such as "**Note**:"."""
    start = sentence_start(text, position)
    marks = _MARKS.match(text, start, position)
    return marks.end() if marks is not None else start


def is_of_value(text: str, start: int) -> bool:
    """Return whether the sentence at ``start`` explains one value."""
    return _OF_VALUE.match(text, start) is not None


def is_about(text: str, position: int, name: str) -> bool:
    """Return whether the words at ``position``, such as "required if", are about the property ``name``.

    They are if they begin the sentence or follow a comma or a parenthesis. Otherwise, their subject must be "this",
    "the field" or the property's name, or share a word with the name.
    """
    start = beginning(text, position)
    before = text[start:position].rstrip()
    if is_of_value(text, start):
        return value_of(re.findall(LITERAL, before)[0]) == name
    subject = before
    while (verb := _VERB.search(subject)) is not None:
        subject = subject[: verb.start()]
    subject = re.split(r"[;,(]\s++|\bbut\b\s*+|\band\b\s*+", subject)[-1].strip(" *")
    if not subject.strip(" _(,;:-–—") or before[-1] in "(,;–—-":
        return True
    literals = re.findall(LITERAL, subject)
    if _OPEN.search(before) or literals:
        return not _OPEN.search(before) and all(value_of(literal) == name for literal in literals)
    is_attribute = subject.endswith(before[-3:]) and _ADJECTIVE.match(text, position) is not None
    return not name or is_attribute or _ITSELF.fullmatch(subject) is not None or _shares_word(subject, name)


def _shares_word(subject: str, name: str) -> bool:
    parts = [word for word in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", name) if len(word) > 2]
    words = [word for word in re.split(r"[\W_]+", subject.lower()) if len(word) > 2]
    return any(word.startswith(part.lower()) or part.lower().startswith(word) for part in parts for word in words)

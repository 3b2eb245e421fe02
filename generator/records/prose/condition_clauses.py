"""Finds the clauses of a description that state conditions on other properties."""

from __future__ import annotations

import dataclasses
import functools
import re

from generator.records.prose.condition_words import Conditions, Pair, read_conditions, read_given
from generator.records.prose.description import Phrase
from generator.records.prose.leads import Kind, Lead, leads
from generator.records.prose.role_words import INTERNAL
from generator.records.prose.sentences import LITERAL, value_of
from generator.records.prose.subject import GENERIC, beginning, is_about, is_of_value

_LOST = re.compile(r"\s*+(?:$|[.,;…]|[‘’`\"]{2})")
_CREATION = re.compile(
    r"(?:(?:\w+|…)\s++){0,2}creation\b(?!\s++(?:if|when)\b)|creating\s++(?:an?|the)\b", re.IGNORECASE
)
_TO = re.compile(r"\bto\s*+(?:the\s++)?$", re.IGNORECASE)
_NOT_BE = re.compile(r"(?:not|n['’]t)\s++be\b", re.IGNORECASE)
_INTERNAL = re.compile(INTERNAL, re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:not|never|n['’]t|cannot|ignored?|ignores|omit(?:ted)?|skip(?:ped)?|exclude[sd]?|default(?:s|ed)?|optional"
    r"|without|empty|blank|instead|fail(?:s|ed)?|otherwise|unless|must\b|values\b|value\s++(?:is|will)\b|maximum|minimum|set\s++(?:\w+\s++){0,2}to\s++(?=[`“\"])"
    r"|set\s++(?:\w+\s++){0,2}to\s++(?:true|false)"
    r"|(?:use|choose|select|specify|provide|enter|pick)\s++(?:the\s++)?(?:value\s++)?(?=[`“\"]))",
    re.IGNORECASE,
)
_EFFECT = re.compile(r"\s*+,[^.\n…]{0,300}?\b(?:is|are|was|will|gets?|has|have|we)\b", re.IGNORECASE)
_FIRST_MAIN = re.compile(
    rf"\s*+,\s*+(?:then\s++)?(?P<duty>(?:(?:this|it|the|(?P<own>`[\w.]+`))\s++(?:{GENERIC}\s++)?(?:is|must\s++be)|you\s++must)\s++"
    r"(?:required|mandatory|needed|provided|specified|set|provide|specify|enter|set)\b)?",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"(?:the\s++)?(?P<other>{LITERAL})(?:\s++{GENERIC})?\s++(?:is|are|will|can|has)\b", re.IGNORECASE)
_REST = re.compile(r"[^.\n…]{0,1000}")
_DEMAND = re.compile(
    r"\b(?P<word>if|when|in\s++case)\b[^.\n]{0,200}?(?P<demand>\byou\s++(?:need|have|are\s++required|must)\s++(?:to\s++)?"
    r"(?:specify|provide|enter|set)\b)",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class Clause:
    """Words that state a condition.

    Attributes:
        kind: The decision that the condition makes.
        pairs: The conditions, of which all must hold; empty if the catalog cannot express them.
        spans: The places of the words in their paragraph.
        says_only: Whether the words restrict the property to the condition.
    """

    kind: Kind
    pairs: tuple[Pair, ...]
    spans: tuple[tuple[int, int], ...]
    says_only: bool = False

    def is_stated_in(self, stated: set[tuple[str, str]]) -> bool:
        """Return whether there is a condition and it is among those that are stated."""
        return bool(self.pairs) and all((name, value) in stated for name, values in self.pairs for value in values)


@functools.cache
def clauses_in(text: str, name: str, phrases: tuple[Phrase, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a paragraph that state conditions for the property ``name``."""
    # Cached, because vendors repeat whole paragraphs in a hundred connectors.
    clauses = []
    for lead in leads(text):
        conditions = read_conditions(text, lead.end, phrases, is_first=lead.kind is Kind.MENTION)
        if any(pair[0] == name for pair in conditions.pairs) or not _is_condition(text, lead, conditions, name):
            continue
        clauses.append(_clause(text, lead, conditions))
    if not any(clause.kind is not Kind.MENTION or clause.pairs for clause in clauses):
        demands = _DEMAND.finditer(text)
        clauses += [Clause(Kind.EXCEPT, (), (match.span("word"), match.span("demand"))) for match in demands]
    return tuple(clauses)


def _clause(text: str, lead: Lead, conditions: Conditions) -> Clause:
    kind, pairs, end = lead.kind, conditions.pairs, conditions.end
    if kind is Kind.MENTION:
        main = _FIRST_MAIN.match(text, end)
        if main is not None and main["duty"]:
            kind, end = Kind.DUTY, main.end()
    elif kind is Kind.EXCEPT:
        pairs = ()
    # "(only if" is a condition because of its parenthesis.
    start = lead.start - text.startswith("(", max(lead.start - 1, 0), lead.start)
    spans, skipped = [], sorted((*lead.skipped, *conditions.skipped))
    for first, last in skipped:
        spans.append((start, first))
        start = last
    return Clause(kind, pairs, (*spans, (start, end)), lead.says_only)


def _is_condition(text: str, lead: Lead, conditions: Conditions, name: str) -> bool:
    """Return whether words that could introduce a condition do so, and are about the property."""
    if lead.kind is Kind.MENTION:
        return bool(conditions.pairs) and _is_of_property(text, lead, conditions, name)
    return not _introduces_another(text, lead, conditions) and is_about(text, lead.start, name)


def _introduces_another(text: str, lead: Lead, conditions: Conditions) -> bool:
    """Return whether words introduce something other than a condition.

    That is a purpose, a rule about several properties, or words that are missing from the text.
    """
    if lead.kind is Kind.EXCEPT:
        is_of_both = _NOT_BE.match(text, lead.start) is not None and read_given(text, lead.end) is not None
        return is_of_both or any(match.end() > lead.start for match in _INTERNAL.finditer(text, 0, lead.end))
    if conditions.pairs:
        return False
    if _LOST.match(text, lead.end) is not None or text.startswith(("for", "For"), lead.start):
        return True
    if lead.is_purpose and not lead.says_only and beginning(text, lead.start) < lead.start:
        return True
    return lead.kind is Kind.DUTY and (
        _TO.search(text[lead.start : lead.end]) is not None
        or _CREATION.match(text, lead.end) is not None
        or read_given(text, lead.end) is not None
    )


def _is_of_property(text: str, lead: Lead, conditions: Conditions, name: str) -> bool:
    """Return whether a sentence that mentions a condition is about the whole property."""
    main = _FIRST_MAIN.match(text, conditions.end)
    if main is not None and main["duty"]:
        return main["own"] is None or value_of(main["own"]) == name
    return _is_applicability(text, lead, conditions, name)


def _is_applicability(text: str, lead: Lead, conditions: Conditions, name: str) -> bool:
    """Return whether a conditional sentence explains the property's purpose rather than an effect."""
    start = beginning(text, lead.start)
    rest = _REST.match(text, conditions.end)
    return (
        _OTHERWISE.search(text, start, lead.start) is None
        and (rest is None or _OTHERWISE.search(rest[0]) is None)
        and not is_of_value(text, start)
        and ((other := _OTHER.match(text, start)) is None or value_of(other["other"]) == name)
        and (start < lead.start or _EFFECT.match(text, conditions.end) is None)
    )

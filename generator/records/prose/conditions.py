"""Rules for conditions on other properties: ``requiredWhen``, ``appliesWhen``, and a note where neither can say it."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterable
from typing import Any

from generator.records.prose.condition_words import Conditions, Pair, read_conditions, read_given
from generator.records.prose.description import Description, Phrase
from generator.records.prose.leads import Kind, Lead, leads
from generator.records.prose.role_of_property import read_optional, says_optional
from generator.records.prose.role_words import INTERNAL
from generator.records.prose.sentences import LITERAL, value_of
from generator.records.prose.subject import GENERIC, beginning, is_about, is_of_value
from generator.records.record import Statement

NOTE = "The vendor's page states a condition that the catalog does not express."
"""The note about a condition that the catalog cannot express."""

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
class _Clause:
    """One condition: its effect, its pairs (none if it cannot be expressed) and its words."""

    kind: Kind
    pairs: tuple[Pair, ...]
    spans: tuple[tuple[int, int], ...]
    says_only: bool = False

    def is_among(self, said: set[tuple[str, str]]) -> bool:
        """Return whether there is a condition and it is among those that are stated."""
        return bool(self.pairs) and all((name, value) in said for name, values in self.pairs for value in values)


def find_conditions(description: Description) -> list[Statement]:
    """Return when the property is required, when it applies, and a note where the catalog can say neither.

    A text that calls the property optional makes no condition a duty. An unwanted condition makes no note.
    """
    clauses = [
        (clause, paragraph)
        for paragraph in description.paragraphs()
        for clause in _clauses(paragraph.text, description.name, description.phrases)
    ]
    if not clauses:
        return []
    place = clauses[0][1].place
    is_optional = says_optional(description)
    wanted = [each for each, _ in clauses if _is_wanted(each, is_optional, description.without)]
    for clause, paragraph in clauses:
        for start, end in clause.spans if clause in wanted else ():
            description.coverage.read(paragraph, start, end)
    if is_optional and description.without and any(each.says_only for each in wanted):
        # No other rule may read these words; they decide the subject of the condition.
        read_optional(description)
    duties = [each for each, _ in clauses if each.kind is Kind.DUTY and not (is_optional and each.says_only)]
    applies = [each for each, _ in clauses if each.kind is Kind.APPLIES or (is_optional and each.says_only)]
    mentions = [each for each, _ in clauses if each.kind is Kind.MENTION]
    required = _combined(each.pairs for each in duties if each.pairs)
    applicable = _combined(each.pairs for each in (applies or ([] if duties else mentions)) if each.pairs)
    found = []
    if required and not is_optional:
        found += [Statement("requirement", "conditional", place), Statement("requiredWhen", _stated(required), place)]
    if applicable:
        found.append(Statement("appliesWhen", _stated(applicable), place))
    said = {(name, value) for name, values in (*(() if is_optional else required), *applicable) for value in values}
    if any(not each.is_among(said) for each in wanted if each.kind is not Kind.MENTION):
        found.append(Statement("note", NOTE, place))
    return found


def _is_wanted(clause: _Clause, is_optional: bool, without: frozenset[str]) -> bool:
    """Return whether a condition concerns more than a requirement that is not stated on purpose."""
    is_of_requirement = clause.kind in (Kind.DUTY, Kind.EXCEPT) and not (is_optional and clause.says_only)
    return not (is_of_requirement and "requiredWhen" in without)


def _combined(conditions: Iterable[tuple[Pair, ...]]) -> tuple[Pair, ...]:
    """Return the one condition that several sentences state; none if the catalog cannot express them together."""
    found = list(dict.fromkeys(conditions))
    if len(found) < 2:
        return found[0] if found else ()
    names = {name for pairs in found for name, _ in pairs}
    if len(names) > 1 or any(len(pairs) > 1 for pairs in found):
        return ()
    values = itertools.chain.from_iterable(values for ((_, values),) in found)
    return ((names.pop(), tuple(dict.fromkeys(values))),)


def _stated(pairs: tuple[Pair, ...]) -> list[dict[str, Any]]:
    return [{"property": name, "in": list(values)} for name, values in pairs]


@functools.cache
def _clauses(text: str, name: str, phrases: tuple[Phrase, ...]) -> tuple[_Clause, ...]:
    """Return the conditions of a paragraph; vendors repeat whole paragraphs in a hundred connectors."""
    found = []
    for lead in leads(text):
        conditions = read_conditions(text, lead.end, phrases, is_first=lead.kind is Kind.MENTION)
        if any(pair[0] == name for pair in conditions.pairs) or not _counts(text, lead, conditions, name):
            continue
        found.append(_clause(text, lead, conditions))
    if not any(each.kind is not Kind.MENTION for each in found):
        found += [
            _Clause(Kind.EXCEPT, (), (match.span("word"), match.span("demand")))
            for match in _DEMAND.finditer(text)
            if not any(each.pairs for each in found)
        ]
    return tuple(found)


def _clause(text: str, lead: Lead, conditions: Conditions) -> _Clause:
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
    return _Clause(kind, pairs, (*spans, (start, end)), lead.says_only)


def _counts(text: str, lead: Lead, conditions: Conditions, name: str) -> bool:
    """Return whether words that could introduce a condition do so, and are about the property."""
    if lead.kind is Kind.MENTION:
        return bool(conditions.pairs) and _is_of_property(text, lead, conditions, name)
    return not _introduces_else(text, lead, conditions) and is_about(text, lead.start, name)


def _introduces_else(text: str, lead: Lead, conditions: Conditions) -> bool:
    """Return whether such words introduce a purpose, a rule of several properties, or nothing that is left."""
    if lead.kind is Kind.EXCEPT:
        is_of_both = _NOT_BE.match(text, lead.start) is not None and read_given(text, lead.end) is not None
        return is_of_both or any(each.end() > lead.start for each in _INTERNAL.finditer(text, 0, lead.end))
    if conditions.pairs:
        return False
    is_lost = _LOST.match(text, lead.end) is not None
    is_purpose = lead.is_purpose and not lead.says_only and beginning(text, lead.start) < lead.start
    is_purpose = is_purpose or (lead.kind is Kind.DUTY and _TO.search(text[lead.start : lead.end]) is not None)
    is_else = lead.kind is Kind.DUTY and (_CREATION.match(text, lead.end) or read_given(text, lead.end))
    return is_lost or is_purpose or bool(is_else) or text.startswith(("for", "For"), lead.start)


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

"""Reads a condition on other properties: "`a` is set to `b` or `c`", "the `b` access method", "`a` is enabled"."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import NamedTuple

from generator.records.prose.condition_patterns import GIVEN, PAIRS, PHRASE, PHRASE_END, STATES
from generator.records.prose.description import Phrase
from generator.records.prose.sentences import LITERAL, value_of, values_of

_SKIPPED = re.compile(
    r"(?<=\bset\s)to(?=\s)|(?<=\bwant\s)to(?=\s)|(?<=\bvia\s)(?:an?|the)(?=\s)|(?<=\busing\s)(?:an?|the)(?=\s)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?:\s*+,\s*+|\s++(?=and\b|or\b))(?:(?P<join>and|or)\s++)?(?:also\s++)?(?:(?:if|when|where)\s++)?(?:the\s++)?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\s++only\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s++(?:authentication|mode|method|option|type|protocol|format|value)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*+\([^()\n]*\)")
_TAIL = re.compile(
    r"(?:\s*+,)?\s++and\s++(?:is\s++)?(?:optional|ignored|not\s++(?:required|used|needed))\b"
    r"|[^\S\n]*+(?:$|[.;!?)\]\n…:]|\*\*|(?<=\s)[-–—]\s"
    r"|,\s*+(?:otherwise|else|in\s++which\s++case|which|so|because|since|e\.\s?g|i\.\s?e|for\s++example|such\s++as|see|refer)\b)",
    re.IGNORECASE,
)
_MAIN = re.compile(r"\s*+,(?!\s*+(?:and|or|unless|except|but|provided|if|when|while|with|as|in)\b)", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"\s++(?!(?:AND|OR|UNLESS)\b)[A-Z]")
_IS_NAME = re.compile(r"[A-Za-z_][\w.]*")
_SWITCHES = {"enable": "true", "disable": "false"}

Pair = tuple[str, tuple[str, ...]]
"""A property and the values for which a condition holds."""


@dataclasses.dataclass(frozen=True)
class Conditions:
    """The conditions after a word such as "if".

    Attributes:
        pairs: The conditions, of which all must hold; empty if there are none that can be expressed.
        end: The end of the conditions, or of the first word after them that was not understood.
        skipped: The places of words in them that a capture need not keep.
    """

    pairs: tuple[Pair, ...]
    end: int
    skipped: tuple[tuple[int, int], ...] = ()


class _Step(NamedTuple):
    """The conditions of one clause, its end, and whether the catalog can express the conditions."""

    pairs: list[Pair]
    end: int
    is_expressed: bool = True


def read_conditions(text: str, start: int, phrases: tuple[Phrase, ...], *, is_first: bool = False) -> Conditions:
    """Return the conditions at ``start``; none if a part of them, or the text after them, is not understood.

    Args:
        text: The text of a paragraph.
        start: Where the conditions begin.
        phrases: The vendor's phrases for conditions.
        is_first: Whether the main clause may follow the conditions.
    """
    pairs: list[Pair] = []
    skipped: list[tuple[int, int]] = []
    joins, position, end = set[str](), start, start
    is_expressed = False
    while (step := _read_step(text, position, phrases)) is not None:
        is_expressed, end = step.is_expressed, step.end
        skipped += _words_to_skip(text, position, end, is_first=not pairs)
        pairs += step.pairs
        if (only := _ONLY.match(text, end)) is not None:
            end = only.end()
        join = _JOIN.match(text, end)
        if not is_expressed or join is None or _read_step(text, join.end(), phrases) is None:
            break
        joins |= {join["join"].lower()} if join["join"] else set()
        position = join.end()
    if not pairs:
        return Conditions((), _word_end(text, start), tuple(skipped))
    unread = None if is_first and _MAIN.match(text, end) else _unread_end(text, end)
    if unread is not None:
        return Conditions((), unread, tuple(skipped))
    merged = _merge_pairs(pairs, is_any="or" in joins) if is_expressed and joins != {"and", "or"} else ()
    return Conditions(merged, end, tuple(skipped))


def _words_to_skip(text: str, start: int, end: int, *, is_first: bool) -> list[tuple[int, int]]:
    """Return the places of words that are not recorded, so that a capture holds no whole sentence of the page."""
    match = _SKIPPED.search(text, start, end)
    if match is None or (is_first and match[0] == "to" and "`" in text[start:end]):
        return []
    return [match.span()]


def read_given(text: str, start: int) -> tuple[str, int] | None:
    """Return the property of "`a` is given" and the end; ``None`` if the text states anything else, or more."""
    match = GIVEN.match(text, start)
    if match is None or _unread_end(text, match.end()) is not None:
        return None
    return _name(match["name"]), match.end()


def _read_step(text: str, start: int, phrases: tuple[Phrase, ...]) -> _Step | None:
    """Return the conditions of one clause."""
    for pattern in PAIRS:
        match = pattern.match(text, start)
        if match is not None:
            return _code_step(match) if "first" in match.groupdict() else _worded_step(match)
    for phrase in phrases:
        pattern = re.compile(PHRASE + re.escape(phrase.words) + PHRASE_END, re.IGNORECASE)
        match = pattern.match(text, start)
        if match is not None:
            return _Step([(phrase.property, phrase.values)], match.end())
    return None


def _worded_step(match: re.Match[str]) -> _Step:
    """Return the conditions of words such as "`a` is set to `b`" and "`a` is enabled"."""
    groups = match.groupdict()
    names = [_name(name) for name in re.findall(LITERAL, groups["name"]) or [groups["name"]]]
    state = (groups.get("state") or "").lower()
    if state:
        values = [_SWITCHES.get(state) or STATES[state]]
    else:
        values = values_of(groups["values"]) or re.split(r"(?:,|(?<![\s,]))\s++or\s++", groups["values"])
    holds_for_all = len(names) == 1 or re.search(r"[`\"”]\s*+(?:,|or\b)", groups["name"]) is None
    is_expressed = holds_for_all and all(_IS_NAME.fullmatch(name) for name in names)
    is_proper_name = bool(state) and names[0][0].isupper()
    return _Step([(name, tuple(values)) for name in names], match.end(), is_expressed and not is_proper_name)


def _code_step(match: re.Match[str]) -> _Step:
    """Return the condition of "`"a": "b"` or `"c"`"; it is expressed if it is about one property."""
    name, values = match["name"], [value_of(match["first"])]
    for other in re.findall(LITERAL, match["others"]):
        *other_name, value = re.split(r"(?<!\s)\s*+[:=]\s*+", value_of(other), maxsplit=1)
        if other_name and value_of(other_name[0]) != name:
            return _Step([(name, tuple(values))], match.end(), is_expressed=False)
        values.append(value_of(value))
    return _Step([(name, tuple(values))], match.end())


def _name(words: str) -> str:
    """Return the name in a literal, or ``authentication_type`` for "authentication types"."""
    bare = value_of(words)
    return "_".join(bare.lower().split()).removesuffix("s") if " " in bare or "-" in bare else bare


def _merge_pairs(pairs: list[Pair], *, is_any: bool) -> tuple[Pair, ...]:
    """Return the pairs as conditions that must all hold; none if they cannot be expressed in this way."""
    names = [name for name, _ in pairs]
    if is_any and len(set(names)) == 1:
        return ((names[0], tuple(dict.fromkeys(itertools.chain.from_iterable(values for _, values in pairs)))),)
    return () if is_any or len(set(names)) < len(names) else tuple(pairs)


def _unread_end(text: str, end: int) -> int | None:
    """Return the end of the first unread word after conditions; ``None`` if their clause ends there."""
    noun = _NOUN_AFTER.match(text, end)
    after = noun.end() if noun is not None else end
    while (brackets := _BRACKETS.match(text, after)) is not None:
        after = brackets.end()
    if _TAIL.match(text, after) or (text[end - 1] in "`\"'”" and _NEW_SENTENCE.match(text, after)):
        return None
    return _word_end(text, after)


def _word_end(text: str, start: int) -> int:
    """Return the end of the word or the literal at ``start``."""
    match = re.compile(rf"\s*+(?:,\s*+)?(?:{LITERAL}|[\w'’-]+|\S)?").match(text, start)
    return match.end() if match is not None else start

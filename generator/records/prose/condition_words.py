"""Reads a condition on other properties: "`a` is set to `b` or `c`", "the `b` access method", "`a` is enabled"."""

from __future__ import annotations

import dataclasses
import itertools
import re

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

Pair = tuple[str, tuple[str, ...]]
"""A property and the values for which a condition holds."""


@dataclasses.dataclass(frozen=True)
class Conditions:
    """The conditions behind a word such as "if".

    Attributes:
        pairs: The conditions, of which all must hold; empty if there are none that can be expressed.
        end: Where the conditions end, or the first word behind them that was not understood.
        skipped: Words between them that need not be kept.
    """

    pairs: tuple[Pair, ...]
    end: int
    skipped: tuple[tuple[int, int], ...] = ()


def read_conditions(text: str, start: int, phrases: tuple[Phrase, ...], *, is_first: bool = False) -> Conditions:
    """Return the conditions at ``start``; none if a part of them, or what follows them, is not understood.

    The main clause may follow conditions that come first.
    """
    found: list[Pair] = []
    skipped: list[tuple[int, int]] = []
    joins, position, end = set[str](), start, start
    while (step := _pairs(text, position, phrases)) is not None:
        pairs, is_expressed, end = step
        skipped += _words_to_skip(text, position, end, is_first=not found)
        found += pairs
        if (only := _ONLY.match(text, end)) is not None:
            end = only.end()
        join = _JOIN.match(text, end)
        if not is_expressed or join is None or _pairs(text, join.end(), phrases) is None:
            break
        joins |= {join["join"].lower()} if join["join"] else set()
        position = join.end()
    else:
        is_expressed = False
    merged = _merged(found, is_any="or" in joins) if is_expressed and joins != {"and", "or"} else ()
    if found and not (is_first and _MAIN.match(text, end)) and (bad := _unread(text, end)) is not None:
        return Conditions((), bad, tuple(skipped))
    return Conditions(merged, end if found else _word(text, start), tuple(skipped))


def _words_to_skip(text: str, start: int, end: int, *, is_first: bool) -> list[tuple[int, int]]:
    """Return words that are not recorded, so that a capture holds no whole sentence of the page."""
    found = _SKIPPED.search(text, start, end)
    is_kept = found is None or (is_first and found[0] == "to" and "`" in text[start:end])
    return [] if found is None or is_kept else [found.span()]


def read_given(text: str, start: int) -> tuple[str, int] | None:
    """Return the property of "`a` is given" and the end; ``None`` if something else is said, or more than that."""
    match = GIVEN.match(text, start)
    if match is None or _unread(text, match.end()) is not None:
        return None
    return _name(match["name"]), match.end()


def _pairs(text: str, start: int, phrases: tuple[Phrase, ...]) -> tuple[list[Pair], bool, int] | None:
    """Return the conditions of one clause, whether they can be expressed, and the clause's end."""
    for pattern in PAIRS:
        match = pattern.match(text, start)
        if match is not None:
            groups = match.groupdict()
            if "first" in groups:
                return *_code_pairs(groups), match.end()
            names = [_name(name) for name in re.findall(LITERAL, groups["name"]) or [groups["name"]]]
            state = (groups.get("state") or "").lower()
            if state:
                values = ["true" if state == "enable" else "false" if state == "disable" else STATES[state]]
            else:
                values = values_of(groups["values"]) or re.split(r"(?:,|(?<![\s,]))\s++or\s++", groups["values"])
            is_all = len(names) == 1 or re.search(r"[`\"”]\s*+(?:,|or\b)", groups["name"]) is None
            is_expressed = is_all and all(_IS_NAME.fullmatch(name) for name in names)
            is_expressed = is_expressed and not (state and names[0][0].isupper())
            return [(name, tuple(values)) for name in names], is_expressed, match.end()
    for phrase in phrases:
        pattern = re.compile(PHRASE + re.escape(phrase.words) + PHRASE_END, re.IGNORECASE)
        match = pattern.match(text, start)
        if match is not None:
            return [(phrase.property, phrase.values)], True, match.end()
    return None


def _code_pairs(groups: dict[str, str | None]) -> tuple[list[Pair], bool]:
    """Return the condition of "`"a": "b"` or `"c"`", and whether it is about one property."""
    name, values, others = groups["name"] or "", [value_of(groups["first"] or "")], groups["others"] or ""
    for other in re.findall(LITERAL, others):
        *before, value = re.split(r"(?<!\s)\s*+[:=]\s*+", value_of(other), maxsplit=1)
        if before and value_of(before[0]) != name:
            return [(name, tuple(values))], False
        values.append(value_of(value))
    return [(name, tuple(values))], True


def _name(words: str) -> str:
    """Return the name in a literal, or ``authentication_type`` for "authentication types"."""
    bare = value_of(words)
    return "_".join(bare.lower().split()).removesuffix("s") if " " in bare or "-" in bare else bare


def _merged(pairs: list[Pair], *, is_any: bool) -> tuple[Pair, ...]:
    """Return the conditions that must all hold; none if they cannot be expressed so."""
    names = [name for name, _ in pairs]
    if is_any and len(set(names)) == 1:
        return ((names[0], tuple(dict.fromkeys(itertools.chain.from_iterable(values for _, values in pairs)))),)
    return () if is_any or len(set(names)) < len(names) else tuple(pairs)


def _unread(text: str, end: int) -> int | None:
    """Return the end of the first word that was not understood behind conditions; ``None`` if the clause ends there."""
    noun = _NOUN_AFTER.match(text, end)
    after = noun.end() if noun is not None else end
    while (brackets := _BRACKETS.match(text, after)) is not None:
        after = brackets.end()
    if _TAIL.match(text, after) or (text[end - 1] in "`\"'”" and _NEW_SENTENCE.match(text, after)):
        return None
    return _word(text, after)


def _word(text: str, start: int) -> int:
    """Return the end of the word or the literal at ``start``."""
    match = re.compile(rf"\s*+(?:,\s*+)?(?:{LITERAL}|[\w'’-]+|\S)?").match(text, start)
    return match.end() if match is not None else start

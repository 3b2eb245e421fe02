"""Rules about several properties: ``anyOf``, ``atMostOne`` and ``dependentRequired``."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.blocks.block import Paragraph
from generator.records.prose.condition_words import read_given
from generator.records.prose.description import Description
from generator.records.prose.leads import Kind, leads
from generator.records.prose.sentences import LITERAL, values_of
from generator.records.prose.subject import GENERIC, is_about
from generator.records.record import Statement

_GIVEN = r"(?:provided|specified|set|populated|given|supplied|used)"
_GIVE = r"(?:provide|specify|set|populate|give|supply|use|enter)"
_MUST = r"(?:must|has\s+to|should|needs\s+to)"
_MUST_BE_GIVEN = rf"(?:{_MUST}\s+be\s+{_GIVEN}|(?:is|are)\s+(?:required|mandatory))"
_CANNOT = r"(?:cannot|can\s+not|can['’]t|must\s+not|should\s+not|may\s+not|shouldn['’]t|mustn['’]t)"
_DO_NOT = r"(?:do\s+not|don['’]t|never)"
_TOGETHER = (
    r"(?:together|in\s+combination|in\s+conjunction|combined|along|alongside|simultaneously|at\s+the\s+same\s+time)"
)
_SEP = r"(?:\s*(?:,(?:\s*(?:or|and)\b)?|/|\bor\b|\band\b)\s*)"
_FEW = rf"{LITERAL}(?:{_SEP}{LITERAL}){{0,20}}"
_ONE = rf"{LITERAL}(?:\s*\([^()]*\)|\s*…)?"
_SEVERAL = rf"(?P<names>{LITERAL}(?:{_SEP}{LITERAL}){{1,20}})"
_NOT_BOTH = r"(?!\s*[,.]?\s+(?:but\s+)?not\s+both)"
_ANY_OF = (
    rf"\b(?:either|at\s+least\s+one\s+of|(?<!only\s)one\s+of)\s+(?:the\s+)?(?P<names>{_FEW})\s+{_MUST_BE_GIVEN}",
    rf"\b(?:must|need\s+to|have\s+to)\s+{_GIVE}\s+(?:either|at\s+least\s+one\s+of|one\s+of)\s+{_SEVERAL}{_NOT_BOTH}",
)
_AT_MOST_ONE = (
    rf"(?P<names>{_ONE}\s*(?:,\s*)?(?:or|and)\s+{_ONE})\s*[,.]?\s+(?:but\s+)?not\s+both\b",
    rf"\b(?:only|exactly)\s+one\s+of\s+{_SEVERAL}\s+(?:can|may|must|should|has\s+to|needs\s+to|is)\b",
    rf"\b{_GIVE}\s+(?:only|exactly)\s+one\s+of\s+{_SEVERAL}",
    rf"{_SEVERAL}\s+are\s+mutually\s+exclusive\b",
    rf"{_SEVERAL}\s+{_CANNOT}\s+(?:both\s+)?be\s+{_GIVEN}\s+{_TOGETHER}",
    rf"\b{_DO_NOT}\s+{_GIVE}\s+both\s+{_SEVERAL}",
)
_NOT_WITH = (
    rf"\b(?:mutually\s+exclusive\s+with|{_CANNOT}\s+be\s+(?:{_GIVEN}\s+)?(?:{_TOGETHER}\s+)?with"
    rf"|{_DO_NOT}\s+{_GIVE}\s+(?:it|this(?:\s+{GENERIC})?)\s+(?:{_TOGETHER}\s+)?with)\s+(?:the\s+)?(?P<others>{_FEW})"
)
_ITSELF = rf"(?:it|this(?:\s+{GENERIC})?)"
_NEEDS = (
    rf"(?P<others>{LITERAL})(?:\s+{GENERIC})?\s+(?:{_MUST}\s+also\s+be\s+{_GIVEN}|is\s+also\s+(?:required|mandatory))",
    rf"\b{_ITSELF}\s+(?:also\s+)?requires\s+(?:the\s+)?(?P<others>{LITERAL})\s+(?:{GENERIC}\b|to\s+(?:also\s+)?be\s+{_GIVEN})",
    rf"\b{_MUST}\s+be\s+{_GIVEN}\s+(?:{_TOGETHER}\s+)?with\s+(?:the\s+)?(?P<others>{_FEW})",
)
_BRACKETS = re.compile(r"\([^()]*\)")
_IS_NAME = re.compile(r"(?!(?:true|false|null)$)[a-z][\w.]*", re.ASCII)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _of_all(names: list[str], _: str) -> list[Any]:
    return [sorted(names)] if len(names) > 1 else []


def _of_each(names: list[str], own: str) -> list[Any]:
    return [sorted((own, each)) for each in names if own]


_Stated = Callable[[list[str], str], list[Any]]
_RULES: tuple[tuple[str, tuple[re.Pattern[str], ...], _Stated], ...] = (
    ("anyOf", _compiled(*_ANY_OF), _of_all),
    ("atMostOne", _compiled(*_AT_MOST_ONE), _of_all),
    ("atMostOne", _compiled(_NOT_WITH), _of_each),
    ("dependentRequired", _compiled(*_NEEDS), lambda names, _: [names]),
)


def find_groups(description: Description) -> list[Statement]:
    """Return the rules that sentences state.

    ``dependentRequired`` lists what this property requires; a mapping names the properties that require this one.
    """
    found = []
    for paragraph in description.paragraphs():
        for field, match, stated in _matches(paragraph.text):
            group = "names" if "names" in match.groupdict() else "others"
            names = values_of(_BRACKETS.sub("", match[group]))
            if (group == "others" and description.name in names) or not all(map(_IS_NAME.fullmatch, names)):
                continue
            values = stated(names, description.name)
            if values:
                _read(description, paragraph, match)
            found += [Statement(field, value, paragraph.place) for value in values]
        found += _required_by_others(description, paragraph)
    return [each for number, each in enumerate(found) if (each.field, each.value) not in _known(found[:number])]


@functools.cache
def _matches(text: str) -> tuple[tuple[str, re.Match[str], _Stated], ...]:
    # Every rule names a property in code or quotation marks.
    rules = _RULES if any(mark in text for mark in "`“\"'") else ()
    return tuple(
        (field, match, stated)
        for field, patterns, stated in rules
        for each in patterns
        for match in each.finditer(text)
    )


def _known(statements: list[Statement]) -> list[tuple[str, Any]]:
    return [(each.field, each.value) for each in statements]


def _read(description: Description, paragraph: Paragraph, match: re.Match[str]) -> None:
    """Record a match as read, without what it says in parentheses."""
    start = match.start()
    for brackets in _BRACKETS.finditer(paragraph.text, match.start(), match.end()):
        description.coverage.read(paragraph, start, brackets.start())
        start = brackets.end()
    description.coverage.read(paragraph, start, match.end())


def _required_by_others(description: Description, paragraph: Paragraph) -> Iterator[Statement]:
    """Yield a statement for "required if `other` is given"."""
    for lead in leads(paragraph.text) if description.name else ():
        given = read_given(paragraph.text, lead.end) if lead.kind is Kind.DUTY else None
        if given is not None and is_about(paragraph.text, lead.start, description.name):
            name, end = given
            description.coverage.read(paragraph, lead.start, end)
            yield Statement("dependentRequired", {name: [description.name]}, paragraph.place)

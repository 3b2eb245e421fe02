"""Rules about several properties: ``anyOf``, ``atMostOne`` and ``dependentRequired``."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.blocks.block import Paragraph
from generator.records.prose.condition_words import read_given
from generator.records.prose.description import Description
from generator.records.prose.leads import Kind, leads
from generator.records.prose.sentences import LITERAL, value_of, values_of
from generator.records.prose.subject import GENERIC, beginning, is_about
from generator.records.record import Statement

_GIVEN = r"(?:provided|specified|set|populated|given|supplied|used)"
_GIVE = r"(?:provide|specify|set|populate|give|supply|use|enter)"
_MUST = r"(?:must|has\s++to|should|needs\s++to)"
_MUST_BE_GIVEN = rf"(?:{_MUST}\s++be\s++{_GIVEN}|(?:is|are)\s++(?:required|mandatory))"
_CANNOT = r"(?:cannot|can\s++not|can['’]t|must\s++not|should\s++not|may\s++not|shouldn['’]t|mustn['’]t)"
_DO_NOT = r"(?:do\s++not|don['’]t|never)"
_TOGETHER = (
    r"(?:together|in\s++combination|in\s++conjunction|combined|along|alongside|simultaneously"
    r"|at\s++the\s++same\s++time)"
)
_IS_GIVEN = rf"(?:\s++{GENERIC})?\s++(?:is|has\s++been)\s++(?:also\s++)?{_GIVEN}\b(?!\s++to\b)"
_SEP = r"(?:\s*+(?:,(?:\s*+(?:or|and)\b)?|/|\bor\b|\band\b)\s*+)"
_FEW = rf"{LITERAL}(?:{_SEP}{LITERAL}){{0,20}}"
_ONE = rf"{LITERAL}(?:\s*+\([^()]*\)|\s*+…)?"
_SEVERAL = rf"(?P<names>{LITERAL}(?:{_SEP}{LITERAL}){{1,20}})"
_NOT_BOTH = r"(?!(?:\s*+[,.])?\s++(?:but\s++)?not\s++both)"
_THIS = rf"(?:it|this(?:\s++{GENERIC})?|the\s++{GENERIC})"
_BRACKETS = re.compile(r"\([^()]*\)")
_IS_NAME = re.compile(r"(?!(?:true|false|null)$)[a-z][\w.]*", re.ASCII)
_IF_OTHER = re.compile(rf"(?:if|when)\s++(?:the\s++)?(?P<other>{LITERAL}){_IS_GIVEN}", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, eq=False)
class _Rule:
    """Words that state a field about the properties that they name.

    Attributes:
        field: The catalog's name of the field.
        pattern: The words; the group ``names`` has the names of the properties.
        values_of_names: Returns the values of the field for these names and the name of the described property.
        is_about: Whether the described property must be the subject of the words.
    """

    field: str
    pattern: re.Pattern[str]
    values_of_names: Callable[[list[str], str], list[Any]]
    is_about: bool = False


def _together(names: list[str], _: str) -> list[Any]:
    return [sorted(names)] if len(names) > 1 else []


def _pairs(names: list[str], name: str) -> list[Any]:
    return [sorted((name, other)) for other in names if name and other != name]


def _required(names: list[str], name: str) -> list[Any]:
    return [] if name in names else [names]


def _requiring(names: list[str], name: str) -> list[Any]:
    return [{other: [name]} for other in names if name and other != name]


_MUST_GIVE = rf"\b(?:must|need\s++to|have\s++to)\s++{_GIVE}"
_ANY_OF = (
    rf"\b(?:either|at\s++least\s++one\s++of|(?<!only\s)one\s++of)\s++(?:the\s++)?(?P<names>{_FEW})\s++{_MUST_BE_GIVEN}",
    rf"(?P<names>{LITERAL}\s++or\s++{LITERAL})\s++{_MUST_BE_GIVEN}",
    rf"{_MUST_GIVE}\s++(?:either|at\s++least\s++one\s++of|one\s++of)\s++{_SEVERAL}{_NOT_BOTH}",
    rf"{_MUST_GIVE}\s++(?P<names>{LITERAL}\s++or\s++{LITERAL}){_NOT_BOTH}",
)
_OR_THIS = (
    rf"\beither\s++this(?:\s++{GENERIC})?\s++or\s++(?:the\s++)?(?P<names>{LITERAL})\s++{_MUST_BE_GIVEN}",
    rf"\beither\s++(?P<names>{LITERAL})\s++or\s++this(?:\s++{GENERIC})?\s++{_MUST_BE_GIVEN}",
)
_NOT_BOTH_OF = (
    rf"(?P<names>{_ONE}\s*+(?:,\s*+)?(?:or|and)\s++{_ONE})(?:\s*+[,.])?\s++(?:but\s++)?not\s++both\b",
    rf"\b(?:only|exactly)\s++one\s++of\s++{_SEVERAL}\s++(?:can|may|must|should|has\s++to|needs\s++to|is)\b",
    rf"\b{_GIVE}\s++(?:only|exactly)\s++one\s++of\s++{_SEVERAL}",
    rf"{_SEVERAL}\s++are\s++mutually\s++exclusive\b",
    rf"{_SEVERAL}\s++{_CANNOT}\s++(?:both\s++)?be\s++{_GIVEN}\s++{_TOGETHER}",
    rf"\b{_DO_NOT}\s++{_GIVE}\s++both\s++{_SEVERAL}",
)
_NOT_WITH = (
    rf"\bmutually\s++exclusive\s++with\s++(?:the\s++)?(?P<names>{_FEW})",
    rf"\b{_CANNOT}\s++be\s++(?:(?:{_GIVEN}\s++)?{_TOGETHER}|{_GIVEN})\s++with\s++(?:the\s++)?(?P<names>{_FEW})",
    rf"\b{_DO_NOT}\s++{_GIVE}(?:\s++{_THIS})?(?:\s++{_TOGETHER})?\s++with\s++(?:the\s++)?(?P<names>{_FEW})",
    rf"\b{_CANNOT}\s++be\s++{_GIVEN}\s++(?:if|when)\s++(?:the\s++)?(?P<names>{LITERAL}){_IS_GIVEN}",
)
_ALSO = (
    rf"(?P<names>{LITERAL})(?:\s++{GENERIC})?\s++(?:{_MUST}\s++also\s++be\s++{_GIVEN}|is\s++also\s++(?:required|mandatory))",
    rf"\b{_THIS}\s++(?:also\s++)?requires\s++(?:the\s++)?(?P<names>{LITERAL})\s++(?:{GENERIC}\b|to\s++(?:also\s++)?be\s++{_GIVEN})",
)
_WITH = (rf"\b(?:{_MUST}\s++be\s++{_GIVEN}|required)\s++(?:{_TOGETHER}\s++)?with\s++(?:the\s++)?(?P<names>{_FEW})",)
_SO_IS_THIS = rf"{_THIS}\s++(?:is|must)\s++(?:also\s++)?(?:be\s++)?(?:required|mandatory|{_GIVEN})"
_BY_OTHER = (rf"\b(?:if|when)\s++(?:the\s++)?(?P<names>{LITERAL}){_IS_GIVEN},\s++(?:then\s++)?{_SO_IS_THIS}",)


def _rules(
    field: str,
    patterns: tuple[str, ...],
    values_of_names: Callable[[list[str], str], list[Any]],
    *,
    is_about: bool = False,
) -> Iterator[_Rule]:
    return (_Rule(field, re.compile(pattern, re.IGNORECASE), values_of_names, is_about) for pattern in patterns)


_RULES = (
    *_rules("anyOf", _ANY_OF, _together),
    *_rules("anyOf", _OR_THIS, _pairs),
    *_rules("atMostOne", _NOT_BOTH_OF, _together),
    *_rules("atMostOne", _NOT_WITH, _pairs, is_about=True),
    *_rules("dependentRequired", _ALSO, _required),
    *_rules("dependentRequired", _WITH, _required, is_about=True),
    *_rules("dependentRequired", _BY_OTHER, _requiring),
)


def find_groups(description: Description) -> list[Statement]:
    """Return the rules that sentences state.

    ``dependentRequired`` lists what this property requires; a mapping names the properties that require this one.
    """
    statements = []
    for paragraph in description.paragraphs():
        for rule, match in _matches(paragraph.text):
            names = values_of(_BRACKETS.sub("", match["names"]))
            if all(map(_IS_NAME.fullmatch, names)) and _is_about_property(rule, match, description.name):
                values = rule.values_of_names(names, description.name)
                if values:
                    _record(description, paragraph, match)
                statements += [Statement(rule.field, value, paragraph.place) for value in values]
        statements += _required_by_others(description, paragraph)
    unique: list[Statement] = []
    for statement in statements:
        if not any((each.field, each.value) == (statement.field, statement.value) for each in unique):
            unique.append(statement)
    return unique


@functools.cache
def _matches(text: str) -> tuple[tuple[_Rule, re.Match[str]], ...]:
    """Return the matches of all rules, without those inside a match of an earlier rule."""
    # Every rule names a property in code or quotation marks.
    rules = _RULES if any(mark in text for mark in "`“\"'") else ()
    matches: list[tuple[_Rule, re.Match[str]]] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            if not any(other.start() <= match.start() and match.end() <= other.end() for _, other in matches):
                matches.append((rule, match))
    return tuple(matches)


def _is_about_property(rule: _Rule, match: re.Match[str], name: str) -> bool:
    """Return whether a rule is about the property, and does not depend on another property that is given."""
    if rule.is_about:
        return is_about(match.string, match.start(), name)
    start = beginning(match.string, match.start())
    other = _IF_OTHER.match(match.string, start) if start < match.start() else None
    return other is None or value_of(other["other"]) == name


def _record(description: Description, paragraph: Paragraph, match: re.Match[str]) -> None:
    """Record a match as read, except for its parentheses."""
    start = match.start()
    for brackets in _BRACKETS.finditer(paragraph.text, match.start(), match.end()):
        description.coverage.read(paragraph, start, brackets.start())
        start = brackets.end()
    description.coverage.read(paragraph, start, match.end())


def _required_by_others(description: Description, paragraph: Paragraph) -> Iterator[Statement]:
    """Yield a statement for each "required if `other` is given"."""
    if not description.name:
        return
    for lead in leads(paragraph.text):
        given = read_given(paragraph.text, lead.end) if lead.kind is Kind.DUTY else None
        if given is not None and is_about(paragraph.text, lead.start, description.name):
            name, end = given
            description.coverage.read(paragraph, lead.start, end)
            yield Statement("dependentRequired", {name: [description.name]}, paragraph.place)

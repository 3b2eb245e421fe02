"""How a property is used: internal, read-only, optional, required, never returned, create-only, deprecated."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.blocks.block import Paragraph
from generator.records.prose import omission
from generator.records.prose import role_words as words
from generator.records.prose.description import Description
from generator.records.prose.sentences import values_of
from generator.records.prose.subject import beginning, is_about
from generator.records.record import Statement


@dataclasses.dataclass(frozen=True, eq=False)
class _Rule:
    """Words and the fields that they state.

    Attributes:
        pattern: The words.
        fields: The fields; none for words that name deprecated values.
        counts: Returns whether a match is about the property of a name.
        in_lists: Whether the words count in the items of a list, too.
    """

    pattern: re.Pattern[str]
    fields: Mapping[str, Any]
    counts: Callable[[re.Match[str], str], bool] | None = None
    in_lists: bool = False


_CASE = re.compile(r"(?:if|when|where|unless|in\s++case|for|with)\b[^,]*,|.*\b(?:if|when)\b", re.IGNORECASE)


def _is_subject(match: re.Match[str], name: str) -> bool:
    """Return whether words are about the property, and do not depend on a case that their sentence names first."""
    start = beginning(match.string, match.start())
    return is_about(match.string, match.start(), name) and _CASE.match(match.string, start, match.start()) is None


def _is_hidden(match: re.Match[str], name: str) -> bool:
    """Return whether the value itself is never returned, rather than the rows or other things that it selects."""
    subject = match.string[beginning(match.string, match.start()) : match.start()].rstrip(" *`”\"'")
    return not subject or subject.endswith(name) or words.ITSELF.search(subject) is not None


def _rule(pattern: str, counts: Callable[[re.Match[str], str], bool] | None = None, **fields: Any) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), fields, counts)


_CALLED_OPTIONAL = (
    _rule(words.OPTIONAL, requirement="optional"),
    _rule(words.IS_OPTIONAL, _is_subject, requirement="optional"),
)
_RULES = (
    _rule(words.INTERNAL, requirement="internal"),
    _rule(words.READ_ONLY, requirement="readOnly", readOnly=True),
    _rule(words.IS_READ_ONLY, _is_subject, requirement="readOnly", readOnly=True),
    *_CALLED_OPTIONAL,
    _Rule(omission.WORDS, {"requirement": "optional"}, omission.is_of_property),
    _Rule(omission.IN_LISTS, {"requirement": "optional"}, omission.is_of_property, in_lists=True),
    _rule(words.REQUIRED, requirement="required"),
    _rule(words.IS_REQUIRED, _is_subject, requirement="required"),
    _rule(words.NEVER_RETURNED, _is_hidden, secret=True, secretFrom="text", writeOnly=True),
    _rule(words.CREATE_ONLY, createOnly=True),
    _rule(words.IS_CREATE_ONLY, _is_subject, createOnly=True),
    _rule(words.DEPRECATED, deprecated=True),
    _rule(words.IS_DEPRECATED, _is_subject, deprecated=True),
    _Rule(
        re.compile(words.OLD_VALUES, re.IGNORECASE),
        {},
        lambda match, name: name not in values_of(match["values"]),
        in_lists=True,
    ),
    _rule(words.NOT_YET, note="The vendor does not support it yet for this connector."),
)


def says_optional(description: Description) -> bool:
    """Return whether the text calls the property optional, whatever conditions it states."""
    return _optional_words(description) is not None


def read_optional(description: Description) -> None:
    """Record as read the words that call the property optional."""
    located = _optional_words(description)
    if located is not None:
        paragraph, match = located
        description.coverage.read(paragraph, *match.span())


def _optional_words(description: Description) -> tuple[Paragraph, re.Match[str]] | None:
    return next(filter(None, (_locate(rule, description) for rule in _CALLED_OPTIONAL)), None)


def find(description: Description) -> list[Statement]:
    """Return the statements of the description's words about the property's use, each once."""
    statements: dict[tuple[str, Any], Statement] = {}
    for rule in _RULES:
        is_unwanted = bool(rule.fields) and rule.fields.keys() <= description.without
        located = None if is_unwanted else _locate(rule, description)
        if located is None:
            continue
        paragraph, match = located
        for start, end in _spans_to_record(match):
            description.coverage.read(paragraph, start, end)
        for field, value in (rule.fields or {"deprecatedValues": values_of(match["values"])}).items():
            statements.setdefault((field, repr(value)), Statement(field, value, paragraph.place))
    return list(statements.values())


def _locate(rule: _Rule, description: Description) -> tuple[Paragraph, re.Match[str]] | None:
    """Return the first match of a rule that is about the property, and its paragraph."""
    for paragraph in description.paragraphs(in_lists=rule.in_lists):
        match = _first_match(rule, paragraph.text, description.name)
        if match is not None:
            return paragraph, match
    return None


@functools.cache
def _first_match(rule: _Rule, text: str, name: str) -> re.Match[str] | None:
    for match in rule.pattern.finditer(text):
        if rule.counts is None or rule.counts(match, name):
            return match
    return None


def _spans_to_record(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return the span of a match without its group ``skipped``, which a capture need not keep."""
    if "skipped" not in match.re.groupindex or match["skipped"] is None:
        return [match.span()]
    return [(match.start(), match.start("skipped")), (match.end("skipped"), match.end())]

"""The times of a day that a sentence lists by their steps: ``enum``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import matches, paragraphs, record_match
from generator.records.record import Statement

_TIME = r"[`“\"']?{}(?<!\d)(?:[01]\d|2[0-3]):[0-5]\d(?!\d|:){}[`”\"']?"
_STEP = (
    r"(?P<count{0}>\d{{1,2}}|one|two|three|four|six|half)[\s-]*+(?:an?\s++)?(?P<unit{0}>hour|minute)s?[\s-]++"
    r"(?:increments?|intervals?|steps?)"
)
_EVERY = r"every\s++(?:(?P<count{0}>\d{{1,2}}|two|three|four|six|half)\s++(?:an\s++)?)?(?P<unit{0}>hour|minute)s?"
_FROM_TO = (
    rf"(?P<read_times{{0}}>(?:from|between)\s++{_TIME.format('(?P<first{0}>', ')')}"
    rf"\s++(?:to|and|through|until)\s++{_TIME.format('(?P<last{0}>', ')')})"
)
_BEGINNING = r"(?:(?:starting|…)\s++)?"
"""Text that may precede the first time; a capture has a gap there."""
_LISTED = re.compile(
    rf"\b(?P<read_step1>in\s++{_STEP.format(1)}),?\s++{_BEGINNING}{_FROM_TO.format(1)}"
    rf"|\b{_FROM_TO.format(2)},?\s++(?P<read_step2>in\s++{_STEP.format(2)}|{_EVERY.format(3)}\b)",
    re.IGNORECASE,
)
_WORDS = {"half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_MOST = 96
"""The most times of a list: a step is a quarter of an hour or more."""


def find_times(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the times from a first to a last one, in steps of a number of hours or minutes."""
    for paragraph in paragraphs(blocks):
        for match in matches(_LISTED, paragraph.text):
            times = _times({name.rstrip("123"): value for name, value in match.groupdict().items() if value})
            if times:
                record_match(match, paragraph, coverage)
                return [Statement("enum", times, paragraph.place)]
    return []


def _times(groups: dict[str, str]) -> list[str]:
    count = groups.get("count", "1").lower()
    minutes_per_unit = 60 if groups["unit"].lower() == "hour" else 1
    step = (_WORDS[count] if count in _WORDS else int(count)) * minutes_per_unit
    first, last = (_minutes(groups[name]) for name in ("first", "last"))
    if step < 1 or not first < last or (last - first) % step or (last - first) // step >= _MOST:
        return []
    return [f"{minutes // 60:02}:{minutes % 60:02}" for minutes in range(first, last + 1, int(step))]


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)

"""The part of the second reader that reads extracted text."""

from __future__ import annotations

import re
from collections import Counter

from tests.fuzz.independent_rows import LABELS, Row, Walk

_TYPE_WORDS = re.compile(r"[A-Z]{2,}(?: ?(?:/|,|OR) ?[A-Z]{2,})*")
_TEXT_NAME = re.compile(r"[\w$][\w.$-]*")
_TEXT_ROW = re.compile(rf"({_TYPE_WORDS.pattern})(?: ([A-Za-z-]+))?\s*\|?")


def rows_of_parameters(content: str) -> Counter[Row]:
    """Return the names in the tables of a service's extracted text, and whether they are marked as required."""
    after = content.partition("Config parameters")[2].partition("\n")[2]
    names = re.finditer(r"(?m)^\|?[^\S\n]*(\w+)(?: \((\w+)\))?[^\S\n]*\|(?=.*\S)", after)
    found = ((each[1], LABELS.get((each[2] or "").lower(), "")) for each in names if each[1] != "Name")
    return Counter(Row("", "", (name,), (), label) for name, label in found)


def rows_of_text(content: str) -> Counter[Row]:
    """Return the property rows of extracted text, with their number."""
    walk, found = Walk(), Counter[Row]()
    lines = [line.strip() for line in content.split("\n")]
    for number, line in enumerate(lines):
        is_sentence = len(line) >= 120 or ". " in line
        if not is_sentence and re.fullmatch(r"\S.* (?:source|destination) .*propert\w*(?: \w+)*", line):
            walk.heading(line)
        walk.sentence(line)
        following = lines[number + 1 : number + 3]
        joined = " ".join(following[:1]) if "|" in "".join(following[:1]) else " ".join(following)
        match = _TEXT_ROW.fullmatch(joined) or _TEXT_ROW.fullmatch("".join(following[:1]))
        if match and not walk.skips and _TEXT_NAME.fullmatch(line) and not _TYPE_WORDS.fullmatch(line):
            types = tuple(each for each in re.findall(r"[A-Z]+", match[1]) if each != "OR")
            label = LABELS.get((match[2] or "").lower(), "")
            if not label and match[1].lower() in LABELS:
                types, label = (), LABELS[match[1].lower()]
            found[Row(walk.connector, walk.step, (line,), types, label)] += 1
    return found

"""The value that the vendor uses if a property is not given: ``default``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import LITERAL, paragraphs, value_of, wordings
from generator.records.record import Statement

_BARE = r"(?:true|false|TRUE|FALSE|-?\d+(?:\.\d+)?(?=[\s.,;)]|$)|[A-Z]\w*(?:[ _][A-Z]\w*)*(?=\.|$|,|\)))"
_WORDING = re.compile(
    rf"(?:\bdefaults?(?:\s+value)?(?:\s+(?:is|of|will\s+be|would\s+be)(?:\s+set\s+to)?|\s*[:=]|\s+to)\s*"
    rf"|\bdefault\s+value\s+)(?P<value>{LITERAL}|{_BARE})"
    rf"|(?P<marked>{LITERAL})\s*-?\s*\((?:the\s+)?default\)"
    rf"|(?P<used>{LITERAL})\s+is\s+(?:the\s+default(?:\s+value)?\b|used\s+by\s+default\b)"
    rf"|\bby\s+default,?\s+the\s+(?:value|property)\s+is\s+(?:set\s+to\s+)?(?P<set>{LITERAL}|true|false)",
    re.IGNORECASE,
)
_ITEM = re.compile(LITERAL)
_SAID = re.compile(r"\bthis\s+is\s+the\s+default\b|\(default\)|\bis\s+used\s+by\s+default\b", re.IGNORECASE)


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return every default that a sentence states, as it is printed."""
    found = []
    for match, place in wordings(_WORDING, blocks, coverage):
        literal = match["value"] or match["marked"] or match["used"] or match["set"]
        found.append(Statement("default", value_of(literal), place))
    return [*found, *_in_lists(blocks, coverage)]


def _in_lists(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the value whose item in a list of values says that it is the default."""
    found = []
    own = set(paragraphs(blocks))
    for paragraph in paragraphs(blocks, in_lists=True):
        if paragraph in own:
            continue
        item = _ITEM.match(paragraph.text)
        said = _SAID.search(paragraph.text)
        if item is not None and said is not None:
            coverage.read(paragraph, *item.span())
            coverage.read(paragraph, *said.span())
            found.append(Statement("default", value_of(item[0]), paragraph.place))
    return found

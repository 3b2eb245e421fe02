"""Finds the sentences of descriptions that no rule reads: what a new reader may still lack a rule for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks.block import Page, Paragraph, walk
from generator.records.coverage import Coverage

_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s|\Z)|\Z)", re.DOTALL)


def unread_sentences(page: Page, coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each sentence in a connector's sections of which nothing has been read."""
    for section in page.sections:
        if section.place not in coverage.sections:
            continue
        for block in walk(section.blocks):
            if isinstance(block, Paragraph) and coverage.is_given(block):
                spans = coverage.spans(block.place)
                for sentence in _SENTENCE.finditer(block.text):
                    if not any(start < sentence.end() and sentence.start() < end for start, end in spans):
                        yield block.place, " ".join(sentence[0].split())

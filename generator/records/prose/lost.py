"""Sentences that announce a fact whose literal is gone, as it is where an extraction has lost inline code."""

from __future__ import annotations

import re

from generator.blocks.block import Block, List
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose.sentences import says
from generator.records.record import Fact

_END = r"(?=\s*(?:$|\n|[.,;]|[‘’`\"]{2}|(?:Refer|For|See|Note|This|If|Only|The)\b))"
_ANNOUNCED = (
    (
        "enum",
        "listed values",
        re.compile(r"\b(?:accepted|possible|valid|supported) values(?: are)?:\s*(?=$|\n|Refer\b|For\b)", re.IGNORECASE),
    ),
    (
        "requiredWhen",
        "condition",
        re.compile(
            rf"\b(?:[Oo]nly required|[Rr]equired only|[Mm]ust be populated|[Ss]pecify only) (?:if|when|for){_END}"
        ),
    ),
    ("default", "default", re.compile(rf"\b(?:[Dd]efault(?: value)? is|will default to|[Dd]efault value:){_END}")),
)


def report_lost(
    blocks: tuple[Block, ...], facts: list[Fact], coverage: Coverage, diagnostics: Diagnostics, subject: str
) -> None:
    """Notes each announcement whose fact no rule has found.

    Args:
        blocks: A property's description.
        facts: What the rules have found in it.
        coverage: Where the announcement is marked as read, so that a capture has it too.
        diagnostics: Where the notes go.
        subject: The property, for messages.
    """
    found = {fact.field for fact in facts}
    if any(isinstance(block, List) for block in blocks):
        # The list is here; what no rule reads of it is reported as a list.
        found.add("enum")
    for field, words, pattern in _ANNOUNCED:
        place = says(pattern, blocks, coverage) if field not in found else None
        if place is not None:
            message = f"the sentence announces the {words}, which this copy of the page does not hold"
            diagnostics.note(f"{field}-lost", place, message, subject)

"""Reports sentences whose announced value is missing, because extracted text can lose inline code."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, List
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose.sentences import wordings
from generator.records.record import Statement

_END = r"(?=[^\S\n]*+(?:$|\n|[.,;]|[‘’`\"]{2}|(?:Refer|For|See|Note|This|If|Only|The)\b))"
_VALUES = re.compile(
    r"\b(?:accepted|possible|valid|supported) values(?: are)?:(?:[^\S\n]*+(?=$|\n)|\s*+(?=Refer\b|For\b))",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    rf"\b(?:[Oo]nly required|[Rr]equired only|[Mm]ust be populated|[Ss]pecify only) (?:if|when|for){_END}"
)
_DEFAULT = re.compile(rf"\b(?:[Dd]efault(?: value)? is|will default to|[Dd]efault value:){_END}")
_ANNOUNCED = (
    ("enum", "list of values", _VALUES),
    ("requiredWhen", "condition", _CONDITION),
    ("default", "default", _DEFAULT),
)


def report_lost(
    blocks: tuple[Block, ...],
    statements: tuple[Statement, ...],
    coverage: Coverage,
    diagnostics: Diagnostics,
    subject: str,
) -> None:
    """Note each announcement of a value that is not among the statements of the rules."""
    fields = {statement.field for statement in statements}
    if any(isinstance(block, List) for block in blocks):
        # The list is not missing; if no rule reads it, that is reported elsewhere.
        fields.add("enum")
    for field, words, pattern in _ANNOUNCED:
        matches = wordings(pattern, blocks, coverage) if field not in fields else ()
        for _, place in itertools.islice(matches, 1):
            message = f"the {words} that the sentence announces is missing from this copy of the page"
            diagnostics.note(f"{field}-lost", place, message, subject)

"""The page of the reference about the codes of problems."""

from __future__ import annotations

import dataclasses

from generator.context.header import header_of_all
from generator.context.literals import markdown_text
from templates.connector_catalog.problem_codes import PROBLEM_CODES
from templates.connector_catalog.references import PROBLEMS
from templates.connector_catalog.upgrades.effects import MEANINGS


@dataclasses.dataclass(frozen=True)
class ProblemRow:
    """A code, which is also its anchor, and its meaning."""

    code: str
    meaning: str


@dataclasses.dataclass(frozen=True)
class ProblemPage:
    """The page."""

    path: str  # Below the folder of the reference.
    header: str
    rows: tuple[ProblemRow, ...]


def problem_page() -> ProblemPage:
    """Return the page with all codes in their order."""
    meanings = MEANINGS | {code: each.meaning for code, each in PROBLEM_CODES.items()}
    rows = tuple(ProblemRow(code, markdown_text(meaning)) for code, meaning in sorted(meanings.items()))
    return ProblemPage(PROBLEMS, header_of_all(), rows)

"""The rules that every catalog keeps, one per module: its name, a sentence, and the check."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Subject:
    """What the rules look at: a project's root and the connectors of its catalog by the paths of their files."""

    root: Path
    connectors: dict[str, Connector]


@dataclasses.dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        name: The code of its findings.
        sentence: What holds where the rule is kept.
        check: Adds an error for each place where it is not.
    """

    name: str
    sentence: str
    check: Callable[[Subject, Diagnostics], None]


def run(rules: Iterable[Rule], subject: Subject) -> Diagnostics:
    """The findings of all rules."""
    diagnostics = Diagnostics("catalog")
    for rule in rules:
        rule.check(subject, diagnostics)
    return diagnostics

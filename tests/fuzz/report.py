"""What a part of the attack reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """How many cases ran, and a line for each that failed: its name, and what went wrong."""

    cases: int
    failures: tuple[str, ...] = ()

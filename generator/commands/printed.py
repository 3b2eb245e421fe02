"""The result of a command that only prints."""

from __future__ import annotations

import dataclasses

from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Printed:
    """The lines to print, and the diagnostics."""

    lines: list[str]
    diagnostics: Diagnostics

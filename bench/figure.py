"""What a benchmark prints."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Figure:
    """One figure and its goal.

    Attributes:
        name: What was measured.
        value: The figure; ``None`` where it could not be measured.
        unit: Of the figure, such as ``s`` or ``times the peer``.
        most: The most that it may be.
        detail: The two figures that a ratio was made from, or why there is none.
    """

    name: str
    value: float | None
    unit: str
    most: float
    detail: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; a figure that could not be measured misses nothing."""
        return self.value is None or self.value <= self.most

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.name}: not measured: {self.detail}"
        verdict = "reached" if self.reached else "MISSED"
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.name}: {self.value:.2f} {self.unit}{detail}; goal: at most {self.most:g}; {verdict}"


def best_of(runs: int, run: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: the one that the machine disturbed least."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)

"""The figures that a benchmark prints."""

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
        most: The most that it may be; ``None`` where that is no goal.
        least: The least that it may be; ``None`` where that is no goal.
        detail: The two figures that a ratio was made from, or why there is none.
    """

    name: str
    value: float | None
    unit: str
    most: float | None = None
    least: float | None = None
    detail: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; a figure that could not be measured misses nothing."""
        if self.value is None:
            return True
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.name}: not measured: {self.detail}"
        detail = f" ({self.detail})" if self.detail else ""
        goals = [f"at most {self.most:g}"] if self.most is not None else []
        goals += [f"at least {self.least:g}"] if self.least is not None else []
        goal = f"; goal: {', '.join(goals)}; {'reached' if self.reached else 'MISSED'}" if goals else ""
        return f"{self.name}: {self.value:.3f} {self.unit}".rstrip() + detail + goal


def best_of(runs: int, run: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: the one that the machine disturbed least."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)

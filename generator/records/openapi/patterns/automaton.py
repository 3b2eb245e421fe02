"""The automaton of a regular expression, with a state for each place where a character is read.

It also counts the ways from one state to the next, because an engine that backtracks tries each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.records.openapi.patterns.nodes import LAST, Assertion, Characters, Node, PatternError, Ranges, Repeat

END: Ranges = ((LAST + 1, LAST + 1),)
"""The end of the text, which is read like a character."""

START = 0
_MOST_STATES = 600
_LONG = 60
"""A repeat with more choices than this counts as one without a limit."""

Parts = tuple[int, Counter[int], Counter[int]]
"""The number of ways to match the empty text, and the first and last states, each with its number of ways."""


class Automaton:
    """The states of an expression; the first one is before its beginning.

    Attributes:
        sets: The characters that each state reads.
        follow: The states that follow each state, each with the number of ways.
        asserts: Whether there are assertions, so that a match may fail after its last character.
    """

    def __init__(self, require_linear: Callable[[Node], None], *, is_anchored: bool) -> None:
        self._require_linear = require_linear
        self._is_anchored = is_anchored
        self._repeats = 0
        self.sets: list[Ranges] = [()]
        self.follow: dict[int, Counter[int]] = {START: Counter()}
        self.asserts = False

    def state(self, ranges: Ranges) -> int:
        """Add a state that reads one character of these."""
        if len(self.sets) > _MOST_STATES:
            raise PatternError("is too large to tell whether it takes linear time")
        self.sets.append(ranges)
        self.follow[len(self.sets) - 1] = Counter()
        return len(self.sets) - 1

    def reachable(self, state: int) -> set[int]:
        """Return the states that a text of at least one character leads to."""
        reached: set[int] = set()
        stack = list(self.follow[state])
        while stack:
            following = stack.pop()
            if following not in reached:
                reached.add(following)
                stack += self.follow[following]
        return reached

    def remove(self, states: Iterable[int]) -> None:
        """Remove states, and the ways to them."""
        removed = set(states)
        for state, following in self.follow.items():
            remaining = {} if state in removed else {key: n for key, n in following.items() if key not in removed}
            self.follow[state] = Counter(remaining)

    def add(self, node: Node) -> Parts:
        """Add the states of an expression."""
        if isinstance(node, Characters):
            states = Counter({self.state(node.ranges): 1})
            return 0, states, Counter(states)
        if isinstance(node, Assertion):
            return self._assertion(node)
        if isinstance(node, Repeat):
            return self._repeat(node)
        parts = (self.add(part) for part in node.parts)
        return self._either(parts) if node.either else self._sequence(parts)

    def _assertion(self, node: Assertion) -> Parts:
        if node.kind == "end":
            states = Counter({self.state(END): 1})
            return 0, states, Counter(states)
        if node.kind != "start":
            self.asserts = True
        if node.body is not None:
            # An assertion that is tried at the beginning of the text only is read once.
            is_once = self._is_anchored and not self._repeats and len(self.sets) == 1
            if not is_once and not _is_finite(node.body):
                raise PatternError("looks ahead or behind without a limit, which may take more than linear time")
            self._require_linear(node.body)
        return 1, Counter(), Counter()

    def _repeat(self, node: Repeat) -> Parts:
        least, most = node.least, node.most
        if least > _LONG or (most is not None and most - least > _LONG):
            least, most = min(least, 1), None
        self._repeats += 1
        try:
            return self._copies(node.body, least, most)
        finally:
            self._repeats -= 1

    def _copies(self, body: Node, least: int, most: int | None) -> Parts:
        copies = [self.add(body) for _ in range(least)]
        if most is None:
            empty, firsts, lasts = self.add(body)
            self._connect(lasts, firsts)
            return self._sequence([*copies, (1 + empty, firsts, lasts)])
        tail: Parts = (1, Counter(), Counter())
        for _ in range(most - least):
            empty, firsts, lasts = self._sequence([self.add(body), tail])
            tail = 1 + empty, firsts, lasts
        return self._sequence([*copies, tail])

    def _either(self, parts: Iterable[Parts]) -> Parts:
        empty, firsts, lasts = 0, Counter[int](), Counter[int]()
        for part_empty, first, last in parts:
            empty += part_empty
            firsts.update(first)
            lasts.update(last)
        return empty, firsts, lasts

    def _sequence(self, parts: Iterable[Parts]) -> Parts:
        empty, firsts, lasts = 1, Counter[int](), Counter[int]()
        for part_empty, first, last in parts:
            self._connect(lasts, first)
            firsts.update({state: count * empty for state, count in first.items()} if empty else {})
            lasts = Counter({state: count * part_empty for state, count in lasts.items()} if part_empty else {}) + last
            empty *= part_empty
        return empty, firsts, lasts

    def _connect(self, lasts: Counter[int], firsts: Counter[int]) -> None:
        for state, count in lasts.items():
            self.follow[state].update({following: count * ways for following, ways in firsts.items()})


def _is_finite(node: Node) -> bool:
    """Return whether an expression matches texts of a limited, small length only."""
    if isinstance(node, Repeat):
        return node.most is not None and node.most <= _LONG and _is_finite(node.body)
    return isinstance(node, Characters | Assertion) or all(map(_is_finite, node.parts))

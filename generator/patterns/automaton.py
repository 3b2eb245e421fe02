"""The automaton of a regular expression, with a state for each place where a character is read.

It also counts the ways from one state to the next, because an engine that backtracks tries each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.patterns.nodes import LAST, Assertion, Characters, Node, PatternError, Ranges, Repeat

END: Ranges = ((LAST + 1, LAST + 1),)
"""The end of the text, which is read like a character."""

START = 0
_MOST_STATES = 600
_LONG = 60
"""A repeat with more choices than this counts as one without a limit."""


class Fragment(NamedTuple):
    """The states of a part of an expression.

    Attributes:
        empty: The number of ways to match the empty text.
        firsts: The first states, each with its number of ways.
        lasts: The last states, each with its number of ways.
    """

    empty: int
    firsts: Counter[int]
    lasts: Counter[int]


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

    def add(self, node: Node) -> Fragment:
        """Add the states of an expression."""
        if isinstance(node, Characters):
            states = Counter({self.state(node.ranges): 1})
            return Fragment(0, states, Counter(states))
        if isinstance(node, Assertion):
            return self._assertion(node)
        if isinstance(node, Repeat):
            return self._repeat(node)
        fragments = (self.add(part) for part in node.parts)
        return self._either(fragments) if node.either else self._sequence(fragments)

    def _assertion(self, node: Assertion) -> Fragment:
        if node.kind == "end":
            states = Counter({self.state(END): 1})
            return Fragment(0, states, Counter(states))
        if node.kind != "start":
            self.asserts = True
        if node.body is not None:
            # An assertion that is tried at the beginning of the text only is read once.
            is_once = self._is_anchored and not self._repeats and len(self.sets) == 1
            if not is_once and not _is_finite(node.body):
                raise PatternError("looks ahead or behind without a limit, which may take more than linear time")
            self._require_linear(node.body)
        return Fragment(1, Counter(), Counter())

    def _repeat(self, node: Repeat) -> Fragment:
        least, most = node.least, node.most
        if least > _LONG or (most is not None and most - least > _LONG):
            least, most = min(least, 1), None
        self._repeats += 1
        try:
            return self._copies(node.body, least, most)
        finally:
            self._repeats -= 1

    def _copies(self, body: Node, least: int, most: int | None) -> Fragment:
        copies = [self.add(body) for _ in range(least)]
        if most is None:
            last = self.add(body)
            self._connect(last.lasts, last.firsts)
            return self._sequence([*copies, last._replace(empty=1 + last.empty)])
        tail = Fragment(1, Counter(), Counter())
        for _ in range(most - least):
            longer = self._sequence([self.add(body), tail])
            tail = longer._replace(empty=1 + longer.empty)
        return self._sequence([*copies, tail])

    def _either(self, fragments: Iterable[Fragment]) -> Fragment:
        empty, firsts, lasts = 0, Counter[int](), Counter[int]()
        for fragment in fragments:
            empty += fragment.empty
            firsts.update(fragment.firsts)
            lasts.update(fragment.lasts)
        return Fragment(empty, firsts, lasts)

    def _sequence(self, fragments: Iterable[Fragment]) -> Fragment:
        empty, firsts, lasts = 1, Counter[int](), Counter[int]()
        for fragment in fragments:
            self._connect(lasts, fragment.firsts)
            firsts.update({state: count * empty for state, count in fragment.firsts.items()} if empty else {})
            before = {state: count * fragment.empty for state, count in lasts.items()} if fragment.empty else {}
            lasts = Counter(before) + fragment.lasts
            empty *= fragment.empty
        return Fragment(empty, firsts, lasts)

    def _connect(self, lasts: Counter[int], firsts: Counter[int]) -> None:
        for state, count in lasts.items():
            self.follow[state].update({following: count * ways for following, ways in firsts.items()})


def _is_finite(node: Node) -> bool:
    """Return whether an expression matches texts of a limited, small length only."""
    if isinstance(node, Repeat):
        return node.most is not None and node.most <= _LONG and _is_finite(node.body)
    return isinstance(node, Characters | Assertion) or all(map(_is_finite, node.parts))

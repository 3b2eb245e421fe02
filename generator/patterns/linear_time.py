"""Decides whether an engine that backtracks searches any text for a regular expression in linear time.

Such an engine tries every way to match the beginning of a text. The ways are the paths of an automaton whose states are
the places in the expression where a character is read. Their number is bounded, whatever the length of the text, if no
text leads from a state to itself in two ways, and none from a state to itself, from it to another one, and from that
one to itself (Weber and Seidl, On the degree of ambiguity of finite automata, 1991).
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.patterns.automaton import END, START, Automaton
from generator.patterns.nodes import LAST, Assertion, Characters, Node, PatternError, Ranges, Repeat

_ANY: Ranges = ((0, LAST),)
_MOST_STEPS = 60_000
_MOST_WAYS = 1_000


def require_linear(node: Node) -> None:
    """Refuse an expression for which the time of a search may grow faster than the text.

    Raises:
        PatternError: It may, or the expression is too large to tell.
    """
    is_anchored = _is_anchored(node)
    automaton = Automaton(_require_linear_at_one_place, is_anchored=is_anchored)
    expression = automaton.add(node)
    automaton.follow[START].update(expression.firsts)
    _remove_complete(automaton, expression.lasts)
    # A search tries every beginning, unless the first one always succeeds.
    if not is_anchored and (automaton.asserts or not expression.empty):
        any_ = automaton.state(_ANY)
        automaton.follow[any_] = Counter({any_: 1, **automaton.follow[START]})
        automaton.follow[START][any_] = 1
    _WayCounter(automaton).require_bounded()


def _require_linear_at_one_place(node: Node) -> None:
    automaton = Automaton(_require_linear_at_one_place, is_anchored=True)
    expression = automaton.add(node)
    automaton.follow[START].update(expression.firsts)
    _remove_complete(automaton, expression.lasts)
    _WayCounter(automaton).require_bounded()


def _remove_complete(automaton: Automaton, lasts: Iterable[int]) -> None:
    """Remove the states where a match is complete, whatever follows: they end the search."""
    if not automaton.asserts:
        complete = set(lasts)
        automaton.remove([state for state in complete if automaton.reachable(state) <= complete])


def _is_anchored(node: Node) -> bool:
    """Return whether every match is at the beginning of the text."""
    if isinstance(node, Assertion):
        return node.kind == "start"
    if isinstance(node, Characters | Repeat):
        return isinstance(node, Repeat) and node.least > 0 and _is_anchored(node.body)
    if node.either:
        return all(map(_is_anchored, node.parts))
    for part in node.parts:
        if _is_anchored(part):
            return True
        # A lookahead before the anchor is tried at every position.
        if not isinstance(part, Assertion) or part.body is not None:
            return False
    return False


class _WayCounter:
    """Counts the ways to read a text."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._steps = 0

    def require_bounded(self) -> None:
        """Refuse an automaton with an unlimited, or a large, number of ways to read a text."""
        follow = self._automaton.follow
        reached = {state: self._automaton.reachable(state) for state in follow}
        loops = [state for state in follow if state in reached[state]]
        components = {state: {other for other in reached[state] if state in reached[other]} for state in loops}
        self._refuse_exponential(components)
        self._refuse_quadratic(components, reached)
        if math.prod(map(self._most_ways, follow)) > _MOST_WAYS:
            raise PatternError("matches a text in too many ways")

    def _refuse_exponential(self, components: Mapping[int, set[int]]) -> None:
        for state, component in components.items():
            for member in component:
                for following, count in self._automaton.follow[member].items():
                    if count > 1 and following in component:
                        raise PatternError("repeats what it repeats, which may take exponential time")
            if self._has_path((state, state), (state, state), (component, component), differ=True):
                raise PatternError("matches a repeated text in several ways, which may take exponential time")

    def _refuse_quadratic(self, components: Mapping[int, set[int]], reached: Mapping[int, set[int]]) -> None:
        for state, other in itertools.permutations(components, 2):
            within = components[state], reached[state], components[other]
            if other in reached[state] and self._has_path((state, state, other), (state, other, other), within):
                raise PatternError("has repeats that match the same text, which may take quadratic time")

    def _has_path(
        self,
        start: tuple[int, ...],
        goal: tuple[int, ...],
        within: tuple[set[int], ...],
        *,
        differ: bool = False,
    ) -> bool:
        """Return whether one text leads from all start states to the goal states, each within a set of states.

        With ``differ``, the states must differ from one another at some point.
        """
        visited = {(start, False)}
        stack = [(start, False)]
        while stack:
            states, differed = stack.pop()
            for following in self._moves(states, within):
                step = (following, differed or (differ and len(set(following)) > 1))
                if following == goal and (step[1] or not differ):
                    return True
                if step not in visited:
                    visited.add(step)
                    stack.append(step)
        return False

    def _moves(self, states: tuple[int, ...], within: tuple[set[int], ...]) -> list[tuple[int, ...]]:
        """Return the states that one character leads to."""
        moves: list[tuple[tuple[int, ...], Ranges]] = [((), (*_ANY, *END))]
        for state, allowed in zip(states, within, strict=True):
            moves = [
                ((*previous, following), common)
                for previous, ranges in moves
                for following in self._automaton.follow[state]
                if following in allowed and (common := _common(ranges, self._automaton.sets[following]))
            ]
            self._steps += len(moves) + 1
        if self._steps > _MOST_STEPS:
            raise PatternError("is too large to tell whether it takes linear time")
        return [following for following, _ in moves]

    def _most_ways(self, state: int) -> int:
        """Return the greatest number of ways to continue with one character."""
        sets, follow = self._automaton.sets, self._automaton.follow[state]
        # The greatest number is reached where a range begins.
        starts = {low for following in follow for low, _ in sets[following]}
        numbers = (
            sum(ways for following, ways in follow.items() if _common(sets[following], ((start, start),)))
            for start in starts
        )
        return max(numbers, default=1)


def _common(first: Ranges, second: Ranges) -> Ranges:
    pairs = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return tuple((low, high) for low, high in pairs if low <= high)

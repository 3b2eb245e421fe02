"""Tells whether a regular expression is searched in linear time, whatever the text, by an engine that backtracks.

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
    """Refuse an expression whose time may grow faster than the text.

    Raises:
        PatternError: It may; or the expression is too large to tell.
    """
    is_anchored = _is_anchored(node)
    automaton = Automaton(_require_linear_at_one_place, is_anchored=is_anchored)
    empty, firsts, lasts = automaton.add(node)
    automaton.follow[START].update(firsts)
    _leave_out_complete(automaton, lasts)
    # A search tries every beginning, unless the first one always succeeds.
    if not is_anchored and (automaton.asserts or not empty):
        any_ = automaton.state(_ANY)
        automaton.follow[any_] = Counter({any_: 1, **automaton.follow[START]})
        automaton.follow[START][any_] = 1
    _Check(automaton).check()


def _require_linear_at_one_place(node: Node) -> None:
    automaton = Automaton(_require_linear_at_one_place, is_anchored=True)
    _, firsts, lasts = automaton.add(node)
    automaton.follow[START].update(firsts)
    _leave_out_complete(automaton, lasts)
    _Check(automaton).check()


def _leave_out_complete(automaton: Automaton, lasts: Iterable[int]) -> None:
    """Leave out the states where a match is complete, and stays so whatever follows: they end the search."""
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
    for each in node.parts:
        if _is_anchored(each):
            return True
        # What looks ahead is tried at every place where the beginning is tried behind it.
        if not isinstance(each, Assertion) or each.body is not None:
            return False
    return False


class _Check:
    """Counts the ways to read a text."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._steps = 0

    def check(self) -> None:
        """Refuse an automaton with an unlimited, or a large, number of ways to read a text."""
        follow = self._automaton.follow
        reached = {state: self._automaton.reachable(state) for state in follow}
        loops = [state for state in follow if state in reached[state]]
        together = {state: {each for each in reached[state] if state in reached[each]} for state in loops}
        self._refuse_exponential(together)
        self._refuse_quadratic(together, reached)
        if math.prod(map(self._choices, follow)) > _MOST_WAYS:
            raise PatternError("matches a text in too many ways")

    def _refuse_exponential(self, together: Mapping[int, set[int]]) -> None:
        for state, own in together.items():
            if any(
                count > 1 and each in own for member in own for each, count in self._automaton.follow[member].items()
            ):
                raise PatternError("repeats what it repeats, which may take exponential time")
            if self._leads((state, state), (state, state), (own, own), differ=True):
                raise PatternError("matches a repeated text in several ways, which may take exponential time")

    def _refuse_quadratic(self, together: Mapping[int, set[int]], reached: Mapping[int, set[int]]) -> None:
        for state, other in itertools.permutations(together, 2):
            within = together[state], reached[state], together[other]
            if other in reached[state] and self._leads((state, state, other), (state, other, other), within):
                raise PatternError("has repeats that match the same text, which may take quadratic time")

    def _leads(
        self,
        start: tuple[int, ...],
        goal: tuple[int, ...],
        within: tuple[set[int], ...],
        *,
        differ: bool = False,
    ) -> bool:
        """Return whether one text leads from states to others at once, each within a set of states.

        With ``differ``, the states are not the same all the time.
        """
        seen = {(start, False)}
        ahead = [(start, False)]
        while ahead:
            states, differed = ahead.pop()
            for each in self._moves(states, within):
                found = (each, differed or (differ and len(set(each)) > 1))
                if each == goal and (found[1] or not differ):
                    return True
                if found not in seen:
                    seen.add(found)
                    ahead.append(found)
        return False

    def _moves(self, states: tuple[int, ...], within: tuple[set[int], ...]) -> list[tuple[int, ...]]:
        """Return the states that one character leads to."""
        found: list[tuple[tuple[int, ...], Ranges]] = [((), (*_ANY, *END))]
        for state, allowed in zip(states, within, strict=True):
            found = [
                ((*before, each), common)
                for before, ranges in found
                for each in self._automaton.follow[state]
                if each in allowed and (common := _common(ranges, self._automaton.sets[each]))
            ]
            self._steps += len(found) + 1
        if self._steps > _MOST_STEPS:
            raise PatternError("is too large to tell whether it takes linear time")
        return [each for each, _ in found]

    def _choices(self, state: int) -> int:
        """Return the greatest number of ways to go on with one character."""
        ahead = self._automaton.follow[state]
        edges = {low for each in ahead for low, _ in self._automaton.sets[each]}
        at_edge = (
            sum(ahead[each] for each in ahead if _common(self._automaton.sets[each], ((edge, edge),))) for edge in edges
        )
        return max(at_edge, default=1)


def _common(one: Ranges, other: Ranges) -> Ranges:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((low, high) for low, high in pairs if low <= high)

"""Finds the effects of changes of the data on a payload. Needs the standard library only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..constraints import is_same
from ..paths import NOT_GIVEN, upwards
from ..problems import Problem, joined
from ..value_constraints import ValueConstraints
from ..value_limits import LIMITS
from .catalog_change import StoredChange
from .effects import EFFECTS, Effect
from .given import GivenPart
from .old_conditions import OldConditions, conditions_before
from .places import Place
from .problem_index import ProblemIndex

_LONGEST_VALUE = 60
_ITEM = re.compile(r"\[\d+\]")
_CONSTRAINTS = {
    "enum": "values",
    "const": "values",
    "type": "types",
    "pattern": "pattern",
    "format": "format",
} | {each.keyword: each.field for each in LIMITS}
"""The fields of the catalog that accept or refuse a value by themselves, as fields of its constraints."""


class Affected:
    """Finds the effects of changes on one payload, given its problems with the catalog of today."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._problems = ProblemIndex(problems)
        self._explained: set[Problem] = set()

    @property
    def unexplained(self) -> list[Problem]:
        """The errors that no change has explained so far."""
        problems = self._problems.problems
        return [each for each in problems if each.level == "error" and each not in self._explained]

    def by_changes(self, changes: Sequence[StoredChange], part: GivenPart) -> Iterator[Problem]:
        """Yield a problem for each effect of changes on a part of the payload.

        Args:
            changes: The changes of the part's connector or envelope, the oldest first.
            part: The part of the payload.
        """
        renamed: list[tuple[str, str]] = []
        lasting = _lasting(changes)
        for change in lasting:
            path = _original(change.public.path, renamed)
            effect = EFFECTS.get(change.public.rule)
            if effect is None and change.public.writers != "safe":
                effect = Effect("changed", "")
            if effect is not None:
                yield from self._by_change(change, effect, path, part, conditions_before(change, lasting))
            if change.public.kind == "renamed":
                above = change.public.path.removesuffix(str(change.before))
                renamed.append((change.public.path, above + str(change.after)))

    def _by_change(
        self, change: StoredChange, effect: Effect, path: str, part: GivenPart, conditions: OldConditions | None
    ) -> Iterator[Problem]:
        if change.public.subject == "connector":
            if change.public.kind == "removed":
                # A later version has it again.
                return
            yield _problem(change, effect, Problem("", "", "", level="warning"))
            return
        path, selector = _path_and_selector(change, path)
        if not path and change.public.path:
            return
        for place in part.places(change.public.step, path, selector):
            is_meant = (place.value is NOT_GIVEN) is effect.absent
            if is_meant and (effect.absent or not effect.codes):
                yield _problem(change, effect, Problem(place.path, "", "", level="warning"))
            for problem in self._shown(change, effect, place) if is_meant or not effect.absent else ():
                if problem.code in effect.codes and not _was_refused(change, problem, place, conditions):
                    self._explained.add(problem)
                    yield _problem(change, effect, problem)

    def _shown(self, change: StoredChange, effect: Effect, place: Place) -> list[Problem]:
        """Return the problems that a change at a place may explain."""
        if change.public.field == "selector" and change.after is not NOT_GIVEN:
            return self._problems.at(joined(place.path, change.after["property"]))
        if effect.in_holder:
            return self._problems.below([*upwards(place.path)][1])
        if effect.below:
            return self._problems.below(place.path)
        of_items = self._problems.of_items(place.path) if change.public.field.startswith("items") else []
        return [*self._problems.at(place.path), *of_items]


def _path_and_selector(change: StoredChange, path: str) -> tuple[str, Mapping[str, Any] | None]:
    """Return the path where a change is looked for, and the selector of the variant at its end."""
    if change.public.rule == "variant-added":
        # Only the first variants of an object have a selector here: the object had no variants before.
        return (path.removesuffix(f"[{change.after}]") if change.selector else ""), None
    # An object without an optional selector has the variant of that selector.
    return path, change.selector or (change.before if change.public.field == "selector" else None)


def _was_refused(change: StoredChange, problem: Problem, place: Place, conditions: OldConditions | None) -> bool:
    """Return whether the value was already refused before a change."""
    if problem.code == "required" and conditions is not None:
        return conditions.hold(place)
    constraints = _constraints_before(change)
    value = place.value
    item = _ITEM.fullmatch(problem.path[len(place.path) :])
    if item is not None and isinstance(value, list):
        value = value[int(item[0][1:-1])]
    return constraints is not None and constraints.fault(value) is not None


def _constraints_before(change: StoredChange) -> ValueConstraints | None:
    """Return the old constraints of a change; ``None`` if there were none."""
    field = change.public.field.removeprefix("items.")
    if field not in _CONSTRAINTS or change.before is NOT_GIVEN:
        return None
    name, before = _CONSTRAINTS[field], change.before
    if name in ("types", "values"):
        # A type may be one word; a constant is one value, also where it is a list.
        before = tuple(before) if isinstance(before, list) and field != "const" else (before,)
    return ValueConstraints()._replace(**{name: before})


def _problem(change: StoredChange, effect: Effect, shown: Problem) -> Problem:
    values = {"before": _value(change.before), "after": _value(change.after)}
    message = f"{effect.sentence.format(**values)} in data version {change.public.version}"
    hint = effect.hint or shown.hint or shown.message
    return Problem(shown.path, change.public.rule, message, hint, level=shown.level)


def _value(value: Any) -> str:
    if value is NOT_GIVEN:
        return "none"
    text = json.dumps(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _lasting(changes: Sequence[StoredChange]) -> list[StoredChange]:
    """Return the changes without those of a field that got its old value back."""
    by_field: dict[tuple[str, str, str], list[StoredChange]] = {}
    for each in changes:
        if each.public.kind == "changed":
            by_field.setdefault((each.public.step, each.public.path, each.public.field), []).append(each)
    undone: set[int] = set()
    for of_field in by_field.values():
        if len(of_field) > 1 and _are_same(of_field[0].before, of_field[-1].after):
            undone.update(map(id, of_field))
    return [each for each in changes if id(each) not in undone]


def _are_same(one: Any, other: Any) -> bool:
    return one is other if NOT_GIVEN in (one, other) else is_same(one, other)


def _original(path: str, renamed: Iterable[tuple[str, str]]) -> str:
    """Return the path of a property before it, or an object that contains it, was renamed."""
    for old, new in reversed(list(renamed)):
        if path == new or path.startswith((f"{new}.", f"{new}[")):
            path = old + path[len(new) :]
    return path

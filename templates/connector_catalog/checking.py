"""Checks a payload against the constraints of a connector. Generated validators import it.

The standard library is all that this module needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from .acceptance import Acceptor, acceptor_of
from .advice import may_have_text_advice, object_advice, value_advice
from .bounds import PAYLOADS
from .misspelt import given_as, merge_misspelt, misspelt
from .nearest import MOST_CHARACTERS, limited_hints, nearest
from .nesting import nesting_problem
from .problems import REQUIRED, UNKNOWN, UNKNOWN_WARNING, Problem, joined
from .rules import Rules, StepRules
from .value_constraints import ObjectConstraints, ValueConstraints, Variants
from .variants import nearest_variant


class Validator:
    """Checks payloads of one connector, by the constraints of its properties."""

    def __init__(self, constraints: ObjectConstraints) -> None:
        self.constraints = constraints

    def validate(
        self, payload: Any, *, unknown: str = "error", warnings: bool = False, partial: bool = False
    ) -> list[Problem]:
        """Return the problems of a payload. It is accepted where none is an error.

        Args:
            payload: The connector's properties.
            unknown: Whether a property that the catalog does not know is an ``error``, is reported as a warning
                (``warn``) or is accepted (``allow``).
            warnings: Whether to report other warnings too.
            partial: Whether properties may be missing, as in an update or a draft.

        Raises:
            ValueError: ``unknown`` is something else.
        """
        if unknown not in ("error", "warn", "allow"):
            raise ValueError("unknown must be 'error', 'warn' or 'allow'")
        if not isinstance(payload, dict):
            return [Problem("", "type", "expected an object")]
        if self._accepts(payload) and not (warnings and may_have_text_advice(payload)):
            return []
        too_deep = nesting_problem(payload)
        if too_deep is not None:
            return [too_deep]
        with limited_hints():
            check = _Check(unknown, warnings, partial)
            problems = list(islice(check.object_problems(payload, self.constraints, ""), PAYLOADS.problems + 1))
            if len(problems) > PAYLOADS.problems:
                more = f"more than {PAYLOADS.problems:,} problems; the others are not listed"
                problems[-1] = Problem("", "too-large", more)
            return merge_misspelt(problems)

    @cached_property
    def _accepts(self) -> Acceptor:
        return acceptor_of(self.constraints)


class _Check:
    """Finds the problems of one payload."""

    def __init__(self, unknown: str, warnings: bool, partial: bool) -> None:
        self._unknown = unknown
        self._warnings = warnings
        self._partial = partial

    def object_problems(self, value: dict[str, Any], constraints: ObjectConstraints, path: str) -> Iterator[Problem]:
        if self._unknown != "allow":
            yield from self._unknown_names(value, constraints, path)
        for name, each in constraints.properties.items():
            if name in value:
                yield from self._value_problems(value[name], each, joined(path, name))
            elif name in constraints.required and not self._partial:
                yield _missing(path, name)
        if not self._partial:
            yield from self._rule_problems(value, constraints, path)
        for group in constraints.rules.exceeded(value):
            yield Problem(path, "at-most-one", f"at most one of these is accepted: {', '.join(group)}")
        if self._warnings:
            yield from object_advice(value, constraints, path, partial=self._partial)

    def _value_problems(self, value: Any, constraints: ValueConstraints, path: str) -> Iterator[Problem]:
        fault = constraints.fault(value)
        if fault is not None:
            hint = nearest(value, constraints.values) if fault[0] == "enum" else ""
            yield Problem(path, *fault, hint)
            return
        if self._warnings:
            yield from value_advice(value, constraints, path)
        if constraints.object is not None and isinstance(value, dict):
            yield from self.object_problems(value, constraints.object, path)
        elif constraints.items is not None and isinstance(value, list):
            for number, item in enumerate(value):
                yield from self._value_problems(item, constraints.items, f"{path}[{number}]")
        elif constraints.variants is not None and isinstance(value, dict):
            yield from self._variant_problems(value, constraints.variants, path)

    def _variant_problems(self, value: dict[str, Any], variants: Variants, path: str) -> Iterator[Problem]:
        selector, objects = variants
        candidates = selector.candidates(value, partial=self._partial)
        if not candidates:
            code, message = selector.fault(value)
            if code == "enum":
                hint = nearest(value[selector.name], selector.values)
            else:
                known = {name for each in objects for name in each.properties}
                unknown = (name for name in map(str, value) if name not in known)
                hint = "".join(map(given_as, misspelt(unknown, [selector.name])))
            yield Problem(joined(path, selector.name), code, message, hint)
            return
        number = candidates[0]
        if len(candidates) > 1:
            accepting = (each for each in candidates if not self._has_errors(value, objects[each], path))
            number = next(accepting, nearest_variant(candidates, [each.properties for each in objects], value))
        yield from self.object_problems(value, objects[number], path)

    def _has_errors(self, value: dict[str, Any], constraints: ObjectConstraints, path: str) -> bool:
        return any(each.level == "error" for each in self.object_problems(value, constraints, path))

    def _rule_problems(self, value: dict[str, Any], constraints: ObjectConstraints, path: str) -> Iterator[Problem]:
        is_reported = self._unknown == "error" and not constraints.open
        unknown = [name for name in map(str, value) if is_reported and name not in constraints.properties]
        all_rules: tuple[Rules | StepRules, ...] = (constraints.rules, *constraints.steps)
        for rules in all_rules:
            yield from (_missing(path, name) for name in rules.missing(value))
            for group in rules.unmet(value):
                # A misspelt name of one of these is reported as unknown.
                if not misspelt(unknown, group):
                    yield Problem(path, "any-of", f"one of these is required: {', '.join(group)}")

    def _unknown_names(self, value: dict[str, Any], constraints: ObjectConstraints, path: str) -> Iterator[Problem]:
        known = sorted(constraints.properties)
        for name in (str(each) for each in value if each not in constraints.properties):
            hint = nearest(name[:MOST_CHARACTERS], known)
            problem = Problem(joined(path, name), "unknown", UNKNOWN, hint)
            is_error = self._unknown == "error" and not constraints.open
            yield problem if is_error else problem._replace(code=UNKNOWN_WARNING, level="warning")


def _missing(path: str, name: str) -> Problem:
    return Problem(joined(path, name), "required", REQUIRED)

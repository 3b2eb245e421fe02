"""Checks a payload against the constraints of a connector. Generated validators import it.

The standard library is all that this module needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from .acceptance import Acceptor, acceptor_of
from .constraints import Rules, StepRules
from .problems import Problem, joined
from .value_constraints import ObjectConstraints, ValueConstraints
from .wording import did_you_mean

_MOST_CHARACTERS = 200  # Comparing names takes time that grows with their length.
_MOST_HINTS = 20


class Validator:
    """Checks payloads of one connector, by the constraints of its properties."""

    def __init__(self, constraints: ObjectConstraints) -> None:
        self.constraints = constraints

    def validate(self, payload: Any, *, unknown: str = "error") -> list[Problem]:
        """Return the problems of a payload; an empty list where it is valid.

        Args:
            payload: The connector's properties.
            unknown: Whether a property that the catalog does not know is an ``error``, is reported as a warning
                (``warn``) or is accepted (``allow``).

        Raises:
            ValueError: ``unknown`` is something else.
        """
        if unknown not in ("error", "warn", "allow"):
            raise ValueError("unknown must be 'error', 'warn' or 'allow'")
        if not isinstance(payload, dict):
            return [Problem("", "type", "expected an object")]
        if self._accepts(payload):
            return []
        return list(_object_problems(payload, self.constraints, "", unknown))

    @cached_property
    def _accepts(self) -> Acceptor:
        return acceptor_of(self.constraints)


def _object_problems(
    value: dict[str, Any], constraints: ObjectConstraints, path: str, unknown: str
) -> Iterator[Problem]:
    if unknown != "allow":
        yield from _unknown_names(value, constraints, path, "unknown" if unknown == "error" else "unknown-warning")
    for name, each in constraints.properties.items():
        if name in value:
            yield from _value_problems(value[name], each, joined(path, name), unknown)
        elif name in constraints.required:
            yield _missing(path, name)
    every: tuple[Rules | StepRules, ...] = (constraints.rules, *constraints.steps)
    for rules in every:
        yield from (_missing(path, name) for name in rules.missing(value))
        for group in rules.unmet(value):
            yield Problem(path, "any-of", f"one of these is required: {', '.join(group)}")


def _value_problems(value: Any, constraints: ValueConstraints, path: str, unknown: str) -> Iterator[Problem]:
    fault = constraints.fault(value)
    if fault is not None:
        hint = _near(value, constraints.values) if fault[0] == "enum" else ""
        yield Problem(path, *fault, hint)
    elif constraints.object is not None and isinstance(value, dict):
        yield from _object_problems(value, constraints.object, path, unknown)
    elif constraints.items is not None and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _value_problems(item, constraints.items, f"{path}[{number}]", unknown)


def _unknown_names(value: dict[str, Any], constraints: ObjectConstraints, path: str, code: str) -> Iterator[Problem]:
    names = [str(name) for name in value if name not in constraints.properties]
    for number, name in enumerate(names):
        # The first ones only: a payload with more is not misspelt.
        hint = _near(name[:_MOST_CHARACTERS], sorted(constraints.properties)) if number < _MOST_HINTS else ""
        yield Problem(joined(path, name), code, "the catalog does not know this property", hint)


def _missing(path: str, name: str) -> Problem:
    return Problem(joined(path, name), "required", "this property is required")


def _near(value: Any, known: Any) -> str:
    if not isinstance(value, str) or len(value) > _MOST_CHARACTERS:
        return ""
    return did_you_mean(get_close_matches(value, [each for each in known if isinstance(each, str)], 1))

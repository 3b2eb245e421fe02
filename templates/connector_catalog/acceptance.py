"""Accepts most valid values fast.

What is accepted here breaks no constraint and deserves no warning but that of a placeholder, for which each string
would have to be read. What is not accepted here may still be valid: :mod:`.checking` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import attrgetter
from typing import Any

from .bounds import PAYLOADS
from .constraints import CLASSES, has_format, is_among, python_pattern
from .nesting import is_too_deep
from .rules import Rules, StepRules
from .secret_references import is_reference
from .value_constraints import ObjectConstraints, ValueConstraints, Variants, is_port
from .value_limits import LIMITS

Acceptor = Callable[[Any], Any]
"""Returns something true for a value that is accepted."""

_limits_of = attrgetter(*(each.field for each in LIMITS))

Checks = Mapping[str, Mapping[type, Acceptor | None]]
"""By name and class, what accepts the values of an object; ``None`` where all of a class are accepted."""


def acceptor_of(constraints: ObjectConstraints, depth: int = 1) -> Acceptor:
    """Return the acceptor of the dictionaries that keep to an object's constraints.

    Args:
        constraints: The constraints of the object.
        depth: The depth of the object in a payload, from 1.
    """
    return accepting(checks_of(constraints, depth), constraints.required, finders_of(constraints))


def accepting(checks: Checks, required: Iterable[str], finders: Iterable[Acceptor] = ()) -> Acceptor:
    """Return an acceptor of dictionaries: all values are accepted and no finder finds anything."""
    needed, finds = frozenset(required), tuple(finders)

    def accepts(value: dict[str, Any]) -> bool:
        try:
            for name, each in value.items():
                check = checks[name][type(each)]
                if check is not None and not check(each):
                    return False
        except KeyError:
            return False
        if needed and not value.keys() >= needed:
            return False
        for find in finds:  # noqa: SIM110 # faster than any()
            if find(value):
                return False
        return True

    return accepts


def checks_of(constraints: ObjectConstraints, depth: int = 1) -> dict[str, dict[type, Acceptor | None]]:
    """Return the checks of the properties of an object at a depth, but of those that always deserve a warning."""
    rules = constraints.rules
    names = [constraints.required, *(step.required for step in constraints.steps)]
    names += [(each.name,) for each in rules.conditions] + [others for _, others in rules.dependent]
    needed = frozenset().union(*names)
    known = constraints.properties.items()
    return {name: _by_class(each, depth + 1, is_needed=name in needed) for name, each in known if not each.deprecated}


def finders_of(constraints: ObjectConstraints) -> list[Acceptor]:
    """Return the functions that check the rules between the properties of an object."""
    return [*_finders(constraints.rules, constraints.steps), *_finders_of_advice(constraints)]


def shallow(depth: int) -> Acceptor:
    """Return the acceptor of objects and lists at a depth that are not nested too deeply."""
    most = PAYLOADS.depth - depth + 1
    return lambda value: not is_too_deep(value, most)


def _by_class(constraints: ValueConstraints, depth: int, *, is_needed: bool = False) -> dict[type, Acceptor | None]:
    """Return an acceptor per class of the values that are accepted; ``None`` where all values of a class are."""
    words = constraints.types or tuple(CLASSES)
    classes = {CLASSES[word] for word in words} | ({int} if "number" in words else set())
    acceptors = {each: _all_of(_checks(each, constraints, depth)) for each in classes}
    if is_needed and str in acceptors and constraints.may_be_empty:
        # An empty string deserves a warning.
        acceptors[str] = _all_of([bool, *_checks(str, constraints, depth)])
    if constraints.secret and acceptors.get(str, is_reference) is not None:
        acceptors[str] = _any_of(is_reference, acceptors.get(str))
    return acceptors


def _checks(class_: type, constraints: ValueConstraints, depth: int) -> Iterable[Acceptor]:
    # First of all: other checks compare objects and lists to any depth.
    if class_ in (dict, list):
        yield _check_inside(class_, constraints, depth)
    if constraints.values:
        strings = frozenset(value for value in constraints.values if isinstance(value, str))
        yield strings.__contains__ if class_ is str else lambda value: is_among(value, constraints.values)
    if constraints.deprecated_values:
        yield lambda value: not is_among(value, constraints.deprecated_values)
    if constraints.port and class_ in (int, float, str):
        yield is_port
    if class_ is str and constraints.pattern:
        yield re.compile(python_pattern(constraints.pattern)).search
    if class_ is str and constraints.format:
        yield lambda value: has_format(value, constraints.format)
    if class_ in (int, float, list, str) and _has_limits(constraints):
        yield lambda value: constraints.fault(value) is None


def _check_inside(class_: type, constraints: ValueConstraints, depth: int) -> Acceptor:
    if class_ is list and constraints.items is not None:
        return _each(_by_class(constraints.items, depth + 1))
    if class_ is dict and constraints.object is not None:
        return acceptor_of(constraints.object, depth)
    if class_ is dict and constraints.variants is not None:
        return _one_of(constraints.variants, depth)
    return shallow(depth)


def _has_limits(constraints: ValueConstraints) -> bool:
    return any(each is not None and each is not False for each in _limits_of(constraints))


def _one_of(variants: Variants, depth: int) -> Acceptor:
    acceptors = [acceptor_of(each, depth) for each in variants.objects]
    candidates = variants.selector.candidates
    return lambda value: any(acceptors[number](value) for number in candidates(value))


def _all_of(checks: Iterable[Acceptor]) -> Acceptor | None:
    acceptors = tuple(checks)
    return reduce(_both, acceptors) if acceptors else None


def _both(one: Acceptor, other: Acceptor) -> Acceptor:
    return lambda value: one(value) and other(value)


def _any_of(first: Acceptor, second: Acceptor | None) -> Acceptor:
    return first if second is None else lambda value: first(value) or second(value)


def _each(by_class: dict[type, Acceptor | None]) -> Acceptor:
    def accepts(value: list[Any]) -> bool:
        try:
            for each in value:
                check = by_class[type(each)]
                if check is not None and not check(each):
                    return False
        except KeyError:
            return False
        return True

    return accepts


def _finders(rules: Rules, steps: tuple[StepRules, ...]) -> list[Acceptor]:
    """Return the functions that find what breaks the rules of an object."""
    finders: list[Acceptor] = [rules.missing] if rules.conditions or rules.dependent else []
    finders += [rules.exceeded] if rules.at_most_one else []
    finders += [step.missing for step in steps if step.required]
    all_rules: tuple[Rules | StepRules, ...] = (rules, *steps)
    return finders + [each.unmet for each in all_rules if each.any_of]


def _finders_of_advice(constraints: ObjectConstraints) -> list[Acceptor]:
    """Return the functions that find what deserves a warning in the properties of an object together."""
    applies, expected = constraints.applies, constraints.expected
    finders: list[Acceptor] = []
    if applies:
        finders.append(lambda value: any(each.name in value and each.unmet(value) for each in applies))
    if expected:
        finders.append(lambda value: any(each.name not in value and each.holds(value) for each in expected))
    return finders

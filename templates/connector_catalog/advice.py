"""Warnings about a payload that is accepted. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .constraints import is_among
from .nearest import nearest
from .placeholders import has_placeholder, is_placeholder
from .problems import Problem, joined
from .rules import Rules, StepRules
from .secret_references import has_reference, is_reference, may_have_references
from .value_constraints import ObjectConstraints, ValueConstraints, is_port
from .wording import join_and


def value_advice(value: Any, constraints: ValueConstraints, path: str) -> Iterator[Problem]:
    """Yield the warnings about one value, not looking inside it."""
    if constraints.deprecated:
        yield _warning(path, "deprecated", "the vendor advises against this property")
    if constraints.secret and is_reference(value):
        return
    yield from reference_advice(value, constraints, path)
    if constraints.open and not is_among(value, constraints.values):
        message = "the catalog does not list this value"
        yield _warning(path, "unlisted-value", message, nearest(value, constraints.values))
    elif constraints.deprecated_values and is_among(value, constraints.deprecated_values):
        yield _warning(path, "deprecated-value", "the vendor advises against this value")
    elif constraints.port and not is_port(value):
        yield _warning(path, "port-range", "a port is a number from 1 to 65535")
    elif isinstance(value, str) and is_placeholder(value) and not is_among(value, constraints.values):
        yield _warning(path, "placeholder", "it looks like a placeholder", "replace it")


def may_have_text_advice(value: Any) -> bool:
    """Return whether a string in an accepted value looks as if it deserves a warning."""
    return has_placeholder(value) or may_have_references(value)


def reference_advice(value: Any, constraints: ValueConstraints, path: str) -> Iterator[Problem]:
    """Yield a warning for each string with a reference that is not resolved, except inside described values."""
    described = (constraints.object, constraints.items, constraints.variants) != (None, None, None)
    waiting = [(path, value)]
    while waiting:
        place, each = waiting.pop()
        if isinstance(each, str) and has_reference(each):
            message = "only a whole secret can be a reference; this text is sent as it is"
            yield _warning(place, "not-a-reference", message)
        elif isinstance(each, dict) and not described:
            waiting += [(joined(place, str(name)), inner) for name, inner in each.items()]
        elif isinstance(each, list) and not described:
            waiting += [(f"{place}[{number}]", inner) for number, inner in enumerate(each)]


def object_advice(
    value: dict[str, Any], constraints: ObjectConstraints, path: str, *, partial: bool
) -> Iterator[Problem]:
    """Yield the warnings about the properties of an object together; nothing is expected of a ``partial`` one."""
    for name in _needed(value, constraints, partial=partial):
        if value.get(name) == "" and name in constraints.properties and constraints.properties[name].may_be_empty:
            yield _warning(joined(path, name), "empty-value", "this property is required and has an empty value")
    for each in constraints.applies:
        unmet = each.unmet(value, partial=partial) if each.name in value else []
        if unmet:
            condition = join_and(condition.words for condition in unmet)
            yield _warning(joined(path, each.name), "not-applicable", f"it has a meaning only where {condition}")
    for expected in () if partial else constraints.expected:
        if expected.name not in value and expected.holds(value):
            condition = join_and(condition.words for condition in expected.when)
            yield _warning(joined(path, expected.name), "expected", f"it is usually needed where {condition}")


def _needed(value: dict[str, Any], constraints: ObjectConstraints, *, partial: bool) -> Iterable[str]:
    """Return the properties that an object must have, each once; of a ``partial`` one, those that all objects must."""
    names = list(constraints.required)
    all_rules: tuple[Rules | StepRules, ...] = () if partial else (constraints.rules, *constraints.steps)
    for rules in all_rules:
        names += rules.needed(value)
    return dict.fromkeys(names)


def _warning(path: str, code: str, message: str, hint: str = "") -> Problem:
    return Problem(path, code, message, hint, level="warning")

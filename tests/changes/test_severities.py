"""The severities of changes, against what requests are accepted before and after each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.changes.comparison import changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides
from generator.changes.rules import RULES, Severity
from generator.context.constraints import object_constraints
from generator.context.requirements import requirements_of_steps
from templates.connector_catalog.checking import Validator
from tests.catalog.building import KEY, Fields, connector, prop

B, R, S = Severity.BREAKING, Severity.RISKY, Severity.SAFE
A, MODE = prop("a"), prop("mode", enum=["x", "y"])
WHEN_X, WHEN_Y = ([{"property": "mode", "in": [value]}] for value in "xy")
WHEN_ANY = [{"property": "mode", "in": ["x", "y"]}]
_VALUES = (
    *("x", "y", "z", "", "2026-01-01", "true", "9", "xx", "xxxxx"),
    *(-5, 0, 1, 5, 50, 1.5, True, None, [], ["x"], ["x", "x"], [1], {}, {"b": "x"}, {"b": "x", "c": "x"}),
)


def conditional(name: str, conditions: list[Fields], **more: Any) -> Fields:
    return prop(name, requirement="conditional", requiredWhen=conditions, **more)


def variants(*names: str) -> list[Fields]:
    return [
        {
            "name": name,
            "selector": {"property": "kind", "value": name, "required": True},
            "properties": [prop("kind", requirement="required", const=name)],
        }
        for name in names
    ]


ENCODINGS = ("boolean", "integer", "date-time", "json", "list")
CASES: dict[str, tuple[list[Fields], list[Fields], Severity, Severity]] = {
    "optional property": ([], [A], S, S),
    "required property": ([], [prop("a", requirement="required")], B, S),
    "conditional property": ([MODE], [MODE, conditional("a", WHEN_X)], B, S),
    "property removed": ([A], [], B, B),
    "read-only property removed": ([prop("a", requirement="readOnly")], [], B, B),
    "write-only property removed": ([prop("a", writeOnly=True)], [], B, S),
    "property renamed": ([prop("ssh_host", secret=True), MODE], [prop("sshHost", secret=True), MODE], B, B),
    "becomes required": ([prop("a", requirement="optional")], [prop("a", requirement="required")], B, S),
    "becomes optional": ([prop("a", requirement="required")], [prop("a", requirement="optional")], S, R),
    "requirement is stated": ([A], [prop("a", requirement="optional")], S, S),
    "loses the label internal": ([prop("a", requirement="internal")], [prop("a", requirement="optional")], S, S),
    "becomes conditional": ([MODE, A], [MODE, conditional("a", WHEN_X)], B, S),
    "required becomes conditional": ([MODE, prop("a", requirement="required")], [MODE, conditional("a", WHEN_X)], S, R),
    "conditional becomes required": ([MODE, conditional("a", WHEN_X)], [MODE, prop("a", requirement="required")], B, S),
    "condition is dropped": ([MODE, conditional("a", WHEN_X)], [MODE, A], S, R),
    "condition on another value": ([MODE, conditional("a", WHEN_X)], [MODE, conditional("a", WHEN_Y)], B, S),
    "condition is wider": ([MODE, conditional("a", WHEN_X)], [MODE, conditional("a", WHEN_ANY)], B, S),
    "condition is narrower": ([MODE, conditional("a", WHEN_ANY)], [MODE, conditional("a", WHEN_X)], S, R),
    "becomes deciding by its default": (
        [MODE, conditional("a", WHEN_X)], [MODE | {"default": "x"}, conditional("a", WHEN_X)], B, S,
    ),
    "type is narrower": ([prop("a", ["string", "integer"])], [A], B, S),
    "type is wider": ([A], [prop("a", ["string", "integer"])], S, B),
    "type is another": ([A], [prop("a", "integer")], B, B),
    "number becomes integer": ([prop("a", "number")], [prop("a", "integer")], B, S),
    "integer becomes number": ([prop("a", "integer")], [prop("a", "number")], S, B),
    "type is dropped": ([A], [prop("a", None)], S, B),
    "type is stated": ([prop("a", None)], [A], B, S),
    "value is added": ([MODE], [prop("mode", enum=["x", "y", "z"])], S, R),
    "value is removed": ([MODE], [prop("mode", enum=["x"])], B, S),
    "value is replaced": ([MODE], [prop("mode", enum=["x", "z"])], B, R),
    "values are in another order": ([MODE], [prop("mode", enum=["y", "x"])], S, S),
    "values are listed": ([prop("mode")], [MODE], B, S),
    "values are dropped": ([MODE], [prop("mode")], S, R),
    "list is opened": ([MODE], [MODE | {"enumOpen": True}], S, R),
    "list is closed": ([MODE | {"enumOpen": True}], [MODE], B, S),
    "open list is stated": ([prop("mode")], [MODE | {"enumOpen": True}], R, S),
    "open list is longer": ([MODE | {"enumOpen": True}], [prop("mode", enum=["x", "y", "z"], enumOpen=True)], S, S),
    "open list is shorter": ([MODE | {"enumOpen": True}], [prop("mode", enum=["x"], enumOpen=True)], R, S),
    "constant is another": ([prop("a", const="x")], [prop("a", const="y")], B, R),
    "constant becomes a list": ([prop("a", const="x")], [prop("a", enum=["x", "y"])], S, R),
    "minimum is stated": ([prop("a", "integer")], [prop("a", "integer", minimum=1)], B, S),
    "minimum is dropped": ([prop("a", "integer", minimum=1)], [prop("a", "integer")], S, R),
    "minimum is higher": ([prop("a", "integer", minimum=0)], [prop("a", "integer", minimum=1)], B, S),
    "maximum is higher": ([prop("a", "integer", maximum=1)], [prop("a", "integer", maximum=5)], S, R),
    "length is limited": ([A], [prop("a", maxLength=3)], B, S),
    "length may be greater": ([prop("a", maxLength=1)], [prop("a", maxLength=3)], S, R),
    "length may be less": ([prop("a", minLength=2)], [prop("a", minLength=1)], S, R),
    "items must differ": ([prop("a", "array")], [prop("a", "array", uniqueItems=True)], B, S),
    "items may be equal": ([prop("a", "array", uniqueItems=True)], [prop("a", "array")], S, R),
    "items have a type": ([prop("a", "array")], [prop("a", "array", items={"type": "string"})], B, S),
    "items are of another type": (
        [prop("a", "array", items={"type": "string"})], [prop("a", "array", items={"type": "integer"})], B, B,
    ),
    "pattern is stated": ([A], [prop("a", pattern="^x")], B, S),
    "pattern is another": ([prop("a", pattern="^x$")], [prop("a", pattern="^y$")], B, R),
    "pattern is dropped": ([prop("a", pattern="^x")], [A], S, R),
    "format is stated": ([A], [prop("a", format="date")], B, S),
    **{f"encoding {each} is stated": ([A], [prop("a", encoding=each)], S, R) for each in ENCODINGS},
    "applies under a condition": ([MODE, A], [MODE, prop("a", appliesWhen=WHEN_X)], R, S),
    "is expected under a condition": ([MODE, A], [MODE, prop("a", expectedWhen=WHEN_X)], R, S),
    "is deprecated": ([A], [prop("a", deprecated=True)], R, S),
    "is no longer deprecated": ([prop("a", deprecated=True)], [A], S, S),
    "variant is added": (
        [prop("a", "object", variants=variants("p"))], [prop("a", "object", variants=variants("p", "q"))], S, R,
    ),
    "variant is removed": (
        [prop("a", "object", variants=variants("p", "q"))], [prop("a", "object", variants=variants("p"))], B, S,
    ),
    "nested property is required": (
        [prop("a", "object", properties=[prop("b")])],
        [prop("a", "object", properties=[prop("b", requirement="required")])], B, S,
    ),
    "nested property is removed": (
        [prop("a", "object", properties=[prop("b"), prop("c")])], [prop("a", "object", properties=[prop("b")])], B, B,
    ),
    "object is closed": (
        [prop("a", "object", properties=[prop("b")], additionalProperties=True)],
        [prop("a", "object", properties=[prop("b")])], B, S,
    ),
    "description": ([A], [prop("a", description="Words.")], S, S),
}  # fmt: skip

# What payloads of a request that creates do not show: the meaning of what is left out, updates and responses.
NOT_IN_PAYLOADS: dict[str, tuple[list[Fields], list[Fields], Severity, Severity]] = {
    "default is another": ([prop("a", default="x")], [prop("a", default="y")], R, S),
    "becomes secret": ([A], [prop("a", secret=True)], S, B),
    "becomes write-only": ([A], [prop("a", writeOnly=True)], S, B),
    "becomes create-only": ([A], [prop("a", createOnly=True)], B, S),
    "unit is another": ([prop("a", unit="minute")], [prop("a", unit="second")], R, R),
    "is no longer in the documents": ([A], [prop("a", absentFrom=["acme/page"])], R, R),
}


def _severities(old: Connector, new: Connector) -> tuple[Severity, Severity]:
    sides = {KEY: old}, {KEY: new}
    found = list(judged(changes_between(*sides), *sides, lambda _, step: step, Overrides()))
    writers = max((each.writers for each in found), default=S)
    return writers, max((each.readers for each in found), default=S)


def _payloads(*sides: list[Fields]) -> Iterator[Fields]:
    names = dict.fromkeys(each["name"] for side in sides for each in side)
    nested = ({"kind": "p"}, {"kind": "q"}, {"b": "x", "other": "x"})
    for chosen in itertools.product((..., *_VALUES, *nested), repeat=len(names)):
        yield {name: value for name, value in zip(names, chosen, strict=True) if value is not ...}


def _seen_by_writers(old: list[Fields], new: list[Fields]) -> Severity:
    """Return the severity that validating requests before and after the change shows."""
    worst = S
    before, after = (
        Validator(object_constraints(requirements_of_steps(connector(*side).steps, together=True)))
        for side in (old, new)
    )
    for payload in _payloads(old, new):
        were, are = (each.validate(payload, warnings=True) for each in (before, after))
        if any(each.level == "error" for each in were):
            continue
        if any(each.level == "error" for each in are):
            return B
        if {each.path for each in are} - {each.path for each in were}:
            worst = R
    return worst


@pytest.mark.parametrize("name", CASES)
def test_writers_are_told_what_validating_requests_shows(name: str) -> None:
    old, new, writers, readers = CASES[name]

    assert _severities(connector(*old), connector(*new)) == (writers, readers)
    assert _seen_by_writers(old, new) == writers


@pytest.mark.parametrize("name", NOT_IN_PAYLOADS)
def test_what_requests_do_not_show_follows_the_rules(name: str) -> None:
    old, new, writers, readers = NOT_IN_PAYLOADS[name]

    assert _severities(connector(*old), connector(*new)) == (writers, readers)


def test_each_rule_has_a_reason() -> None:
    assert all(rule.reason.endswith(".") for rule in RULES.values())

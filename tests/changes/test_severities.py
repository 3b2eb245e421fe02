"""The severities of changes, against what requests are accepted before and after each."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import jsonschema_rs
import pytest

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.connector import Connector
from generator.changes.change import Change, Kind, Subject
from generator.changes.classification import rule_of
from generator.changes.comparison import Entries, changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides
from generator.changes.rules import RULES, Severity
from generator.context.connector_shape import shape_of
from generator.context.constraints import object_constraints
from generator.context.json_schema.request import CREATE, UPDATE, envelope_definition
from generator.context.json_schema.update import update_definition
from generator.context.requirements import requirements_of_steps
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.vendors import Vendor
from tests.catalog.building import KEY, Fields, connector, envelope, profile, prop, variant

B, R, S = Severity.BREAKING, Severity.RISKY, Severity.SAFE
A, MODE = prop("a"), prop("mode", enum=["x", "y"])
WHEN_X, WHEN_Y = ([{"property": "mode", "in": [value]}] for value in "xy")
WHEN_ANY = [{"property": "mode", "in": ["x", "y"]}]
_VALUES = (
    *("x", "y", "z", "", "2026-01-01", "true", "9", "xx", "xxxxx"),
    *(-5, 0, 1, 5, 50, 1.5, True, None, [], ["x"], ["x", "x"], ["z"], ["xxx"], [1], [{}], [{"b": "x"}], {}),
    *({"b": "x"}, {"c": "x"}, {"b": "x", "c": "x"}, {"b": {}}, {"b": {"c": "x"}}),
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


STEPS = [{"name": "form", "properties": [A]}, {"name": "more"}]
STEPS_AFTER = [{"name": "form"}, {"name": "more", "properties": [A]}]
OPEN = prop("a", "object", properties=[prop("b")], additionalProperties=True)
(DEFAULTED,) = variants("p")
DEFAULTED = DEFAULTED | {"properties": [DEFAULTED["properties"][0] | {"default": "p"}]}
ACME = Vendor.from_profile("acme", profile().to_json())
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
    "property moves into an object": (
        [A, prop("o", "object", properties=[prop("b")])], [prop("o", "object", properties=[prop("b"), A])], B, B,
    ),
    "property in an open object": ([OPEN], [OPEN | {"properties": [prop("b"), prop("c", "integer")]}], B, S),
    "property of an open object is removed": ([OPEN | {"properties": [prop("b"), prop("c")]}], [OPEN], R, B),
    "object lists its properties": ([prop("a", "object")], [prop("a", "object", properties=[prop("b")])], B, S),
    "object lists nothing any more": ([prop("a", "object", properties=[prop("b")])], [prop("a", "object")], S, B),
    "object is opened": ([prop("a", "object", properties=[prop("b")])], [OPEN], S, S),
    "property of items is required": (
        [prop("a", "array", items={"type": "object", "properties": [prop("b")]})],
        [prop("a", "array", items={"type": "object", "properties": [prop("b", requirement="required")]})], B, S,
    ),
    "property two levels deep is required": (
        [prop("a", "object", properties=[prop("b", "object", properties=[prop("c")])])],
        [prop("a", "object", properties=[prop("b", "object", properties=[prop("c", requirement="required")])])], B, S,
    ),
    "property of a variant is required": (
        [prop("a", "object", variants=[variant("p", prop("b"))])],
        [prop("a", "object", variants=[variant("p", prop("b", requirement="required"))])], B, S,
    ),
    "property of a variant is added": (
        [prop("a", "object", variants=[variant("p")])], [prop("a", "object", variants=[variant("p", prop("b"))])], S, S,
    ),
    "selector is required": (
        [prop("a", "object", variants=[variant("p", required=False)])],
        [prop("a", "object", variants=[variant("p")])], B, S,
    ),
    "selector is optional": (
        [prop("a", "object", variants=[variant("p")])],
        [prop("a", "object", variants=[variant("p", required=False)])], S, R,
    ),
    "selector has another value": (
        [prop("a", "object", variants=variants("p"))], [prop("a", "object", variants=variants("q"))], B, R,
    ),
    "selector has another name": (
        [prop("a", "object", variants=[variant("p")])],
        [prop("a", "object", variants=[variant("p", selector="b")])], B, B,
    ),
    "selector has its value as default": (
        [prop("a", "object", variants=variants("p"))],
        [prop("a", "object", variants=[DEFAULTED])], S, S,
    ),
    "object has variants": (
        [prop("a", "object", properties=[prop("b")])], [prop("a", "object", variants=variants("p"))], B, B,
    ),
    "items have values": (
        [prop("a", "array", items={"type": "string"})],
        [prop("a", "array", items={"type": "string", "enum": ["x"]})], B, S,
    ),
    "items have more values": (
        [prop("a", "array", items={"type": "string", "enum": ["x"]})],
        [prop("a", "array", items={"type": "string", "enum": ["x", "z"]})], S, R,
    ),
    "items have fewer values": (
        [prop("a", "array", items={"type": "string", "enum": ["x", "z"]})],
        [prop("a", "array", items={"type": "string", "enum": ["x"]})], B, S,
    ),
    "items are longer": (
        [prop("a", "array", items={"type": "string"})],
        [prop("a", "array", items={"type": "string", "minLength": 3})], B, S,
    ),
    "items are more": ([prop("a", "array", maxItems=1)], [prop("a", "array", maxItems=2)], S, R),
    "items are fewer": ([prop("a", "array")], [prop("a", "array", maxItems=1)], B, S),
    "bound is excluded": ([prop("a", "integer", minimum=0)], [prop("a", "integer", exclusiveMinimum=0)], B, S),
    "bound is written otherwise": ([prop("a", "integer", exclusiveMinimum=0)], [prop("a", "integer", minimum=1)], S, S),
    "bound is included": ([prop("a", "number", exclusiveMaximum=5)], [prop("a", "number", maximum=5)], S, R),
    "values of a boolean are listed": ([prop("a", "boolean")], [prop("a", "boolean", enum=[True, False])], S, S),
    "null is accepted": ([A], [prop("a", ["string", "null"])], S, B),
    "format is another": ([prop("a", format="date")], [prop("a", format="date-time")], B, R),
    "format is dropped": ([prop("a", format="date")], [A], S, R),
    "format that is not checked": ([A], [prop("a", format="uuid")], S, S),
    "separator is another": (
        [prop("a", encoding="list", separator=",")], [prop("a", encoding="list", separator=";")], S, R,
    ),
    "applies more often": ([MODE, prop("a", appliesWhen=WHEN_X)], [MODE, prop("a", appliesWhen=WHEN_ANY)], S, S),
    "applies less often": ([MODE, prop("a", appliesWhen=WHEN_ANY)], [MODE, prop("a", appliesWhen=WHEN_X)], R, S),
    "applies always": ([MODE, prop("a", appliesWhen=WHEN_X)], [MODE, A], S, S),
    "is no longer expected": ([MODE, prop("a", expectedWhen=WHEN_X)], [MODE, A], S, S),
    "value is deprecated": ([MODE], [MODE | {"deprecatedValues": ["x"]}], R, S),
    "value is no longer deprecated": ([MODE | {"deprecatedValues": ["x"]}], [MODE], S, S),
    "default decides for others": (
        [MODE, conditional("a", WHEN_X), prop("b")],
        [MODE | {"defaultWhen": [{"anyGiven": ["b"], "value": "x"}]}, conditional("a", WHEN_X), prop("b")], B, S,
    ),
    "is internal": ([A], [prop("a", requirement="internal")], S, S),
}  # fmt: skip

ENVELOPES: dict[str, tuple[list[Fields], list[Fields], Severity, Severity]] = {
    "optional property": ([], [A], S, S),
    "required property": ([], [prop("a", requirement="required")], B, S),
    "property is removed": ([A], [], B, B),
    "becomes required": ([A], [prop("a", requirement="required")], B, S),
    "type is another": ([A], [prop("a", "integer")], B, B),
    "value is removed": ([MODE], [prop("mode", enum=["x"])], B, S),
    "is read-only": ([A], [prop("a", requirement="readOnly", readOnly=True)], B, S),
    "is no longer read-only": ([prop("a", requirement="readOnly", readOnly=True)], [A], S, S),
    "is create-only": ([A], [prop("a", createOnly=True)], B, S),
    "is no longer create-only": ([prop("a", createOnly=True)], [A], S, S),
    "is update-only": ([A], [prop("a", updateOnly=True)], B, S),
    "is no longer update-only": ([prop("a", updateOnly=True)], [A], S, S),
}  # fmt: skip

# What requests that create do not show: the meaning of what is left out, updates and responses.
NOT_IN_PAYLOADS: dict[str, tuple[list[Fields], list[Fields], Severity, Severity]] = {
    "default is another": ([prop("a", default="x")], [prop("a", default="y")], R, S),
    "default is stated": ([A], [prop("a", default="x")], R, S),
    "becomes secret": ([A], [prop("a", secret=True)], S, B),
    "is no longer secret": ([prop("a", secret=True)], [A], R, S),
    "becomes write-only": ([A], [prop("a", writeOnly=True)], S, B),
    "becomes create-only": ([A], [prop("a", createOnly=True)], B, S),
    "unit is another": ([prop("a", unit="minute")], [prop("a", unit="second")], R, R),
    "is no longer in the documents": ([A], [prop("a", absentFrom=["acme/page"])], R, R),
}

# Changes without an effect on requests, and changes of connectors and steps.
CONNECTORS: dict[str, tuple[Connector, Connector, Severity, Severity]] = {
    "property is no longer write-only": (connector(prop("a", writeOnly=True)), connector(A), S, S),
    "property is read-only": (connector(A), connector(prop("a", requirement="readOnly")), R, S),
    "property is no longer read-only": (connector(prop("a", requirement="readOnly")), connector(A), S, S),
    "property is in the documents again": (connector(prop("a", absentFrom=["acme/page"])), connector(A), S, S),
    "connector is listed only": (connector(), connector(status="listed"), R, R),
    "connector is documented": (connector(status="listed"), connector(), S, S),
    "step without properties": (connector(), connector(steps=[{"name": "form"}, {"name": "more"}]), S, S),
    "step without properties is removed": (connector(steps=[{"name": "form"}, {"name": "more"}]), connector(), S, S),
    "combination is required": (connector(), connector(steps=[{"name": "form", "rules": [{"anyOf": ["a"]}]}]), B, S),
    "combination is dropped": (connector(steps=[{"name": "form", "rules": [{"anyOf": ["a"]}]}]), connector(), S, S),
    "in another step of the same part": (connector(steps=STEPS), connector(steps=STEPS_AFTER), S, S),
}


def _severities(old: Entries, new: Entries) -> tuple[Severity, Severity]:
    found = list(judged(changes_between(old, new), old, new, _part_of, Overrides()))
    writers = max((each.writers for each in found), default=S)
    return writers, max((each.readers for each in found), default=S)


def _part_of(_key: str, step: str) -> str:
    return "config" if step in ("form", "more") else step


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


def _update_schema(found: Connector) -> Fields:
    schema = update_definition(shape_of(found, ACME), "source:x")
    return {name: value for name, value in schema.items() if value != []}


def _refuses(old: Fields, new: Fields, requests: Iterable[Fields]) -> bool:
    """Return whether one schema refuses a request that another accepts."""
    before, after = (jsonschema_rs.Draft202012Validator(each) for each in (old, new))
    return any(before.is_valid(each) and not after.is_valid(each) for each in requests)


@pytest.mark.parametrize("name", CASES)
def test_writers_are_told_what_validating_requests_shows(name: str) -> None:
    old, new, writers, readers = CASES[name]
    before, after = connector(*old), connector(*new)

    assert _severities({KEY: before}, {KEY: after}) == (writers, readers)
    assert _seen_by_writers(old, new) == writers


@pytest.mark.parametrize("name", CASES)
def test_requests_that_update_are_refused_after_breaking_changes_only(name: str) -> None:
    old, new, writers, _ = CASES[name]
    schemas = [_update_schema(connector(*side)) for side in (old, new)]

    assert not _refuses(*schemas, ({"config": each} for each in _payloads(old, new))) or writers is B


def test_what_cannot_be_updated_any_more_is_breaking() -> None:
    old, new = connector(A), connector(prop("a", createOnly=True))
    schemas = [_update_schema(each) for each in (old, new)]

    assert _severities({KEY: old}, {KEY: new}) == (B, S)
    assert _refuses(*schemas, [{"config": {"a": "x"}}])


@pytest.mark.parametrize("name", ENVELOPES)
def test_writers_are_told_what_validating_envelopes_shows(name: str) -> None:
    old, new, writers, readers = ENVELOPES[name]
    sides = [envelope(*side) for side in (old, new)]
    request = ACME.requests["source"]
    requests = [*_payloads(old, new)]
    refused = [
        _refuses(*(envelope_definition(each, action, request) for each in sides), requests)
        for action in (CREATE, UPDATE)
    ]

    assert _severities(*({each.key: each} for each in sides)) == (writers, readers)
    assert any(refused) == (writers is B)


@pytest.mark.parametrize("name", NOT_IN_PAYLOADS)
def test_what_requests_do_not_show_follows_the_rules(name: str) -> None:
    old, new, writers, readers = NOT_IN_PAYLOADS[name]

    assert _severities({KEY: connector(*old)}, {KEY: connector(*new)}) == (writers, readers)


@pytest.mark.parametrize("name", CONNECTORS)
def test_connectors_and_steps_follow_the_rules(name: str) -> None:
    old, new, writers, readers = CONNECTORS[name]

    assert _severities({KEY: old}, {KEY: new}) == (writers, readers)


@pytest.mark.parametrize(("after", "rule"), [(["acme/page"], "connector-undocumented"), (..., "connector-documented")])
def test_a_connector_that_a_later_document_lacks_is_undocumented(after: Any, rule: str) -> None:
    change = Change(KEY, Subject.CONNECTOR, Kind.CHANGED, field="absentFrom", before=["acme/old"])
    change = dataclasses.replace(change, after=NOT_STATED if after is ... else after)

    assert rule_of(change, _part_of) == rule


def test_connectors_and_moves_follow_the_rules() -> None:
    moved = [connector(steps=[{"name": each, "properties": [A]}]) for each in ("form", "oauth")]

    assert _severities({}, {KEY: connector()}) == (S, S)
    assert _severities({KEY: connector()}, {}) == (B, B)
    assert _severities(*({KEY: each} for each in moved)) == (B, B)


def test_every_rule_has_a_reason_and_a_case() -> None:
    sides = [({KEY: connector(*old)}, {KEY: connector(*new)}) for old, new, *_ in (CASES | NOT_IN_PAYLOADS).values()]
    sides += [({KEY: old}, {KEY: new}) for old, new, *_ in CONNECTORS.values()]
    pairs = [(envelope(*old), envelope(*new)) for old, new, *_ in ENVELOPES.values()]
    sides += [({old.key: old}, {new.key: new}) for old, new in pairs]
    found = {
        each.rule for old, new in sides for each in judged(changes_between(old, new), old, new, _part_of, Overrides())
    }

    assert RULES.keys() - found == {"connector-added", "connector-removed", "property-moved"}
    assert all(rule.reason.endswith(".") for rule in RULES.values())
    assert len(CASES) >= 60

"""The payloads that the references show: the least that is accepted, and one with every property."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from bench.verdicts import Places, Readers
from generator.catalog.carried import INTEGER
from generator.catalog.facts import DATE, DATE_TIME, MIDNIGHT
from generator.context.sample import full_payload, minimal_payload
from tests.cases.verdicts import committed
from tests.context.building import Facts, connector, prop, step

KEYS = sorted(committed())
ACCEPTED: Places = frozenset()


@functools.cache
def _readers(key: str) -> Readers:
    return Readers(committed()[key])


def _refused(key: str, payload: dict[str, Any]) -> dict[str, Places]:
    return {name: places for name, places in _readers(key).places(payload).items() if places != ACCEPTED}


@pytest.mark.parametrize("key", KEYS)
def test_the_least_payload_is_accepted_by_every_reader(key: str) -> None:
    assert _refused(key, minimal_payload(committed()[key])) == {}


@pytest.mark.parametrize("key", KEYS)
def test_the_full_payload_is_accepted_by_every_reader(key: str) -> None:
    assert _refused(key, full_payload(committed()[key])) == {}


@pytest.mark.parametrize("key", KEYS)
def test_the_least_payload_without_any_of_its_properties_is_refused_by_every_reader(key: str) -> None:
    payload = minimal_payload(committed()[key])
    shorter = {name: {other: payload[other] for other in payload if other != name} for name in payload}

    assert [name for name, each in shorter.items() if len(_refused(key, each)) < 4] == []


def test_nearly_every_connector_needs_something() -> None:
    # Where the least payload is empty, the test above finds nothing.
    empty = [key for key in KEYS if not minimal_payload(committed()[key])]

    assert len(empty) < len(KEYS) // 10


@pytest.mark.parametrize("key", KEYS)
def test_the_full_payload_has_every_property_that_a_caller_may_set(key: str) -> None:
    found = committed()[key]
    labels: dict[str, set[str | None]] = {}
    for each in (each for step_ in found.steps for each in step_.properties):
        labels.setdefault(each.name, set()).add(each.requirement)
    open_to_callers = {name for name, words in labels.items() if words - {"internal", "readOnly"}}

    assert set(full_payload(found)) == open_to_callers


FORM = step("form", prop("a", requirement="required"), prop("b", requirement="optional"), prop("c"))


def _with(*properties: Facts, rules: list[Facts] | None = None, examples: list[Facts] | None = None) -> Facts:
    return step("form", *properties, examples=examples) | ({"rules": rules} if rules else {})


def test_the_least_is_what_is_required() -> None:
    assert minimal_payload(connector(FORM)) == {"a": "<A>"}


def test_the_full_one_leaves_out_what_callers_do_not_set() -> None:
    form = _with(prop("a"), prop("b", requirement="internal"), prop("c", requirement="readOnly"))

    assert full_payload(connector(form)) == {"a": "<A>"}


def test_without_steps_both_are_empty() -> None:
    assert (minimal_payload(connector()), full_payload(connector())) == ({}, {})


def test_the_least_is_of_the_first_step_and_the_full_one_of_all() -> None:
    both = connector(FORM, step("oauth", prop("d", requirement="required")))

    assert list(minimal_payload(both)) == ["a"]
    assert list(full_payload(both)) == ["a", "b", "c", "d"]


def test_values_are_those_of_the_documents_example() -> None:
    assert minimal_payload(connector(_with(prop("a", requirement="required"), examples=[{"a": "x"}]))) == {"a": "x"}


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        (prop("a", enum=["x", "y"]), "x"),
        (prop("a", const="x"), "x"),
        (prop("a", default="x"), "x"),
        (prop("a", examples=["x"]), "x"),
        (prop("a", format="date", pattern=DATE), "2026-01-01"),
        (prop("a", format="date-time", pattern=DATE_TIME), "2026-01-01T00:00:00Z"),
        (prop("a", format="date-time", pattern=MIDNIGHT), "2026-01-01T00:00:00Z"),
        (prop("a", pattern=INTEGER, encoding="integer"), "1"),
        (prop("a", encoding="list", separator=";"), "first;second"),
        (prop("a", pattern=r"^a\.b"), "a.b..."),
        (prop("a", "integer"), 1),
        (prop("a", "integer", minimum=5), 5),
        (prop("a", "integer", maximum=0), 0),
        (prop("a", "number"), 1.0),
        (prop("a", "number", minimum=2.5), 2.5),
        (prop("a", "boolean"), True),
        (prop("a", "array"), []),
        (prop("a", "object"), {}),
        ({"name": "a"}, "<A>"),
        (prop("a", "object", properties=[prop("b"), prop("c", requirement="internal")]), {"b": "<B>"}),
    ],
)
def test_without_an_example_a_value_is_one_that_the_facts_allow(facts: Facts, value: Any) -> None:
    assert repr(full_payload(connector(_with(facts)))["a"]) == repr(value)


def test_of_several_properties_one_is_taken_where_none_is_required() -> None:
    rule = {"anyOf": ["b", "c"]}

    assert list(minimal_payload(connector(_with(prop("a"), prop("b"), prop("c"), rules=[rule])))) == ["b"]
    required = prop("c", requirement="required")
    assert list(minimal_payload(connector(_with(prop("a"), prop("b"), required, rules=[rule])))) == ["c"]


def test_what_a_property_needs_beside_it_is_there_too() -> None:
    rules = [{"dependentRequired": {"a": ["b"]}}, {"dependentRequired": {"b": ["c"]}}]
    form = _with(prop("a", requirement="required"), prop("b"), prop("c"), prop("d"), rules=rules)

    assert set(minimal_payload(connector(form))) == {"a", "b", "c"}


@pytest.mark.parametrize(("mode", "names"), [("x", {"a", "b"}), ("y", {"a"})])
def test_what_is_required_by_a_value_is_there_where_the_value_is(mode: str, names: set[str]) -> None:
    when = [{"property": "a", "in": ["x"]}]
    conditional = prop("b", requirement="conditional", requiredWhen=when)
    form = _with(prop("a", requirement="required", const=mode), conditional)

    assert set(minimal_payload(connector(form))) == names


def test_what_is_required_by_a_value_in_a_group_is_there_where_the_value_is() -> None:
    conditional = prop("c", requirement="conditional", requiredWhen=[{"property": "b", "in": ["x"]}])
    group = prop("a", "object", properties=[prop("b", const="x", requirement="required"), conditional])

    assert full_payload(connector(_with(group))) == {"a": {"b": "x", "c": "<C>"}}

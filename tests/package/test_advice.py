"""Warnings about payloads that are accepted."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.problems import Problem
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints

STRING = ValueConstraints(types=("string",))
TUNNEL = Condition("access", ("tunnel",), default=False)
LISTED = ValueConstraints(types=("string",), values=("north", "south"), open=True)
OBJECT = ObjectConstraints(
    {
        "access": STRING,
        "gate": STRING,
        "login": STRING,
        "phrase": STRING,
        "region": LISTED,
        "regions": ValueConstraints(types=("array",), items=LISTED),
        "old": STRING._replace(deprecated=True),
        "mode": ValueConstraints(types=("string",), values=("a", "b"), deprecated_values=("a",)),
        "level": ValueConstraints(types=("integer",), values=(1, 2), deprecated_values=(1,)),
    },
    rules=Rules(at_most_one=(("access", "mode"),)),
    applies=(Applicability("gate", (TUNNEL,)),),
    expected=(ConditionalRequirement("phrase", (Condition("login", ("phrase", "both")),)),),
)
VALIDATOR = Validator(OBJECT)
NESTED = Validator(ObjectConstraints({"all": ValueConstraints(items=ValueConstraints(object=OBJECT))}))


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({}, []),
        ({"region": "north", "regions": ["south"]}, []),
        ({"region": "nroth"}, [("region", "unlisted-value", "did you mean 'north'?")]),
        ({"region": "elsewhere"}, [("region", "unlisted-value", "")]),
        ({"regions": ["north", "wuoth"]}, [("regions[1]", "unlisted-value", "did you mean 'south'?")]),
        ({"region": "x" * 100_000}, [("region", "unlisted-value", "")]),
        ({"old": "x"}, [("old", "deprecated", "")]),
        ({"mode": "a"}, [("mode", "deprecated-value", "")]),
        ({"mode": "b"}, []),
        ({"level": 1.0}, [("level", "deprecated-value", "")]),
        ({"gate": "g"}, [("gate", "not-applicable", "")]),
        ({"gate": "g", "access": "direct"}, [("gate", "not-applicable", "")]),
        ({"gate": "g", "access": "tunnel"}, []),
        ({"login": "phrase"}, [("phrase", "expected", "")]),
        ({"login": "phrase", "phrase": "p"}, []),
        ({"login": "pair"}, []),
    ],
)
def test_a_warning_is_reported_only_where_it_is_asked_for(
    payload: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    found = VALIDATOR.validate(payload, warnings=True)

    assert [(each.path, each.code, each.hint) for each in found] == expected
    assert {each.level for each in found} <= {"warning"}
    assert VALIDATOR.validate(payload) == []
    assert bool(acceptor_of(OBJECT)(payload)) is (expected == [])
    nested = NESTED.validate({"all": [payload]}, warnings=True)
    assert [(each.path.removeprefix("all[0]."), each.code, each.hint) for each in nested] == expected


def test_the_condition_is_told_in_words() -> None:
    (gate, phrase) = VALIDATOR.validate({"gate": "g", "login": "both"}, warnings=True)

    assert gate.message == "it has a meaning only where access is 'tunnel'"
    assert phrase.message == "it is usually needed where login is 'phrase' or 'both'"


def test_a_value_that_is_wrong_gets_no_advice() -> None:
    assert [(each.path, each.code) for each in VALIDATOR.validate({"region": 7, "old": 7}, warnings=True)] == [
        ("region", "type"),
        ("old", "type"),
    ]


@pytest.mark.parametrize(
    ("payload", "codes"),
    [
        ({"gate": "g"}, []),
        ({"gate": "g", "access": "direct"}, ["not-applicable"]),
        ({"login": "phrase"}, []),
        ({"old": "x", "region": "x"}, ["unlisted-value", "deprecated"]),
        ({"mode": "a", "access": "tunnel"}, ["deprecated-value", "at-most-one"]),
    ],
)
def test_of_a_partial_payload_what_is_not_given_says_nothing(payload: dict[str, Any], codes: list[str]) -> None:
    assert [each.code for each in VALIDATOR.validate(payload, warnings=True, partial=True)] == codes


def test_a_partial_payload_lacks_nothing() -> None:
    inner = ValueConstraints(object=ObjectConstraints({"b": STRING}, required=("b",)))
    validator = Validator(ObjectConstraints({"a": inner, "c": STRING}, ("c",), Rules(any_of=(("a", "c"),))))

    assert validator.validate({}, partial=True) == validator.validate({"a": {}}, partial=True) == []
    assert [each.path for each in validator.validate({"a": {}})] == ["a.b", "c"]
    assert [each.path for each in validator.validate({"a": {"b": 1}}, partial=True)] == ["a.b"]


def test_properties_that_exclude_each_other_are_an_error_of_the_object() -> None:
    (problem,) = VALIDATOR.validate({"access": "tunnel", "mode": "b"})

    assert problem == Problem("", "at-most-one", "at most one of these is accepted: access, mode")
    assert NESTED.validate({"all": [{"access": "tunnel", "mode": "b"}]})[0].path == "all[0]"


def test_the_text_of_a_problem_has_the_level_of_what_is_no_error() -> None:
    assert str(Problem("a", "type", "expected a string")) == "a: [type] expected a string"
    assert str(Problem("a", "expected", "m", "h", level="warning")) == "a: warning: [expected] m; h"
    assert str(Problem("", "other-part", "m", level="note")) == "note: [other-part] m"


def test_unknown_names_are_warnings_where_they_are_warned_of() -> None:
    assert [each.level for each in VALIDATOR.validate({"oldd": 1})] == ["error"]
    assert [each.level for each in VALIDATOR.validate({"oldd": 1}, unknown="warn")] == ["warning"]


PLAUSIBLE = Validator(
    ObjectConstraints(
        {
            "host": STRING,
            "port": ValueConstraints(types=("integer", "string"), port=True),
            "ports": ValueConstraints(items=ValueConstraints(port=True)),
            "mode": ValueConstraints(values=("<ANY>", "ssh", "")),
            "key": STRING,
            "code": ValueConstraints(types=("string",), min_length=1),
            "names": ValueConstraints(items=STRING),
        },
        required=("host", "mode", "code"),
        rules=Rules((ConditionalRequirement("key", (Condition("mode", ("ssh",)),)),)),
    )
)
PLAIN = {"host": "h", "mode": "<ANY>", "code": "c"}


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        *(({"port": value}, "", "") for value in (1, 22, 65535, 65535.0, "22", "65535", "", "ssh", "0x16", "²")),
        *(({"port": value}, "port", "port-range") for value in (0, -1, 65536, 1e9, "0", "65536", "-22", "9" * 400)),
        ({"ports": [1, 70000]}, "ports[1]", "port-range"),
        ({"host": ""}, "host", "empty-value"),
        ({"host": " "}, "", ""),
        ({"mode": ""}, "", ""),
        ({"key": ""}, "", ""),
        ({"key": "", "mode": "ssh"}, "key", "empty-value"),
        ({"host": "<HOST>"}, "host", "placeholder"),
        ({"names": ["a", "your_name"]}, "names[1]", "placeholder"),
    ],
)
def test_a_value_that_cannot_be_meant_gets_a_warning(changes: dict[str, Any], path: str, code: str) -> None:
    payload = PLAIN | changes
    found = PLAUSIBLE.validate(payload, warnings=True)

    assert [(each.path, each.code, each.level) for each in found] == ([(path, code, "warning")] if code else [])
    assert all(str(value) not in str(each) for each in found for value in changes.values() if len(str(value)) > 5)
    assert PLAUSIBLE.validate(payload) == []
    # Only placeholders are sought apart.
    assert code == "placeholder" or acceptor_of(PLAUSIBLE.constraints)(payload) <= (not code)


def test_a_value_that_breaks_a_constraint_is_told_once() -> None:
    assert [each.code for each in PLAUSIBLE.validate(PLAIN | {"code": ""}, warnings=True)] == ["min-length"]


def test_of_a_partial_payload_what_is_always_required_is_not_empty() -> None:
    found = PLAUSIBLE.validate({"host": "", "key": "", "mode": "ssh"}, warnings=True, partial=True)

    assert [(each.path, each.code) for each in found] == [("host", "empty-value")]

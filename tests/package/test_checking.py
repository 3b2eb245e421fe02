"""A validator's verdicts, and that what is accepted fast is accepted by the full check too."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog import checking
from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.bounds import PAYLOADS
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.constraints import DATE, INTEGER
from templates.connector_catalog.rules import Condition, ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints

STRING = ValueConstraints(types=("string",))
NESTED = ObjectConstraints({"id": ValueConstraints(types=("integer",)), "label": STRING}, required=("id",))


def _problems(value: Any, constraints: ValueConstraints) -> list[tuple[str, str]]:
    """Return path and code of each problem of a value, and hold the fast check against the full one."""
    whole = ObjectConstraints({"a": constraints})
    found = [(each.path, each.code) for each in Validator(whole).validate({"a": value})]
    assert not (acceptor_of(whole)({"a": value}) and found)
    return found


@pytest.mark.parametrize(
    ("constraints", "good", "bad", "code"),
    [
        (STRING, ["", "x"], [1, None, True, [], {}, 1.0, b""], "type"),
        (ValueConstraints(types=("integer",)), [1, -1, 1.0], [True, 1.5, "1", None], "type"),
        (ValueConstraints(types=("number",)), [1, 1.5], [True, "1", None], "type"),
        (ValueConstraints(types=("boolean", "null")), [True, None], [0, "true"], "type"),
        (ValueConstraints(), ["x", 1, None, [], {}, 1.5, True], [], ""),
        (ValueConstraints(types=("string",), values=("x", "y")), ["x"], ["z", ""], "enum"),
        (ValueConstraints(values=(1, "x", None)), [1, 1.0, "x", None], [True, "1", 2, False], "enum"),
        (ValueConstraints(pattern="^a$"), ["a", 1], ["a\n", "b"], "pattern"),
        (ValueConstraints(pattern=DATE, format="date"), ["2024-02-29"], ["2026-02-29"], "format"),
        (ValueConstraints(minimum=0), [0, 1.5, "x", -0.0], [-1, -0.5], "minimum"),
        (ValueConstraints(maximum=5), [5, -1, True], [5.5, 6], "maximum"),
    ],
)
def test_a_value_that_breaks_a_constraint_is_a_problem(
    constraints: ValueConstraints, good: list[Any], bad: list[Any], code: str
) -> None:
    assert [each for each in good if _problems(each, constraints)] == []
    assert [_problems(each, constraints) for each in bad] == [[("a", code)]] * len(bad)


def test_the_first_broken_constraint_is_reported() -> None:
    constraints = ValueConstraints(types=("string",), values=("x",), pattern="^y$")

    assert constraints.fault(1) == ("type", "expected a string")
    assert constraints.fault("y") == ("enum", "expected one of: 'x'")
    assert constraints.fault("x") == ("pattern", "expected text that matches ^y$")


@pytest.mark.parametrize(
    ("constraints", "value", "message"),
    [
        (ValueConstraints(types=("integer", "string", "null")), [], "expected an integer, a string or null"),
        (ValueConstraints(types=("array",)), 1, "expected an array"),
        (ValueConstraints(types=("object",)), 1, "expected an object"),
        (ValueConstraints(values=("x", 1)), 2, "expected one of: 'x', 1"),
        (ValueConstraints(pattern=DATE), "x", "expected a date such as 2026-01-31"),
        (ValueConstraints(pattern=INTEGER), "x", "expected a string of digits"),
        (
            ValueConstraints(pattern="^[^;]+(;[^;]+)*$", encoding="list", separator=";"),
            ";",
            "expected entries separated by ';', none of them empty",
        ),
        (ValueConstraints(minimum=0.5), 0, "expected at least 0.5"),
        (ValueConstraints(maximum=7), 8, "expected at most 7"),
    ],
)
def test_the_message_says_what_is_expected(constraints: ValueConstraints, value: Any, message: str) -> None:
    assert (constraints.fault(value) or ("", ""))[1] == message


def test_objects_and_items_are_checked_with_their_paths() -> None:
    listing = ValueConstraints(types=("array",), items=ValueConstraints(types=("object", "string"), object=NESTED))

    assert _problems([{"id": 1}, "x"], listing) == []
    assert _problems([{"id": 1}, {"label": 2}, 3], listing) == [
        ("a[1].id", "required"),
        ("a[1].label", "type"),
        ("a[2]", "type"),
    ]
    assert _problems({"id": "1", "labels": ""}, ValueConstraints(object=NESTED)) == [
        ("a.labels", "unknown"),
        ("a.id", "type"),
    ]
    assert _problems({"id": 1}, ValueConstraints(object=NESTED)) == []


VALIDATOR = Validator(
    ObjectConstraints(
        {name: ValueConstraints(types=("string", "boolean")) for name in ("name", "ssh", "key", "a", "b", "token")},
        required=("name",),
        rules=Rules((ConditionalRequirement("key", (Condition("ssh", (True,)),)),), (("a", ("b",)),)),
        steps=(StepRules("oauth", ("token",), (), ("b",), (("a", "key"),)),),
    )
)


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"name": "n"}, []),
        ({}, [("name", "required")]),
        ({"name": "n", "ssh": True}, [("key", "required")]),
        ({"name": "n", "ssh": True, "key": ""}, []),
        ({"name": "n", "a": ""}, [("b", "required")]),
        ({"name": "n", "token": ""}, [("b", "required"), ("", "any-of")]),
        ({"name": "n", "token": "", "b": "", "a": ""}, []),
        ({"namee": "n", "ssh": 1}, [("namee", "unknown"), ("name", "required"), ("ssh", "type")]),
    ],
)
def test_rules_between_properties_are_checked_in_order(
    payload: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert [(each.path, each.code) for each in VALIDATOR.validate(payload)] == expected
    assert acceptor_of(VALIDATOR.constraints)(payload) is (VALIDATOR.validate(payload, warnings=True) == [])


@pytest.mark.parametrize("payload", [None, [], "x", 1, [("name", "n")]])
def test_a_payload_is_an_object(payload: Any) -> None:
    assert [(each.path, each.code) for each in VALIDATOR.validate(payload)] == [("", "type")]


def test_unknown_names_are_errors_warnings_or_accepted() -> None:
    payload = {"name": "n", "tokne": 1}

    (problem,) = VALIDATOR.validate(payload)
    assert (problem.code, problem.hint) == ("unknown", "did you mean 'token'?")
    assert [each.code for each in VALIDATOR.validate(payload, unknown="warn")] == ["unknown-warning"]
    assert VALIDATOR.validate(payload, unknown="allow") == []
    with pytest.raises(ValueError, match="unknown must be"):
        VALIDATOR.validate(payload, unknown="maybe")


def test_a_misspelt_value_gets_a_hint() -> None:
    validator = Validator(ObjectConstraints({"mode": ValueConstraints(values=("append", 1))}))

    assert [each.hint for each in validator.validate({"mode": "apend"})] == ["did you mean 'append'?"]
    assert [each.hint for each in validator.validate({"mode": "x" * 100_000})] == [""]
    assert [each.hint for each in validator.validate({"mode": 7})] == [""]


def test_only_the_first_unknown_names_get_a_hint() -> None:
    count = PAYLOADS.hints
    problems = VALIDATOR.validate({"name": "n", **{f"token{number}": 1 for number in range(count + 10)}})

    assert [bool(each.hint) for each in problems] == [True] * count + [False] * 10


def test_a_payload_has_so_many_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PAYLOADS", PAYLOADS._replace(problems=5))

    for count, codes in ((5, ["unknown"] * 5), (6, ["unknown"] * 5 + ["too-large"])):
        problems = VALIDATOR.validate({"name": "n", **{f"x{number}": 1 for number in range(count)}})
        assert [each.code for each in problems] == codes
    problems = VALIDATOR.validate({"name": "n", **{f"x{number}": 1 for number in range(6)}}, unknown="warn")
    assert [each.level for each in problems] == ["warning"] * 5 + ["error"]


def test_subclasses_of_json_types_are_accepted() -> None:
    class Text(str):
        __slots__ = ()

    assert VALIDATOR.validate({"name": Text("n")}) == []

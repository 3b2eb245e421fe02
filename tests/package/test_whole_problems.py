"""Problems as they are reported, with every field."""

from __future__ import annotations

import pytest

from templates.connector_catalog import checking
from templates.connector_catalog.bounds import PAYLOADS
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.problems import Problem
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints

STRING = ValueConstraints(types=("string",))
OBJECT = ObjectConstraints(
    dict.fromkeys(("one", "two", "three", "mode"), STRING)
    | {"mode": ValueConstraints(values=("append", "replace"), deprecated_values=("replace",))},
    required=("three",),
    rules=Rules(any_of=(("one", "two"), ("mode",)), at_most_one=(("one", "two"),)),
    applies=(Applicability("two", (Condition("three", ("y",)),)),),
    expected=(ConditionalRequirement("one", (Condition("three", ("x",)),)),),
)
NESTED = Validator(ObjectConstraints({"list": ValueConstraints(items=ValueConstraints(object=OBJECT))}))
HERE = "list[1]"


def _problems(payload: object, **more: bool) -> list[Problem]:
    return NESTED.validate({"list": [{"one": "x", "three": "t", "mode": "append"}, payload]}, **more)


def test_every_problem_is_told_with_its_place() -> None:
    assert _problems({"tow": 1, "one": 2}) == [
        Problem(f"{HERE}.tow", "unknown", "the catalog does not know this property", "did you mean 'two'?"),
        Problem(f"{HERE}.one", "type", "expected a string"),
        Problem(f"{HERE}.three", "required", "this property is required"),
        Problem(HERE, "any-of", "one of these is required: mode"),
    ]
    assert _problems({"three": "", "mode": "apend"}) == [
        Problem(f"{HERE}.mode", "enum", "expected one of: 'append', 'replace'", "did you mean 'append'?"),
        Problem(HERE, "any-of", "one of these is required: one, two"),
    ]
    assert _problems({"one": "", "two": "", "three": "", "mode": "append"}) == [
        Problem(HERE, "at-most-one", "at most one of these is accepted: one, two")
    ]


def test_a_partial_payload_lacks_nothing() -> None:
    assert _problems({}, partial=True) == []
    assert _problems({"one": "", "two": ""}, partial=True) == [
        Problem(HERE, "at-most-one", "at most one of these is accepted: one, two")
    ]


def test_warnings_are_told_where_they_are_asked_for() -> None:
    payload = {"two": "", "three": "x", "mode": "replace"}
    deprecated = Problem(f"{HERE}.mode", "deprecated-value", "the vendor advises against this value", level="warning")
    not_applicable = Problem(
        f"{HERE}.two", "not-applicable", "it has a meaning only where three is 'y'", level="warning"
    )
    expected = Problem(f"{HERE}.one", "expected", "it is usually needed where three is 'x'", level="warning")

    assert _problems(payload) == []
    assert _problems(payload, warnings=True) == [deprecated, not_applicable, expected]
    assert _problems(payload, warnings=True, partial=True) == [deprecated, not_applicable]
    assert _problems({"two": ""}, warnings=True, partial=True) == []


def test_an_open_object_takes_other_names_with_a_warning() -> None:
    whole = Validator(ObjectConstraints({"name": STRING}, open=True))
    words = "the catalog does not know this property"
    hint = "did you mean 'name'?"

    assert whole.validate({"nam": 1}) == [Problem("nam", "unknown-warning", words, hint, level="warning")]
    assert whole.validate({"nam": 1}, unknown="allow") == []


def test_what_is_no_object_is_one_problem() -> None:
    assert NESTED.validate(None) == [Problem("", "type", "expected an object")]


def test_more_problems_than_are_listed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PAYLOADS", PAYLOADS._replace(problems=2))
    own = [Problem(f"list[{number}]", "type", "expected a string") for number in range(2)]
    listing = Validator(ObjectConstraints({"list": ValueConstraints(items=STRING)}))

    assert listing.validate({"list": [1, 2]}) == own
    for count in (3, 4):
        assert listing.validate({"list": [1] * count}) == [
            *own,
            Problem("", "too-large", "more than 2 problems; the others are not listed"),
        ]


def test_only_three_words_are_known_for_unknown_names() -> None:
    with pytest.raises(ValueError, match=r"^unknown must be 'error', 'warn' or 'allow'$"):
        NESTED.validate({}, unknown="Error")


def test_only_lists_and_objects_are_looked_into() -> None:
    both = ValueConstraints(object=ObjectConstraints({"a": STRING}), items=STRING)
    whole = Validator(ObjectConstraints({"x": both}))

    assert whole.validate({"x": "text"}) == []
    assert [each.path for each in whole.validate({"x": {"a": 1}})] == ["x.a"]
    assert [each.path for each in whole.validate({"x": [1]})] == ["x[0]"]
    assert Validator(ObjectConstraints({"x": ValueConstraints(deprecated=True)})).validate({"x": [1]}) == []


def test_what_a_condition_requires_is_told_with_its_place() -> None:
    rules = Rules((ConditionalRequirement("b", (Condition("a", ("x",)),)),), any_of=(("b", "c"),))
    inner = ObjectConstraints(dict.fromkeys("abc", STRING), rules=rules)
    whole = Validator(ObjectConstraints({"o": ValueConstraints(object=inner)}))

    assert whole.validate({"o": {"a": "x"}}) == [
        Problem("o.b", "required", "this property is required"),
        Problem("o", "any-of", "one of these is required: b, c"),
    ]


def test_an_object_of_no_known_properties_is_not_looked_into() -> None:
    whole = Validator(ObjectConstraints({"a": ValueConstraints(types=("object",)), "b": STRING}))

    assert [each.path for each in whole.validate({"a": {"x": 1}, "b": 1})] == ["b"]


def test_only_a_value_outside_a_list_gets_a_hint() -> None:
    listed = ValueConstraints(values=("append",), open=True, pattern="^a")

    assert Validator(ObjectConstraints({"mode": listed})).validate({"mode": "ppend"}) == [
        Problem("mode", "pattern", "expected text that matches ^a")
    ]

"""What is accepted without the full check: most valid values, and nothing that breaks a constraint."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.constraints import DATE
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from templates.connector_catalog.variants import Selector

STRING = ValueConstraints(types=("string",))
INNER = ObjectConstraints({"b": STRING}, ("b",))
EITHER = Variants(
    Selector("kind", (1, 2), (True, False)),
    (
        ObjectConstraints({"kind": ValueConstraints(values=(1,)), "b": STRING}, ("kind",)),
        ObjectConstraints({"kind": ValueConstraints(values=(2,)), "c": STRING}, ("c",)),
    ),
)


@pytest.mark.parametrize(
    ("constraints", "accepted", "left"),
    [
        ({}, [None, True, 1, 1.5, "x", [1], {"b": 1}], [b"", ()]),
        ({"types": ("number",)}, [1, 1.5], [True, "1"]),
        ({"types": ("integer",)}, [1], [True, 1.5]),
        ({"types": ("boolean", "null")}, [True, None], [0, ""]),
        ({"values": ("x", 1, None)}, ["x", 1, 1.0, None], ["y", True, 2, []]),
        ({"values": (["x"], {"b": 1})}, [["x"], {"b": 1.0}], [["y"], {"b": True}, "x"]),
        ({"deprecated_values": ("x", 1)}, ["y", 2, True], ["x", 1, 1.0]),
        ({"values": ("x", "y"), "deprecated_values": ("x",)}, ["y"], ["x", "z"]),
        ({"pattern": "^a"}, ["ab", 1], ["b"]),
        ({"pattern": "^a", "max_length": 2}, ["ab"], ["b", "abc"]),
        ({"pattern": DATE, "format": "date"}, ["2024-02-29"], ["2023-02-29", "2024"]),
        ({"minimum": 2}, [2, 2.5, "", [], True], [1, 1.5]),
        ({"unique_items": True}, [[1, 2], 1, "x"], [[1, 1.0]]),
        ({"types": ("array",), "items": STRING}, [[], ["x"], ["x", "y"]], [[1], ["x", 1], "x", [None]]),
        ({"items": ValueConstraints()}, [[], [None, 1, "x"], 1], [[b""]]),
        (
            {"items": STRING._replace(values=("x", "y"))},
            [[], ["x", "y", "x"]],
            [["z"], ["x", "z"], ["z", "x"], [1]],
        ),
        ({"items": STRING, "min_items": 1}, [["x"]], [[], [1]]),
        ({"types": ("object",), "object": INNER}, [{"b": "x"}], [{}, {"b": 1}, {"b": "x", "c": "x"}, "b"]),
        ({"types": ("object", "string"), "object": INNER}, [{"b": "x"}, "b"], [{}, []]),
        (
            {"variants": EITHER},
            [{"kind": 1}, {"kind": 1, "b": "x"}, {"kind": 2, "c": "x"}, {"c": "x"}, "text", [1]],
            [{}, {"kind": 3}, {"kind": 1, "c": "x"}, {"kind": 2}, {"b": "x"}, {"kind": True}],
        ),
    ],
)
def test_a_value_is_accepted(constraints: dict[str, Any], accepted: list[Any], left: list[Any]) -> None:
    accepts = acceptor_of(ObjectConstraints({"a": ValueConstraints(**constraints)}))

    assert [each for each in accepted if not accepts({"a": each})] == []
    assert [each for each in left if accepts({"a": each})] == []


MET = (Condition("a", ("x",)),)


@pytest.mark.parametrize(
    ("more", "accepted", "left"),
    [
        ({}, ["", "a", "ab", "abc"], ["d"]),
        ({"required": ("a", "b")}, ["ab", "abc"], ["", "a", "b", "bc"]),
        ({"rules": Rules((ConditionalRequirement("b", MET),))}, ["", "ab", "c"], ["a", "ac"]),
        ({"rules": Rules(dependent=(("a", ("b",)),))}, ["", "ab", "b"], ["a"]),
        ({"rules": Rules(any_of=(("a", "b"),))}, ["a", "b", "ab"], ["", "c"]),
        ({"rules": Rules(at_most_one=(("a", "b"),))}, ["", "a", "bc"], ["ab"]),
        ({"steps": (StepRules("s", ("a",), (), ("b",)),)}, ["", "ab", "c"], ["a", "ac"]),
        ({"steps": (StepRules("s", ("a",), (), (), (("b", "c"),)),)}, ["", "ab", "ac", "b"], ["a"]),
        ({"steps": (StepRules("s", ("a",), ("b",), ("c",)),)}, ["c", "b", "ac"], ["", "a"]),
        ({"applies": (Applicability("b", MET),)}, ["", "a", "ab", "b"], []),
        ({"applies": (Applicability("b", (Condition("a", ("y",)),)),)}, ["", "a", "b"], ["ab"]),
        ({"applies": (Applicability("b", (Condition("a", ("y",), default=False),)),)}, ["", "a"], ["b", "ab"]),
        ({"expected": (ConditionalRequirement("b", MET),)}, ["", "ab", "c", "b"], ["a", "ac"]),
    ],
)
def test_an_object_is_accepted(more: dict[str, Any], accepted: list[str], left: list[str]) -> None:
    accepts = acceptor_of(ObjectConstraints(dict.fromkeys("abc", STRING), **more))

    assert [names for names in accepted if not accepts(dict.fromkeys(names, "x"))] == []
    assert [names for names in left if accepts(dict.fromkeys(names, "x"))] == []


def test_what_deserves_a_warning_is_left_to_the_full_check() -> None:
    accepts = acceptor_of(ObjectConstraints({"a": STRING._replace(deprecated=True), "b": STRING}, open=True))

    assert accepts({"b": "x"})
    assert not accepts({"a": "x"})
    assert not accepts({"c": "x"})

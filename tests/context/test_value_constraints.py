"""The constraints of a value, whole: every fact that the catalog states about it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.constraints import (
    accepted_values,
    field_constraints,
    is_open,
    listed_values,
    object_constraints,
    selector_of,
    value_constraints,
)
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from templates.connector_catalog.variants import Selector
from tests.context.building import Facts, as_property, prop, variant

FACTS: Facts = {
    "pattern": "^a",
    "minimum": 1,
    "maximum": 8,
    "minLength": 2,
    "maxLength": 7,
    "exclusiveMinimum": 0,
    "exclusiveMaximum": 9,
    "minItems": 3,
    "maxItems": 6,
    "uniqueItems": True,
    "encoding": "list",
    "separator": ";",
}
KEPT = ValueConstraints(
    pattern="^a",
    encoding="list",
    separator=";",
    minimum=1,
    maximum=8,
    min_length=2,
    max_length=7,
    exclusive_minimum=0,
    exclusive_maximum=9,
    min_items=3,
    max_items=6,
    unique_items=True,
)
TEXT = ValueConstraints(types=("string",))
OPEN, CLOSED = variant("a", prop("b"), additionalProperties=True), variant(2, prop("c", "integer"), required=False)
VARIANTS = Variants(
    Selector("kind", ("a", 2), (True, False)),
    (
        ObjectConstraints({"kind": TEXT._replace(values=("a",)), "b": TEXT}, ("kind",), open=True),
        ObjectConstraints({"kind": TEXT._replace(values=(2,)), "c": ValueConstraints(types=("integer",))}),
    ),
)


def _value(type_: Any = "string", **facts: Any) -> ValueConstraints:
    return value_constraints(as_property(prop("a", type_, **facts)))


def _field(type_: Any = "string", **facts: Any) -> ValueConstraints:
    return field_constraints(as_property(prop("a", type_, **facts)))


def test_a_validator_has_every_constraint() -> None:
    more = {"enum": ["x", "y"], "enumOpen": True, "deprecated": True, "deprecatedValues": ["y"]}

    assert _value(**FACTS, **more) == KEPT._replace(
        types=("string",), values=("x", "y"), open=True, deprecated=True, deprecated_values=("y",)
    )
    assert _value() == TEXT


def test_a_field_has_the_constraints_that_its_type_hint_does_not_check() -> None:
    assert _field(**FACTS) == KEPT
    assert _field(**FACTS, enum=["x"], deprecated=True, deprecatedValues=["x"]) == KEPT
    assert _field(["string", "integer"], **FACTS) == KEPT._replace(types=("string", "integer"))
    assert _field(["string", "integer"], **FACTS, enum=["x", 1]) == KEPT._replace(values=("x", 1))
    assert _field(["string", "integer"], enum=["x", 1], enumOpen=True) == ValueConstraints(types=("string", "integer"))
    every = ("array", "boolean", "null", "number", "object", "string")
    without_string = KEPT._replace(types=every, encoding="")
    assert field_constraints(as_property({"name": "a"} | FACTS)) == without_string


def test_a_date_is_not_checked_as_what_the_string_encodes() -> None:
    assert _field(format="date", encoding="list") == ValueConstraints(format="date")
    assert _field(format="email", encoding="integer") == ValueConstraints(encoding="integer")


LIMITS = {"pattern": "^b", "minimum": 1, "maximum": 4, "minLength": 2, "maxLength": 3}
OF_ITEMS = ValueConstraints(("string",), (), "^b", minimum=1, maximum=4, min_length=2, max_length=3)


@pytest.mark.parametrize("is_listed_open", [True, None])
@pytest.mark.parametrize("values", [("x", "y"), ()])
def test_items_have_every_constraint(is_listed_open: bool | None, values: tuple[str, ...]) -> None:
    listed = {"enum": list(values)} if values else {}
    items = OF_ITEMS._replace(values=values, open=bool(is_listed_open and values))

    assert _value("array", enumOpen=is_listed_open, items={"type": "string"} | LIMITS | listed) == ValueConstraints(
        types=("array",), items=items
    )


def test_only_a_list_that_is_not_json_in_a_string_has_items() -> None:
    items = {"type": "string"}

    assert _value(items=items, encoding="json") == ValueConstraints(("string",), encoding="json")
    listed = ValueConstraints(("string",), encoding="list", separator=",", items=TEXT)
    assert _value(items=items, encoding="list") == listed


@pytest.mark.parametrize("is_open", [True, None])
def test_nested_objects_have_their_constraints(is_open: bool | None) -> None:
    when = [{"property": "b", "in": ["x"]}]
    own = [
        prop("b", requirement="required"),
        prop("c", requiredWhen=when),
        prop("d", appliesWhen=when),
        prop("e", expectedWhen=when),
    ]
    met = (Condition("b", ("x",)),)
    made = ObjectConstraints(
        dict.fromkeys("bcde", TEXT),
        ("b",),
        Rules((ConditionalRequirement("c", met),)),
        (),
        (Applicability("d", met),),
        (ConditionalRequirement("e", met),),
        bool(is_open),
    )
    stated = {"properties": own, "additionalProperties": is_open}

    assert _value("object", **stated) == ValueConstraints(("object",), object=made)
    assert _value(["string", "object"], **stated) == ValueConstraints(("string", "object"), object=made)
    assert _value("string", **stated) == TEXT
    assert _value("array", items={"type": "object"} | stated) == ValueConstraints(
        ("array",), items=ValueConstraints(("object",), object=made)
    )


def test_variants_are_objects_that_a_selector_tells_apart() -> None:
    assert _value("object", variants=[OPEN, CLOSED]) == ValueConstraints(("object",), variants=VARIANTS)
    assert _value("array", items={"type": "object", "variants": [OPEN, CLOSED]}) == ValueConstraints(
        ("array",), items=ValueConstraints(("object",), variants=VARIANTS)
    )
    found = as_property(prop("a", "object", variants=[CLOSED, OPEN]))
    assert selector_of(found.variants or ()) == Selector("kind", (2, "a"), (False, True))


def test_an_object_has_all_that_its_requirements_say() -> None:
    own = (as_property(prop("a")), as_property(prop("b", "integer")))
    met = (Condition("a", ("x",)),)
    rules, steps = Rules(any_of=(("a", "b"),)), (StepRules("form", ("a",), (), ("a",)),)
    applies, expected = (Applicability("b", met),), (ConditionalRequirement("b", met),)
    requirements = Requirements(own, ("a",), rules, steps, applies, expected)
    properties = {"a": TEXT, "b": ValueConstraints(types=("integer",))}

    for open_ in (True, False):
        assert object_constraints(requirements, is_open=open_) == ObjectConstraints(
            properties, ("a",), rules, steps, applies, expected, open_
        )
    assert object_constraints(requirements_of_object(own)) == ObjectConstraints(properties)


@pytest.mark.parametrize(
    ("facts", "listed", "accepted", "open_"),
    [
        ({}, (), (), False),
        ({"enumOpen": True}, (), (), False),
        ({"enum": ["x"]}, ("x",), ("x",), False),
        ({"enum": ["x"], "enumOpen": True}, ("x",), (), True),
        ({"const": "x"}, ("x",), ("x",), False),
        ({"const": "x", "enumOpen": True}, ("x",), ("x",), False),
    ],
)
def test_an_open_list_is_not_all_that_is_accepted(
    facts: Facts, listed: tuple[str, ...], accepted: tuple[str, ...], open_: bool
) -> None:
    found = as_property(prop("a", **facts))

    assert (listed_values(found), accepted_values(found), is_open(found)) == (listed, accepted, open_)

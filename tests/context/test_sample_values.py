"""The values of sample payloads, whole: placeholders, secrets, items and variants."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.context.constraints import value_constraints
from generator.context.samples.payload import full_payload, minimal_payload, variant_value
from templates.connector_catalog.bounds import SAMPLE_ITEMS
from tests.context.building import Facts, as_property, connector, prop, step, variant
from tests.vendors import shape

THREE_OBJECTS = [{"b": name, "c": 1} for name in ("<B>", "<B_2>", "<B_3>")]
WHEN_X = [{"property": "a", "in": ["x"]}]


def _full(facts: Facts, example: Any = None) -> Any:
    shown = step("form", facts, examples=None if example is None else [{"a": example}])
    return shape(connector(shown)).full["a"]


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        (prop("a", secret=True), "<A>"),
        (prop("a", ["integer", "string"], secret=True), "<A>"),
        (prop("a", "integer", secret=True, minimum=4), 4),
        ({"name": "a", "secret": True}, "<A>"),
        (prop("a", secret=True, pattern="^sk_"), "sk_..."),
        (prop("a", "object", secret=True), {"key": "<A>"}),
        (prop("a", ["object", "null"], secret=True), {}),
        (prop("a", "object", secret=True, properties=[prop("b")]), {"b": "<B>"}),
        (prop("a", "array", secret=True), []),
    ],
)
def test_a_secret_has_a_placeholder_of_its_type(facts: Facts, value: Any) -> None:
    assert _full(facts, "s3cr3t") == value


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, {}),
        ({"properties": [prop("b"), prop("c", secret=True)]}, {"b": "<B>", "c": "<C>"}),
        ({"items": {"type": "object", "properties": [prop("b")]}}, [{"b": "<B>"}]),
        ({"items": {"type": "string"}}, [{}]),
    ],
)
def test_a_secret_string_of_json_is_json(more: Facts, value: Any) -> None:
    assert json.loads(_full(prop("a", secret=True, encoding="json", **more))) == value


@pytest.mark.parametrize(
    ("items", "least", "value"),
    [
        ({"type": "string"}, None, []),
        ({"type": "string"}, 2, ["<A>", "<A>"]),
        ({"type": "string", "enum": ["x", "y"]}, 1, ["x"]),
        ({"type": "string", "pattern": "^b"}, 1, ["b..."]),
        ({"type": "integer"}, 1, [1]),
        ({"type": "integer", "minimum": 7}, 2, [7, 7]),
        ({"type": "object", "properties": [prop("b"), prop("c", requirement="internal")]}, 2, [{"b": "<B>"}] * 2),
        (
            {"type": "object", "variants": [variant("x", prop("b")), variant("y")]},
            2,
            [{"kind": "x", "b": "<B>"}] * 2,
        ),
        ({"type": "object", "variants": [variant("x"), variant("y")]}, 0, []),
    ],
)
def test_a_list_has_as_few_items_as_it_accepts(items: Facts, least: int | None, value: list[Any]) -> None:
    assert _full(prop("a", "array", items=items, minItems=least)) == value


def test_a_list_without_facts_about_its_items_is_empty() -> None:
    assert _full(prop("a", "array", "required", minItems=1)) == []


@pytest.mark.parametrize(
    ("items", "value"),
    [
        ({"type": "string"}, ["<A>", "<A_2>", "<A_3>"]),
        ({"type": "string", "enum": ["x", "y", "z", "w"]}, ["x", "y", "z"]),
        ({"type": "integer"}, [1, 2, 3]),
        ({"type": "integer", "maximum": 1}, [1, 0, -1]),
        ({"type": "string", "pattern": "^[0-9]+$"}, None),
        ({"type": "string", "pattern": "^[a-z]{2}[0-9]{2}$"}, None),
        ({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, None),
        ({"type": "string", "minLength": 7, "maxLength": 7}, None),
        ({"type": "object", "properties": [prop("b"), prop("c", "integer")]}, THREE_OBJECTS),
        ({"type": "object", "variants": list(map(variant, "xyz"))}, [{"kind": kind} for kind in "xyz"]),
        ({"type": "object", "variants": [variant("x", prop("b"))]}, None),
    ],
)  # fmt: skip
def test_items_that_must_differ_do(items: Facts, value: list[Any] | None) -> None:
    facts = prop("a", "array", items=items, minItems=3, uniqueItems=True)
    made = _full(facts)

    assert len(made) == 3
    assert value_constraints(as_property(facts)).fault(made) is None
    accepts = value_constraints(as_property(facts)).items
    assert accepts is not None
    assert [accepts.fault(each) for each in made] == [None] * 3
    assert value in (None, made)


@pytest.mark.parametrize(
    "facts",
    [
        {"items": {"type": "string"}, "minItems": SAMPLE_ITEMS + 1},
        {"items": {"type": "string"}, "minItems": 10**18},
        {"items": {"type": "boolean"}, "minItems": 3, "uniqueItems": True},
        {"items": {"type": "string", "pattern": "^(?:a|b)$"}, "minItems": 3, "uniqueItems": True},
        {"items": {"type": "object", "properties": [prop("b", "object")]}, "minItems": 2, "uniqueItems": True},
    ],
)
def test_a_list_that_needs_too_many_items_is_left_out_unless_it_is_required(facts: Facts) -> None:
    def full(requirement: str) -> dict[str, Any]:
        return shape(connector(step("form", prop("a", "array", requirement, **facts), prop("b")))).full

    assert full("optional") == {"b": "<B>"}
    assert 0 < len(full("required")["a"]) <= SAMPLE_ITEMS
    inner = prop("o", "object", properties=[prop("a", "array", **facts), prop("b")])
    assert shape(connector(step("form", inner))).full == {"o": {"b": "<B>"}}


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        (prop("a", "integer", maximum=1), 1),
        (prop("a", "integer", maximum=9), 1),
        (prop("a", "integer", maximum=-2), -2),
        (prop("a", "integer", minimum=0), 0),
        (prop("a", "integer", minimum=3, maximum=9), 3),
        (prop("a", "number", maximum=0.5), 0.5),
        (prop("a", encoding="list"), "first,second"),
        ({"name": "a"}, "<A>"),
        (prop("a", ["boolean", "string"]), True),
        (prop("a", "null"), "<A>"),
    ],
)
def test_a_placeholder_keeps_to_the_limits(facts: Facts, value: Any) -> None:
    assert repr(_full(facts)) == repr(value)


VARIANTS = [variant("x", prop("b")), variant("y", prop("c"), prop("d", requirement="readOnly"))]


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, {"kind": "x", "b": "<B>"}),
        ({"default": {"kind": "y"}}, {"kind": "y", "c": "<C>"}),
        ({"default": {"kind": "z"}}, {"kind": "x", "b": "<B>"}),
        ({"default": "y"}, {"kind": "x", "b": "<B>"}),
    ],
)
def test_of_several_variants_the_one_of_the_default_is_shown(more: Facts, value: Facts) -> None:
    assert _full(prop("a", "object", variants=VARIANTS, **more)) == value


def test_an_object_has_its_conditional_properties_only_where_their_condition_holds() -> None:
    met = prop("b", requirement="conditional", requiredWhen=WHEN_X)
    unmet = prop("c", requirement="conditional", requiredWhen=[{"property": "a", "in": ["y"]}])
    own = [prop("a", default="x"), met, unmet, prop("d", requirement="internal")]

    assert variant_value(as_property(prop("v", "object", variants=[variant("x", *own)])).all_variants[0]) == {
        "kind": "x",
        "a": "x",
        "b": "<B>",
    }


def test_values_are_the_example_s_then_the_default_s_then_those_that_are_listed() -> None:
    facts = prop("a", default="d", enum=["e", "f"], examples=["g"])

    assert _full(facts, "shown") == "shown"
    assert _full(facts) == "d"
    assert _full(prop("a", enum=["e", "f"], examples=["g"])) == "e"
    assert _full(prop("a", examples=["g", "h"])) == "g"


def test_secrets_inside_an_example_are_hidden_at_every_level() -> None:
    inner = [prop("key", secret=True), prop("more", "object", properties=[prop("token", secret=True)])]
    shown = [{"key": "s", "more": {"token": "t", "id": 1}, "other": {"key": "k"}}, "text", None]
    hidden = [{"key": "<KEY>", "more": {"token": "<TOKEN>", "id": 1}, "other": {"key": "k"}}, "text", None]

    assert _full(prop("a", "array", items={"type": "object", "properties": inner}), shown) == hidden
    assert _full(prop("a", "object", properties=inner, examples=[shown[0]])) == hidden[0]


def test_examples_of_a_step_are_never_changed() -> None:
    made = connector(step("form", prop("a", "array", requirement="required"), examples=[{"a": [{"b": 1}]}]))
    given = shape(made)
    for payload in (given.minimal, given.full):
        payload["a"][0]["b"] = 2

    assert made.steps[0].examples == ({"a": [{"b": 1}]},)
    defaults = connector(step("form", prop("a", None, requirement="required", default={"b": [1]})))
    again = shape(defaults)
    for payload in (again.minimal, again.full):
        payload["a"]["b"].append(2)
    assert (shape(defaults).minimal, shape(defaults).full) == ({"a": {"b": [1]}}, {"a": {"b": [1]}})


def test_the_least_payload_of_the_first_step_has_what_only_this_step_needs() -> None:
    form = step("form", prop("a"), prop("b")) | {"rules": [{"anyOf": ["b", "a"]}]}
    oauth = step("oauth", prop("c"), prop("d")) | {"rules": [{"anyOf": ["c", "d"]}]}

    assert shape(connector(form, oauth)).minimal == {"b": "<B>"}
    assert shape(connector(form, oauth)).full == {name: f"<{name.upper()}>" for name in "abcd"}


def test_where_everything_excludes_something_the_first_is_taken() -> None:
    form = step("form", prop("a"), prop("b"), prop("c", requirement="required"))
    form["rules"] = [{"anyOf": ["a", "b"]}, {"atMostOne": ["a", "c"]}, {"atMostOne": ["b", "c"]}]

    assert set(shape(connector(form)).minimal) == {"a", "c"}


def test_what_a_property_requires_is_in_the_full_payload_though_users_do_not_set_it() -> None:
    rules = [{"atMostOne": ["a", "b"]}, {"dependentRequired": {"a": ["c"]}}]
    made = connector(step("form", prop("a"), prop("b"), prop("c", requirement="internal")) | {"rules": rules})

    assert shape(made).full == {"a": "<A>", "c": "<C>"}


def test_payloads_of_no_steps_are_empty() -> None:
    requirements = shape(connector()).requirements

    assert (minimal_payload((), requirements), full_payload((), requirements)) == ({}, {})

"""The JSON Schema of an object, whole: every keyword of every kind of property."""

from __future__ import annotations

import pytest

from generator.context.json_schema.connector import object_schema, schema_context
from generator.context.json_schema.variant import one_of
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.constraints import DATE
from templates.connector_catalog.rules import Rules, StepRules
from templates.connector_catalog.variants import Selector
from tests.context.building import Facts, as_property, connector, having, prop, step, variant
from tests.vendors import shape

TEXT = {"type": "string", "description": ""}
KEY_OF_ONE = variant("b", prop("key", requirement="required"), title="Second")
ANYTHING = variant("a", prop("host"), additionalProperties=True)


def _object(facts: Facts, *, partial: bool = False) -> Facts:
    found: Facts = object_schema(requirements_of_object([as_property(facts)]), partial=partial)["properties"]["a"]
    return found


def _variants(*, partial: bool) -> Facts:
    """The schema of ``ANYTHING`` or ``KEY_OF_ONE``."""
    kind: Facts = {"const": "a", "description": ""}
    first: Facts = {"title": "a", "type": "object", "properties": {"kind": kind, "host": TEXT}}
    second: Facts = {
        "title": "Second",
        "type": "object",
        "properties": {"kind": kind | {"const": "b"}, "key": TEXT},
        "additionalProperties": False,
    }
    if not partial:
        first["required"] = ["kind"]
        second["required"] = ["kind", "key"]
    return one_of(Selector("kind", ("a", "b"), (True, True)), [first, second], partial=partial)


def test_a_connector_s_schema_states_everything() -> None:
    form = step("form", prop("a", requirement="required"), prop("b"), prop("c"), examples=[{"a": "1"}])
    form["properties"][2]["requiredWhen"] = [{"property": "b", "in": ["x"]}]
    form["rules"] = [{"anyOf": ["b", "c"]}, {"atMostOne": ["a", "b"]}, {"dependentRequired": {"b": ["c", "a"]}}]
    oauth = step("oauth", prop("d"), examples=[{"d": "2"}]) | {"rules": [{"anyOf": ["d", "b"]}]}
    needed = step("needed", prop("e", requirement="required"))
    found = schema_context(shape(connector(form, oauth, needed, step("nothing", prop("f")))), "comment")

    assert (found.path, found.id, found.comment, found.title) == (
        "stitch/source/platform.x.json",
        "https://connector-catalog.invalid/schemas/v1/stitch/source/platform.x.json",
        "comment",
        "X: properties of a Stitch source",
    )
    begun = [having("a"), having("c")]
    other = {"not": {"anyOf": [having(name) for name in "def"]}}
    assert found.body == {
        "type": "object",
        "properties": {
            "a": TEXT,
            "b": TEXT,
            "c": TEXT | {"description": "Required when b is x."},
            **dict.fromkeys("def", TEXT),
        },
        "additionalProperties": False,
        "dependentRequired": {"b": ["c", "a"]},
        "allOf": [
            {"if": {"properties": {"b": {"enum": ["x"]}}, "required": ["b"]}, "then": having("c")},
            {"not": having("a", "b")},
            {
                "if": {"anyOf": [begun[0], having("b"), begun[1], other]},
                "then": having("a") | {"allOf": [{"anyOf": [having("b"), having("c")]}]},
            },
            {
                "if": {"anyOf": [having("d")]},
                "then": {"allOf": [{"anyOf": [having("d"), having("b")]}]},
            },
            {"if": {"anyOf": [having("e")]}, "then": having("e")},
        ],
        "examples": [{"a": "1"}, {"d": "2"}],
    }


def test_groups_of_steps_that_are_sent_together_are_required() -> None:
    config = step("config", prop("a"), prop("b")) | {"rules": [{"anyOf": ["a", "b"]}, {"atMostOne": ["a", "b"]}]}
    either, both = {"anyOf": [having("a"), having("b")]}, {"not": having("a", "b")}

    assert schema_context(shape(connector(config, vendor="fivetran")), "").body == {
        "type": "object",
        "properties": {"a": TEXT, "b": TEXT},
        "additionalProperties": False,
        "allOf": [either, both],
    }


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("groups", [(("a", "b"),), ()])
def test_a_partial_object_requires_nothing(is_open: bool, groups: tuple[tuple[str, ...], ...]) -> None:
    own = tuple(as_property(prop(name, requirement="required")) for name in "ab")
    rules = Rules((), (("a", ("b",)),), (("a", "b"),), groups)
    steps = (StepRules("form", ("a",), (), ("b",)),)
    found = object_schema(Requirements(own, ("a", "b"), rules, steps), partial=True, is_open=is_open)

    assert found == (
        {"type": "object", "properties": {"a": TEXT, "b": TEXT}}
        | ({} if is_open else {"additionalProperties": False})
        | ({"allOf": [{"not": having("a", "b")}]} if groups else {})
    )


COPIED: Facts = prop(
    *("a", "string"),
    title="T",
    description="D.",
    enum=["x"],
    const="x",
    default="x",
    format="date",
    pattern="^x",
    minLength=1,
    maxLength=9,
    minimum=2,
    exclusiveMinimum=1,
    maximum=8,
    exclusiveMaximum=9,
    minItems=0,
    maxItems=3,
    uniqueItems=True,
)


def test_keywords_of_the_dialect_are_copied() -> None:
    words = (
        "D. Default: x. A date, YYYY-MM-DD. From 2 to 8. More than 1 and less than 9. "
        "From 1 to 9 characters. From 0 to 3 items. No two items are equal."
    )

    # Not all validators check the format.
    form = {"allOf": [{"pattern": DATE}]}
    assert {"name": "a"} | _object(COPIED) == COPIED | {"description": words} | form


@pytest.mark.parametrize("format_", ["email", "uri", "cron"])
def test_formats_that_the_catalog_does_not_check_are_left_out(format_: str) -> None:
    assert _object(prop("a", format=format_)) == TEXT


def test_marks_are_stated_where_they_are_set() -> None:
    marked = prop("a", secret=True, readOnly=True, deprecated=True)

    assert _object(marked) == TEXT | {
        "description": "Secret. Set by the vendor. Deprecated.",
        "writeOnly": True,
        "readOnly": True,
        "deprecated": True,
    }


def test_an_open_list_only_serves_completion() -> None:
    words = TEXT | {"description": "Known values: x, y; others are accepted."}

    assert _object(prop("a", enum=["x", "y"], enumOpen=True)) == words | {"examples": ["x", "y"]}
    assert _object(prop("a", enum=["x", "y"], enumOpen=True, examples=["z", "x"])) == words | {
        "examples": ["x", "y", "z"]
    }
    assert _object(prop("a", enum=["x"], examples=["x"])) == {
        "description": "",
        "enum": ["x"],
        "examples": ["x"],
    }


@pytest.mark.parametrize("partial", [True, False])
@pytest.mark.parametrize("is_open", [True, None])
@pytest.mark.parametrize("type_", ["object", ["object", "null"]])
def test_an_object_has_its_properties(partial: bool, is_open: bool | None, type_: str | list[str]) -> None:
    own = {"properties": [prop("b", requirement="required")], "additionalProperties": is_open}
    keywords: Facts = {"type": type_, "properties": {"b": TEXT}}
    keywords |= {} if partial else {"required": ["b"]}
    keywords |= {} if is_open else {"additionalProperties": False}

    assert _object(prop("a", type_, **own), partial=partial) == keywords | {"title": "a", "description": ""}
    of_list = _object(prop("a", "array", items={"type": type_} | own), partial=partial)
    assert of_list == {"type": "array", "description": "", "items": {"title": "a"} | keywords}


@pytest.mark.parametrize("partial", [True, False])
def test_an_item_with_properties_of_no_stated_type_is_an_object(partial: bool) -> None:
    found = _object(prop("a", "array", items={"properties": [prop("b")]}), partial=partial)

    assert found["items"] == {
        "title": "a",
        "type": "object",
        "properties": {"b": TEXT},
        "additionalProperties": False,
    }


@pytest.mark.parametrize("partial", [True, False])
def test_variants_are_of_one_object(partial: bool) -> None:
    union = _variants(partial=partial)
    variants = [ANYTHING, KEY_OF_ONE]

    assert _object(prop("a", "object", variants=variants), partial=partial) == union | {"title": "a", "description": ""}
    assert _object(prop("a", ["object", "string", "null"], variants=variants), partial=partial) == {
        "title": "a",
        "description": "",
        "anyOf": [union, {"type": "string"}, {"type": "null"}],
    }
    of_list = _object(prop("a", "array", items={"type": "object", "variants": variants}), partial=partial)
    assert of_list == {"type": "array", "description": "", "items": {"title": "a"} | union}


LIMITS = {"pattern": "^.", "minLength": 1, "maxLength": 2, "minimum": 3, "maximum": 4}


def test_limits_of_items_are_keywords() -> None:
    items = {"type": "string", "enum": ["x", "y"]} | LIMITS
    words = "Known values: x, y; others are accepted."
    open_ = {"type": "string", "examples": ["x", "y"]} | LIMITS

    assert _object(prop("a", "array", items=items)) == {"type": "array", "description": "", "items": items}
    assert _object(prop("a", "array", items=items, enumOpen=True)) == {
        "type": "array",
        "description": words,
        "items": open_,
    }


@pytest.mark.parametrize("partial", [True, False])
def test_a_string_of_json_says_what_is_in_it(partial: bool) -> None:
    words = {"type": "string", "description": "A string of JSON.", "contentMediaType": "application/json"}
    own = [prop("b", requirement="required")]
    inner = {"type": "object", "properties": {"b": TEXT}, "required": ["b"], "additionalProperties": False}
    items = {"type": "string", "enum": ["x"]}

    assert _object(prop("a", encoding="json"), partial=partial) == words
    assert _object(prop("a", encoding="json", properties=own), partial=partial) == words | {"contentSchema": inner}
    of_list = _object(prop("a", encoding="json", items={"type": "object", "properties": own}), partial=partial)
    assert of_list == words | {"contentSchema": {"type": "array", "items": inner}}
    open_list = _object(prop("a", encoding="json", items=items, enumOpen=True), partial=partial)
    assert open_list["contentSchema"] == {"type": "array", "items": {"type": "string", "examples": ["x"]}}
    closed_list = _object(prop("a", encoding="json", items=items), partial=partial)
    assert closed_list["contentSchema"]["items"] == {"enum": ["x"]}

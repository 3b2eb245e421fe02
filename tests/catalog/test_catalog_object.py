"""Frozen objects that are explicit about what is not stated."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pydantic
import pytest

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.condition import Condition
from generator.catalog.connector import Connector, Step
from generator.catalog.property import Items, Property
from generator.catalog.property_paths import property_paths
from generator.catalog.source import Source
from tests.catalog.building import as_property, connector, envelope, prop

OBJECTS = [
    Source(document="acme/page"),
    Condition.model_validate({"property": "a", "in": ["x"]}),
    Items(type="string"),
    Property(name="a"),
    Step(name="form"),
    connector(),
    envelope(),
]


@pytest.mark.parametrize("found", OBJECTS, ids=lambda found: type(found).__name__)
def test_no_field_can_be_set(found: Any) -> None:
    for field in type(found).model_fields:
        with pytest.raises(pydantic.ValidationError):
            setattr(found, field, getattr(found, field))


@pytest.mark.parametrize("found", OBJECTS, ids=lambda found: type(found).__name__)
def test_an_unknown_field_is_refused(found: Any) -> None:
    with pytest.raises(pydantic.ValidationError):
        type(found).model_validate(found.to_json() | {"other": 1})


def test_lists_become_tuples() -> None:
    found = connector(prop("a", ["string", "integer"], enum=["x"], examples=["x"]), examples=[{"a": "x"}])

    assert isinstance(found.steps, tuple)
    assert isinstance(found.sources, tuple)
    assert isinstance(found.steps[0].properties, tuple)
    assert found.steps[0].examples == ({"a": "x"},)
    assert found.steps[0].properties[0].type == ("string", "integer")
    assert found.steps[0].properties[0].enum == ("x",)


def test_fields_that_are_not_stated_are_left_out_of_the_json() -> None:
    assert Property(name="a").to_json() == {"name": "a"}
    assert Items().to_json() == {}
    assert Source(document="d").to_json() == {"document": "d", "place": ""}
    assert Step(name="form").to_json() == {"name": "form", "properties": []}
    assert Connector(vendor="v", role="source", type="t", name="N", status="listed").to_json() == {
        "vendor": "v",
        "role": "source",
        "type": "t",
        "name": "N",
        "status": "listed",
        "steps": [],
    }


# Values that are false, but stated.
STATED: dict[str, Any] = {
    "type": (),
    "requirement": "",
    "required_when": (),
    "applies_when": (),
    "expected_when": (),
    "enum": (),
    "enum_open": False,
    "meanings": {},
    "deprecated_values": (),
    "default": None,
    "default_when": (),
    "const": None,
    "format": "",
    "pattern": "",
    "pattern_description": "",
    "min_length": 0,
    "max_length": 0,
    "minimum": 0,
    "exclusive_minimum": 0,
    "maximum": 0,
    "exclusive_maximum": 0,
    "min_items": 0,
    "max_items": 0,
    "unique_items": False,
    "string_encoding": "json",
    "separator": "",
    "unit": "",
    "secret": False,
    "secret_from": "name",
    "read_only": False,
    "write_only": False,
    "create_only": False,
    "update_only": False,
    "deprecated": False,
    "items": Items(),
    "properties": (),
    "variants": (),
    "additional_properties": False,
    "examples": (),
    "note": "",
    "link": "",
    "title": "",
    "order": 0,
    "group": "",
    "hidden": False,
    "always_shown": False,
    "multiline": False,
    "description": "",
    "since": "",
    "absent_from": (),
    "inferred": (),
}


def test_every_field_is_tried() -> None:
    assert {*STATED, "name", "sources"} == set(Property.model_fields)


@pytest.mark.parametrize("field", STATED)
def test_a_stated_field_is_in_the_json(field: str) -> None:
    found = Property(name="a").with_fields(**{field: STATED[field]})

    assert set(found.to_json()) == {"name", Property.json_name(field)}
    assert found.states(field)
    assert found.without_fields(field) == Property(name="a")
    assert not found.without_fields(field).states(field)


@pytest.mark.parametrize("field", ["default", "const"])
def test_null_and_not_stated_differ(field: str) -> None:
    null, nothing = as_property({"name": "a", field: None}), as_property({"name": "a"})

    assert null.to_json() == {"name": "a", field: None}
    assert nothing.to_json() == {"name": "a"}
    assert (null.states(field), nothing.states(field)) == (True, False)
    assert null != nothing


def test_not_stated_survives_copies_and_other_processes() -> None:
    found = Property(name="a")

    assert pickle.loads(pickle.dumps(found)).default is NOT_STATED
    assert copy.deepcopy(found).const is NOT_STATED


def test_with_fields_leaves_the_original_and_the_other_fields() -> None:
    found = as_property(prop("a", unit="day"))
    changed = found.with_fields(title="T", type="integer")

    assert changed.to_json() == prop("a", "integer", unit="day", title="T")
    assert found.to_json() == prop("a", unit="day")


def test_with_fields_that_do_not_differ_returns_the_same_object() -> None:
    found = as_property(prop("a", unit="day"))

    assert found.with_fields(unit=found.unit, title=None) is found
    assert found.without_fields("title", "default") is found


def test_with_inferred_marks_the_fields_by_their_json_names_in_order() -> None:
    found = as_property(prop("a", inferred=["unit"])).with_inferred(string_encoding="json", enum=("x",))

    assert (found.string_encoding, found.enum) == ("json", ("x",))
    assert found.inferred == ("encoding", "enum", "unit")
    assert as_property(prop("a")).with_inferred(unit="day").inferred == ("unit",)


def test_without_fields_forgets_that_they_were_inferred() -> None:
    when = [{"property": "b", "in": ["x"]}]
    found = as_property(prop("a", requiredWhen=when, unit="day", inferred=["requiredWhen", "unit"]))

    assert found.without_fields("required_when", "pattern").to_json() == prop("a", unit="day", inferred=["unit"])
    assert found.without_fields("required_when", "unit").inferred == ()
    assert as_property(prop("a", unit="day")).without_fields("unit").inferred is None


def test_a_mark_of_a_field_that_is_not_stated_stays() -> None:
    found = as_property(prop("a", inferred=["unit"]))

    assert found.without_fields("unit").inferred == ("unit",)


@pytest.mark.parametrize(
    ("type_", "types"), [(None, ()), ("string", ("string",)), (["string", "null"], ("string", "null"))]
)
def test_types_are_a_tuple(type_: Any, types: tuple[str, ...]) -> None:
    assert as_property(prop("a", type_)).types == types
    assert Items.model_validate({"type": type_}).types == types


def test_only_a_stated_default_counts() -> None:
    assert as_property({"name": "a", "default": None}).states_default
    assert not as_property({"name": "a"}).states_default


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({}, None),
        ({"enum": ["x", "y"]}, ("x", "y")),
        ({"const": "x"}, ("x",)),
        ({"const": None}, (None,)),
        ({"enum": ["x"], "const": "y"}, ("x",)),
    ],
)
def test_the_accepted_values_are_the_listed_ones_or_the_fixed_one(
    fields: dict[str, Any], accepted: tuple[Any, ...] | None
) -> None:
    assert as_property({"name": "a"} | fields).accepted == accepted


def test_children_are_those_of_the_object_or_of_the_items() -> None:
    of_object = as_property(prop("o", "object", properties=[prop("b")]))
    of_items = as_property(prop("l", "array", items={"type": "object", "properties": [prop("b")]}))

    assert [[child.name for child in each.children] for each in (of_object, of_items)] == [["b"], ["b"]]
    assert as_property(prop("l", "array", items={"type": "string"})).children == ()
    assert as_property(prop("a")).children == ()


def test_with_children_puts_them_where_the_others_were() -> None:
    children = (as_property(prop("c")),)
    of_object = as_property(prop("o", "object", properties=[prop("b")])).with_children(children)
    of_items = as_property(prop("l", "array", items={"type": "object", "properties": [prop("b")]})).with_children(
        children
    )

    assert of_object.to_json() == prop("o", "object", properties=[prop("c")])
    assert of_items.to_json() == prop("l", "array", items={"type": "object", "properties": [prop("c")]})


def test_the_place_is_that_of_the_latest_document() -> None:
    sources = [{"document": "acme/new", "place": "#new"}, {"document": "acme/old", "place": "#old"}]

    assert as_property(prop("a", sources=sources)).place == "#new"
    assert as_property(prop("a")).place == ""


def test_keys_are_made_of_vendor_role_and_type() -> None:
    assert connector().key == "acme/source/x"
    assert envelope(role="destination").key == "acme/destination/request.envelope"


def test_paths_have_parents_before_children() -> None:
    steps = [
        {"name": "form", "properties": [prop("o", "object", properties=[prop("b", "object", properties=[prop("c")])])]},
        {"name": "oauth", "properties": [prop("d")]},
    ]
    found = connector(steps=steps)

    assert [(step, path, each.name) for step, path, each in found.paths()] == [
        ("form", "o", "o"),
        ("form", "o.b", "b"),
        ("form", "o.b.c", "c"),
        ("oauth", "d", "d"),
    ]
    assert [path for path, _ in property_paths(found.steps[1].properties, "above.")] == ["above.d"]


def test_an_envelope_is_one_step() -> None:
    found = envelope(prop("a"), prop("b"))
    (step,) = found.steps

    assert (step.name, step.properties) == ("envelope", found.properties)
    changed = found.with_steps([step.with_fields(properties=step.properties[1:])])
    assert [each.name for each in changed.properties] == ["b"]
    assert (changed.vendor, changed.role, changed.name) == ("acme", "source", "Acme")

"""The properties of an envelope, from the schemas of its requests and its response."""

from __future__ import annotations

from typing import Any

import pytest

from generator.blocks.specification import Schema, Specification
from generator.records.openapi.envelope import read_envelope
from generator.records.openapi.property import PropertyReader
from generator.records.record import PropertyRecord
from tests.records.reading import context


def schema(place: str, *names: str, required: tuple[str, ...] = ()) -> Schema:
    properties = {name: Schema(f"/{place}/{name}", {"type": "string"}) for name in names}
    return Schema(f"/{place}", {"required": list(required)}, properties=properties)


def envelope(*schemas: Schema | None) -> list[PropertyRecord]:
    reader = PropertyReader(Specification((), {}), context("fivetran"))
    return list(read_envelope(schemas, ("config", "auth"), reader, "acme envelope"))


def stated(*schemas: Schema | None) -> dict[str, tuple[str | None, dict[str, Any]]]:
    return {each.name: (each.requirement, dict(each.declared)) for each in envelope(*schemas)}


def test_each_property_is_that_of_the_first_schema_that_has_it():
    create, update, response = schema("new", "a"), schema("update", "b", "a"), schema("box", "c", "b", "a")

    assert [(each.name, each.place) for each in envelope(create, update, response)] == [
        ("a", "/new/a"),
        ("b", "/update/b"),
        ("c", "/box/c"),
    ]


@pytest.mark.parametrize(
    ("create", "update", "response", "requirement", "declared"),
    [
        ("ab", "ab", "ab", "optional", {}),
        ("ab", "b", "ab", "optional", {"createOnly": True}),
        ("b", "ab", "ab", "optional", {"updateOnly": True}),
        ("b", "b", "ab", "readOnly", {}),
        ("ab", "ab", "b", "optional", {"writeOnly": True}),
        ("ab", "b", "b", "optional", {"createOnly": True, "writeOnly": True}),
        ("b", "ab", "b", "optional", {"updateOnly": True, "writeOnly": True}),
        ("ab", "", "", "optional", {}),
    ],
)
def test_where_a_property_is_says_how_it_is_used(
    create: str, update: str, response: str, requirement: str, declared: dict[str, Any]
):
    schemas = [schema(place, *names) for place, names in (("new", create), ("update", update), ("box", response))]

    assert stated(*schemas)["a"] == (requirement, declared)


def test_a_property_that_the_request_requires_stays_required():
    assert stated(schema("new", "a", "b", required=("a",)), None, None) == {
        "a": ("required", {}),
        "b": ("optional", {}),
    }


def test_a_property_that_only_the_update_requires_is_optional():
    assert stated(schema("new", "b"), schema("update", "a", required=("a",)), None)["a"][0] == "optional"


def test_the_parts_with_the_connector_s_own_properties_are_left_out():
    assert list(stated(schema("new", "config", "a"), schema("update", "auth"), schema("box", "auth"))) == ["a"]

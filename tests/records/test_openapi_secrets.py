"""What an OpenAPI file marks as secret."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.openapi_secrets import TextProperty, text_properties

TEXT = {"type": "string"}
MARKED = {"type": "string", "format": "password"}


def _found(properties: Any, schema: str = "acme_config") -> list[TextProperty]:
    return list(text_properties({"components": {"schemas": {schema: {"properties": properties}}}}))


def _names(properties: Any, schema: str = "acme_config") -> list[str]:
    return [each.name for each in _found(properties, schema)]


def test_a_text_property_says_where_it_is_and_whether_it_is_marked() -> None:
    above = "/components/schemas/acme_config/properties"

    assert _found({"box_key": MARKED, "size": TEXT}) == [
        TextProperty(f"{above}/box_key", "box_key", marked=True, is_open=True),
        TextProperty(f"{above}/size", "size", marked=False, is_open=True),
    ]


@pytest.mark.parametrize("schema", ["acme_config", "acme_auth", "acme_config_V1", "acme_auth_V12"])
def test_config_and_auth_of_connectors_are_looked_at(schema: str) -> None:
    assert _names({"size": TEXT}, schema) == ["size"]


@pytest.mark.parametrize("schema", ["acme", "_config", "acme_configuration", "acme_config_v1", "acme_config_V1_more"])
def test_other_schemas_are_not(schema: str) -> None:
    assert _names({"size": TEXT}, schema) == []


@pytest.mark.parametrize(
    ("node", "is_open"),
    [
        (TEXT, True),
        ({}, True),
        ({"type": "object"}, True),
        (TEXT | {"enum": ["a"]}, False),
        ({"type": "object", "properties": {"size": TEXT}}, False),
        ({"items": TEXT}, False),
    ],
)
def test_a_property_is_open_where_its_text_is_the_caller_s_own(node: dict[str, Any], is_open: bool) -> None:
    assert _found({"box": node})[0].is_open is is_open


@pytest.mark.parametrize("type_", ["integer", "number", "boolean", "array"])
def test_another_type_holds_no_text(type_: str) -> None:
    assert _names({"box": {"type": type_}}) == []


def test_nested_properties_and_those_of_items_are_found() -> None:
    box = {"type": "object", "properties": {"lid": TEXT}}
    found = _found({"box": box, "boxes": {"type": "array", "items": box}})

    above = "/components/schemas/acme_config/properties"
    assert [each.pointer for each in found] == [
        f"{above}/box",
        f"{above}/box/properties/lid",
        f"{above}/boxes/items/properties/lid",
    ]


@pytest.mark.parametrize("name", ["a/b", "a~b"])
def test_a_pointer_escapes_what_a_name_shares_with_it(name: str) -> None:
    pointer = _found({name: TEXT})[0].pointer

    assert pointer.rsplit("/", 1)[1] == name.replace("~", "~0").replace("/", "~1")


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"components": {}},
        {"components": {"schemas": {}}},
        {"components": {"schemas": {"acme_config": None}}},
        {"components": {"schemas": {"acme_config": {"properties": None}}}},
        {"components": {"schemas": {"acme_config": {"properties": {"a": None, "b": []}}}}},
        {"components": {"schemas": {"acme_config": {"properties": {"a": {"type": "array", "items": None}}}}}},
        {"components": None},
        {"components": {"schemas": None}},
        {"components": {"schemas": []}},
        {"components": {"schemas": {"acme_config": {"properties": []}}}},
        {"components": {"schemas": {"acme_config": {"properties": ["a"]}}}},
        {"components": {"schemas": {"acme_config": {"properties": {"a": {"type": "array", "items": [TEXT]}}}}}},
    ],
)
def test_a_file_of_another_shape_has_no_text_properties(data: Any) -> None:
    assert list(text_properties(data)) == []

"""The definitions of properties, in the package and in the generator."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.property import Property
from generator.catalog.property_paths import walk as walk_catalog
from generator.catalog.property_paths import without_brackets
from templates.connector_catalog.property_definitions import is_set_by_vendor, types_of, walk


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        ({"requirement": "readOnly"}, True),
        ({"requirement": "internal"}, True),
        ({"requirement": "optional", "readOnly": True}, True),
        ({"readOnly": True}, True),
        ({"requirement": "required"}, False),
        ({"requirement": "optional", "writeOnly": True, "createOnly": True}, False),
        ({}, False),
    ],
)
def test_the_generator_and_the_package_agree_on_what_the_vendor_sets(
    definition: dict[str, Any], expected: bool
) -> None:
    assert is_set_by_vendor(definition) is expected
    assert Property.model_validate({"name": "box"} | definition).is_set_by_vendor is expected


@pytest.mark.parametrize(
    ("definition", "types"),
    [({}, ()), ({"type": "string"}, ("string",)), ({"type": ["string", "null"]}, ("string", "null"))],
)
def test_both_sides_agree_on_types(definition: dict[str, Any], types: tuple[str, ...]) -> None:
    assert types_of(definition) == types
    assert Property.model_validate({"name": "box"} | definition).types == types


def _variant(name: str, *inner: str) -> dict[str, Any]:
    selector = {"property": "kind", "value": name, "required": True}
    return {"name": name, "selector": selector, "properties": [{"name": each} for each in inner]}


PROPERTIES: list[dict[str, Any]] = [
    {"name": "a"},
    {"name": "o", "properties": [{"name": "b", "items": {"properties": [{"name": "c"}]}}]},
    {"name": "v", "variants": [_variant("x[0]", "d"), _variant("y", "d")]},
    {"name": "l", "items": {"variants": [_variant("z", "e")]}},
]
PATHS = [
    *[("a", "a"), ("o", "o"), ("o.b", "o.b"), ("o.b[].c", "o.b[].c"), ("v", "v")],
    *[("v[x[0]].d", "v.d"), ("v[y].d", "v.d"), ("l", "l"), ("l[][z].e", "l[].e")],
]


def test_the_paths_of_nested_properties() -> None:
    found = list(walk(PROPERTIES))

    assert [(each.path, each.system_path) for each in found] == PATHS
    assert [each.definition["name"] for each in found] == ["a", "o", "b", "c", "v", "d", "d", "l", "e"]
    assert [each.path for each in walk(PROPERTIES[:1], "up.", "step.")] == ["up.a"]
    assert [each.system_path for each in walk(PROPERTIES[:1], "up.", "step.")] == ["step.a"]


def test_the_generator_finds_the_same_properties_in_the_same_places() -> None:
    found = list(walk_catalog(map(Property.model_validate, PROPERTIES)))

    assert [each.path for each in found] == [path.replace("[]", "") for path, _ in PATHS]
    assert [each.system_path for each in found] == [path for _, path in PATHS]
    assert [each.property.name for each in found] == [each.definition["name"] for each in walk(PROPERTIES)]
    above = walk_catalog([Property.model_validate(PROPERTIES[3])], "up.", "step.")
    assert [(each.path, each.system_path) for each in above] == [("up.l", "step.l"), ("up.l[z].e", "step.l[].e")]


@pytest.mark.parametrize(
    ("path", "names"),
    [("a", "a"), ("a[CDC].b", "a.b"), ("a[].b", "a.b"), ("a[][csv].b", "a.b"), ("a[x y].b[].c", "a.b.c")],
)
def test_a_path_of_names_only(path: str, names: str) -> None:
    assert without_brackets(path) == names

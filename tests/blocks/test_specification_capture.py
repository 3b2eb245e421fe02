"""An OpenAPI file's blocks as the repository keeps them, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.blocks.block import Item, List, Paragraph
from generator.blocks.capture import CaptureError
from generator.blocks.openapi import read_openapi
from generator.blocks.specification import Operation, Schema, Specification
from generator.blocks.specification_capture import specification_from_json, specification_to_json
from generator.diagnostics import Diagnostics
from generator.serialize import dumps
from generator.strict_data.pointer import pointer

HERE = "/components/schemas/"
TEXT = {"type": "string"}
Data = dict[str, Any]


def specification(paths: Data | None = None, **schemas: Data) -> Specification:
    """Return the blocks of an OpenAPI file."""
    diagnostics = Diagnostics("x.json")
    found = read_openapi({"openapi": "3.0.1", "paths": paths or {}, "components": {"schemas": schemas}}, diagnostics)
    assert found is not None, [str(each) for each in diagnostics]
    return found


def ref(name: str) -> Data:
    return {"$ref": f"#{HERE}{name}"}


def through_json(found: Specification) -> Specification:
    return specification_from_json(json.loads(dumps(specification_to_json(found))))


def form(**fields: Any) -> Any:
    """How a schema with these fields is kept."""
    return specification_to_json(specification(Box=fields))["schemas"]["Box"]


BODY = {"content": {"application/json": {"schema": ref("New")}}}
ANSWER = {"content": {"application/json": {"schema": {"properties": {"data": ref("Answer")}}}}}
SCHEMAS: dict[str, Data] = {
    "nothing": {},
    "keywords": {"type": "object", "required": ["a"], "example": {"a": None}, "nullable": False},
    "properties in their order": {"properties": {"b": TEXT, "a": TEXT}},
    "names to escape": {"properties": {"a/b": TEXT, "~": {"properties": {"/": TEXT}}}},
    "names of fields": {"properties": {"properties": TEXT, "items": TEXT, "$ref": TEXT, "description": TEXT}},
    "items": {"items": TEXT},
    "items without anything": {"type": "array", "items": {}},
    "items of items without anything": {"items": {"items": {}}},
    "items that are a list of references": {"items": {"allOf": [ref("A"), ref("B")]}},
    "reference": ref("A"),
    "reference with a keyword": ref("A") | {"title": "x"},
    "one reference as a part": {"allOf": [ref("A")]},
    "references as parts": {"allOf": [ref("A"), ref("B")]},
    "parts that are no references": {"allOf": [ref("A"), {"properties": {"a": TEXT}}, {}]},
    "parts and keywords": {"allOf": [ref("A")], "type": "object"},
    "parts and properties": {"allOf": [ref("A")], "properties": {"a": TEXT}},
    "parts and a description": {"allOf": [ref("A")], "description": "Words."},
    "parts of parts": {"allOf": [{"allOf": [ref("A"), ref("B")]}, ref("A")]},
    "mapping": {"discriminator": {"propertyName": "service", "mapping": {"a": f"#{HERE}A", "b/c": f"#{HERE}B"}}},
    "description": {"description": "One.\n\nTwo:\n- three\n- four\n\nFive."},
    "description of a property": {"properties": {"a/b": {"description": "One."}}},
    "signs beyond ASCII": {"description": "Größe – „✓“", "enum": ["ä", "\u2028"]},
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_a_schema_is_the_same_after_writing_and_reading(schema: Data):
    found = specification(Box=schema, A=TEXT, B=TEXT)
    assert through_json(found) == found


def test_operations_are_the_same_after_writing_and_reading():
    paths = {
        "/v1/boxes": {"post": {"requestBody": BODY, "responses": {"201": ANSWER}}, "get": {}},
        "/v1/boxes/{a b}/~": {"patch": {"requestBody": BODY}, "put": {"responses": {"200": ANSWER}}},
    }
    found = specification(paths, New=TEXT, Answer=TEXT)
    assert len(found.operations) == 4
    assert through_json(found) == found


def test_the_order_of_schemas_and_properties_is_kept():
    found = through_json(specification(b={"properties": {"z": TEXT, "y": TEXT}}, a={}))
    assert list(found.schemas) == ["b", "a"]
    assert list(found.schemas["b"].properties) == ["z", "y"]


@pytest.mark.parametrize(
    "beside", [{"discriminator": {"mapping": {"a": f"#{HERE}A"}}}, {"items": TEXT}], ids=["mapping", "items"]
)
def test_what_is_beside_references_is_the_same_after_writing_and_reading(beside: Data):
    found = specification(Box={"allOf": [ref("A")]} | beside, A=TEXT)
    assert through_json(found) == found


def schemas_at(place: str, depth: int) -> st.SearchStrategy[Schema]:
    """Any schema with the places that a reader gives; parts that are references have nothing beside them."""
    inner = depth - 1
    plain = st.builds(
        Schema,
        st.just(place),
        keywords=st.dictionaries(st.sampled_from(["const", "default", "x-other", "example"]), st.integers() | NAMES),
        description=st.just(()) | NAMES.map(lambda text: (Paragraph(text, f"{place}/description/p[1]"),)),
        properties=st.just({}) if depth == 0 else NAMES.flatmap(lambda name: property_of(place, name, inner)),
        items=st.none() if depth == 0 else st.none() | schemas_at(f"{place}/items", inner),
        reference=st.just("") | NAMES,
        mapping=st.just({}),
    )
    if depth == 0:
        return plain
    parts = st.tuples(*(schemas_at(f"{place}/allOf/{number}", inner) for number in range(2)))
    return plain | parts.map(lambda found: Schema(place, {"type": "object"}, parts=found))


def property_of(place: str, name: str, depth: int) -> st.SearchStrategy[dict[str, Schema]]:
    return schemas_at(f"{place}/properties{pointer(name)}", depth).map(lambda found: {name: found})


NAMES = st.text(min_size=1, max_size=5)


@settings(deadline=None)
@given(schemas_at(f"{HERE}Box", 2))
def test_any_schema_is_the_same_after_writing_and_reading(schema: Schema):
    found = Specification((Operation("post", "/v1/boxes", "Box", ""),), {"Box": schema})
    assert through_json(found) == found


def test_the_form_is_short_to_read():
    paths = {"/v1/boxes": {"post": {"requestBody": BODY, "responses": {"201": ANSWER}}}}
    found = specification(paths, New={"allOf": [ref("Answer"), ref("Box")]}, Answer={}, Box={"properties": {"a": TEXT}})
    assert specification_to_json(found) == {
        "operations": {"post /v1/boxes": ["New", "Answer"]},
        "schemas": {"New": ["Answer", "Box"], "Answer": {}, "Box": {"properties": {"a": TEXT}}},
    }


def test_references_with_something_beside_them_are_parts():
    assert form(allOf=[ref("A"), ref("B")]) == ["A", "B"]
    assert form(allOf=[ref("A")], type="object") == {"type": "object", "allOf": [{"$ref": "A"}]}
    assert form(allOf=[ref("A"), {}]) == {"allOf": [{"$ref": "A"}, {}]}


def test_a_mapping_leads_to_names():
    discriminator = {"propertyName": "service", "mapping": {"a": f"#{HERE}A"}}
    assert form(discriminator=discriminator) == {"mapping": {"a": "A"}}


def test_a_description_is_blocks_by_their_places():
    assert form(description="One:\n- two\n- three") == {
        "description": {"p[1]": "One:", "list[4]": {"item[1]": {"p[1]": "two"}, "item[2]": {"p[1]": "three"}}}
    }


def test_the_places_of_a_description_are_those_of_the_file():
    found = specification_from_json(
        {"operations": {}, "schemas": {"a/b": {"description": {"list[2]": {"item[1]": {"p[1]": "one"}}}}}}
    )
    place = f"{HERE}a~1b/description/list[2]"
    paragraph = Paragraph("one", f"{place}/item[1]/p[1]")
    assert found.schemas["a/b"].description == (List((Item((paragraph,), f"{place}/item[1]"),), place),)


def test_items_without_anything_are_written():
    assert form(type="array", items={}) == {"type": "array", "items": {}}
    assert form(type="array") == {"type": "array"}


@pytest.mark.parametrize(("names", "request_", "response"), [([], "", ""), (["New"], "New", ""), (["", "A"], "", "A")])
def test_names_that_an_operation_does_not_have_are_empty(names: list[str], request_: str, response: str):
    found = specification_from_json({"operations": {"post /v1/boxes": names}, "schemas": {}})
    assert found.operations == (Operation("post", "/v1/boxes", request_, response),)


def schemas(body: Any) -> Data:
    return {"operations": {}, "schemas": {"Box": body}}


@pytest.mark.parametrize(
    "data",
    [
        None,
        5,
        "words",
        [],
        {},
        {"operations": {}},
        {"schemas": {}},
        {"operations": [], "schemas": {}},
        {"operations": {}, "schemas": []},
        {"operations": {"post /v1/boxes": "New"}, "schemas": {}},
        {"operations": {"post /v1/boxes": [5]}, "schemas": {}},
        {"operations": {"post /v1/boxes": ["New", None]}, "schemas": {}},
        schemas(None),
        schemas("words"),
        schemas(0.5),
        schemas([5]),
        schemas([["A"]]),
        schemas({"$ref": 5}),
        schemas({"$ref": None}),
        schemas({"properties": []}),
        schemas({"properties": {"a": 5}}),
        schemas({"items": None}),
        schemas({"items": "A"}),
        schemas({"allOf": {}}),
        schemas({"allOf": ["A"]}),
        schemas({"mapping": []}),
        schemas({"mapping": {"a": ["A"]}}),
        schemas({"description": "words"}),
        schemas({"description": {"picture[1]": "x"}}),
        schemas({"description": {"p[1]": 5}}),
        schemas({"properties": {"a": {"items": {"description": ["words"]}}}}),
    ],
    ids=json.dumps,
)
def test_another_form_is_a_fault(data: Any):
    with pytest.raises(CaptureError):
        specification_from_json(data)


def test_a_fault_tells_the_place():
    with pytest.raises(
        CaptureError, match="/components/schemas/Box/properties/a~1b/items is of type integer; expected object"
    ):
        specification_from_json(schemas({"properties": {"a/b": {"items": 5}}}))

"""An OpenAPI file as operations and schemas, its references followed."""

from __future__ import annotations

from typing import Any

import pytest

from generator.blocks.block import Paragraph
from generator.blocks.openapi import read_openapi
from generator.blocks.references import with_sound_references
from generator.blocks.specification import Operation, Schema, Specification, below
from generator.diagnostics import Diagnostics, Level
from generator.strict_data.pointer import pointer

HERE = "/components/schemas/"
TEXT = {"type": "string"}
Data = dict[str, Any]


def ref(name: str) -> Data:
    return {"$ref": f"#{HERE}{name}"}


def file(schemas: Any = None, **more: Any) -> Data:
    return {"openapi": "3.0.1", "components": {"schemas": schemas or {}}} | more


def specification(data: Data) -> Specification:
    diagnostics = Diagnostics("x.json")
    found = read_openapi(data, diagnostics)
    assert found is not None, [str(each) for each in diagnostics]
    assert list(diagnostics) == []
    return found


def schema(**fields: Any) -> Schema:
    """The schema that is called Box."""
    return specification(file({"Box": fields})).schemas["Box"]


def resolved(name: str, **schemas: Data) -> Schema:
    found = specification(file(schemas))
    return found.resolved(found.schemas[name])


def faults(data: Data) -> list[str]:
    """The findings about a file that has another form, ``<code> <place>`` each."""
    diagnostics = Diagnostics("x.json")
    read_openapi(data, diagnostics)
    assert all(each.level is Level.ERROR for each in diagnostics)
    return [f"{each.code} {each.place}" for each in diagnostics]


def unsound(data: Data) -> list[str]:
    """The findings about the references of a file, ``<code> <place>`` each."""
    diagnostics = Diagnostics("x.json")
    assert with_sound_references(specification(data), diagnostics) is not None
    return [f"{each.code} {each.place}" for each in diagnostics]


def post(request: Any, response: Any, status: str = "201") -> Data:
    """A request that creates something, with what its body and the data of its answer are."""
    answer = {"properties": {"code": TEXT, "data": response}}
    return {
        "post": {
            "requestBody": {"content": {"application/json": {"schema": request}}},
            "responses": {status: {"content": {"application/json": {"schema": answer}}}},
        }
    }


def test_a_schema_has_its_keywords_apart_from_its_structure():
    found = schema(type="object", required=["lid"], example={"lid": "x"}, properties={"lid": TEXT})
    assert found.keywords == {"type": "object", "required": ["lid"], "example": {"lid": "x"}}
    assert found.properties["lid"] == Schema(f"{HERE}Box/properties/lid", TEXT)


def test_properties_keep_the_order_of_the_file():
    assert list(schema(properties={"b": TEXT, "a": TEXT, "c": TEXT}).properties) == ["b", "a", "c"]


def test_each_schema_has_its_pointer_as_its_place():
    inner = {"items": {"properties": {"lid": {"allOf": [TEXT, {"properties": {"nut": TEXT}}]}}}}
    assert [each.place for each in below(schema(properties={"boxes": inner}))] == [
        f"{HERE}Box",
        f"{HERE}Box/properties/boxes",
        f"{HERE}Box/properties/boxes/items",
        f"{HERE}Box/properties/boxes/items/properties/lid",
        f"{HERE}Box/properties/boxes/items/properties/lid/allOf/0",
        f"{HERE}Box/properties/boxes/items/properties/lid/allOf/1",
        f"{HERE}Box/properties/boxes/items/properties/lid/allOf/1/properties/nut",
    ]


@pytest.mark.parametrize(
    ("name", "part"), [("a/b", "a~1b"), ("a~b", "a~0b"), ("~1", "~01"), ("/~", "~1~0"), ("a b", "a b")]
)
def test_names_are_escaped_in_pointers(name: str, part: str):
    assert pointer("components", name) == f"/components/{part}"
    assert schema(properties={name: TEXT}).properties[name].place == f"{HERE}Box/properties/{part}"
    found = specification(file({name: TEXT}, paths={"/a/~b": post({}, {})}))
    assert found.schemas[name].place == HERE + part


def test_an_empty_name_is_an_empty_part_of_a_pointer():
    assert pointer("components", "") == "/components/"
    assert schema(properties={"": TEXT}).properties[""].place == f"{HERE}Box/properties/"


def test_a_schema_without_a_name_is_an_error_and_is_left_out():
    diagnostics = Diagnostics("x.json")
    found = read_openapi(file({"": TEXT, "Box": TEXT}), diagnostics)

    assert [(each.level, each.code, each.place) for each in diagnostics] == [(Level.ERROR, "openapi-format", HERE)]
    assert found is not None
    assert list(found.schemas) == ["Box"]


@pytest.mark.parametrize(("written", "name"), [("a~1b", "a/b"), ("a~0b", "a~b"), ("~01", "~1"), ("Box", "Box")])
def test_the_name_in_a_reference_is_not_escaped_any_more(written: str, name: str):
    assert schema(properties={"lid": ref(written)}).properties["lid"].reference == name


def test_a_description_is_blocks_below_its_own_place():
    assert schema(description="One.\nTwo.").description == (
        Paragraph("One.", f"{HERE}Box/description/p[1]"),
        Paragraph("Two.", f"{HERE}Box/description/p[2]"),
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_description_without_words_is_none(text: str):
    assert schema(description=text).description == ()


def test_items_of_which_nothing_is_said_are_still_items():
    assert schema(items={}).items == Schema(f"{HERE}Box/items")
    assert schema(type="array").items is None


def test_a_discriminator_leads_from_values_to_names():
    mapping = {"acme": f"#{HERE}acme_New", "bolt": f"#{HERE}bolt_New"}
    found = schema(discriminator={"propertyName": "service", "mapping": mapping})
    assert found.mapping == {"acme": "acme_New", "bolt": "bolt_New"}
    assert found.keywords == {}
    assert schema(discriminator={"propertyName": "service"}).mapping == {}


@pytest.mark.parametrize("version", ["3.0.0", "3.0.1", "3.1.0", "3.1"])
def test_version_3_is_read(version: str):
    assert specification({"openapi": version}) == Specification((), {})


@pytest.mark.parametrize("version", ["2.0", "", "4.0.0", "30.1", None, 3, [], {"major": 3}])
def test_another_version_is_refused(version: Any):
    assert faults({"openapi": version, "components": 5}) == ["openapi-format /openapi"]


def test_invalid_openapi_files_are_refused():
    assert faults({}) == ["openapi-format /openapi"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (file(components=[]), "/components"),
        (file(components={"schemas": []}), "/components/schemas"),
        (file(paths=[]), "/paths"),
        (file(paths={"/v1/boxes": []}), "/paths/~1v1~1boxes"),
        (file({"Box": []}), f"{HERE}Box"),
        (file({"a/b": None}), f"{HERE}a~1b"),
        (file({"Box": True}), f"{HERE}Box"),
        (file({"Box": {"properties": []}}), f"{HERE}Box/properties"),
        (file({"Box": {"properties": {"lid": "x"}}}), f"{HERE}Box/properties/lid"),
        (file({"Box": {"items": [TEXT]}}), f"{HERE}Box/items"),
        (file({"Box": {"items": None}}), f"{HERE}Box/items"),
        (file({"Box": {"allOf": {}}}), f"{HERE}Box/allOf"),
        (file({"Box": {"allOf": [TEXT, 5]}}), f"{HERE}Box/allOf/1"),
        (file({"Box": {"description": ["words"]}}), f"{HERE}Box/description"),
        (file({"Box": {"description": None}}), f"{HERE}Box/description"),
        (file({"Box": {"discriminator": "service"}}), f"{HERE}Box/discriminator"),
        (file({"Box": {"discriminator": {"mapping": []}}}), f"{HERE}Box/discriminator/mapping"),
        (file({"Box": {"discriminator": {"mapping": {"a": 5}}}}), f"{HERE}Box/discriminator/mapping/a"),
        (file({"Box": {"discriminator": {"mapping": {"a": "Lid"}}}}), f"{HERE}Box/discriminator/mapping/a"),
        (file({"Box": {"$ref": "#/paths/~1v1"}}), f"{HERE}Box"),
        (file({"Box": {"$ref": f"other.json#{HERE}Lid"}}), f"{HERE}Box"),
        (file({"Box": {"properties": {"lid": {"$ref": 5}}}}), f"{HERE}Box/properties/lid"),
        (file({"Box": {"properties": {"lid": {"$ref": ref("Box")}}}}), f"{HERE}Box/properties/lid"),
        (file(paths={"/v1/boxes": post({"$ref": "Box"}, {})}), "/paths/~1v1~1boxes/post"),
        (file(paths={"/v1/boxes": post({}, {"$ref": None})}), "/paths/~1v1~1boxes/post"),
        (file(paths={"/v1/boxes": {"post": 5}}), "/paths/~1v1~1boxes/post"),
        (file({"Box": {"discriminator": {"propertyName": 5}}}), f"{HERE}Box/discriminator/propertyName"),
        (file({"Box": {"$ref": f"#/x{HERE}Lid"}}), f"{HERE}Box"),
    ],
)
def test_a_wrong_shape_is_one_error_with_its_place(data: Data, place: str):
    assert faults(data) == [f"openapi-format {place}"]


def nested(depth: int) -> Data:
    return TEXT if depth == 0 else {"properties": {"in": nested(depth - 1)}}


def test_40_schemas_inside_each_other_are_read_and_41_are_not():
    assert len(list(below(schema(**nested(40))))) == 41
    assert faults(file({"Box": nested(41)})) == [f"openapi-format {HERE}Box" + "/properties/in" * 41]


def test_an_operation_has_the_schemas_of_its_body_and_of_its_answer():
    found = specification(file(paths={"/v1/boxes": post(ref("New"), ref("Answer"))})).operations
    assert found == (Operation("post", "/v1/boxes", "New", "Answer"),)


@pytest.mark.parametrize("status", ["200", "201", "2XX"])
def test_a_good_answer_is_one_of_200(status: str):
    (found,) = specification(file(paths={"/v1/boxes": post(ref("New"), ref("Answer"), status)})).operations
    assert found.response == "Answer"


@pytest.mark.parametrize("status", ["default", "400", "302"])
def test_another_answer_is_not_looked_at(status: str):
    (found,) = specification(file(paths={"/v1/boxes": post(ref("New"), ref("Answer"), status)})).operations
    assert found.response == ""


@pytest.mark.parametrize("operation", [{}, {"requestBody": 5, "responses": []}, post(TEXT, TEXT)["post"]])
def test_an_operation_without_named_schemas_has_no_names(operation: Data):
    found = specification(file(paths={"/v1/boxes": {"post": operation}})).operations
    assert found == (Operation("post", "/v1/boxes", "", ""),)


def test_other_keys_of_a_path_are_not_operations():
    methods = {"parameters": [], "summary": "words", "head": {}, "get": {}, "patch": {}, "put": {}, "delete": {}}
    found = specification(file(paths={"/v1/boxes": methods})).operations
    assert [each.method for each in found] == ["get", "patch", "put", "delete"]


def test_a_reference_is_followed_to_the_end():
    found = resolved("A", A=ref("B") | {"title": "not read"}, B=ref("C"), C=TEXT)
    assert found == Schema(f"{HERE}C", TEXT)


def test_a_schema_that_is_not_a_reference_is_itself():
    assert resolved("A", A=TEXT) == Schema(f"{HERE}A", TEXT)


def test_the_parts_of_all_of_are_put_together_and_the_later_one_counts():
    first = {"type": "object", "title": "first", "properties": {"a": TEXT, "b": TEXT}}
    second = {"title": "second", "properties": {"b": {"type": "integer"}}}
    own = {"allOf": [ref("First"), second], "nullable": True, "properties": {"c": TEXT}}
    found = resolved("Own", First=first, Own=own)
    assert found.place == f"{HERE}Own"
    assert found.keywords == {"type": "object", "title": "second", "nullable": True}
    assert {name: each.place for name, each in found.properties.items()} == {
        "a": f"{HERE}First/properties/a",
        "b": f"{HERE}Own/allOf/1/properties/b",
        "c": f"{HERE}Own/properties/c",
    }
    assert found.parts == ()


def test_parts_inside_parts_are_put_together_too():
    parts = {"allOf": [{"allOf": [ref("A"), ref("B")]}, ref("C")]}
    found = resolved("Own", Own=parts, A={"properties": {"a": TEXT}}, B=ref("C"), C={"properties": {"c": TEXT}})
    assert list(found.properties) == ["a", "c"]


def test_the_last_description_and_items_of_the_parts_count():
    described = {"description": "Of a part.", "items": {"type": "integer"}}
    found = resolved("Own", Own={"allOf": [described, {"description": "Last.", "items": TEXT}, {"type": "array"}]})
    assert [block.text for block in found.description if isinstance(block, Paragraph)] == ["Last."]
    assert found.items == Schema(f"{HERE}Own/allOf/1/items", TEXT)
    above = resolved("Own", Own={"allOf": [described], "description": "Own."})
    assert [block.text for block in above.description if isinstance(block, Paragraph)] == ["Own."]


def test_a_schema_is_found_by_its_name_with_its_reference_followed():
    found = specification(file({"A": ref("B"), "B": TEXT}))
    assert found.named("A") == found.schemas["B"]
    assert found.named("C") is None


def test_sound_references_give_no_finding():
    boxes = {"properties": {"lid": ref("Lid"), "more": {"items": ref("Lid")}}}
    data = file(
        {"Box": boxes, "Lid": ref("Nut"), "Nut": TEXT, "Two": {"allOf": [ref("Box"), ref("Lid")]}},
        paths={"/v1/boxes": post(ref("Box"), ref("Two"))},
    )
    assert unsound(data) == []


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (file({"Box": ref("Lid")}), f"{HERE}Box"),
        (file({"Box": {"properties": {"a/b": ref("Lid")}}}), f"{HERE}Box/properties/a~1b"),
        (file({"Box": {"items": ref("Lid")}}), f"{HERE}Box/items"),
        (file({"Box": {"allOf": [TEXT, ref("Lid")]}}), f"{HERE}Box/allOf/1"),
        (file({"Box": {"discriminator": {"mapping": {"a": f"#{HERE}Lid"}}}}), f"{HERE}Box"),
        (file({"Box": ref("Box/properties/lid")}), f"{HERE}Box"),
        (file(paths={"/v1/boxes": post(ref("Lid"), {})}), "/paths/~1v1~1boxes/post"),
        (file(paths={"/v1/boxes": post({}, ref("Lid"))}), "/paths/~1v1~1boxes/post"),
    ],
)
def test_a_dangling_reference_is_an_error_at_its_place(data: Data, place: str):
    assert unsound(data) == [f"dangling-reference {place}"]


def test_every_dangling_reference_is_reported():
    box = {"properties": {"lid": ref("Lid"), "nut": ref("Nut")}}
    assert len(unsound(file({"Box": box}))) == 2


@pytest.mark.parametrize(
    ("schemas", "names"),
    [
        ({"A": ref("A")}, ["A"]),
        ({"A": ref("B"), "B": ref("A")}, ["A", "B"]),
        ({"A": ref("B"), "B": ref("C"), "C": ref("B")}, ["B", "C"]),
        ({"A": {"allOf": [ref("A")]}}, ["A"]),
        ({"A": {"allOf": [TEXT, ref("B")]}, "B": ref("A"), "C": TEXT}, ["A", "B"]),
    ],
)
def test_a_schema_that_refers_to_itself_is_an_error(schemas: Data, names: list[str]):
    assert unsound(file(schemas)) == [f"cyclic-reference {HERE}{name}" for name in names]


def test_an_object_that_holds_itself_is_left_to_the_reader_of_properties():
    tree = {"properties": {"child": ref("Tree"), "others": {"items": ref("Tree")}}}
    assert unsound(file({"Tree": tree})) == []


def test_a_part_of_a_part_that_leads_back_is_an_error():
    assert unsound(file({"A": {"allOf": [{"allOf": [ref("A")]}]}})) == [f"cyclic-reference {HERE}A"]


def test_a_list_of_itself_is_an_error():
    assert unsound(file({"A": {"type": "array", "items": ref("A")}})) == [f"cyclic-reference {HERE}A"]

"""The fields of a form: each property has one, in the order in which people fill them in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalog.property import Property
from generator.context.builder.form_fields import form_fields
from tests.cases.verdicts import committed
from tests.vendors import shape

Field = dict[str, Any]


def _fields(*stated: Field) -> list[tuple[str, str]]:
    found = form_fields(map(Property.model_validate, stated))
    return [(each["name"], each["place"]) for each in found]


def test_what_is_required_comes_first_and_what_a_property_selects_follows_it() -> None:
    when = [{"property": "mode", "in": ["x"]}]

    assert _fields(
        {"name": "other", "type": "string"},
        {"name": "key", "type": "string", "appliesWhen": when},
        {"name": "mode", "type": "string", "enum": ["x", "y"]},
        {"name": "host", "type": "string", "requirement": "required"},
        {"name": "shown", "type": "string", "alwaysShown": True},
    ) == [("host", "required"), ("mode", "selecting"), ("key", "selected"), ("shown", "selecting"), ("other", "other")]


def test_the_order_of_the_vendors_form_is_kept() -> None:
    assert _fields({"name": "a", "order": 2}, {"name": "b", "order": 1}, {"name": "c"}) == [
        ("b", "other"),
        ("a", "other"),
        ("c", "other"),
    ]


def test_properties_that_select_each_other_are_shown_once() -> None:
    def when(name: str) -> list[Any]:
        return [{"property": name, "in": [1]}]

    assert [
        name for name, _ in _fields({"name": "a", "appliesWhen": when("b")}, {"name": "b", "appliesWhen": when("a")})
    ] == ["a", "b"]


def test_the_controls_follow_types_and_values() -> None:
    def control(**stated: Any) -> str:
        (found,) = form_fields([Property.model_validate({"name": "a", **stated})])
        return str(found["control"])

    assert control(type="string") == "string"
    assert control(type="string", enum=["x"]) == "select"
    assert control(type="string", enum=["x"], enumOpen=True) == "suggestions"
    assert control(type=["string", "integer"]) == "scalar"
    assert control(type=["string", "null"]) == "string"
    assert control(type=["string", "array"]) == "json"
    assert control(type="object") == "json"
    assert control() == "json"
    assert control(type="object", properties=[{"name": "b", "type": "string"}]) == "object"
    assert control(type="array", items={"type": "integer"}) == "list"
    assert control(type="array", items={"type": "object"}) == "json"


def test_every_property_of_the_catalog_has_a_field() -> None:
    for connector in list(committed().values())[::5]:
        properties = shape(connector).requirements.properties

        assert sorted(_named(form_fields(properties))) == sorted(_expected(properties))


def _named(fields: list[Field], above: str = "") -> Iterator[str]:
    for each in fields:
        path = f"{above}.{each['name']}"
        yield path
        for holder in (each, each.get("items", {})):
            yield from _named(holder.get("properties", []), path)
            for variant in holder.get("variants", []):
                yield from _named(variant["properties"], f"{path}[{variant['value']}]")


def _expected(properties: Any, above: str = "", without: str = "") -> Iterator[str]:
    for each in properties:
        if each.name == without:
            continue
        path = f"{above}.{each.name}"
        yield path
        if each.string_encoding == "json" or len(set(each.types) - {"null"}) > 1:
            # The form takes JSON in a string as text, and a value of several types as JSON.
            continue
        yield from _expected(each.children, path)
        for variant in each.all_variants:
            yield from _expected(variant.properties, f"{path}[{variant.selector.value}]", variant.selector.property)

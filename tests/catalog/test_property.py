"""What a property says about the properties and variants inside of it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from tests.catalog.building import Fields, as_property, prop, variant

B, C = as_property(prop("b")), as_property(prop("c"))
OBJECT = as_property(prop("a", "object", properties=[prop("b")]))
LISTED = as_property(prop("a", "array", items={"type": "object", "properties": [prop("b")]}))
BOTH = as_property(
    prop("a", properties=[prop("b")], items={"type": "object", "properties": [prop("c")]}),
)
PLAIN = as_property(prop("a"))
X, Y = variant("x", prop("b")), variant("y", prop("c", "object", properties=[prop("d")]))
UNION = as_property(prop("a", "object", variants=[X, Y]))
LIST_OF_UNION = as_property(prop("a", "array", items={"type": "object", "variants": [X, Y]}))


@pytest.mark.parametrize(
    ("found", "children"), [(OBJECT, (B,)), (LISTED, (B,)), (BOTH, (B,)), (PLAIN, ()), (UNION, ())]
)
def test_children_are_of_the_object_or_of_the_list(found: Property, children: tuple[Property, ...]) -> None:
    assert found.children == children


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (OBJECT, {"properties": [prop("c")]}),
        (LISTED, {"items": {"type": "object", "properties": [prop("c")]}}),
        (PLAIN, {"properties": [prop("c")]}),
        (BOTH, {"properties": [prop("c")]}),
    ],
)
def test_children_are_replaced_where_they_are(found: Property, expected: Fields) -> None:
    assert found.with_children((C,)).to_json() == found.to_json() | expected


@pytest.mark.parametrize("found", [UNION, LIST_OF_UNION])
def test_variants_are_replaced_where_they_are(found: Property) -> None:
    first, second = found.all_variants

    assert [each.name for each in (first, second)] == ["x", "y"]
    assert found.with_variants([first, second]) is found
    assert found.with_variants(iter((first,))).all_variants == (first,)
    assert found.with_variants([second, first]).all_variants == (second, first)
    swapped = found.with_variants([second, first]).to_json()
    assert swapped == (
        {"name": "a", "type": "object", "variants": [Y, X]}
        if found is UNION
        else {"name": "a", "type": "array", "items": {"type": "object", "variants": [Y, X]}}
    )


def test_a_property_without_variants_gets_them_itself() -> None:
    assert PLAIN.all_variants == ()
    assert PLAIN.with_variants(()) is PLAIN
    assert PLAIN.with_variants(UNION.all_variants).variants == UNION.all_variants


@pytest.mark.parametrize(
    ("value", "is_selected"),
    [({"kind": "x"}, True), ({"kind": "y"}, False), ({}, False), ({"other": "x"}, False), ({"kind": None}, False)],
)
def test_a_variant_is_selected_by_its_value(value: Fields, is_selected: bool) -> None:
    assert UNION.all_variants[0].is_selected_by(value) is is_selected


def test_every_object_below_is_changed_and_knows_what_joins_the_paths() -> None:
    holder = as_property(prop("a", "object", properties=[prop("b")], variants=[X, Y]))
    seen: list[tuple[tuple[str, ...], str]] = []

    def change(properties: tuple[Property, ...], joint: str) -> tuple[Property, ...]:
        seen.append((tuple(each.name for each in properties), joint))
        return properties[:1]

    changed = holder.with_nested(change)
    assert seen == [(("b",), "."), (("kind", "b"), "[x]."), (("kind", "c"), "[y].")]
    assert [each.name for each in changed.children] == ["b"]
    assert [[own.name for own in each.properties] for each in changed.all_variants] == [["kind"], ["kind"]]
    assert PLAIN.with_nested(change) is PLAIN


def test_paths_lead_into_objects_lists_and_variants() -> None:
    own = [OBJECT, LIST_OF_UNION.with_fields(name="l"), as_property(prop("z"))]
    inside = ["l[x].kind", "l[x].b", "l[y].kind", "l[y].c", "l[y].c.d"]

    assert [path for path, _ in property_paths(own)] == ["a", "a.b", "l", *inside, "z"]
    assert [path for path, _ in property_paths(own, "up.", in_variants=False)] == ["up.a", "up.a.b", "up.l", "up.z"]
    deep = as_property(prop("o", "object", properties=[LIST_OF_UNION.to_json()]))
    assert [path for path, _ in property_paths([deep], in_variants=False)] == ["o", "o.a"]
    assert [path for path, _ in property_paths([deep], "up.")][2] == "up.o.a[x].kind"
    assert [found.name for _, found in property_paths([OBJECT])] == ["a", "b"]


@pytest.mark.parametrize(
    ("facts", "accepted"),
    [({}, None), ({"enum": ["x"]}, ("x",)), ({"const": "y"}, ("y",)), ({"enum": ["x"], "const": "y"}, ("x",))],
)
def test_accepted_values_are_the_listed_ones_or_the_fixed_one(facts: Fields, accepted: Any) -> None:
    assert as_property(prop("a", **facts)).accepted == accepted


def test_the_place_is_the_latest_document_s() -> None:
    sources = [{"document": "acme/new", "place": "#n"}, {"document": "acme/old", "place": "#o"}]

    assert as_property(prop("a", sources=sources)).place == "#n"
    assert PLAIN.place == ""


def test_a_null_default_is_stated() -> None:
    assert as_property({"name": "a", "default": None}).states_default
    assert not PLAIN.states_default


def test_inferred_fields_are_marked_by_their_names_in_json() -> None:
    found = as_property(prop("a", inferred=["unit"], unit="minutes"))
    more = found.with_inferred(min_length=1, string_encoding="list")

    assert more.to_json() == prop(
        "a", unit="minutes", minLength=1, encoding="list", inferred=["encoding", "minLength", "unit"]
    )
    assert PLAIN.with_inferred(unit="rows").inferred == ("unit",)
    left = more.without_fields("min_length", "pattern")
    assert left.to_json() == prop("a", unit="minutes", encoding="list", inferred=["encoding", "unit"])
    assert PLAIN.without_fields("unit").inferred is None
    assert (Property.json_name("required_when"), Property.json_name("string_encoding")) == ("requiredWhen", "encoding")

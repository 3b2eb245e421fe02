"""The order of properties on a reference page, and the headings above them."""

from __future__ import annotations

import json

from generator.context.reference.section import StepContext, step_context
from tests.context.building import Facts, as_property, prop, variant


def _step(*facts: Facts, step: str = "form") -> StepContext:
    return step_context(step, [as_property(each) for each in facts])


def _titles(found: StepContext) -> list[tuple[str, list[str]]]:
    return [(each.title, [own.name for own in each.properties]) for each in found.sections]


def _when(name: str, *values: object) -> list[Facts]:
    return [{"property": name, "in": list(values)}]


def test_required_properties_come_first_and_the_vendor_s_own_last() -> None:
    order = ["internal", "readOnly", "unusual", None, "optional", "required"]

    assert _titles(_step(*(prop(f"p{number}", requirement=label) for number, label in enumerate(order)))) == [
        ("Required", ["`p5`"]),
        ("Other properties", ["`p2`", "`p3`", "`p4`"]),
        ("Set by the vendor", ["`p1`"]),
        ("For the vendor's own use", ["`p0`"]),
    ]


def test_a_step_in_which_nothing_is_required_has_one_section() -> None:
    assert _titles(_step(prop("b"), prop("a"))) == [("All properties", ["`b`", "`a`"])]
    assert _step(step="a *form*") == StepContext(r"a \*form\*", ())


def test_what_a_property_selects_follows_it() -> None:
    found = _step(
        prop("z"),
        prop("key", requirement="conditional", requiredWhen=_when("mode", "k")),
        prop("mode", enum=["k", "p"]),
        prop("phrase", appliesWhen=_when("mode", "p", "q")),
        prop("word", expectedWhen=_when("mode", "k")),
        prop("host", requirement="required"),
    )

    assert _titles(found) == [
        ("Required", ["`host`"]),
        ("Depending on `mode`", ["`mode`"]),
        ("When `mode` is `k`", ["`key`", "`word`"]),
        ("When `mode` is `p` or `q`", ["`phrase`"]),
        ("Other properties", ["`z`"]),
    ]


def test_a_required_selector_stays_with_the_required_properties() -> None:
    found = _step(prop("mode", requirement="required"), prop("key", appliesWhen=_when("mode", "k")))

    assert _titles(found) == [("Required", ["`mode`"]), ("When `mode` is `k`", ["`key`"])]


def test_a_selector_that_another_one_selects_is_shown_once() -> None:
    found = _step(
        prop("inner", appliesWhen=_when("outer", "x")),
        prop("outer"),
        prop("key", appliesWhen=_when("inner", "y")),
    )

    assert sorted(_titles(found)) == [
        ("Depending on `outer`", ["`outer`"]),
        ("When `inner` is `y`", ["`key`"]),
        ("When `outer` is `x`", ["`inner`"]),
    ]


def test_a_condition_on_an_unknown_property_hides_nothing() -> None:
    assert _titles(_step(prop("a", appliesWhen=_when("gone", "x")))) == [("All properties", ["`a`"])]


def test_properties_of_objects_and_lists_follow_them() -> None:
    inner = [prop("b", "integer", "required"), prop("c", "object", properties=[prop("d")])]
    expected = [("All properties", ["`a`", "`a.b`", "`a.c`", "`a.c.d`", "`z`"])]

    assert _titles(_step(prop("a", "object", properties=inner), prop("z"))) == expected
    assert _titles(_step(prop("a", "array", items={"type": "object", "properties": inner}), prop("z"))) == expected


def test_each_variant_has_a_section_and_an_example() -> None:
    inner = variant("deep", prop("z"), title="Deep *one*")
    first = variant(
        "one",
        prop("late", requirement="internal"),
        prop("u", "object", "required", variants=[inner]),
        prop("o", "object", properties=[prop("p", default=3)]),
    )
    second = variant(2, prop("q", "integer"), required=False)
    holder = prop("a", "object", properties=[prop("b", "array", items={"type": "object", "variants": [first]})])
    found = _step(holder, prop("c", "object", "required", variants=[second]), step="x y")

    assert _titles(found) == [
        ("Required", ["`c`"]),
        ("Depending on `a`", ["`a`", "`a.b`"]),
        ("`a.b` as `one`", ["`kind`", "`u`", "`o`", "`o.p`", "`late`"]),
        (r"`a.b[one].u` as `deep`: Deep \*one\*", ["`kind`", "`z`"]),
        ("`c` as `2`", ["`kind`", "`q`"]),
    ]
    assert [each.anchor for each in found.sections] == ["", "", "x-y-a.b.one", "x-y-a.b.one.u.deep", "x-y-c.2"]
    assert [own.anchor for own in found.sections[2].properties][:2] == ["x-y-a.b.one.kind", "x-y-a.b.one.u"]
    assert [json.loads(each.example) for each in found.sections[2:]] == [
        {"kind": "one", "u": {"kind": "deep", "z": "<Z>"}, "o": {"p": 3}},
        {"kind": "deep", "z": "<Z>"},
        {"kind": 2, "q": 1},
    ]


def test_a_property_has_its_names_at_other_vendors_in_each_variant() -> None:
    holder = prop("a", "object", variants=[variant("one", prop("b")), variant("two", prop("b"))])
    found = step_context("form", [as_property(holder)], elsewhere={"a.b": "[`c`](x.md#c)"})

    words = [own.facts[-1].text for each in found.sections for own in each.properties if own.name == "`b`"]
    assert words == ["At other vendors: [`c`](x.md#c)"] * 2

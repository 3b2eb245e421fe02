"""The tables of a reference page, whole: each cell of each row."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from generator.context.reference_table import RowContext, TableContext, VariantContext, table_context
from tests.context.building import Facts, as_property, prop, variant

PLAIN = RowContext("form-a", "`a`", "string", "not stated", "", "", "", "")


def _table(*facts: Facts, step: str = "form", rules: tuple[Facts, ...] = ()) -> TableContext:
    return table_context(step, [as_property(each) for each in facts], rules)


def _row(name: str, place: str = "form-", **cells: str) -> RowContext:
    path = name.replace("`", "")
    return dataclasses.replace(PLAIN, anchor=place + path, name=f"`{path}`", **cells)


def test_a_row_has_every_cell() -> None:
    facts = prop(
        *("a", ["string", "integer"], "conditional"),
        requiredWhen=[{"property": "b", "in": ["x", 1]}, {"property": "c", "in": [True]}],
        enum=["x", 2],
        enumOpen=True,
        meanings={"x": "The ex.", "2": "two..."},
        default="x",
        defaultWhen=[{"anyGiven": ["b"], "value": 2}, {"anyGiven": ["b", "c"], "value": None}],
        description="What *a* is.",
        unit="minutes",
        link="https://vendor.example/a",
    )
    rules = ({"dependentRequired": {"b": ["a"], "c": ["a"]}}, {"atMostOne": ["a", "b"]})
    first = _table(facts, prop("b"), prop("c"), step="a *form*", rules=rules)

    assert first.name == r"a \*form\*"
    assert first.variants == ()
    assert first.rows[0] == RowContext(
        anchor="a--form--a",
        name="`a`",
        type="string or integer",
        requirement="conditional",
        required_when="`b` is `x` or `1` and `c` is `true`; `b` is given; `c` is given",
        values="`x` (The ex), `2` (two), others are accepted",
        default="`2` if `b` is given, `null` if `b` or `c` is given, otherwise `x`",
        description=r"What \*a\* is. Unit: minutes. Not together with `b`. [Vendor's page](https://vendor.example/a).",
    )


@pytest.mark.parametrize(
    ("requirement", "words"),
    [("optional", "optional"), ("conditional", "conditional"), ("readOnly", "read-only"), ("some *label*", None)],
)
def test_requirements_in_words(requirement: str, words: str | None) -> None:
    assert _table(prop("a", requirement=requirement)).rows == (_row("a", requirement=words or r"some \*label\*"),)


def test_an_unusual_requirement_is_between_what_users_set_and_what_they_do_not() -> None:
    order = ["internal", "readOnly", "unusual", None, "optional", "conditional", "required"]
    own = [prop(f"p{number}", requirement=label) for number, label in enumerate(order)]
    holder = prop("v", "object", "internal", variants=[variant("x", *own, required=False)])
    names = ["`p6`", "`p5`", "`p4`", "`p3`", "`kind`", "`p2`", "`p1`", "`p0`"]
    found = _table(*own, holder)

    assert [row.name for row in found.rows] == [*(name for name in names if name != "`kind`"), "`v`"]
    in_variant = [row.name for row in found.variants[0].rows]
    # The selector and p3 state no requirement; the selector is first in the document.
    assert in_variant == ["`p6`", "`p5`", "`p4`", "`kind`", "`p3`", "`p2`", "`p1`", "`p0`"]


def test_rows_below_an_object_or_a_list_have_its_path() -> None:
    inner = [prop("b", "integer", "required"), prop("c", "object", properties=[prop("d")])]
    expected = [("b", "integer", "required"), ("c", "object", "not stated"), ("c.d", "string", "not stated")]
    below = [_row(f"a.{name}", type=type_, requirement=label) for name, type_, label in expected]

    assert _table(prop("a", "object", properties=inner)).rows == (_row("a", type="object"), *below)
    of_list = _table(prop("a", "array", items={"type": "object", "properties": inner})).rows
    assert of_list == (_row("a", type="array of objects"), *below)


def _variant_row(path: str, **cells: str) -> RowContext:
    return _row(path, "x-y-", **cells)


def test_each_variant_has_a_table_and_an_example() -> None:
    inner = variant("deep", prop("z"), title="Deep *one*")
    first = variant(
        "one",
        prop("late", requirement="internal"),
        prop("u", "object", "required", variants=[inner]),
        prop("o", "object", properties=[prop("p", default=3)]),
    )
    second = variant(2, prop("q", "integer"), required=False)
    holders = [prop("a", "object", properties=[prop("b", "array", items={"type": "object", "variants": [first]})])]
    found = _table(*holders, prop("c", "object", "required", variants=[second]), step="x y")

    def row(path: str, name: str, **cells: str) -> RowContext:
        return dataclasses.replace(_variant_row(path, **cells), name=f"`{name}`")

    assert [each.name for each in found.rows] == ["`c`", "`a`", "`a.b`"]
    assert found.variants == (
        VariantContext(
            anchor="x-y-c.2",
            name="`2`",
            title="",
            holder="`c`",
            rows=(row("c.2.kind", "kind", values="`2`"), row("c.2.q", "q", type="integer")),
            example='{\n  "kind": 2,\n  "q": 1\n}',
        ),
        VariantContext(
            anchor="x-y-a.b.one",
            name="`one`",
            title="",
            holder="`a.b`",
            rows=(
                row("a.b.one.kind", "kind", requirement="required", values="`one`"),
                row("a.b.one.u", "u", type="object", requirement="required"),
                row("a.b.one.o", "o", type="object"),
                row("a.b.one.o.p", "o.p", default="`3`"),
                row("a.b.one.late", "late", requirement="internal", description="For the vendor's own use."),
            ),
            example=json.dumps({"kind": "one", "u": {"kind": "deep", "z": "<Z>"}, "o": {"p": 3}}, indent=2),
        ),
        VariantContext(
            anchor="x-y-a.b.one.u.deep",
            name="`deep`",
            title=r"Deep \*one\*",
            holder="`a.b[one].u`",
            rows=(
                row("a.b.one.u.deep.kind", "kind", requirement="required", values="`deep`"),
                row("a.b.one.u.deep.z", "z"),
            ),
            example='{\n  "kind": "deep",\n  "z": "<Z>"\n}',
        ),
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"enum": ["x", "y"], "meanings": {"y": "X. Why."}}, "`x`, `y` (X. Why)"),
        ({"enum": ["x"], "meanings": {"x": "an X."}}, "`x` (an X)"),
        ({"const": "x", "meanings": {"x": "an *ex*"}}, r"`x` (an \*ex\*)"),
        ({"items": {"type": "integer", "enum": [1, 2]}, "meanings": {"1": "one"}}, "`1` (one), `2`"),
        ({"items": {"type": "string", "enum": ["x"]}, "enumOpen": True}, "`x`, others are accepted"),
        ({"enum": ["x"], "items": {"type": "string", "enum": ["y"]}}, "`x`"),
        ({"items": {"type": "string"}, "const": "x"}, "`x`"),
        ({}, ""),
    ],
)
def test_values_with_their_meanings(facts: dict[str, Any], words: str) -> None:
    assert _table(prop("a", **facts)).rows[0].values == words


@pytest.mark.parametrize(
    ("type_", "items", "words"),
    [
        ("array", {"type": "integer"}, "array of integers"),
        ("array", {"type": ["integer", "string"]}, "array"),
        (["array", "string"], {"minimum": 1}, "array or string"),
        (None, None, "any"),
    ],
)
def test_types_of_lists_in_words(type_: Any, items: Facts | None, words: str) -> None:
    assert _table(prop("a", type_, items=items)).rows[0].type == words

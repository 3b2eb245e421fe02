"""The reference page of a connector, as finished text."""

from __future__ import annotations

import dataclasses
import json

import pytest

from generator.context.connector_shape import shape_of
from generator.context.names import ClassName
from generator.context.reference import ReferenceContext, reference_context
from generator.context.reference_table import RowContext, table_context
from tests import cases
from tests.context.building import Facts, as_property, connector, prop, step
from tests.vendors import ACME, shape


def _rows(*facts: Facts) -> tuple[RowContext, ...]:
    return table_context("form", [as_property(each) for each in facts]).rows


def test_the_path_of_a_page_is_its_key() -> None:
    page = reference_context(shape(connector(step("form", prop("a")))), "header", cases.ORIGIN)

    assert page.path == "stitch/source/platform.x.md"
    assert (page.class_name, page.document, page.date) == ("XSource", "stitch/case", "2026-08")


def test_required_properties_come_first_and_the_vendor_s_own_last() -> None:
    order = ["internal", "readOnly", None, "optional", "conditional", "required"]
    rows = _rows(*(prop(f"p{n}", requirement=label) for n, label in enumerate(order)))

    assert [row.name for row in rows] == ["`p5`", "`p4`", "`p3`", "`p2`", "`p1`", "`p0`"]


def test_order_of_the_document_is_kept_among_equals() -> None:
    rows = _rows(prop("b", requirement="required"), prop("a", requirement="required"))

    assert [row.name for row in rows] == ["`b`", "`a`"]


def test_nested_properties_follow_their_parent() -> None:
    nested = prop("a", "object", properties=[prop("b", requirement="required")])

    assert [row.name for row in _rows(nested, prop("z"))] == ["`a`", "`a.b`", "`z`"]


@pytest.mark.parametrize(
    ("requirement", "words"),
    [(None, "not stated"), ("required", "required"), ("readOnly", "read-only"), ("internal", "internal")],
)
def test_not_stated_optional_and_read_only_stay_apart(requirement: str | None, words: str) -> None:
    assert _rows(prop("a", requirement=requirement))[0].requirement == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (prop("a"), "string"),
        ({"name": "a"}, "any"),
        (prop("a", ["integer", "string"]), "integer or string"),
        (prop("a", "array", items={"type": "string"}), "array of strings"),
        (prop("a", "array"), "array"),
    ],
)
def test_type_in_words(facts: Facts, words: str) -> None:
    assert _rows(facts)[0].type == words


def test_listed_values_are_code() -> None:
    assert _rows(prop("a", enum=["x", "y|z"]))[0].values == "`x`, <code>y&#124;z</code>"


def test_listed_values_of_a_list_s_items_are_shown() -> None:
    assert _rows(prop("a", "array", items={"type": "string", "enum": ["x"]}))[0].values == "`x`"


def test_secret_and_never_returned_are_said() -> None:
    row = _rows(prop("a", description="Key.", secret=True, writeOnly=True))[0]

    assert row.description == "Key. Secret. Never returned."


def test_each_row_has_an_id_that_a_link_can_lead_to() -> None:
    rows = _rows(prop("a", "object", properties=[prop("b c")]))

    assert [row.anchor for row in rows] == ["form-a", "form-a.b-c"]


def test_rows_state_the_rules() -> None:
    rules = [{"anyOf": ["a", "b"]}, {"dependentRequired": {"a": ["c"]}}]
    when = prop("d", requiredWhen=[{"property": "a", "in": ["x", "y"]}, {"property": "b", "in": [True]}])
    table = table_context("form", [as_property(each) for each in (prop("a"), prop("b"), prop("c"), when)], rules)

    assert [row.required_when for row in table.rows] == [
        "`b` is not given",
        "`a` is not given",
        "`a` is given",
        "`a` is `x` or `y` and `b` is `true`",
    ]


def test_rows_state_what_excludes_each_other_and_what_needs_one_of_several() -> None:
    rules = [{"atMostOne": ["a", "b", "c"]}, {"atMostOne": ["a", "d"]}, {"anyOf": ["b", "c", "d"]}]
    table = table_context("form", [as_property(prop(name)) for name in "abcd"], rules)

    assert [row.description for row in table.rows] == [
        "Not together with `b`, `c` or `d`.",
        "Not together with `a` or `c`.",
        "Not together with `a` or `b`.",
        "Not together with `a`.",
    ]
    assert [row.required_when for row in table.rows] == [
        "",
        "none of `c` and `d` is given",
        "none of `b` and `d` is given",
        "none of `b` and `c` is given",
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"default": "x"}, "`x`"),
        ({"default": "x", "defaultWhen": [{"anyGiven": ["b", "c|d"], "value": 1}]}, ""),
        ({"defaultWhen": [{"anyGiven": ["b"], "value": "y"}]}, "`y` if `b` is given"),
    ],
)
def test_other_defaults_come_before_the_default(facts: Facts, words: str) -> None:
    expected = words or "`1` if `b` or <code>c&#124;d</code> is given, otherwise `x`"

    assert _rows(prop("a", **facts))[0].default == expected


def test_an_open_list_says_so() -> None:
    assert _rows(prop("a", enum=["x", "y"], enumOpen=True))[0].values == "`x`, `y`, others are accepted"
    assert _rows(prop("a", enumOpen=True))[0].values == ""


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://vendor.example/a#b", "[Vendor's page](https://vendor.example/a#b)."),
        ("javascript:alert(1)", "See javascript:alert(1)"),
        ("https://vendor.example/a) [b](c", r"See https://vendor.example/a) \[b\](c"),
    ],
)
def test_only_a_plain_address_becomes_a_link(link: str, words: str) -> None:
    assert _rows(prop("a", link=link))[0].description == words


def test_requests_are_shown_in_the_shape_of_the_vendor() -> None:
    acme = connector(step("main", prop("a", requirement="required"), prop("b")), type_="s3")
    page = reference_context(shape_of(acme, ACME), "header", cases.ORIGIN)

    assert page.vendor == "Acme Data"
    assert json.loads(page.minimal) == {"settings": {"sourceKind": "s3", "a": "<A>"}}
    assert json.loads(page.full) == {"settings": {"sourceKind": "s3", "a": "<A>", "b": "<B>"}}


ORIGIN = dataclasses.replace(cases.ORIGIN, name="acme/*page*", url="https://vendor.example/page", date="2026-11")


def test_a_page_has_all_that_the_template_prints() -> None:
    rules = [{"anyOf": ["a", "b"]}]
    steps = [step("main", prop("a"), prop("b")) | {"rules": rules}, step("more", prop("c"))]
    made = connector(*steps, vendor="acme", type_="acme-s3").model_copy(
        update={"name": "S*3*", "naming": "schema", "since": "2026-10", "absent_from": ("acme/*new*", "b")}
    )
    tables = [
        table_context("main", made.steps[0].properties, rules),
        table_context("more", made.steps[1].properties),
    ]

    assert reference_context(shape_of(made, ACME), "header", ORIGIN) == ReferenceContext(
        path="acme/source/acme-s3.md",
        header="header",
        title=r"S\*3\*",
        vendor="Acme Data",
        role="source",
        type="`acme-s3`",
        class_name=ClassName("S3Source"),
        naming="`schema`",
        steps=tuple(tables),
        minimal=json.dumps({"settings": {"sourceKind": "acme-s3", "a": "<A>"}}, indent=2),
        full=json.dumps({"settings": {"sourceKind": "acme-s3", "a": "<A>", "b": "<B>", "c": "<C>"}}, indent=2),
        document=r"acme/\*page\*",
        url="https://vendor.example/page",
        date="2026-11",
        absent_from=r"acme/\*new\* and b",
        since="2026-10",
    )


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://vendor.example/page x"])
def test_a_page_leads_to_plain_addresses_only(url: str) -> None:
    page = reference_context(shape(connector(step("form"))), "", dataclasses.replace(cases.ORIGIN, url=url, date=""))

    assert (page.url, page.date, page.naming) == ("", "", "")

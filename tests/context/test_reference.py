"""The reference page of a connector, as finished text."""

from __future__ import annotations

import pytest

from generator.context.reference import RowContext, index_entry, reference_context, step_context
from tests import cases
from tests.context.building import Facts, as_property, connector, prop, step


def _rows(*facts: Facts) -> tuple[RowContext, ...]:
    return step_context("form", [as_property(each) for each in facts], []).rows


def test_page_stands_where_its_key_says() -> None:
    page = reference_context(connector(step("form", prop("a"))), "header", cases.ORIGIN)

    assert page.path == "stitch/source/platform.x.md"
    assert (page.class_name, page.document, page.date) == ("XSource", "stitch/case", "2026-08")


def test_required_properties_come_first_and_the_vendor_s_own_last() -> None:
    order = ["internal", "readOnly", None, "optional", "conditional", "required"]
    rows = _rows(*(prop(f"p{n}", requirement=label) for n, label in enumerate(order)))

    assert [row.name for row in rows] == ["`p5`", "`p4`", "`p3`", "`p2`", "`p1`", "`p0`"]


def test_order_of_the_document_is_kept_among_equals() -> None:
    rows = _rows(prop("b", requirement="required"), prop("a", requirement="required"))

    assert [row.name for row in rows] == ["`b`", "`a`"]


def test_nested_properties_stand_below_their_parent() -> None:
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


def test_line_of_the_index_leads_to_the_page() -> None:
    made = connector(step("form", prop("a", "object", properties=[prop("b")])))

    assert index_entry(made).link == "source/platform.x.md"
    assert index_entry(made).properties == 2

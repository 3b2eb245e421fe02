"""The index pages of the reference."""

from __future__ import annotations

from generator.catalog.connector import Connector
from generator.context.reference_index import IndexEntry, main_index, vendor_index
from tests.context.building import connector, envelope, prop, step
from tests.vendors import ACME, VENDORS

STITCH = VENDORS["stitch"]
NESTED = step("form", prop("a", "object", properties=[prop("b")]))


def _named(type_: str, name: str, role: str = "source") -> Connector:
    return connector(NESTED, type_=type_, role=role).model_copy(update={"name": name})


def test_a_line_leads_to_the_page_of_its_connector() -> None:
    page = vendor_index(STITCH, [connector(NESTED)], {})

    assert (page.path, page.title) == ("stitch/index.md", "Stitch connectors")
    assert page.groups[0].entries == (IndexEntry("X", "`platform.x`", "source/platform.x.md", 2),)


def test_lines_are_in_order_of_their_names_below_a_heading_for_each_role() -> None:
    connectors = [_named("b", "beta"), _named("a", "Alpha"), _named("c", "Gamma", "destination")]
    page = vendor_index(STITCH, connectors, {})

    assert [(group.title, [each.title for each in group.entries]) for group in page.groups] == [
        ("Sources", ["Alpha", "beta"]),
        ("Destinations", ["Gamma"]),
    ]


def test_a_role_without_connectors_has_no_heading() -> None:
    assert [group.title for group in vendor_index(STITCH, [connector(NESTED)], {}).groups] == ["Sources"]


def test_the_envelope_of_each_role_has_a_table() -> None:
    page = vendor_index(STITCH, [], {"source": envelope(prop("group_id"))})

    assert [(role, [row.anchor for row in table.rows]) for role, table in page.envelopes.items()] == [
        ("source", ["source-envelope-group_id"])
    ]


def test_the_main_index_counts_the_properties_of_each_vendor() -> None:
    page = main_index([ACME, STITCH], [connector(NESTED), connector(NESTED, type_="y")])

    assert page.groups[0].entries == (
        IndexEntry("Acme Data", "<code>acme</code>", "acme/index.md", 0),
        IndexEntry("Stitch", "<code>stitch</code>", "stitch/index.md", 4),
    )

"""The checks that all readers share."""

from __future__ import annotations

import dataclasses

import pytest

from generator.blocks.block import Code
from generator.records.checks import checked, report_id, report_property_name, unique
from generator.records.example import ExampleCorrection
from generator.records.record import UNIQUE_IDS, ConnectorRecord, PageRecords, PropertyRecord, StepRecord
from tests.records.reading import context


def prop(name: str, *children: PropertyRecord, shown: bool = False) -> PropertyRecord:
    return PropertyRecord(name, f"#{name}", children=children, named_in_example=shown)


def connector(*properties: PropertyRecord, listed: bool = False, id_: str = "acme") -> ConnectorRecord:
    steps = (StepRecord("form", "#x", properties),)
    return ConnectorRecord("source", id_, "Acme", "#acme", listed_only=listed, steps=() if listed else steps)


def codes_of(*connectors: ConnectorRecord) -> tuple[PageRecords, list[str]]:
    given = context()
    found = checked(PageRecords("stitch", connectors), given)
    return found, [f"{each.level.word} {each.code} {each.place} {each.subject}".strip() for each in given.diagnostics]


def test_the_rows_are_those_of_tables_nested_ones_included():
    nested = prop("a", prop("b"), prop("c", prop("d"), shown=True))
    found, codes = codes_of(connector(nested, prop("e", shown=True)), connector(prop("f"), id_="bolt"))

    assert (found.rows, codes) == (4, [])


def test_a_document_without_connectors_is_an_error():
    assert codes_of()[1] == ["error no-connectors"]


def test_a_document_whose_connectors_have_no_properties_is_an_error():
    listed, bare = connector(listed=True), connector()

    assert codes_of(listed)[1] == ["error no-property-tables"]
    assert codes_of(bare)[1] == ["error no-property-tables", "warning no-properties #acme stitch/source/acme"]
    assert codes_of(connector(prop("a"), id_="bolt"), bare)[1] == ["warning no-properties #acme stitch/source/acme"]
    assert codes_of(connector(prop("a"), id_="bolt"), listed)[1] == []


def test_what_is_unaccounted_for_is_counted():
    given = context()
    given.coverage.count((Code("{}", "#a/code[1]"),))

    assert checked(PageRecords("stitch", (connector(prop("a")),)), given).unaccounted == 1
    assert [each.code for each in given.diagnostics] == ["unaccounted"]


def test_the_corrections_that_were_applied_are_in_the_records():
    correction = ExampleCorrection("stitch/source/acme", "form", ",}", "}", "The comma is not JSON.")
    given = context(corrections=(correction,))
    given.examples.read(Code("{,}", "#a/code[1]"), "stitch/source/acme", ("form",), "")

    assert checked(PageRecords("stitch", (connector(prop("a")),)), given).corrected == (correction,)


def test_the_first_property_of_a_name_is_kept():
    given, first, second = context(), prop("a"), PropertyRecord("a", "#again")

    assert unique([first, prop("b"), second], given.diagnostics, "acme form") == (first, prop("b"))
    (error,) = given.diagnostics
    assert (error.code, error.place, error.subject) == ("duplicate-property", "#again", "acme form.a")
    assert "#a" in error.message


def test_properties_of_different_names_are_all_kept():
    given = context()

    assert unique(iter([prop("a"), prop("A")]), given.diagnostics, "acme form") == (prop("a"), prop("A"))
    assert unique([], given.diagnostics, "") == ()
    assert len(given.diagnostics) == 0


@pytest.mark.parametrize(("length", "shown"), [(60, 60), (61, 60), (1_000, 60)])
def test_an_error_shows_60_characters_of_a_name(length: int, shown: int):
    given = context()
    report_property_name("x" * length, "#a", given.diagnostics, "acme")
    report_id("x" * length, "letters", "#a", given.diagnostics)

    assert [each.code for each in given.diagnostics] == ["property-name", "type-name"]
    assert [each.message.count("x") - each.message.count("ex") for each in given.diagnostics] == [shown, shown]


@pytest.mark.parametrize(
    "id_", ["con", "aux", "nul", "prn", "com1", "lpt9", "nul.txt", "a.", "a" * 201, "", "a/b", "A", "a\n"]
)
def test_a_connector_whose_file_cannot_be_written_everywhere_is_an_error(id_: str):
    found, codes = codes_of(connector(prop("a")), connector(prop("b"), id_=id_))

    assert [each.type for each in found.connectors] == ["acme"]
    assert codes == ["error type-name #acme"]


@pytest.mark.parametrize("id_", ["conn", "com10", "a.con", "console", "a" * 200, "a.b", "nul_"])
def test_other_names_are_names_of_files(id_: str):
    assert codes_of(connector(prop("a"), id_=id_))[1] == []


def test_a_connector_that_is_described_twice_is_an_error():
    found, codes = codes_of(connector(prop("a")), connector(prop("b")))

    assert found.connectors == (connector(prop("a")),)
    assert codes == ["error duplicate-connector #acme stitch/source/acme"]


def test_an_id_that_both_roles_have_is_an_error_that_names_both_and_the_remedy():
    given = context()
    destination = dataclasses.replace(connector(prop("b")), role="destination", place="#other")
    checked(PageRecords("stitch", (connector(prop("a")), destination)), given)

    (found,) = given.diagnostics
    assert (found.code, found.place, found.subject) == ("shared-id", "#other", "stitch/destination/acme")
    assert found.message == f"the source at #acme has the same id; {UNIQUE_IDS}"

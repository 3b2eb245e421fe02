"""No change of the project's own pages loses a row silently; ``python -m tests.fuzz.mutations`` makes more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blocks.block import Table
from generator.records import property_table
from tests.fuzz import mutations


@pytest.fixture(autouse=True)
def own_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(mutations, "SHARED", tmp_path)


def test_no_change_loses_a_row_silently():
    report = mutations.run(0, 60)

    assert (report.cases, report.failures) == (60, ())


def test_a_reader_that_skips_damaged_rows_is_found_out(monkeypatch: pytest.MonkeyPatch):
    whole = property_table.TableReader.read

    def careless(self: property_table.TableReader, table: Table, subject: str) -> object:
        rows = tuple(row for row in table.rows if len(row.cells) == len(table.rows[0].cells))
        self.context.coverage.claim_all((table,))
        return whole(self, Table(rows, table.place), subject)

    monkeypatch.setattr(property_table.TableReader, "read", careless)
    assert mutations.run(0, 150).failures


def test_a_page_whose_rest_is_not_accounted_for_is_found_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.pipeline.reading.report_left_over", lambda *_: None)
    assert mutations.run(3, 100).failures

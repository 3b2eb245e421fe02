"""One property of a layout of a vendor's own: here each is a definition list."""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Block, List, Page, Table, plain
from generator.blocks.html import read_html
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.left_over import report_left_over
from generator.records.property_reader import PropertyReader
from generator.records.prose.sentences import wordings
from generator.records.reader import Context, Vocabulary
from generator.records.record import PropertyRecord, Statement
from generator.records.unread import unread_sentences
from tests.records.reading import context

_WHISPERED = re.compile(r"\bWhisper it\b")
PAGE = """
<h2 id="crate">Crate</h2>
<dl>
  <dt>Setting</dt><dd>lid</dd>
  <dt>Meaning</dt><dd>Keeps rain out. The default is <code>nailed</code>. Whisper it.</dd>
  <dt>Inside</dt><dd><dl><dt>Setting</dt><dd>nails</dd><dt>Meaning</dt><dd>The maximum is 9.</dd></dl></dd>
</dl>
"""


def _page(text: str = PAGE) -> Page:
    diagnostics = Diagnostics("page")
    page = read_html(text, diagnostics)
    assert not list(diagnostics)
    return page


def _whispered(blocks: tuple[Block, ...], coverage: Coverage) -> tuple[Statement, ...]:
    return tuple(Statement("secret", value=True, place=place) for _, place in wordings(_WHISPERED, blocks, coverage))


def _property(table: Table, into: Context, subject: str) -> PropertyRecord | None:
    cells = {plain(row.cells[0].text): row.cells[1] for row in table.rows}
    into.coverage.claim(*table.rows)
    into.coverage.read_cells(cells["Setting"])
    inside = [each for each in (cells["Inside"].blocks if "Inside" in cells else ()) if isinstance(each, Table)]

    def children(_: tuple[Statement, ...], above: str) -> tuple[PropertyRecord, ...]:
        found = (_property(each, into, above) for each in inside)
        return tuple(each for each in found if each is not None)

    stated = PropertyRecord(plain(cells["Setting"].text), table.place, declared={"type": "string"})
    return PropertyReader(into, (_whispered,)).read(stated, cells["Meaning"].blocks, subject, children)


def _read(page: Page) -> tuple[PropertyRecord | None, Context]:
    into = context()
    (section,) = (each for each in page.sections if each.anchor == "crate")
    into.coverage.sections.add(section.place)
    into.coverage.count(section.blocks)
    (table,) = section.blocks
    assert isinstance(table, Table)
    return _property(table, into, "crate"), into


def test_a_property_has_the_statements_of_shared_and_own_rules() -> None:
    lid, into = _read(_page())

    assert lid is not None
    assert (lid.name, lid.declared) == ("lid", {"type": "string"})
    assert lid.description.startswith("Keeps rain out.")
    assert {each.field: each.value for each in lid.statements} == {"default": "nailed", "secret": True}
    (nails,) = lid.children
    assert {each.field: each.value for each in nails.statements} == {"maximum": 9}
    assert into.coverage.report_unaccounted(into.diagnostics) == 0
    assert not list(into.diagnostics)


def test_only_the_sentences_that_no_rule_reads_are_unread() -> None:
    page = _page()
    _, into = _read(page)
    meaning = "#crate/table[1]/row[2]/cell[2]/p[1]"

    found = dict(unread_sentences(page, into.coverage))
    assert found[meaning] == "Keeps rain out."
    assert "default" not in " ".join(found.values())
    into.coverage.sections.clear()
    assert list(unread_sentences(page, into.coverage)) == []


def test_a_wrong_name_is_an_error_and_nothing_is_left_unaccounted() -> None:
    page = _page(PAGE.replace(">lid<", ">the lid<").replace("Keeps", "<ul><li>Keeps</li></ul>"))
    lid, into = _read(page)

    assert lid is None
    assert [(each.code, each.place) for each in into.diagnostics] == [("property-name", "#crate/table[1]")]


def test_a_vocabulary_says_what_form_the_vendor_s_properties_have() -> None:
    def is_setting(block: Table | List) -> bool:
        return isinstance(block, Table) and any(plain(row.cells[0].text) == "Setting" for row in block.rows)

    def found(vocabulary: Vocabulary, page: Page, into: Context) -> list[str]:
        report_left_over(page, vocabulary, into)
        return [f"{each.code} {each.place}" for each in into.diagnostics]

    page = _page()
    own = Vocabulary(is_property=is_setting)
    assert found(own, page, context()) == ["outside-section #crate/table[1]"]
    assert found(Vocabulary(), page, context()) == []
    assert found(own, page, _read(page)[1]) == []
    prices = dataclasses.replace(own, unrelated=re.compile("Crate"))
    assert found(prices, page, context()) == []

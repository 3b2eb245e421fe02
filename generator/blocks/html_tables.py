"""The rows of HTML tables and the items of lists, also of those that are not nested as HTML requires."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.etree

BODIES = ("thead", "tbody", "tfoot")
CELLS = ("td", "th")
_WITHOUT_TEXT = ("colgroup", "col")


def rows_of(table: lxml.etree._Element) -> Iterator[list[lxml.etree._Element]]:
    """Yield the cells of each row of a table, of a definition list, or of a row that is in no table.

    Cells that are in no row are a row of their own. A term and its definitions are two cells.
    """
    if table.tag == "tr":
        yield [*table.iterchildren(*CELLS)]
    elif table.tag == "dl":
        yield from _definitions(table)
    else:
        for child in _children(table):
            yield [*child.iterchildren(*CELLS)] if child.tag == "tr" else [child]


def _children(table: lxml.etree._Element) -> Iterator[lxml.etree._Element]:
    for child in table.iterchildren("tr", *CELLS, *BODIES):
        if child.tag in BODIES:
            yield from child.iterchildren("tr", *CELLS)
        else:
            yield child


def _definitions(listing: lxml.etree._Element) -> Iterator[list[lxml.etree._Element]]:
    row: list[lxml.etree._Element] = []
    for child in listing.iter("dt", "dd"):
        if next(child.iterancestors("dl")) is not listing:
            continue
        if child.tag == "dt" and row:
            yield row
            row = []
        row.append(child)
    if row:
        yield row


def strays_of(element: lxml.etree._Element) -> Iterator[lxml.etree._Element | str]:
    """Yield misplaced content of tables and lists: text and elements outside cells and items."""
    allowed = {
        "table": ("tr", *BODIES, *CELLS, *_WITHOUT_TEXT),
        **dict.fromkeys(BODIES, ("tr", *CELLS)),
        "tr": CELLS,
        "ul": ("li",),
        "ol": ("li",),
        "dl": ("dt", "dd", "div"),
    }.get(element.tag)
    if allowed is None:
        return
    yield element.text or ""
    for child in element:
        if child.tag not in allowed:
            yield child
        elif child.tag not in CELLS:
            yield from strays_of(child)
        yield child.tail or ""

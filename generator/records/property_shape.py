"""Detects blocks with the form of properties: tables, lists and payloads anywhere on a page."""

from __future__ import annotations

import re

from generator.blocks.block import Code, Item, List, Row, Table, plain
from generator.records.example import body_of, parse_payload
from generator.records.property_cells import COLUMNS, STACKED_LABELS, head_words
from templates.connector_catalog.paths import NOT_GIVEN, value_at
from templates.connector_catalog.vendors import Vendor

_TYPES = frozenset(("STRING", "TEXT", "INTEGER", "INT", "LONG", "NUMBER", "FLOAT", "DOUBLE", "BOOLEAN", "BOOL")) | {
    *("OBJECT", "ARRAY", "LIST", "MAP", "ENUM", "DATE", "DATETIME", "TIMESTAMP", "JSON", "NULL")
}
_NAME = re.compile(r"[A-Za-z_$][\w.$\-\[\]]*", re.ASCII)
_COMPOUND = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+", re.ASCII)
_WORDS = "|".join(sorted(_TYPES))
_ITEM = re.compile(
    rf"{_NAME.pattern}(?:\s*[:(,–—-]\s*(?i:(?:an?\s+)?(?:{_WORDS}|required|optional))(?=\s*(?:[,;.:()/–—-]|$|\n))"
    rf"|\s+(?:{_WORDS})\b)",
    re.ASCII,
)


def is_property_table(table: Table) -> bool:
    """Return whether a table has a property table's columns, or rows with a name and a type or a label."""
    columns = {COLUMNS.get(word) for row in table.rows for word in head_words(row) or ()}
    if "name" in columns and not columns.isdisjoint(("type", "required")):
        return True
    names = [_first_line(row) for row in table.rows if head_words(row) is None]
    compound = sum(_COMPOUND.fullmatch(name) is not None for name in names)
    if "name" in columns and compound * 2 > len(names):
        return True
    return any(_is_property_row(row) for row in table.rows)


def _first_line(row: Row) -> str:
    return plain(row.cells[0].text).split("\n")[0].split("(")[0].strip() if row.cells else ""


def _is_property_row(row: Row) -> bool:
    lines = [line.strip() for cell in row.cells for line in plain(cell.text).split("\n")]
    name = _first_line(row)
    if _NAME.fullmatch(name) is None or name in _TYPES or name.lower() in STACKED_LABELS:
        return False
    return any(_is_type_or_label(line) for line in lines[1:])


def _is_type_or_label(line: str) -> bool:
    words = line.split()
    return 0 < len(words) <= 3 and all(word.strip("()") in _TYPES or word.lower() in STACKED_LABELS for word in words)


def has_words_of_property(text: str) -> bool:
    """Return whether text has a type, a compound name such as ``ssh_host``, or a label at its end."""
    words = re.findall(r"[\w-]+", plain(text))
    if any(word in _TYPES or _COMPOUND.fullmatch(word) for word in words):
        return True
    return bool(words) and words[-1].lower() in STACKED_LABELS


def is_property_list(listing: List) -> bool:
    """Return whether an item of a list begins with a name and a type or a label."""
    return any(_is_property_item(item) for item in listing.items)


def _is_property_item(item: Item) -> bool:
    text = plain(item.lead.text) if item.lead is not None else ""
    return _ITEM.match(text) is not None


def is_request(code: Code, vendor: Vendor) -> bool:
    """Return whether a code block is a request that states a connector's id and properties."""
    payload = parse_payload(body_of(code.text))[0] or {}
    return any(
        value_at(request.id_field, payload) not in (NOT_GIVEN, None)
        and any(isinstance(payload.get(part), dict) for part in request.parts)
        for request in vendor.requests.values()
    )


def is_payload(code: Code) -> bool:
    """Return whether a code block begins like a JSON object with a property."""
    return re.match(r'\s*\{\s*["}]', body_of(code.text)) is not None

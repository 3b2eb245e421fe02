"""What has the form of properties, wherever it stands."""

from __future__ import annotations

import pytest

from generator.blocks.block import Code, List, Table
from generator.records.property_shape import is_property_list, is_property_table, is_request
from tests.blocks.reading import html
from tests.records.reading import VENDORS


def table(content: str) -> Table:
    (found,) = (block for block in html(content) if isinstance(block, Table))
    return found


def listing(*items: str) -> List:
    content = "".join(f"<li>{item}</li>" for item in items)
    (found,) = (block for block in html(f"<ul>{content}</ul>") if isinstance(block, List))
    return found


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>Name</th><th>Type</th></tr><tr><td>An id</td><td>Words</td></tr>",
        "<tr><th>Field</th><th>Required?</th></tr><tr><td>An id</td><td>Words</td></tr>",
        "<tr><th>Name</th><th>Details</th></tr><tr><td>api_key</td><td>Words.</td></tr>",
        "<tr><th>Nmae</th><th>Detials</th></tr><tr><td>api_key</td><td>STRING</td></tr>",
        "<tr><td><b>id</b><br>STRING</td><td>Words.</td></tr>",
        "<tr><td>id<br>STRNG<br>REQUIRED</td><td>Words.</td></tr>",
        "<tr><td>Words of all kinds</td></tr><tr><td>id</td><td>Words.</td><td>optional</td></tr>",
    ],
)
def test_columns_or_a_row_with_a_name_and_labels_make_a_property_table(rows: str):
    assert is_property_table(table(f"<table>{rows}</table>"))


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "<tr><th>Name</th><th>Details</th></tr><tr><td>Access token</td><td>Words.</td></tr>",
        "<tr><th>Code</th><th>Text</th></tr><tr><td>200</td><td>OK</td></tr>",
        "<tr><td>OBJECT</td><td>Step</td><td>Words.</td></tr>",
        "<tr><td>method</td><td>POST</td></tr>",
        "<tr><td>speed</td><td>The type is STRING.</td></tr>",
    ],
)
def test_another_table_is_none(rows: str):
    assert not is_property_table(table(f"<table>{rows}</table>"))


@pytest.mark.parametrize(
    "item",
    [
        "<code>api_key</code> (string, required)",
        "<b>id</b>: INTEGER",
        "id – optional, since ever",
        "speed INTEGER",
        "depth: an integer, optional",
    ],
)
def test_an_item_with_a_name_and_labels_makes_a_list_of_properties(item: str):
    assert is_property_list(listing("Words.", item))


@pytest.mark.parametrize(
    "item",
    [
        "<code>fast</code>: at once",
        "Required for all",
        "An object of the API",
        "Form properties: required once",
        "<code>json</code>",
        "Create a date",
        "OAuth: Required only for some",
        "the string that opens it",
    ],
)
def test_another_item_does_not(item: str):
    assert not is_property_list(listing(item, item))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"type": "platform.acme", "properties": {"a": 1}}', True),
        ('POST https://x.example\n{"type": "platform.acme", "properties": {}}', True),
        ('{"type": "platform.acme", "details": {}}', False),
        ('{"properties": {"a": 1}}', False),
        ("[1]", False),
        ("curl", False),
    ],
)
def test_a_request_states_an_id_and_properties(text: str, expected: bool):
    assert is_request(Code(text, "#a/code[1]"), VENDORS["stitch"]) is expected

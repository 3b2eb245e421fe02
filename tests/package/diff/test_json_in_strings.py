"""JSON in strings is compared as JSON: for every property of which the catalog knows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from connector_catalog import Entry, describe, entries, plan_diff
from connector_catalog.requests import places_of, shape_of

TOKEN = "canary-8d1f"


def properties_of_json() -> Iterator[tuple[Entry, str]]:
    for entry in entries():
        for step in describe(entry.vendor, entry.type)["steps"]:
            yield from ((entry, each["name"]) for each in step["properties"] if each.get("encoding") == "json")


EVERY = list(properties_of_json())


def told(entry: Entry, name: str, desired: Any, actual: Any) -> list[tuple[str, str]]:
    """The differences, each with its path inside of the property."""
    ours, theirs = (
        shape_of(entry).assemble(entry.type, {name: each}, places_of(entry), {}) for each in (desired, actual)
    )
    found = plan_diff(ours, theirs, vendor=entry.vendor, type=entry.type)
    above = f"{shape_of(entry).main_part}.{name}"
    assert all(TOKEN not in f"{each!r}{each}" for each in found)
    assert all((each.desired, each.actual) == (None, None) for each in found)
    assert all(each.path.startswith(above) for each in found)
    return [(each.path.removeprefix(above), each.kind) for each in found]


def test_there_are_such_properties() -> None:
    assert len(EVERY) >= 5


SAME = [
    ('{"a": 1, "b": [{"c": "d", "e": 1}]}', '{\n  "b":[{"e":1,"c":"d"}],\t"a":1}'),
    ('{"n": [1, 2.5, 100]}', '{"n": [1.0, 25e-1, 1e2]}'),
    ('{"n": 0.1}', '{"n": 0.100}'),
    ('{"n": 1e400}', '{"n": 10e399}'),
    ('{"n": 12345678901234567890.0}', '{"n": 12345678901234567890}'),
    ('{"a": "é/"}', '{"a": "\\u00e9\\/"}'),
    ('{"a": 1}', ' {"a": 1}\n'),
    ('{"a": null, "b": {}}', "{}"),
    ("[]", ""),
    ('"x"', '"\\u0078"'),
    ("1.0", "1"),
    ("{broken", "{broken"),
]

DIFFERENT: list[tuple[str, str, list[tuple[str, str]]]] = [
    (f'{{"a": "{TOKEN}"}}', '{"a": "x"}', [(".a", "change")]),
    (f'{{"a": {{"b": "{TOKEN}"}}}}', '{"a": {"b": "x", "c": 1}}', [(".a.b", "change"), (".a.c", "remove")]),
    (f'{{"a": "{TOKEN}"}}', "{}", [(".a", "add")]),
    ("{}", f'{{"a": "{TOKEN}"}}', [(".a", "remove")]),
    ('{"b": 1}', f'{{"a": "{TOKEN}", "b": 1}}', [(".a", "remove")]),
    ('{"a": "1"}', '{"a": 1}', [(".a", "change")]),
    ('{"a": 1}', '{"a": true}', [(".a", "change")]),
    ('{"n": 0.1}', '{"n": 0.10000000000000001}', [(".n", "change")]),
    ('{"n": 1e400}', '{"n": 1e401}', [(".n", "change")]),
    # What is no JSON is text.
    ('{"a": 1', '{"a":1', [("", "change")]),
    ('{"a": NaN}', '{"a":NaN}', [("", "change")]),
    ('{"a": 1}', '{"a": 1}}', [("", "change")]),
    ('"x"', "x", [("", "change")]),
    (TOKEN, f"{TOKEN} ", [("", "change")]),
]


@pytest.mark.parametrize(("entry", "name"), EVERY, ids=[f"{entry.key}-{name}" for entry, name in EVERY])
def test_every_property_of_json(entry: Entry, name: str) -> None:
    for desired, actual in SAME:
        assert told(entry, name, desired, actual) == [], (desired, actual)
        assert told(entry, name, actual, desired) == [], (actual, desired)
    for desired, actual, expected in DIFFERENT:
        found = told(entry, name, desired, actual)
        # A response may leave out what is secret.
        kept = [each for each in expected if each[1] != "add"] if found != expected else expected
        assert found == kept, (desired, actual)


def test_items_are_told_by_their_index_and_never_with_values() -> None:
    (sftp,) = [entry for entry, _ in EVERY if entry.key == "stitch/source/platform.sftp"]
    desired = json.dumps([{"table_name": "a", "delimiter": ","}, {"table_name": "b", "delimiter": ","}])
    actual = json.dumps([{"table_name": "b", "delimiter": "|"}, {"table_name": "a", "delimiter": ",", "more": TOKEN}])
    assert told(sftp, "tables", desired, actual) == [("[0].more", "remove"), ("[1].delimiter", "change")]


def test_an_object_in_place_of_the_text_may_have_more() -> None:
    (stripe,) = [entry for entry, _ in EVERY if entry.key == "stitch/source/platform.stripe"]
    assert told(stripe, "whitelist_map", '{"a": 1}', {"a": 1, "b": 2}) == []
    assert told(stripe, "whitelist_map", '{"a": 1}', {"a": 2, "b": 2}) == [(".a", "change")]

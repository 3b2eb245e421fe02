"""How the rows of tables and the request payload are merged."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.records.fivetran.request import PayloadMerger, path_of
from generator.records.record import PropertyRecord, Statement

PAYLOAD = "#a/code[1]"


def row(name: str, **more: Any) -> PropertyRecord:
    return PropertyRecord(name, f"#row {name}", **more)


def merged(shown: Any, *rows: PropertyRecord) -> tuple[dict[str, PropertyRecord], list[str]]:
    diagnostics = Diagnostics()
    found = PayloadMerger(shown, PAYLOAD, "acme config", diagnostics).merge(rows)
    assert len({each.name for each in found}) == len(found)
    return {each.name: each for each in found}, [f"{each.code} {each.place} {each.subject}" for each in diagnostics]


@pytest.mark.parametrize(
    ("name", "path"),
    [("a", ["a"]), ("a.b", ["a", "b"]), ("a[].b", ["a", "b"]), ("a[0].b[1].c", ["a", "b", "c"]), ("a[]", ["a"])],
)
def test_a_dotted_name_is_a_path(name: str, path: list[str]):
    assert path_of(name) == path


def test_a_row_has_the_type_that_the_payload_shows():
    found, told = merged({"lid": 5}, row("lid", statements=(Statement("unit", "day", "#p"),), description="D."))

    assert found == {
        "lid": row(
            "lid",
            statements=(Statement("unit", "day", "#p"), Statement("type", "integer"), Statement("examples", [5])),
            description="D.",
        )
    }
    assert told == []


def test_the_children_of_a_row_are_those_of_its_table_else_those_of_the_payload():
    child = row("own")
    found, _ = merged({"a": {"shown": 1}, "b": {"shown": 1}}, row("a", children=(child,)), row("b"))

    assert found["a"].children == (child,)
    assert [(each.name, each.place, each.named_in_example) for each in found["b"].children] == [
        ("shown", PAYLOAD, True)
    ]


def test_properties_that_only_the_payload_shows_come_last_with_a_warning():
    found, told = merged({"other": "x", "lid": "y"}, row("lid"))

    assert list(found) == ["lid", "other"]
    assert (found["other"].place, found["other"].named_in_example) == (PAYLOAD, True)
    assert told == [f"not-in-table {PAYLOAD} acme config.other"]


def test_a_row_that_the_payload_does_not_show_is_a_warning():
    assert merged({}, row("lid")) == ({"lid": row("lid")}, ["not-in-payload #row lid acme config.lid"])


@pytest.mark.parametrize("name", ["box.lid", "box[].lid"])
@pytest.mark.parametrize("shown", [{"box": {"lid": "x"}}, {"box": [{"lid": "x"}]}])
def test_a_dotted_row_describes_a_nested_property(name: str, shown: Any):
    statement = Statement("unit", "day", "#p")
    nested = row(name, requirement="required", description="D.", statements=(statement,))
    found, told = merged(shown, nested)
    (lid,) = found["box"].children

    assert lid == dataclasses.replace(
        nested, name="lid", statements=(statement, Statement("type", "string"), Statement("examples", ["x"]))
    )
    assert lid.named_in_example is False
    assert told == []


def test_a_dotted_row_leaves_other_properties_unchanged():
    shown = {"box": {"a": 1, "lid": {"nut": 2, "b": 3}}, "bag": {"lid": {"nut": 4}}}
    before, _ = merged(shown, row("box"), row("bag"))
    after, told = merged(shown, row("box"), row("bag"), row("box.lid.nut", description="D."))
    lid = after["box"].children[1]

    assert told == []
    assert after["bag"] == before["bag"]
    assert after["box"].children[0] == before["box"].children[0]
    assert [each.description for each in lid.children] == ["D.", ""]


@pytest.mark.parametrize("name", ["box.nut", "bag.lid", "box.lid.nut"])
def test_a_dotted_row_without_its_property_is_an_error(name: str):
    found, told = merged({"box": {"lid": "x"}}, row("box"), row(name))

    assert [each.name for each in found["box"].children] == ["lid"]
    assert told == [f"not-in-payload #row {name} acme config.{name}"]

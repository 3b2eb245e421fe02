"""Errors of ``generate``: decisions about what the catalog lacks, and decisions that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics, Level
from generator.systems.consistency import report_contradictory
from generator.systems.existence import report_dead
from tests.catalog.building import prop
from tests.systems.building import big, decisions, of_source

LISTED = [prop("a", enum=["x", "y"]), prop("b")]


def _found(folder: Path, files: Any, connectors: Iterable[Connector] = ()) -> list[tuple[str, str, str]]:
    found, faults = decisions(folder, files)
    assert [str(each) for each in faults] == []
    diagnostics = Diagnostics()
    report_contradictory(found, diagnostics)
    report_dead(found, connectors or big(*LISTED, beta=LISTED), diagnostics)
    assert {each.level for each in diagnostics} <= {Level.ERROR}
    assert {each.document for each in diagnostics} <= {"catalog/systems"}
    return [(each.code, each.place, each.subject) for each in diagnostics]


def test_decisions_about_what_there_is_have_no_fault(tmp_path: Path) -> None:
    rows = [{"acme": "X", "beta": "y"}, {"acme": "y"}, {"beta": "x"}]
    decided = of_source(
        links=[{"acme": "a", "beta": "a", "values": rows}],
        withoutCounterpart={"acme": ["b"]},
        differs=[{"acme": "b", "beta": "b", "because": "They look alike."}],
        otherSystems={"gamma": {"big-data": "Another system."}},
    )
    common = {"source": {"links": [{"acme": "b", "beta": "b"}]}}

    assert _found(tmp_path, {"big": decided, "common": common}) == []


@pytest.mark.parametrize(
    ("decided", "code", "subject"),
    [
        ({"connectors": {"acme": ["acme-big", "acme-small"], "beta": ["big"]}}, "system-connector", ""),
        ({"otherSystems": {"gamma": {"small": "Another system."}}}, "system-connector", ""),
        ({"links": [{"acme": "a", "beta": "c"}]}, "system-property", "c"),
        ({"withoutCounterpart": {"beta": ["c"]}}, "system-property", "c"),
        ({"withoutCounterpart": {"gamma": ["a"]}}, "system-property", "a"),
        ({"differs": [{"acme": "c", "beta": "b", "because": "They look alike."}]}, "system-property", "c"),
        ({"links": [{"acme": "a", "beta": "a", "values": [{"acme": "z"}]}]}, "system-value", "a"),
        ({"links": [{"acme": "a", "beta": "a"}, {"acme": "a", "beta": "b"}]}, "system-property-twice", "a"),
        (
            {"links": [{"acme": ["a", "b"], "beta": "b"}], "withoutCounterpart": {"acme": "b"}},
            "system-linked-alone",
            "b",
        ),
        ({"connectors": {"acme": ["acme-big", "acme-big"], "beta": ["big"]}}, "system-connector-twice", ""),
    ],
)
def test_each_fault_is_an_error(tmp_path: Path, decided: Any, code: str, subject: str) -> None:
    found = _found(tmp_path, {"big": of_source(**decided)})

    assert set(found) == {(code, "big.yaml: source", subject)}


@pytest.mark.parametrize(
    ("common", "code", "subject"),
    [
        ({"links": [{"acme": "a", "gamma": "a"}]}, "system-property", "a"),
        ({"withoutCounterpart": {"acme": ["c"]}}, "system-property", "c"),
        ({"links": [{"acme": "a", "beta": "a", "values": [{"acme": "z"}]}]}, "system-value", "a"),
        ({"links": [{"acme": "a", "beta": "a"}, {"acme": "b", "beta": "a"}]}, "system-property-twice", "a"),
    ],
)
def test_common_decisions_are_about_properties_of_some_system(
    tmp_path: Path, common: Any, code: str, subject: str
) -> None:
    found = _found(tmp_path, {"big": of_source(), "common": {"source": common}})

    assert found == [(code, "common.yaml: source", subject)]


def test_values_that_are_not_listed_are_any(tmp_path: Path) -> None:
    decided = of_source(links=[{"acme": "b", "beta": "b", "values": [{"acme": "anything", "beta": "else"}]}])

    assert _found(tmp_path, {"big": decided}) == []


def test_a_connector_is_of_one_system(tmp_path: Path) -> None:
    other = {"title": "Other", "source": {"connectors": {"acme": ["acme-big"]}}}

    assert _found(tmp_path, {"big": of_source(), "other": other}) == [
        ("system-connector-twice", "other.yaml: source", "")
    ]

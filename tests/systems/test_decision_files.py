"""The files of decisions: their form is checked strictly, and a fault names its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.decisions import Difference, Link, RoleDecisions
from tests.systems.building import decisions, of_source

COMPLETE = """
title: MySQL
source:
  connectors:
    acme: [acme-mysql]
    beta: [mysql, mysql_rds]
  otherSystems:
    gamma: {my_shop: Reads a shop.}
  links:
    - {acme: database, beta: [database, db]}
    - acme: tunnel.method
      beta: ssh
      values:
        - {acme: SSH, beta: true}
        - {acme: PORT, beta: 22}
        - {acme: NONE}
    - {acme: interval, beta: frequency, units: {beta: minute}}
  withoutCounterpart:
    acme: [check, "accounts[].id"]
    beta: server_id
  differs:
    - {acme: account_id, beta: accounts, because: One is a company.}
"""


def test_a_file_with_everything(tmp_path: Path) -> None:
    found, diagnostics = decisions(tmp_path, {"mysql": COMPLETE})

    assert len(diagnostics) == 0
    system = found.systems["mysql"]
    assert (system.name, system.title, list(system.roles)) == ("mysql", "MySQL", ["source"])
    assert system.roles["source"] == RoleDecisions(
        {"acme": ("acme-mysql",), "beta": ("mysql", "mysql_rds")},
        {"gamma": {"my_shop": "Reads a shop."}},
        (
            Link({"acme": ("database",), "beta": ("database", "db")}),
            Link(
                {"acme": ("tunnel.method",), "beta": ("ssh",)},
                ({"acme": "SSH", "beta": "true"}, {"acme": "PORT", "beta": "22"}, {"acme": "NONE"}),
            ),
            Link({"acme": ("interval",), "beta": ("frequency",)}, (), {"beta": "minute"}),
        ),
        {"acme": ("check", "accounts[].id"), "beta": ("server_id",)},
        (Difference({"acme": ("account_id",), "beta": ("accounts",)}, "One is a company."),),
    )


def test_what_is_true_for_every_system(tmp_path: Path) -> None:
    common = {"destination": {"links": [{"acme": "a", "beta": "b"}], "withoutCounterpart": {"acme": ["c"]}}}
    found, diagnostics = decisions(tmp_path, {"common": common})

    assert len(diagnostics) == 0
    assert found.systems == {}
    links = (Link({"acme": ("a",), "beta": ("b",)}),)
    assert found.common == {"destination": RoleDecisions(links=links, without_counterpart={"acme": ("c",)})}


def test_there_need_be_no_folder(tmp_path: Path) -> None:
    found, diagnostics = decisions(tmp_path, {})

    assert (found.systems, found.common, len(diagnostics)) == ({}, {}, 0)


@pytest.mark.parametrize(
    ("file", "place", "message"),
    [
        ("[]", "big.yaml", "expected a mapping"),
        ("a: [", "big.yaml", "invalid YAML"),
        ({"source": {"connectors": {"acme": ["x"]}}}, "big.yaml: title", "Field required"),
        ({"title": " "}, "big.yaml: title", "pattern"),
        ({"title": "Big", "sources": {}}, "big.yaml: sources", "Extra inputs"),
        ({"title": "Big", "source": {}}, "big.yaml: source/connectors", "Field required"),
        ({"title": "Big", "source": {"connectors": {}}}, "big.yaml: source/connectors", "at least 1"),
        ({"title": "Big", "source": {"connectors": {"acme": []}}}, "big.yaml: source/connectors/acme", "at least 1"),
        ({"title": "Big", "source": {"connectors": {"acme": "x"}}}, "big.yaml: source/connectors/acme", "tuple"),
        (of_source(links=[{"acme": "a"}]), "big.yaml: source/links/0", "at least two vendors"),
        (of_source(links=[{"acme": "a", "beta": []}]), "big.yaml: source/links/0/beta", "at least 1"),
        (of_source(links=[{"acme": "a", "beta": "x[CDC].b"}]), "big.yaml: source/links/0/beta/0", "pattern"),
        (of_source(links=[{"acme": "a", "beta": "b..c"}]), "big.yaml: source/links/0/beta/0", "pattern"),
        (of_source(links=[{"acme": "a", "beta": 1}]), "big.yaml: source/links/0/beta/0", "string"),
        (of_source(links=[{"acme": "a", "beta": "b", "value": ["x"]}]), "big.yaml: source", "unknown vendor 'value'"),
        (of_source(links=[{"acme": "a", "beta": "b", "values": [{}]}]), "big.yaml: source/links/0", "rows whose keys"),
        (
            of_source(links=[{"acme": "a", "beta": "b", "values": [{"gamma": "x"}]}]),
            "big.yaml: source/links/0",
            "rows whose keys",
        ),
        (
            of_source(links=[{"acme": "a", "beta": "b", "values": [{"acme": ["x"]}]}]),
            "big.yaml: source/links/0/values/0/acme",
            "string",
        ),
        (
            of_source(links=[{"acme": "a", "beta": "b", "units": {"gamma": "day"}}]),
            "big.yaml: source/links/0",
            "units whose keys",
        ),
        (of_source(differs=[{"acme": "a", "beta": "b"}]), "big.yaml: source/differs/0/because", "Field required"),
        (of_source(differs=[{"acme": "a", "beta": "b", "because": "No."}]), "big.yaml: source/differs/0/because", "10"),
        (of_source(otherSystems={"acme": {"x": None}}), "big.yaml: source/otherSystems/acme/x", "string"),
        (of_source(withoutCounterpart={"acme": [None]}), "big.yaml: source/withoutCounterpart/acme/0", "string"),
        (of_source(withoutCounterpart={"other": ["a"]}), "big.yaml: source", "unknown vendor 'other'"),
        ({"title": "Big", "source": {"connectors": {"other": ["x"]}}}, "big.yaml: source", "unknown vendor 'other'"),
    ],
)
def test_a_fault_is_an_error_that_names_its_place(tmp_path: Path, file: Any, place: str, message: str) -> None:
    found, diagnostics = decisions(tmp_path, {"big": file})

    (fault,) = diagnostics
    assert (fault.code, fault.place) == ("system-format", place)
    assert message in fault.message
    assert found.systems == {}


@pytest.mark.parametrize("common", [{"title": "All"}, {"source": {"connectors": {"acme": ["x"]}}}])
def test_common_decisions_name_no_system(tmp_path: Path, common: Any) -> None:
    _, diagnostics = decisions(tmp_path, {"common": common})

    assert [each.code for each in diagnostics] == ["system-format"]


@pytest.mark.parametrize("name", ["Big", "big-data", "big__data", "_big", "große", "index"])
def test_a_file_has_the_name_of_a_system(tmp_path: Path, name: str) -> None:
    found, diagnostics = decisions(tmp_path, {name: of_source()})

    assert [(each.code, each.place) for each in diagnostics] == [("system-format", f"{name}.yaml")]
    assert found.systems == {}


def test_all_files_are_read_where_one_has_a_fault(tmp_path: Path) -> None:
    found, diagnostics = decisions(tmp_path, {"a": "[]", "7shifts": of_source(), "c": {"title": 1}})

    assert list(found.systems) == ["7shifts"]
    assert len(diagnostics) == 2

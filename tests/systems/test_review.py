"""What people review: the sheet of a system, its skeleton as YAML, and what ``lint`` finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics, Level
from generator.systems.findings import figures, findings
from generator.systems.sheet import Sheet, sheets
from generator.systems.skeleton import skeleton
from tests.catalog.building import prop
from tests.systems.building import DATABASE, big, connector, of_source, only, review

LINKS = [
    {"acme": "host", "beta": "host"},
    {"acme": "password", "beta": "password"},
    {"acme": "username", "beta": "user"},
]
SAME = prop("host", description="Host name of the server.")
PARTLY = {
    "title": "Big DB",
    "source": {"connectors": {"acme": ["acme-bigdb"], "beta": ["big_db", "big_db_rds"]}, "links": LINKS},
}


def _sheet(folder: Path, files: Any, connectors: Sequence[Connector] = DATABASE) -> Sheet:
    (found,) = sheets(review(folder, files, connectors))
    return found


def test_a_system_without_a_file_is_proposed(tmp_path: Path, golden: Any) -> None:
    found = _sheet(tmp_path, {})

    assert (found.system.name, found.system.title, found.is_decided, found.is_open) == ("big_db", "Big DB", False, True)
    golden("\n".join(skeleton(found)), "systems/proposed.yaml")


def test_of_a_system_with_a_file_the_rest_is_shown(tmp_path: Path, golden: Any) -> None:
    found = _sheet(tmp_path, {"big_db": PARTLY})

    assert (found.is_decided, found.is_open) == (True, True)
    golden("\n".join(skeleton(found)), "systems/rest.yaml")


def test_only_what_is_undecided_is_proposed(tmp_path: Path) -> None:
    made = big(SAME, prop("new"), beta=[SAME, prop("new")])
    decided = {"withoutCounterpart": {"acme": ["host"], "beta": ["host"]}}
    found = _sheet(tmp_path, {"big": of_source(**decided)}, made)

    assert [each.paths for each in found.links] == [{"acme": "new", "beta": "new"}]


def test_a_skeleton_is_a_file_of_decisions(tmp_path: Path) -> None:
    text = "\n".join(skeleton(_sheet(tmp_path, {})))
    (tmp_path / "again").mkdir()
    found = review(tmp_path / "again", {"big_db": text}, DATABASE)

    assert only(found).undecided == {}
    assert [each for each in sheets(found) if each.is_open] == []
    assert list(findings(found)) == []


@pytest.mark.parametrize(
    "text", ["yes: no", "true", "1", "[a]", "#x", "a ", "null", "ä: ö", '"', "a\nb", "", "off", "NO"]
)
def test_hostile_texts_stay_texts(tmp_path: Path, text: str) -> None:
    made = [
        connector("acme", "acme-big", prop("a", enum=[text, "one"]), name=text or "x"),
        connector("beta", "big", prop("a", enum=["two", "three"]), name=text or "x"),
    ]
    (sheet,) = sheets(review(tmp_path, {}, made))
    read = yaml.safe_load("\n".join(skeleton(sheet)))

    assert read["title"] == (text or "x")
    assert {"acme": text} in read["source"]["links"][0]["values"]


def test_a_sheet_as_json(tmp_path: Path) -> None:
    found = _sheet(tmp_path, {"big_db": PARTLY}).to_json()

    assert found["decided"] is True
    assert [each["paths"] for each in found["links"]] == [{"acme": "tunnel.tunnel_host", "beta": "ssh_host"}]
    assert found["alone"]["beta"] == ["ssh", "region", "role_arn"]
    assert found["contradictions"] == []


def _codes(found: Iterable[Any]) -> list[tuple[str, str]]:
    return [(each.code, each.subject) for each in found]


def _findings(folder: Path, decided: Any, connectors: Sequence[Connector]) -> Diagnostics:
    return findings(review(folder, {"big": of_source(**decided)}, connectors))


def test_a_connector_that_no_decision_names(tmp_path: Path) -> None:
    made = [*big(), connector("gamma", "big", name="Big")]

    (found,) = _findings(tmp_path, {}, made)
    assert (found.level, found.code, found.subject) == (
        Level.WARNING,
        "system-undecided-connector",
        "gamma/source/big",
    )
    assert found.message.endswith("the same system as acme/source/acme-big, beta/source/big")
    assert len(_findings(tmp_path, {"otherSystems": {"gamma": {"big": "Another system."}}}, made)) == 0


def test_a_property_that_no_decision_names(tmp_path: Path) -> None:
    assert _codes(_findings(tmp_path, {}, big(prop("x")))) == [("system-undecided-property", "x")]
    assert _codes(_findings(tmp_path, {"withoutCounterpart": {"acme": ["x"]}}, big(prop("x")))) == []


APART = {"withoutCounterpart": {"acme": ["host"], "beta": ["host"]}}


def test_a_decision_against_a_strong_proposal(tmp_path: Path) -> None:
    made = big(SAME, beta=[SAME])

    (found,) = _findings(tmp_path, APART, made)
    assert (found.level, found.code, found.place) == (Level.WARNING, "system-contradiction", "big.yaml: source")
    assert "host of acme and host of beta are similar (same name, same description)" in found.message


@pytest.mark.parametrize(
    "decided",
    [
        {"links": [{"acme": "host", "beta": "host"}]},
        {"differs": [{"acme": "host", "beta": "host", "because": "Another server."}]},
        APART | {"differs": [{"acme": "host", "beta": "host", "because": "Another server."}]},
    ],
)
def test_a_reason_settles_it(tmp_path: Path, decided: Any) -> None:
    assert _codes(_findings(tmp_path, decided, big(SAME, beta=[SAME]))) == []


def test_what_is_weakly_alike_contradicts_nothing(tmp_path: Path) -> None:
    assert _codes(_findings(tmp_path, APART, big(prop("host"), beta=[prop("host")]))) == []


def test_a_listed_value_that_no_row_names(tmp_path: Path) -> None:
    made = big(prop("m", enum=["x", "y", "One"]), beta=[prop("m", enum=["ONE", "two"])])
    rows = [{"acme": "x", "beta": "two"}]
    decided = {"links": [{"acme": "m", "beta": "m", "values": rows}]}

    (found,) = _findings(tmp_path, decided, made)
    assert (found.level, found.code, found.subject) == (Level.WARNING, "system-uncovered-value", "m")
    assert found.message == "the value 'y' of acme has no row, and beta does not list it"
    rows.append({"acme": "Y"})
    assert _codes(_findings(tmp_path, decided, made)) == []


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (prop("m", "object"), prop("m", "string"), True),
        (prop("m", "array", items={"type": "object"}), prop("m", "integer"), True),
        (prop("m", "object"), prop("m", "string", encoding="json"), False),
        (prop("m", "object"), prop("m", None), False),
        (prop("m", "object"), prop("m", ["object", "string"]), False),
        (prop("m", "array"), prop("m", "string"), False),
        (prop("m", "boolean"), prop("m", "string"), False),
    ],
)
def test_types_without_a_conversion(tmp_path: Path, one: Any, other: Any, is_found: bool) -> None:
    found = _findings(tmp_path, {"links": [{"acme": "m", "beta": "m"}]}, big(one, beta=[other]))

    assert _codes(found) == ([("system-conversion", "")] if is_found else [])


@pytest.mark.parametrize(
    ("one", "other", "more", "is_found"),
    [
        ("day", "hour", {}, False),
        ("day", "day", {}, False),
        (None, None, {}, False),
        ("day", "row", {}, True),
        ("day", None, {}, True),
        ("day", None, {"units": {"beta": "minute"}}, False),
        ("day", None, {"values": [{"acme": "1", "beta": "ONE"}]}, False),
    ],
)
def test_units_that_do_not_convert(
    tmp_path: Path, one: str | None, other: str | None, more: Any, is_found: bool
) -> None:
    made = big(prop("n", "integer", unit=one), beta=[prop("n", "integer", unit=other)])
    found = _findings(tmp_path, {"links": [{"acme": "n", "beta": "n"} | more]}, made)

    assert _codes(found) == ([("system-unit", "n")] if is_found else [])


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Key of the Big account.", "Key of the Big account.", 0),
        ("Key of the Big account.", "Key of the account of Big.", 1),
        ("Key of the Acme account.", "Key of the Beta account.", 0),
        ("Key of the account.", "Name of a person.", 0),
    ],
)
def test_two_descriptions_of_one_meaning(tmp_path: Path, one: str, other: str, count: int) -> None:
    made = big(prop("k", description=one), beta=[prop("k", description=other)])
    found = list(_findings(tmp_path, {"links": [{"acme": "k", "beta": "k"}]}, made))

    assert [(each.level, each.code) for each in found] == [(Level.NOTE, "system-two-descriptions")] * count


def test_figures(tmp_path: Path) -> None:
    found = review(tmp_path, {"big_db": PARTLY}, DATABASE)

    assert list(figures(found)) == [
        "systems: 1 with several vendors, 3 connectors, 3 links",
        "systems: 6 of 14 properties decided, 42.9%",
        "systems: 0 proposed systems and 1 proposed pairs of properties are open",
        # Host and password; the address of the tunnel is proposed, too.
        "systems: the rules propose 66.7% of the links; 66.7% of their proposals are links",
    ]
    (tmp_path / "none").mkdir()
    assert list(figures(review(tmp_path / "none", {}, [])))[1] == "systems: 0 of 0 properties decided, 100.0%"


def test_a_refresh_adds_proposals_and_no_errors(tmp_path: Path) -> None:
    decided = {"links": [{"acme": "host", "beta": "host"}]}
    made = big(SAME, prop("new"), beta=[SAME, prop("new_one"), prop("other")])

    found = _findings(tmp_path, decided, made)
    assert {each.level for each in found} == {Level.WARNING}
    assert [each.subject for each in found] == ["new", "new_one", "other"]

"""What changed since a version of the data: the functions, and the command on files of each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import connector_catalog
import pytest
from connector_catalog import CatalogChange, UnknownConnectorError, UnknownVersionError, changes, check_upgrade
from connector_catalog.upgrades import catalog_change

from tests.package.running import run

BREAKING = {"writers": "breaking", "readers": "breaking"}
GONE = {"version": "3.0.0", "subject": "connector", "kind": "removed", "before": "Gone", "rule": "connector-removed"}
REMOVED = {"subject": "property", "kind": "removed", "step": "config", "rule": "property-removed"}
PUBLIC = {"subject": "property", "kind": "changed", "step": "config", "field": "secret", "rule": "became-public"}
DATA: list[dict[str, Any]] = [
    {"versions": ["1.0.0", "2.0.0", "3.0.0"]},
    {"key": "fivetran/source/gone", "changes": [GONE | BREAKING]},
    {
        "key": "fivetran/source/adroll",
        "changes": [
            GONE | BREAKING | {"version": "2.0.0"},  # Later versions have it again.
            REMOVED | BREAKING | {"version": "2.0.0", "path": "colour", "before": "colour"},
            PUBLIC | {"version": "3.0.0", "path": "table", "before": True, "writers": "risky", "readers": "safe"},
        ],
    },
    {
        "key": "fivetran/source/request.envelope",
        "changes": [
            REMOVED | BREAKING | {"step": "envelope", "version": "2.0.0", "path": "speed", "before": "speed"},
        ],
    },
]
REQUEST = {
    "service": "adroll",
    "group_id": "g",
    "config": {"schema": "s", "table": "t"},
    "auth": {"refresh_token": "r"},
}
COLOURED = REQUEST | {"config": {"schema": "s", "table": "t", "colour": "crimson"}}


@pytest.fixture(autouse=True)
def _data(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(catalog_change, "_lines", lambda: tuple(map(json.dumps, DATA)))
        catalog_change.data_versions.cache_clear()
        catalog_change._by_key.cache_clear()
        yield
    catalog_change.data_versions.cache_clear()
    catalog_change._by_key.cache_clear()


def _told(payload: Any, since: str = "1.0.0", **more: Any) -> list[tuple[str, str, str]]:
    return [(each.level, each.path, each.code) for each in check_upgrade(payload, since=since, **more)]


def test_a_request_is_affected_by_what_it_has() -> None:
    public = ("warning", "config.table", "became-public")

    assert _told(REQUEST) == [public]
    assert _told(COLOURED) == [("error", "config.colour", "property-removed"), public]
    assert _told(COLOURED, "2.0.0") == [public, ("note", "", "other-problems")]
    assert _told(COLOURED, "3.0.0") == [("note", "", "other-problems")]
    assert _told(REQUEST, "3.0.0") == []
    assert _told(REQUEST | {"speed": 1})[0] == ("error", "speed", "property-removed")


def test_the_properties_alone_need_the_connector() -> None:
    properties = {"schema": "s", "table": "t", "refresh_token": "r", "colour": "crimson"}

    assert _told(properties, vendor="fivetran", type="adroll")[0] == ("error", "colour", "property-removed")
    with pytest.raises(UnknownConnectorError):
        _told(properties)


def test_a_problem_says_which_version_and_where_the_reference_is() -> None:
    first = check_upgrade(COLOURED, since="1.0.0")[0]

    assert first.message == "removed in data version 2.0.0"
    assert first.reference == "fivetran/source/adroll.md"
    assert "crimson" not in str(check_upgrade(COLOURED, since="1.0.0"))


@pytest.mark.parametrize("more", [{}, {"vendor": "fivetran"}, {"vendor": "fivetran", "type": "gone"}])
def test_a_removed_connector_is_told_with_the_last_version_that_has_it(more: Any) -> None:
    payload = {"service": "gone", "group_id": "g", "config": {}}
    (found,) = check_upgrade(payload, since="1.0.0", **more)

    assert (found.level, found.code, found.path) == ("error", "connector-removed", "" if "type" in more else "service")
    assert found.hint == "2.0.0 is the last version that has it"
    with pytest.raises(UnknownConnectorError):
        check_upgrade(payload, since="3.0.0", **more)


@pytest.mark.parametrize(
    "payload", [None, [], 5, "x", {}, {"service": 5}, {"service": "nothing like it", "group_id": "g"}]
)
def test_what_names_no_connector_is_an_error(payload: Any) -> None:
    with pytest.raises(UnknownConnectorError):
        check_upgrade(payload, since="1.0.0")


def test_a_payload_that_is_no_object_has_other_problems() -> None:
    assert _told([], vendor="fivetran", type="adroll") == [("note", "", "other-problems")]


@pytest.mark.parametrize("since", ["0.9.0", "", "1", "v1.0.0", "3.0.1"])
def test_an_unknown_version_is_refused_with_those_that_are_known(since: str) -> None:
    with pytest.raises(UnknownVersionError, match=r"the package knows 1\.0\.0, 2\.0\.0 and 3\.0\.0"):
        check_upgrade(REQUEST, since=since)
    with pytest.raises(UnknownVersionError):
        changes(since=since)


def test_the_changes_are_in_the_order_of_their_versions() -> None:
    assert [str(each) for each in changes(since="1.0.0")] == [
        "2.0.0 fivetran/source/adroll connector-removed",
        "2.0.0 fivetran/source/adroll config.colour property-removed",
        "2.0.0 fivetran/source/request.envelope envelope.speed property-removed",
        "3.0.0 fivetran/source/gone connector-removed",
        "3.0.0 fivetran/source/adroll config.table.secret became-public",
    ]
    assert [each.type for each in changes("fivetran", "gone", since="1.0.0")] == ["gone"]
    assert [each.rule for each in changes("fivetran", "adroll", since="2.0.0")] == ["became-public"]
    assert changes("stitch", since="1.0.0") == changes("fivetran", "github", since="1.0.0") == []
    assert isinstance(changes(since="2.0.0")[0], CatalogChange)
    with pytest.raises(UnknownConnectorError):
        changes("fivetran", "githob", since="1.0.0")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "ours.json").write_text(json.dumps([REQUEST, COLOURED], indent=1), encoding="utf-8")
    (tmp_path / "old.yaml").write_text("service: gone\ngroup_id: g\n---\nservice: adroll\ngroup_id: g\nconfig: {}\n")
    (tmp_path / "lines.jsonl").write_text(f"{json.dumps(COLOURED)}\n{json.dumps(REQUEST)}\n", encoding="utf-8")
    (tmp_path / "other.json").write_text('{"name": "no request"}', encoding="utf-8")
    return tmp_path


def test_what_breaks_comes_first(files: Path) -> None:
    ran = run("check-upgrade", "1.0.0", files)
    told = [line.removeprefix(f"{files}/").partition(" (")[0] for line in ran.lines]
    public = (
        "warning: [{}]config.table: became public in data version 3.0.0; responses and logs show it [became-public]"
    )

    removed = (
        "the connector was removed in data version 3.0.0; 2.0.0 is the last version that has it [connector-removed]"
    )

    assert (ran.status, ran.err.splitlines()[-1]) == (1, "4 files, 6 payloads, 3 problems, 4 warnings, 2 notes")
    assert told[:4] == [
        "Breaking:",
        "lines.jsonl:1: config.colour: removed in data version 2.0.0; leave it out [property-removed]",
        f"old.yaml:1: service: {removed}",
        "ours.json:19: [1].config.colour: removed in data version 2.0.0; leave it out [property-removed]",
    ]
    assert told[4] == "Risky:"
    assert told[5] == f"lines.jsonl:1: {public.replace('[{}]', '')}"
    assert told[9] == "Notes:"
    assert "crimson" not in ran.out


@pytest.mark.parametrize(("since", "status"), [("1.0.0", 1), ("2.0.0", 0), ("3.0.0", 0)])
def test_the_status_tells_whether_a_file_breaks(since: str, status: int, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(COLOURED), encoding="utf-8")

    assert run("check-upgrade", since, path).status == status
    assert run("check-upgrade", since, "-", stdin=path.read_bytes()).status == status


def test_formats_have_what_breaks_first(files: Path) -> None:
    found = json.loads(run("check-upgrade", "--format", "json", "1.0.0", files).out)
    sarif = json.loads(run("check-upgrade", "--format", "sarif", "1.0.0", files).out)["runs"][0]
    github = run("check-upgrade", "--format", "github", "1.0.0", files).lines

    assert [each["level"] for each in found] == [*["error"] * 3, *["warning"] * 4, *["note"] * 2]
    assert [each["level"] for each in sarif["results"]] == [each["level"] for each in found]
    assert {each["id"] for each in sarif["tool"]["driver"]["rules"]} == {each["code"] for each in found}
    assert [line.split(" ")[0] for line in github] == [*["::error"] * 3, *["::warning"] * 4, *["::notice"] * 2]


def test_a_removed_type_is_no_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}", encoding="utf-8")

    assert run("check-upgrade", "--vendor", "fivetran", "--type", "gone", "1.0.0", path).status == 1
    assert run("check-upgrade", "--vendor", "fivetran", "--type", "nothing", "1.0.0", path).status == 1
    assert run("check-upgrade", "--type", "nothing", "1.0.0", path).status == 2


def test_what_cannot_be_checked_is_no_effect(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    ran = run("check-upgrade", "1.0.0", tmp_path / "bad.json")

    assert (ran.status, ran.lines[0]) == (1, "Not checked:")
    assert run("check-upgrade", "1.0.0", tmp_path / "missing.json").status == 2
    assert run("check-upgrade", "1.0.0", tmp_path).status == 2


def test_an_unknown_version_is_wrong_usage(files: Path) -> None:
    ran = run("check-upgrade", "0.1.0", files)

    assert (ran.status, ran.out) == (2, "")
    assert "the package knows 1.0.0, 2.0.0 and 3.0.0" in ran.err


def test_both_versions_are_told() -> None:
    ran = run("--version")

    assert ran.status == 0
    assert ran.out == f"connector-catalog {connector_catalog.__version__}, data {connector_catalog.data_version}\n"

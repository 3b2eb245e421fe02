"""The commands that show the catalog."""

from __future__ import annotations

import json
from pathlib import Path

import connector_catalog
import pytest
from connector_catalog.command.example import example_request

from tests.package.running import run, run_apart


def test_every_example_is_a_valid_request() -> None:
    for entry in connector_catalog.entries():
        for full in (False, True):
            request = example_request(entry.vendor, entry.type, full=full)
            assert connector_catalog.validate(entry.vendor, entry.type, request) == [], entry.key


def test_an_example_has_its_parts_and_placeholders() -> None:
    workfront = json.loads(run("example", "fivetran", "adobe_workfront", "--full").out)
    assert list(workfront) == ["service", "group_id", "config", "auth"]
    assert workfront["group_id"] == "<GROUP_ID>"
    assert workfront["auth"]["access_token"] == "<ACCESS_TOKEN>"
    assert "access_token" not in workfront["config"]
    assert list(json.loads(run("example", "fivetran", "iterable").out)) == ["service", "group_id", "config"]
    mysql = json.loads(run("example", "stitch", "platform.mysql").out)
    assert list(mysql) == ["type", "properties"]
    assert "ssh" not in mysql["properties"]


def test_an_example_goes_through_validate(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(run("example", "fivetran", "postgres").out)
    assert run("validate", "--ignore", "placeholder", path) == (0, "", "1 file, 1 payload, 0 problems\n")

    # An example with every property has some that do not apply beside the others.
    path.write_text(run("example", "fivetran", "postgres", "--full").out)
    done = run("validate", path)
    assert (done.status, {line.split("[")[1].split("]")[0] for line in done.lines}) == (
        0,
        {"not-applicable", "placeholder"},
    )


def test_list_tells_each_connector_of_a_vendor_and_a_role() -> None:
    lines = [line.split() for line in run("list", "--vendor", "stitch", "--role", "destination").lines]
    wanted = [each for each in connector_catalog.entries() if (each.vendor, each.role) == ("stitch", "destination")]

    assert [line[:3] for line in lines] == [[each.vendor, each.role, each.type] for each in wanted]
    assert len(run("list").lines) == len(connector_catalog.entries())


def test_search_looks_for_all_words() -> None:
    assert [line.split()[2] for line in run("search", "STITCH", "braintree").lines] == ["platform.braintree"]
    nothing = run("search", "stitch", "nosuchthing")
    assert (nothing.status, nothing.out) == (1, "")
    assert nothing.err


def test_show_tells_the_facts_of_each_property() -> None:
    lines = run("show", "fivetran", "iterable").lines
    head = next(line for line in lines if line.startswith("PROPERTY"))
    rows = {line.split()[0]: line for line in lines[lines.index(head) + 1 :] if line and not line.startswith(" ")}

    assert head.split() == ["PROPERTY", "TYPE", "REQUIREMENT", "REQUIRED", "WHEN", "VALUES", "DEFAULT", "SECRET"]
    assert rows["api_key"].split() == ["api_key", "string", "secret"]
    assert rows["schema"].split() == ["schema", "string", "required,", "create", "only"]
    assert "sync_mode is SelectedEvents" in rows["events"]
    assert "array of string" in rows["events"]
    assert "ALL_TIME" in rows["historical_sync_limit"]
    assert "set by the vendor" in rows["endpoint"]


def test_show_tells_what_is_inside_of_objects_and_lists() -> None:
    for entry in connector_catalog.entries():
        described = connector_catalog.describe(entry.vendor, entry.type)
        if any(each.get("items", {}).get("properties") for step in described["steps"] for each in step["properties"]):
            assert "[]." in run("show", entry.vendor, entry.type).out
            return
    pytest.fail("no connector has a list of objects")


def test_every_connector_can_be_shown() -> None:
    for entry in connector_catalog.entries()[::25]:
        ran = run("show", entry.vendor, entry.type)
        assert ran.status == 0
        assert not any(line != line.rstrip() for line in ran.lines)


def test_schema_is_the_package_s() -> None:
    shown = json.loads(run("schema", "stitch", "platform.mysql").out)

    assert shown == connector_catalog.schema("stitch", "platform.mysql")


@pytest.mark.parametrize("command", ["show", "example", "schema", "standalone"])
def test_an_unknown_connector_is_a_mistake_of_usage(command: str) -> None:
    ran = run(command, "stitch", "mysql\x1b")

    assert (ran.status, ran.out) == (2, "")
    assert "\x1b" not in ran.err
    assert "did you mean 'platform.mysql'" in run(command, "stitch", "mysql").err
    assert run(command, "airbyte", "x").status == 2


def test_the_module_runs_and_tells_its_version() -> None:
    assert run_apart("--version").out.startswith("connector-catalog ")
    assert run_apart("validate", "gone.json").status == 2


def test_each_command_has_help() -> None:
    for command in ("validate", "list", "search", "show", "example", "schema", "standalone"):
        told = run(command, "--help").out
        assert told.startswith(f"usage: connector-catalog {command} ")
        assert f"\n    {command}" in run("--help").out


def test_show_tells_what_is_inside_of_variants() -> None:
    shown = run("show", "airbyte", "source-postgres").out
    assert "replication_method[CDC].publication " in shown
    assert "replication_method[Xmin].method " in shown

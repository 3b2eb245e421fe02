"""The commands that show the catalog."""

from __future__ import annotations

import json
from pathlib import Path

import connector_catalog
import pytest
from connector_catalog.command.example import example_request
from connector_catalog.wording import join_or, quote

from tests.package.running import run, run_apart
from tests.vendors import VENDORS


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


@pytest.mark.parametrize("arguments", [["list"], ["search", "ads", "GOOGLE"], ["list", "--role", "destination"]])
def test_lists_as_json(arguments: list[str]) -> None:
    told = json.loads(run(*arguments, "--json").out)

    assert [[each["vendor"], each["role"], each["type"]] for each in told] == [
        line.split()[:3] for line in run(*arguments).lines
    ]
    known = {each.key: each for each in connector_catalog.entries()}
    for each in told:
        entry = known[each["key"]]
        assert each == {
            "key": entry.key,
            "vendor": entry.vendor,
            "role": entry.role,
            "type": entry.type,
            "name": entry.name,
            "model": entry.model,
            "reference": f"{entry.key}.md",
        }


def test_search_looks_for_all_words() -> None:
    assert [line.split()[2] for line in run("search", "STITCH", "braintree").lines] == ["platform.braintree"]
    nothing = run("search", "stitch", "nosuchthing")
    assert (nothing.status, nothing.out) == (1, "")
    assert nothing.err
    assert run("search", "nosuchthing", "--json").out == "[]\n"
    filtered = run("search", "snowflake", "--vendor", "fivetran", "--role", "destination").lines
    assert [line.split()[2] for line in filtered] == ["snowflake"]


def test_show_tells_the_facts_of_each_property() -> None:
    lines = run("show", "fivetran", "iterable").lines
    start = lines.index("  events: array of string, conditional")

    assert lines[:2] == ["Iterable", "fivetran/source/iterable"]
    system = "System Iterable: airbyte source-iterable; stitch platform.iterable"
    assert lines[2:7] == ["Model IterableConnection", "Reference fivetran/source/iterable.md", system, "", "config"]
    assert "  api_key: string, secret" in lines
    assert "  schema: string, required, create only" in lines
    assert "  endpoint: string, set by the vendor" in lines
    about = lines[start + 1 : lines.index("", start)]
    assert "    Required when sync_mode is SelectedEvents." in about
    assert about[0].startswith("    ")


def test_show_tells_the_meanings_of_values_and_the_default() -> None:
    out = run("show", "fivetran", "postgres").out
    shown = """
  connection_type: string
    Network route by which the PostgreSQL server is reached.
    Values:
      Directly: Connection without a tunnel, a private link or a proxy.
"""
    assert shown in out
    assert (
        "\n    Default: SshTunnel if tunnel_host, tunnel_port or tunnel_user is given,\n    otherwise Directly\n" in out
    )
    assert "\n    Format: hostname\n" in out


def test_every_description_is_shown_within_80_columns() -> None:
    for entry in connector_catalog.entries()[::25]:
        ran = run("show", entry.vendor, entry.type)
        described = connector_catalog.describe(entry.vendor, entry.type)
        flat = " ".join(ran.out.split())

        assert ran.status == 0
        for step in described["steps"]:
            for each in step["properties"]:
                assert " ".join(each["description"].split()) in flat
        long = [line for line in ran.lines if len(line) > 80]
        # Names, values and addresses are not broken.
        assert all(len(line.split()) <= 2 or "[" in line.split(": ")[0] for line in long), long
        assert not any(line != line.rstrip() for line in ran.lines)


def test_show_as_json_is_the_catalog_s() -> None:
    shown = json.loads(run("show", "stitch/platform.mysql", "--json").out)
    assert shown == connector_catalog.describe("stitch", "platform.mysql")


def test_show_tells_what_is_inside_of_objects_and_lists() -> None:
    for entry in connector_catalog.entries():
        described = connector_catalog.describe(entry.vendor, entry.type)
        if any(each.get("items", {}).get("properties") for step in described["steps"] for each in step["properties"]):
            assert "[]." in run("show", entry.vendor, entry.type).out
            return
    pytest.fail("no connector has a list of objects")


def test_schema_is_the_package_s() -> None:
    shown = json.loads(run("schema", "stitch", "platform.mysql").out)

    assert shown == connector_catalog.schema("stitch", "platform.mysql")


COMMANDS = ("show", "example", "schema", "standalone", "reference")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("fivetran postgres", "fivetran/source/postgres"),
        ("fivetran/postgres", "fivetran/source/postgres"),
        ("fivetran/source/postgres", "fivetran/source/postgres"),
        ("fivetran source/postgres", "fivetran/source/postgres"),
        ("airbyte source-postgres", "airbyte/source/source-postgres"),
        ("airbyte/source/postgres", "airbyte/source/source-postgres"),
        ("airbyte/source/source-postgres", "airbyte/source/source-postgres"),
        ("source-postgres", "airbyte/source/source-postgres"),
        ("destination/postgres_warehouse", "fivetran/destination/postgres_warehouse"),
        ("source/faker", "airbyte/source/source-faker"),
        ("apache_kafka", "fivetran/source/apache_kafka"),
        ("Apache_Kafka", "fivetran/source/apache_kafka"),
        ("platform.mysql", "stitch/source/platform.mysql"),
        ("stitch mysql", "stitch/source/platform.mysql"),
        # A whole id is meant before one without its prefix.
        ("stitch postgres", "stitch/destination/postgres"),
    ],
)
def test_a_connector_is_named_in_several_ways(words: str, key: str) -> None:
    for command in COMMANDS:
        assert run(command, *words.split()).status == 0
    assert run("reference", *words.split()).out == f"{key}.md\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_several_connectors_of_a_name_are_listed(command: str) -> None:
    ran = run(command, "postgres")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"connector-catalog {command}: several connectors are called 'postgres', name one of them:",
        "  airbyte/destination/destination-postgres",
        "  airbyte/source/source-postgres",
        "  fivetran/source/postgres",
        "  stitch/destination/postgres",
        "  stitch/source/platform.postgres",
    ]
    assert run(command, "airbyte", "postgres").err.count("\n") == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["stitch", "mysql\x1b"], "unknown stitch connector 'mysql\\x1b'; did you mean 'platform.mysql'?"),
        (["fivetran", "kafka"], "unknown fivetran connector 'kafka'; did you mean 'apache_kafka', "),
        (["fivetran", "google", "sheets"], "unknown fivetran connector 'google sheets'; did you mean 'google_sheets'?"),
        (["fivetran", "nosuchthing"], "unknown fivetran connector 'nosuchthing'"),
        (["iterabel"], "unknown connector 'iterabel'; did you mean 'airbyte/source/source-iterable', "),
        (["nosuchthing"], "unknown connector 'nosuchthing'"),
        (
            ["fivtran", "postgres"],
            f"unknown vendor 'fivtran', expected {join_or(quote(VENDORS))}; did you mean ",
        ),
        (["fivtran/postgres"], "unknown vendor 'fivtran', expected "),
        (["fivetran"], "expected a connector's id after 'fivetran'"),
        (["fivetran/destination/postgres"], "fivetran has no destination 'postgres'"),
        (["a/b/c/d"], "unknown connector 'a/b/c/d'"),
        (["/"], "unknown connector '/'"),
        ([""], "unknown connector ''"),
        (["apache_kafka", "a", "b"], "expected one connector, not also "),
    ],
)
def test_an_unknown_connector_is_a_mistake_of_usage(words: list[str], message: str) -> None:
    # The last word of `reference` may be a property.
    for command in COMMANDS if len(words) < 3 else COMMANDS[:-1]:
        ran = run(command, *words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"connector-catalog {command}: {message}")
        assert "\x1b" not in ran.err
        assert ran.err.count("\n") == 1


def test_the_module_runs_and_tells_its_version() -> None:
    assert run_apart("--version").out.startswith("connector-catalog ")
    assert run_apart("validate", "gone.json").status == 2


def test_each_command_has_help() -> None:
    for command in ("validate", "check-upgrade", "list", "search", *COMMANDS):
        told = run(command, "--help").out
        assert told.startswith(f"usage: connector-catalog {command} ")
        assert f"\n    {command}" in run("--help").out


def test_show_tells_what_is_inside_of_variants() -> None:
    shown = run("show", "airbyte", "source-postgres").out
    assert "replication_method[CDC].publication: string, required" in shown
    assert "replication_method[Xmin].method: string, required" in shown

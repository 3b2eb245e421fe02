"""The command ``convert``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from connector_catalog.command import document_values

from tests.package.conversion.deciding import LINKS, MYSQL, decided, system
from tests.package.running import run

SECRET = "s3cr3t-of-this-test"
SOURCE = {
    "type": "platform.hp-mysql",
    "display_name": "Shop",
    "properties": {"host": "db", "port": "3306", "user": "u", "password": SECRET, "server_id": SECRET, "ssh": SECRET},
}
REQUEST = {
    "name": "Shop",
    "configuration": {"sourceType": "mysql", "host": "db", "port": 3306, "username": "u", "password": SECRET},
}


@pytest.fixture(autouse=True)
def decisions() -> Iterator[None]:
    with decided(system(MYSQL, LINKS, {"stitch": ["server_id"]})):
        yield


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.json"
    path.write_text(json.dumps(SOURCE, indent=1))
    return path


def test_the_request_goes_to_the_output_and_the_rest_to_the_errors(source: Path) -> None:
    ran = run("convert", "--to", "airbyte", source)

    assert ran.status == 1
    assert json.loads(ran.out) == REQUEST
    assert ran.err.splitlines() == [
        f"{source}:9: warning: properties.server_id: Airbyte has no corresponding property [no-counterpart]",
        (
            f"{source}:10: warning: properties.ssh: tunnel_method.tunnel_method: "
            "expected one of: 'NO_TUNNEL', 'SSH_KEY_AUTH', 'SSH_PASSWORD_AUTH' [not-accepted]"
        ),
        f"{source}: airbyte/source-mysql: workspaceId: this property is required [required]",
        f"{source}: airbyte/source-mysql: configuration.database: this property is required [required]",
        f"{source}: airbyte/source-mysql: configuration.replication_method: this property is required [required]",
        "1 request of 1 payload, 3 problems, 2 warnings",
    ]


@pytest.mark.parametrize("format_", ["json", "yaml", "python"])
def test_files_of_each_format(source: Path, tmp_path: Path, format_: str) -> None:
    ran = run("convert", "--to", "fivetran", "--format", format_, "--output", tmp_path / "out", source)
    [written] = (tmp_path / "out").iterdir()

    assert ran.out == f"{written}\n"
    assert written.name == {"json": "Shop.fivetran.json", "yaml": "Shop.fivetran.yaml", "python": "shop.py"}[format_]
    assert SECRET not in ran.out + ran.err


def test_a_complete_request_is_valid(tmp_path: Path) -> None:
    payload = {"service": "mysql", "group_id": "g", "config": {"schema_prefix": "s", "host": "h", "port": 1}}
    path = tmp_path / "mysql.yaml"
    path.write_text(json.dumps(payload))
    ran = run("convert", "--to", "fivetran/mysql_rds", path)

    assert (ran.status, ran.err) == (0, "1 request of 1 payload, 0 problems, 0 warnings\n")
    assert json.loads(ran.out)["service"] == "mysql_rds"


def test_several_payloads_have_their_places(tmp_path: Path) -> None:
    listed, lines, documents = tmp_path / "a.json", tmp_path / "b.jsonl", tmp_path / "c.yaml"
    unknown: dict[str, Any] = {"type": "platform.hp-mysql", "properties": {"x": 1}}
    listed.write_text(json.dumps([SOURCE, unknown]))
    lines.write_text(f"{json.dumps(SOURCE)}\n\n{json.dumps(unknown)}\n")
    documents.write_text("type: platform.hp-mysql\nproperties: {}\n---\ntype: platform.hp-mysql\nproperties:\n  x: 1\n")
    ran = run("convert", "--to", "airbyte", listed, lines, documents)
    told = [line.partition(": warning")[0] for line in ran.err.splitlines() if "[unknown]" in line]

    assert len(json.loads(ran.out)) == 6
    assert told == [f"{listed}:1", f"{lines}:3", f"{documents}:6"]


def test_properties_alone(tmp_path: Path) -> None:
    ran = run("convert", "--to", "airbyte", "--type", "platform.hp-mysql", "-", stdin=b'{"host": "h"}')

    assert json.loads(ran.out)["configuration"] == {"sourceType": "mysql", "host": "h"}


def test_the_report_is_json(source: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run("convert", "--to", "airbyte", "--report", report, source)
    [found] = json.loads(report.read_text())

    assert (found["file"], found["vendor"], found["role"], found["type"]) == (
        str(source),
        "airbyte",
        "source",
        "source-mysql",
    )
    assert [(each["line"], each["path"], each["code"], each["level"]) for each in found["gaps"]] == [
        (9, "properties.server_id", "no-counterpart", "warning"),
        (10, "properties.ssh", "not-accepted", "warning"),
    ]
    assert [each["path"] for each in found["problems"] if each["level"] == "error"] == [
        "workspaceId",
        "configuration.database",
        "configuration.replication_method",
    ]
    assert SECRET not in report.read_text()


@pytest.mark.parametrize("option", ["--report", "--output"])
def test_no_file_is_replaced_unless_forced(source: Path, tmp_path: Path, option: str) -> None:
    given = tmp_path / "given"
    arguments = ["convert", "--to", "airbyte", option, given, source]

    assert run(*arguments).status == 1
    ran = run(*arguments)
    assert ran.status == 2
    assert "it exists; use --force to replace it" in ran.err
    assert run(*arguments, "--force").status == 1


def test_the_files_of_a_folder_that_hold_payloads(source: Path, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "broken.yaml").write_text("a: [")
    (tmp_path / "notes.txt").write_text("x")
    ran = run("convert", "--to", "airbyte", tmp_path)

    assert json.loads(ran.out) == REQUEST
    assert f"{tmp_path / 'package.json'}: note: skipped, no connector is named [skipped]" in ran.err
    assert f"{tmp_path / 'broken.yaml'}: note: skipped, no connector is named [skipped]" in ran.err
    assert run("convert", "--to", "airbyte", "--exclude", "source.json", tmp_path).status == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"{", "not-json"),
        (b'{"a": 1,}', "not-json"),
        (b"\xff\xfe", "not-utf-8"),
        (b"[" * 200, "not-json"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    ran = run("convert", "--to", "airbyte", path)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.rstrip().endswith(f"[{code}]")


def test_a_name_twice_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "twice.json"
    path.write_text('{"type": "platform.hp-mysql", "properties": {"host": "a",\n "host": "b"}}')
    ran = run("convert", "--to", "airbyte", path)

    assert ran.status == 1
    assert f"{path}:2: properties.host: duplicate key [duplicate-key]" in ran.err


@pytest.mark.parametrize("payload", ["[]", "5", '"x"', "null", "[1]", '{"some": 1}', '{"service": "x"}'])
def test_what_is_no_request(tmp_path: Path, payload: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(payload)
    ran = run("convert", "--to", "airbyte", path)

    assert (ran.status, ran.out) == (2 if payload == "[]" else 1, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "fivetrn"], "unknown vendor"),
        (["--to", "fivetran/mysqll"], "did you mean 'mysql'"),
        ([], "the following arguments are required: --to"),
        (["--to", "airbyte", "--type", "mysqll"], "unknown connector"),
    ],
)
def test_wrong_usage(source: Path, arguments: list[str], message: str) -> None:
    ran = run("convert", *arguments, source)

    assert ran.status == 2
    assert message in ran.err


def test_the_lines_of_a_file_are_sought_once(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    path.write_text(json.dumps([{"service": f"mysql{number}"} for number in range(500)], indent=1))
    with mock.patch.object(document_values, "places_in", wraps=document_values.places_in) as sought:
        ran = run("convert", "--to", "stitch", path)

    assert sought.call_count == 1
    assert ran.err.count("[unknown-connector]") == 500
    # Similar names are sought for as many of them as in one file that is validated.
    assert 0 < ran.err.count("did you mean") <= 100

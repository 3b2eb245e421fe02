"""The command ``adopt``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.package.running import run

TOKEN = "s3cr3t-of-this-test"
CONFIG = {"schema_prefix": "sales", "host": "h", "password": TOKEN, TOKEN[:4]: TOKEN}
ANSWER = {
    "code": "Success",
    "data": {"id": "x", "service": "postgres", "group_id": "g", "config": CONFIG, "other": TOKEN},
}
REQUEST = {
    "service": "postgres",
    "group_id": "g",
    "config": {"schema_prefix": "sales", "host": "h", "password": "${env:FIVETRAN_X_PASSWORD}"},
}


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(ANSWER))
    return path


def page(*connections: dict[str, Any]) -> bytes:
    return json.dumps({"data": {"items": connections}}).encode()


def test_a_request_goes_to_the_output_and_the_rest_to_the_errors(answer: Path) -> None:
    ran = run("adopt", answer)

    assert ran.status == 0
    assert json.loads(ran.out) == REQUEST
    assert ran.err.splitlines() == [
        "x: config.password: warning: [secret] the response has the secret itself; a reference stands for it",
        "x: config.s3cr: warning: [unknown] the catalog does not know this property; left out",
        "x: config.password: ${env:FIVETRAN_X_PASSWORD}",
        "x: left out, not in requests: other",
        "x: left out, set by the vendor: id",
        "1 connection, 0 problems",
    ]


@pytest.mark.parametrize("format_", ["json", "yaml", "python"])
def test_no_format_has_a_secret(answer: Path, tmp_path: Path, format_: str) -> None:
    ran = run("adopt", "--format", format_, "--output", tmp_path / "out", answer)
    [written] = (tmp_path / "out").iterdir()

    assert TOKEN not in ran.out + ran.err + written.read_text()
    assert ran.out == f"{written}\n"
    assert written.name == {"json": "x.fivetran.json", "yaml": "x.fivetran.yaml", "python": "x.py"}[format_]


@pytest.mark.parametrize("format_", ["json", "yaml"])
def test_what_is_adopted_is_valid(answer: Path, tmp_path: Path, format_: str) -> None:
    run("adopt", "--format", format_, "--output", tmp_path / "out", answer)

    assert run("validate", *(tmp_path / "out").iterdir()) == (0, "", "1 file, 1 payload, 0 problems\n")


def test_several_files_and_lines(answer: Path, tmp_path: Path) -> None:
    lines = tmp_path / "more.jsonl"
    lines.write_text("\n".join([json.dumps(ANSWER), "", json.dumps([ANSWER["data"]])]))
    other = tmp_path / "other.yaml"
    other.write_text("service: github\ngroup_id: g\nconfig: {schema: s}\n")
    ran = run("adopt", "--output", tmp_path / "out", answer, lines, other)

    assert ran.status == 0
    names = ["github.fivetran.json", "x.fivetran.json", "x_2.fivetran.json", "x_3.fivetran.json"]
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == names
    third = json.loads((tmp_path / "out" / "x_3.fivetran.json").read_text())
    assert third["config"]["password"] == "${env:FIVETRAN_X_PASSWORD_3}"


def test_nothing_is_overwritten_unasked(answer: Path, tmp_path: Path) -> None:
    there = tmp_path / "x.fivetran.json"
    there.write_text("mine")
    ran = run("adopt", "--output", tmp_path, answer)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"connector-catalog: {there}: it exists; use --force to replace it\n"
    assert there.read_text() == "mine"
    assert run("adopt", "--force", "--output", tmp_path, answer).status == 0
    assert json.loads(there.read_text()) == REQUEST


def test_a_gap_or_an_unknown_connector_sets_the_status() -> None:
    one = {"service": "postgres", "config": {"schema_prefix": "s"}}
    ran = run("adopt", "-", stdin=page(one, {"service": "postgers"}))

    assert ran.status == 1
    assert json.loads(ran.out)["service"] == "postgres"
    assert "postgres: group_id: [required] this property is required\n" in ran.err
    assert "connection 2: [unknown-connector] unknown fivetran connector; did you mean" in ran.err
    assert ran.err.endswith("1 connection, 2 problems\n")


def test_options(answer: Path) -> None:
    ran = run("adopt", "--secrets", "${vault:{vendor}#{path}}", "--keep-unknown", answer)
    assert json.loads(ran.out)["config"]["password"] == "${vault:fivetran#password}"
    assert json.loads(ran.out)["config"]["s3cr"] == TOKEN
    assert ran.status == 1
    alone = json.dumps({"config": {"schema_prefix": "s"}, "group_id": "g"}).encode()
    assert run("adopt", "--type", "postgres", "--vendor", "fivetran", "-", stdin=alone).status == 0
    for wrong in ("{vendor}/{path}", "${env:{nope}}"):
        ran = run("adopt", "--secrets", wrong, answer)
        assert (ran.status, ran.out) == (2, "")
        assert "argument --secrets: " in ran.err


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"{", "<stdin>:1: invalid JSON: "),
        (b"", "<stdin>: empty, expected a payload [empty]"),
        (b"\xff", "<stdin>: invalid UTF-8 [not-utf-8]"),
        (b"[1]", "<stdin>: expected a response of a vendor's API: an object for each connection [type]"),
        (b"[" * 200 + b"]" * 200, "nested more than 100 deep [too-deep]"),
        (b"a: &a [*a]\n", "<stdin>:1: "),
    ],
)
def test_bad_input(given: bytes, words: str) -> None:
    ran = run("adopt", "-", stdin=given)

    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


def test_files_that_cannot_be_read_or_written(answer: Path, tmp_path: Path) -> None:
    assert "no such file" in run("adopt", tmp_path / "nope.json").err.lower()
    ran = run("adopt", "--output", answer, answer)
    assert (ran.status, ran.out) == (2, "")
    assert str(answer) in ran.err


def test_a_hostile_name_breaks_no_line() -> None:
    ran = run("adopt", "-", stdin=page({"service": "postgres", "schema": "a\nb\x1b[31m", "config": {"\x1b[31m\n": 1}}))

    assert "\x1b" not in ran.out + ran.err
    assert all(line.startswith("a\\x0ab\\x1b[31m: ") for line in ran.err.splitlines()[:-1])

"""The formats of problems, the summary, the exit statuses, and what reaches a terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from connector_catalog.command import sarif
from connector_catalog.problem_codes import PROBLEM_CODES
from jsonschema import Draft202012Validator

from tests.package.running import COMMAND, ENVIRONMENT, command_after, request, run, run_apart

# What SARIF 2.1.0 requires of a log that holds one run of one tool, from its specification.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "run": {
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {"required": ["driver"], "properties": {"driver": {"$ref": "#/$defs/driver"}}},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "driver": {
            "required": ["name"],
            "additionalProperties": False,
            "properties": {
                "name": {"type": "string"},
                "version": {"type": "string"},
                "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}},
            },
        },
        "rule": {
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": TEXT,
                "helpUri": {"type": "string", "pattern": "^https?://"},
                "defaultConfiguration": {"properties": {"level": LEVEL}},
            },
        },
        "result": {
            "required": ["message", "ruleId", "level", "locations"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": LEVEL,
                "message": TEXT,
                "properties": {
                    "additionalProperties": False,
                    "properties": {"link": {"type": "string", "pattern": "^https?://"}},
                },
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
        },
        "location": {
            "required": ["physicalLocation"],
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {"properties": {"uri": {"pattern": r"^[A-Za-z0-9._~/%:-]+$"}}},
                        "region": {"properties": {"startLine": {"type": "integer", "minimum": 1}}},
                    },
                },
                "logicalLocations": {"items": {"properties": {"fullyQualifiedName": {"type": "string"}}}},
            },
        },
    },
}


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("a, b%.json")
    path.write_text(json.dumps(request(evnts=1, sync_mode="x"), indent=1))
    return path


def test_text_is_one_line_per_problem(wrong: Path) -> None:
    ran = run("validate", wrong)

    assert ran.lines == [
        (
            "a, b%.json:6: config.evnts: the catalog does not know this property; did you mean 'events'? [unknown]"
            " (fivetran/source/iterable.md)"
        ),
        (
            "a, b%.json:7: config.sync_mode: expected one of: 'SelectedEvents', 'AllEvents' [enum]"
            " (fivetran/source/iterable.md#config-sync_mode)"
        ),
    ]
    assert ran.err == "1 file, 1 payload, 2 problems\n"


def test_json_is_a_list_of_objects(wrong: Path) -> None:
    (first, second) = json.loads(run("validate", "--format", "json", "--unknown", "warn", wrong).out)

    assert first == {
        "file": "a, b%.json",
        "line": 6,
        "path": "config.evnts",
        "code": "unknown-warning",
        "level": "warning",
        "message": "the catalog does not know this property",
        "hint": "did you mean 'events'?",
        "reference": "fivetran/source/iterable.md",
        "link": "",
    }
    assert second["level"] == "error"
    assert json.loads(run("validate", "--format", "json", "--unknown", "allow", wrong, "gone").out)[1]["line"] is None


def test_github_is_escaped(wrong: Path) -> None:
    wrong.write_text(json.dumps(request(**{"a%\n::b": 1})))
    ran = run("validate", "--format", "github", "--unknown", "warn", wrong, "gone,:")

    assert ran.lines == [
        (
            "::warning file=a%2C b%25.json,line=1,title=unknown-warning::config.a%25%0A::b: the catalog does not know"
            " this property (fivetran/source/iterable.md)"
        ),
        "::error file=gone%2C%3A,title=not-readable::cannot be read: No such file or directory",
    ]


@pytest.mark.parametrize("names", [[], ["gone"], ["a, b%.json", "gone", "a, b%.json"]])
def test_sarif_has_what_sarif_requires(names: list[str], wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(json.dumps(request()))
    log = json.loads(run("validate", "--format", "sarif", "--unknown", "warn", *names, tmp_path / "good.json").out)
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]

    assert [fault.message for fault in Draft202012Validator(SARIF).iter_errors(log)] == []
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in made["results"])
    assert len(made["results"]) == {0: 0, 1: 1, 3: 5}[len(names)]
    assert len(rules) == {0: 0, 1: 1, 3: 3}[len(names)]


def test_sarif_names_the_line_and_the_level(wrong: Path) -> None:
    log = json.loads(run("validate", "--format", "sarif", "--unknown", "warn", wrong).out)
    result = log["runs"][0]["results"][0]

    assert (result["level"], result["ruleId"]) == ("warning", "unknown-warning")
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a%2C%20b%25.json"}, "region": {"startLine": 6}}


def test_every_code_of_the_package_has_a_meaning() -> None:
    folder = Path(sarif.__file__).parent
    told = [path.read_text() for path in (*folder.glob("*.py"), *folder.parent.glob("*.py"))]
    codes = {found for text in told for found in re.findall(r'(?:Problem|BadInputError)\([^()"]*?"([a-z-]+)", ', text)}
    codes |= {found for text in told for found in re.findall(r'return "([a-z-]+)", f?"', text)}

    assert len(codes) > 10
    assert codes - PROBLEM_CODES.keys() == {"unknown-vendor"} & codes


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["validate", "good.json"], 0),
        (["validate", "--unknown", "warn", "unknown.json"], 0),
        (["validate", "--unknown", "allow", "unknown.json"], 0),
        (["validate", "unknown.json"], 1),
        (["validate", "unknown.json", "gone.json"], 2),
        (["validate", "--type", "mysql", "--vendor", "stitch", "good.json"], 2),
        (["validate", "--type", "snowflake", "good.json"], 2),
        (["validate", "--type", "iterable", "good.json"], 0),
        (["validate", "--jobs", "0", "good.json"], 2),
        (["validate", "--vendor", "acme", "good.json"], 2),
        (["validate", "--vendor", "airbyte", "good.json"], 1),
        (["validate", "--action", "update", "good.json"], 1),
        (["validate"], 2),
        (["no-such-command"], 2),
        ([], 2),
        (["--version"], 0),
        (["-h"], 0),
        (["validate", "--help"], 0),
    ],
)
def test_exit_status(arguments: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.json").write_text(json.dumps(request()))
    Path("unknown.json").write_text(json.dumps(request(evnts=1)))

    assert run(*arguments).status == status


def test_a_type_of_two_vendors_needs_its_vendor() -> None:
    assert "--type snowflake needs --vendor fivetran or stitch" in run("validate", "--type", "snowflake", "x.json").err
    assert "did you mean 'platform.mysql'?" in run("validate", "--vendor", "stitch", "--type", "mysql", "x.json").err


def test_properties_alone_are_validated_where_the_connector_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema": "s", "evnts": 1}')
    ran = run("validate", "--vendor", "fivetran", "--type", "iterable", tmp_path / "x.json")

    assert [line.split(": ")[1] for line in ran.lines] == ["evnts"]


def test_standard_input_may_be_of_any_kind() -> None:
    one, wrong_one = json.dumps(request()), json.dumps(request(evnts=1))
    yaml = "service: iterable\ngroup_id: g\nconfig: {schema: s}\n"
    for text, payloads in {
        one: 1,
        f"{one}\n{one}\n": 2,
        f"[{one},\n{one}]": 2,
        yaml: 1,
        f"{yaml}---\n{yaml}": 2,
    }.items():
        ran = run("validate", "-", stdin=text.encode())
        assert ran.err == f"1 file, {payloads} payload{'s' * (payloads > 1)}, 0 problems\n", text
    assert run("validate", "-", stdin=f"{one}\n{wrong_one}".encode()).out.startswith("<stdin>:2: config.evnts: ")


def test_what_steers_a_terminal_or_breaks_a_line_is_shown_as_a_number(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(request(**{"a\x1b]0;x\x07\n::error::b\ud800": 1})))
    for name in ("text", "github", "json", "sarif"):
        out = run("validate", "--format", name, path).out
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", out)
        assert "\n::error::b" not in out


def on_terminal(*arguments: str | Path, **environment: str) -> bytes:
    """What a terminal gets from standard output and standard error."""
    ours, theirs = pty.openpty()
    env = {**{name: value for name, value in ENVIRONMENT.items() if name != "NO_COLOR"}, "TERM": "xterm", **environment}
    with subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        told = b""
        while True:
            try:
                told += os.read(ours, 65536)
            except OSError:
                break
    os.close(ours)
    assert process.returncode in (0, 1)
    return told


def test_colours_are_for_terminals_only(wrong: Path) -> None:
    assert b"\x1b[31m[enum]\x1b[0m" in on_terminal("validate", wrong)
    assert b"\x1b" not in on_terminal("validate", wrong, NO_COLOR="1")
    assert b"\x1b" not in on_terminal("validate", "--format", "json", wrong)
    assert "\x1b" not in run_apart("validate", wrong, TERM="xterm").out


def test_a_bar_is_for_terminals_only(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(request())}\n" * 30_000)

    assert b"100%" in on_terminal("validate", "--jobs", "1", path)
    assert run_apart("validate", "--jobs", "1", path).err == "1 file, 30,000 payloads, 0 problems\n"


@pytest.mark.parametrize("arguments", [["list"], ["schema", "fivetran", "postgres"], ["-h"], ["validate", "-"]])
def test_whoever_stops_reading_gets_no_traceback(arguments: list[str]) -> None:
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(b'{"a": 1}\n{"a": 2}\n' * 5000) if process.stdin else (b"", b"")
    # Where nothing is buffered, argparse itself passes over it.
    assert process.returncode == 141 or (arguments, process.returncode) == (["-h"], 0)
    assert b"Traceback" not in err
    assert b"Exception" not in err


def _children(pid: int) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text()


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(request())}\n" * 1_000_000)
    # Whoever ignores SIGINT, such as a job in the background, passes that on to its children.
    command = command_after("import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)")
    with subprocess.Popen(
        [*command, "validate", "--jobs", "2", path], stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
    ) as process:
        while process.poll() is None and len(_children(process.pid).split()) < 2:
            time.sleep(0.01)
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (130, b"")


def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "list"], stdout=full, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (2, b"connector-catalog: No space left on device\n")

"""Whatever stands in a file: one problem that says what is wrong and where, no traceback, the others are checked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from connector_catalog.command.blocks import Block
from connector_catalog.command.documents import examine_file
from connector_catalog.command.finding import Settings
from connector_catalog.command.lines import examine
from hypothesis import given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from tests.package.running import found, objects, request, run, run_limited

GOOD = json.dumps(request())
BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))

# The file's name, its bytes; the line, the path and the code of its one problem, and what the message must have.
CASES: dict[str, tuple[str, bytes, tuple[int, str, str], str]] = {
    "no value": ("x.json", b'{"a": }', (1, "", "not-json"), "invalid JSON: expected a value at column 7"),
    "in a later line": ("x.json", b'{"a": 1\n "b": 2}', (2, "", "not-json"), "a comma or the end of the object"),
    "something behind": ("x.json", b"{}\n{}", (2, "", "not-json"), "nothing after the value at column 1"),
    "open text": ("x.json", b'{"a": "sec', (1, "", "not-json"), "end of the string that starts at column 7"),
    "NaN": ("x.json", b'{"NaN": 1,\n"a": NaN}', (2, "", "not-json"), "no NaN or Infinity, at column 6"),
    "Infinity": ("x.json", b'{"a": -Infinity}', (1, "", "not-json"), "no NaN"),
    "digits": ("x.json", b'{"a": ' + b"1" * 5000 + b"}", (1, "", "too-large"), "too many digits"),
    "scalar": ("x.json", b"5", (1, "", "type"), "expected an object"),
    "scalar in a list": ("x.json", b"[\n5]", (2, "[0]", "type"), "expected an object"),
    "no object in YAML": ("x.yaml", b"- 5", (1, "[0]", "type"), "expected an object"),
    "list in a line": ("x.jsonl", b"[]", (1, "", "type"), "expected an object"),
    "empty": ("x.json", b"", (1, "", "empty"), "expected a payload"),
    "blank": ("x.json", b" \n\t", (1, "", "empty"), "expected a payload"),
    "only a mark": ("x.json", b"\xef\xbb\xbf", (1, "", "empty"), "expected a payload"),
    "empty lines": ("x.jsonl", b"\n \r\n", (1, "", "empty"), "expected a payload"),
    "empty YAML": ("x.yaml", b"# only this\n", (1, "", "empty"), "expected a payload"),
    "empty documents": ("x.yaml", b"---\n---\n", (1, "", "empty"), "expected a payload"),
    "deep": ("x.json", b"[" * 150 + b"]" * 150, (1, "[0]", "too-deep"), "more than 100 deep"),
    "very deep": ("x.json", b"[" * 99999 + b"]" * 99999, (1, "", "too-deep"), "more than 100 deep"),
    "deep line": ("x.jsonl", b'{"a":' * 150 + b"1" + b"}" * 150, (1, "", "too-deep"), "more than 100 deep"),
    "very deep line": ("x.jsonl", b"[" * 99999 + b"]" * 99999, (1, "", "too-deep"), "more than 100 deep"),
    "deep YAML": ("x.yaml", b"[" * 99999, (1, "", "too-deep"), "more than 100 deep"),
    "bytes": ("x.json", b'{\n"a": "\xff"}', (2, "", "not-utf-8"), "invalid UTF-8 at byte 8 of the file"),
    "UTF-16": ("x.json", "{}".encode("utf-16"), (1, "", "not-utf-8"), "byte 0 of the file"),
    "bytes in a line": ("x.jsonl", b'{"a": "\xff"}', (1, "", "not-utf-8"), "byte 7 of the line"),
    "bytes in YAML": ("x.yaml", b"a: \xff", (1, "", "not-utf-8"), "byte 3 of the file"),
    "no YAML": (
        "x.yaml",
        b"a: b: c",
        (1, "", "not-yaml"),
        "invalid YAML: mapping values are not allowed in this context at col",
    ),
    "no such anchor": ("x.yaml", b"a: *b", (1, "", "not-yaml"), "at column 4"),
    "bell": ("x.yaml", b"a: 1\nb: \x07", (2, "", "not-yaml"), "invalid YAML: syntax error at column 4"),
    "bomb": ("x.yaml", BOMB.encode(), (1, "", "too-large"), "more than 10,000 values"),
    "cycle": ("x.yaml", b"&a [*a]", (1, "", "too-large"), "contains itself"),
    "foreign tag": ("x.yaml", b"a: 1\nb: !!python/name:os.system x", (2, "", "not-yaml"), "unknown tag"),
    "wrong tag": ("x.yaml", b"a: !!int secret", (1, "", "not-yaml"), "does not match its tag"),
    "number as a name": ("x.yaml", b"a: 1\n2: b", (2, "", "type"), "a string as property name"),
    "no connector": ("x.json", b'{"config": {}}', (1, "", "no-connector"), "'service'"),
    "no part": ("x.json", b'{"type": "platform.mysql"}', (1, "", "no-connector"), "'properties'"),
    "unknown id": (
        "x.json",
        b'{\n"service": "iterabl"}',
        (2, "service", "unknown-connector"),
        "unknown fivetran connector",
    ),
    "id that is a number": ("x.json", b'{"service": 5}', (1, "service", "type"), "expected a string"),
    "very long id": ("x.json", b'{"service": "%b"}' % (b"x" * 999999), (1, "service", "unknown-connector"), "unknown "),
}


HOSTILE = {"digits", "very deep", "very deep line", "deep YAML", "bomb", "cycle"}
"""Where a limit that does not hold would take all memory of the tests' own process."""


@pytest.mark.parametrize("kind", CASES)
def test_what_is_wrong_is_one_problem_and_others_are_checked(kind: str, tmp_path: Path) -> None:
    name, data, expected, message = CASES[kind]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.json").write_text(GOOD)
    (tmp_path / "bad.json").write_text(GOOD.replace("schema", "shema"))
    runs = run_limited if kind in HOSTILE else run

    (told,) = json.loads(runs("validate", "--format", "json", tmp_path / name).out)
    assert (told["line"], told["path"], told["code"]) == expected
    assert message in told["message"]
    ran = runs("validate", tmp_path / name, tmp_path / "good.json", tmp_path / "bad.json")
    assert ran.status == 1
    assert len(ran.lines) == 2
    assert ran.lines[0].startswith(f"{tmp_path / name}:{expected[0]}: ")
    assert "[unknown]" in ran.out
    assert ran.err.startswith("3 files, ")


def test_nearest_ids_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"type": "mysql", "properties": {}}')

    (told,) = objects(tmp_path / "x.json")
    assert (told["code"], told["hint"]) == ("unknown-connector", "did you mean 'platform.mysql'?")


def test_bad_lines_do_not_hide_the_others(tmp_path: Path) -> None:
    lines = [
        b"\xef\xbb\xbf" + GOOD.encode(),
        b"{",
        b"",
        b'{"a": "\xff"}',
        GOOD.encode() + b"\r",
        b"[]",
        b'{"service": 1}',
    ]
    (tmp_path / "x.ndjson").write_bytes(b"\n".join(lines))

    assert [each[::2] for each in found(tmp_path / "x.ndjson")] == [
        (2, "not-json"),
        (4, "not-utf-8"),
        (6, "type"),
        (7, "type"),
    ]
    assert run("validate", tmp_path / "x.ndjson").err == "1 file, 6 payloads, 4 problems\n"


def test_bad_documents_do_not_hide_the_others(tmp_path: Path) -> None:
    good = "service: iterable\ngroup_id: g\nconfig:\n  schema: s\n"
    documents = [good, "1: 2\n", "a: !x 1\n", "&a [*a]\n", good.replace("schema", "shema"), "[\n"]
    (tmp_path / "x.yml").write_text("---\n".join(documents))

    assert [each[::2] for each in found(tmp_path / "x.yml")] == [
        (6, "type"),
        (8, "not-yaml"),
        (10, "too-large"),
        (15, "unknown"),
        (18, "not-yaml"),
    ]


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl", "x.yaml"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
        assert run("validate", tmp_path / name)[:2] == (0, "")
    line = GOOD.encode() + b"\n"
    # Several files in a row, as `cat` writes them.
    (tmp_path / "x.jsonl").write_bytes(2 * (b"\xef\xbb\xbf" + line))
    assert run("validate", tmp_path / "x.jsonl") == (0, "", "1 file, 2 payloads, 0 problems\n")
    assert run("validate", "-", stdin=b"\xef\xbb\xbf" + 2 * line) == (0, "", "1 file, 2 payloads, 0 problems\n")


def test_what_json_does_not_have_is_said_once(tmp_path: Path) -> None:
    text = (
        "service: iterable\ngroup_id: g\nconfig:\n  schema: s\n  historical_sync_limit_date: 2026-01-01\n"
        "  api_key: !!binary aaaa\n  evnts: -.INF\n"
    )
    (tmp_path / "x.yaml").write_text(text)

    told = objects(tmp_path / "x.yaml", "--unknown", "allow")
    assert [(each["line"], each["path"], each["code"]) for each in told] == [
        (5, "config.historical_sync_limit_date", "type"),
        (6, "config.api_key", "type"),
        (7, "config.evnts", "type"),
    ]
    assert told[0]["hint"] == "put it in quotes"


@pytest.mark.parametrize("name", ["gone.json", "x\0.json"])
def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(name: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")

    ran = run("validate", tmp_path / name, tmp_path / "bad.json")
    assert ran.status == 2
    assert "cannot be read: " in ran.lines[0]
    assert "[not-readable]" in ran.lines[0]
    assert "[not-json]" in ran.lines[1]
    assert found(tmp_path / name) == [(None, "", "not-readable")]


def test_without_pyyaml_yaml_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    (tmp_path / "x.yaml").write_text("a: 1")
    (tmp_path / "good.json").write_text(GOOD)

    ran = run("validate", tmp_path / "x.yaml", tmp_path / "good.json")
    assert ran.status == 2
    assert ran.lines == [
        f"{tmp_path / 'x.yaml'}: YAML needs PyYAML; pip install connector-catalog[yaml] [yaml-missing]"
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    for name, size in (("x.json", 20_000_001), ("x.yaml", 2_000_001)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        assert [each[2] for each in found(tmp_path / name)] == ["too-large"]


PIECES = st.sampled_from(
    [
        *"{}[]:,'\\é\x00\ufeff!=",
        '"a"',
        '"service": "iterable"',
        "service: ",
        "config",
        "\n",
        "  ",
        "- ",
        "? ",
        "|\n",
        "&a ",
        "*a",
        "<<: ",
        "!!set ",
        "!!omap ",
        "!!binary ",
        "null",
        "1e999",
        "NaN",
        "---\n",
        "2026-01-01",
        "{a: 1}",
        "0x",
        "1:30",
        "on: ",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["json", "jsonl", "yaml"]))
@bounds(derandomize=True, max_examples=300, deadline=None)
def test_no_text_ends_the_run(text: str, suffix: str) -> None:
    # By standard input, whose kind is told from its text, and as each kind.
    data = text.encode()
    if suffix == "jsonl":
        examine(Block(1, data, len(data)), Settings())
    else:
        examine_file(data, Settings(), suffix)
    assert run("validate", "-", stdin=data).status in (0, 1)


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        (
            "main.tf",
            b'resource "x" "y" {\n  service = "postgres"\n}\n',
            "the file is neither JSON nor YAML of a request",
        ),
        ("a.md", b"# Title\n\ntext\n", "the file is neither JSON nor YAML of a request"),
        ("a.csv", b"a,b\n1,2\n", "the file is neither JSON nor YAML of a request"),
        ("a.zip", b"PK\x03\x04", "the file is neither JSON nor YAML of a request"),
        ("a.yaml", b"text", ""),
        ("a.json", '{"a": 1}'.encode("utf-16"), "it seems to be UTF-16: save it as UTF-8"),
        ("a", "a: 1".encode("utf-16-be"), "the file is neither JSON nor YAML of a request"),
        ("a", b"\x00\xff\x80", ""),
    ],
)
def test_a_file_of_another_kind_is_one_problem(name: str, data: bytes, hint: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (told,) = objects(path)
    assert (told["level"], told["hint"]) == ("error", hint)
    assert run("validate", path).status == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--type", "snowflake"], "error: --type snowflake needs --vendor fivetran or stitch"),
        (["--type", "iterabel"], "unknown connector; did you mean 'airbyte/source/source-iterable', "),
        (["--type", "nosuchthing"], "unknown connector\n"),
        (["--vendor", "fivetran", "--type", "kafka"], "unknown fivetran connector; did you mean 'apache_kafka', "),
        (["--base-url", "nonsense"], "expected a URL that begins with https:// or http://"),
    ],
)
def test_wrong_usage_says_what_is_expected(arguments: list[str], message: str) -> None:
    ran = run("validate", *arguments, "x.json")
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err

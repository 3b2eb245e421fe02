"""Validating the files of a folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from connector_catalog.bounds import IGNORE_FILE_BYTES

from tests.package.running import command_after, objects, request, run, run_apart

GOOD = json.dumps(request())
BAD = json.dumps(request(evnts=1))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "all"
    path.mkdir()
    return path


def write(folder: Path, *names: str, text: str = BAD) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def files(*arguments: str | Path) -> list[str]:
    """The files with problems, without the name of the folder."""
    told = json.loads(run("validate", "--format", "json", *arguments).out)
    return [Path(each["file"]).as_posix().removeprefix("all/") for each in told]


def test_all_kinds_of_files_are_found_in_their_order(folder: Path) -> None:
    write(folder, "b.json", "a/z.jsonl", "a/b.ndjson", "c.txt", "C.json", "json", ".x.json", "a-b.json")
    write(folder, "a/y.yaml", "a/x.yml", text="service: iterable\ngroup_id: g\nconfig: {schema: s, evnts: 1}\n")

    found = [".x.json", "C.json", "a-b.json", "b.json", "a/b.ndjson", "a/x.yml", "a/y.yaml", "a/z.jsonl"]
    assert files("all") == found
    assert files("all/") == found
    os.chdir(folder)
    assert files(".") == found


def test_files_and_folders_may_be_mixed(folder: Path) -> None:
    write(folder, "a.json", "other.txt")
    ran = run("validate", "all", "all/other.txt", "-", stdin=GOOD.encode())
    assert [line.split(":")[0] for line in ran.lines] == ["all/a.json", "all/other.txt"]
    assert (ran.status, ran.err) == (1, "3 files, 3 payloads, 2 problems\n")


def test_hidden_folders_are_left_out_unless_they_are_named(folder: Path) -> None:
    write(folder, "a.json", ".git/a.json", ".venv/lib/a.json", "b/.cache/a.json")
    assert files("all") == ["a.json"]
    assert files("all/.venv") == [".venv/lib/a.json"]


def test_ignored_files_are_left_out_at_every_level(folder: Path) -> None:
    write(folder, "a.json", "drafts/a.json", "b/drafts/a.json", "b/c/x.json", "b/c/y.json", "b/keep.json")
    write(folder, ".gitignore", text="drafts/\n*.json\n!keep.json\n!/a.json\n")
    write(folder, "b/c/.gitignore", text="!y.json\n")
    assert files("all") == ["a.json", "b/keep.json", "b/c/y.json"]
    # What is named itself is validated, and so is a folder that is named.
    assert files("all/b/c/x.json") == ["b/c/x.json"]


def test_the_patterns_of_a_repository_count_below_it_only(folder: Path) -> None:
    write(folder, ".gitignore", text="/b/x.json\nb/c/\n")
    write(folder, "b/x.json", "b/y.json", "b/c/z.json", "b/c/d/z.json")
    assert files("all/b") == ["b/x.json", "b/y.json", "b/c/z.json", "b/c/d/z.json"]
    (folder / ".git").mkdir()
    assert files("all/b") == ["b/y.json"]
    # The pattern is for the folder `c`, and not for what is in it.
    assert files("all/b/c") == ["b/c/z.json", "b/c/d/z.json"]


def test_patterns_of_arguments(folder: Path) -> None:
    write(folder, "a.json", "a.conf", "drafts/a.json", "b/a.json", "b/c.json")
    assert files("--exclude", "drafts/", "--exclude", "/b/a.json", "all") == ["a.json", "b/c.json"]
    assert files("--include", "*.conf", "--include", "/b/*", "all") == ["a.conf", "b/a.json", "b/c.json"]
    assert files("--include", "*.json", "--include", "!a.json", "all") == ["b/c.json"]


def test_links_lead_nowhere(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, "outside/a.json", "outside.json")
    write(folder, "a.json", ".data/in.json", "b/a.json")
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "out.json").symlink_to(tmp_path / "outside.json")
    (folder / "b" / "circle").symlink_to(folder)
    (folder / "self.json").symlink_to(folder / "self.json")
    (folder / "gone.json").symlink_to(folder / "nowhere")
    (folder / "again.json").symlink_to(folder / "a.json")
    (folder / "in.json").symlink_to(folder / ".data" / "in.json")
    assert files("all") == ["a.json", "b/a.json", "in.json"]
    # A link to a folder that is named itself is that folder.
    assert files("all/out") == ["out/a.json"]


OTHERS = {
    "package.json": '{"name": "x", "scripts": {}}',
    "list.json": "[1, 2]",
    "text.json": '"x"',
    "schema.json": '{"type": "object", "properties": {"a": {}}}',
    "tsconfig.json": '{\n  // comment\n  "compilerOptions": {}\n}',
    "empty.json": "",
    "serverless.yml": "service: orders\nprovider: {name: aws}\n",
    "compose.yaml": "services:\n  web: {image: x}\n",
    "chart.yaml": "a: {{ .Values.x }\n",
    "lines.jsonl": '{"event": 1}\n{"event": 2}\n',
    "blank.jsonl": "\n\n",
    "workflow.yml": "on: push\njobs:\n  a: {steps: []}\n",
    "other.json": '{"service": {"name": "x"}}',
}


def test_other_files_are_skipped_with_a_note(folder: Path) -> None:
    for name, text in OTHERS.items():
        write(folder, name, text=text)
    write(folder, "bytes.json", text="")
    (folder / "bytes.json").write_bytes(b"\x00\xff\xfe\x80" * 100)
    write(folder, "good.json", text=GOOD)
    told = objects(folder)

    assert {Path(each["file"]).name for each in told} == {*OTHERS, "bytes.json"}
    assert {(each["code"], each["level"], each["line"]) for each in told} == {("skipped", "note", None)}
    ran = run("validate", folder)
    assert (ran.status, ran.err) == (0, "15 files, 1 payload, 0 problems, 14 notes\n")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("package.json", "no-connector"),
        ("list.json", "type"),
        ("schema.json", "unknown-connector"),
        ("serverless.yml", "unknown-connector"),
        ("tsconfig.json", "not-json"),
        ("empty.json", "empty"),
    ],
)
def test_a_file_that_is_named_has_to_be_a_payload(name: str, code: str, folder: Path) -> None:
    write(folder, name, text=OTHERS[name])
    assert {each["code"] for each in objects(folder / name)} == {code}
    assert run("validate", folder / name).status == 1


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        # Something of a request is there.
        ("a.json", '{"service": "iterabel"}', ["unknown-connector"]),
        ("a.json", '{"service": "nosuchthing", "group_id": "g"}', ["unknown-connector"]),
        ("a.json", '{"service": 5, "group_id": "g", "config": {}}', ["type"]),
        ("a.json", '{"service": "iterable", "group_id": ', ["not-json"]),
        ("a.yaml", "service: iterable\nconfig: {a: [\n", ["not-yaml"]),
        ("a.json", '{"type": "platform.mysql", "properties": {,}}', ["not-json"]),
        # One payload of several names its connector.
        ("a.json", f'[{GOOD}, {{"servce": "iterable"}}]', ["no-connector"]),
        ("a.jsonl", f'{GOOD}\n{{"servce": "iterable"}}\n5\n{{\n', ["no-connector", "type", "not-json"]),
        ("a.yaml", f"{GOOD}\n---\na: 1\n", ["no-connector"]),
    ],
)
def test_a_payload_with_a_mistake_is_not_skipped(name: str, text: str, codes: list[str], folder: Path) -> None:
    write(folder, name, text=text)
    assert [each["code"] for each in objects(folder)] == codes
    assert run("validate", folder).status == 1


def test_all_files_are_payloads_where_the_connector_is_given(folder: Path) -> None:
    write(folder, "a.json", text='{"evnts": 1, "schema": "s"}')
    assert [each["code"] for each in objects(folder)] == ["skipped"]
    assert [each["path"] for each in objects(folder, "--type", "iterable")] == ["evnts"]


@pytest.mark.parametrize(
    ("text", "message"),
    [(None, "matches *.json, *.jsonl, *.ndjson, *.yaml or *.yml"), ("{}", "names a connector")],
)
def test_a_folder_without_payloads_is_wrong_usage(text: str | None, message: str, folder: Path) -> None:
    write(folder, "a.txt" if text is None else "a.json", text=text or "")
    ran = run("validate", "--format", "json", folder)
    assert ran.status == 2
    assert f"connector-catalog validate: {folder}: no file of this folder {message}\n" in ran.err
    json.loads(ran.out)


def test_what_cannot_be_read_is_said(folder: Path) -> None:
    write(folder, "a.json", "b/a.json", "c/a.json")
    write(folder, "b/.gitignore", text="#" * (IGNORE_FILE_BYTES + 1))
    # The system refuses the names of a folder.
    refusing = """
import os
real = os.scandir
def scandir(path):
    if str(path).endswith("/c"):
        raise PermissionError(13, "Permission denied")
    return real(path)
os.scandir = scandir
"""
    ran = run_apart("validate", folder, command=command_after(refusing))
    assert [line.removeprefix(f"{folder}/").split(": ")[0] for line in ran.lines] == [
        "a.json:1",
        "b/.gitignore",
        "b/a.json:1",
        "c",
    ]
    assert (ran.status, "[too-large]" in ran.lines[1], ran.lines[3][-14:]) == (2, True, "[not-readable]")


def test_names_of_any_bytes(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff\n\x1b.json"
    Path(os.fsdecode(name)).write_text(BAD)
    for each in ("text", "github", "json", "sarif"):
        ran = run("validate", "--format", each, folder)
        assert (ran.status, "\x1b" in ran.out, "evnts" in ran.out) == (1, False, True)


def test_a_deep_folder(folder: Path) -> None:
    os.chdir(folder)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.json").write_text(BAD)
    os.chdir(folder)
    assert [Path(each).name for each in files(".")] == ["x.json"]


def test_each_file_found_is_one_line_of_every_format(folder: Path) -> None:
    write(folder, "package.json", text="{}")
    write(folder, "a.json", text=GOOD)
    assert run("validate", "--format", "github", "all").lines == [
        "::notice file=all/package.json,title=skipped::skipped, no connector is named"
    ]
    (result,) = json.loads(run("validate", "--format", "sarif", "all").out)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("skipped", "note")

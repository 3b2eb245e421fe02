"""No input makes the command line print a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.paths import PROJECT
from generator.pipeline import catalog as pipeline
from generator.pipeline import reading
from tests.records.reading import PAGES, with_profiles

PAGE = PAGES / "stitch" / "form_and_oauth.html"


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    with_profiles(tmp_path)
    return tmp_path


def _run(project: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--project", str(project), *map(str, arguments)])
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def _broken(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(reading, "read_document", broken)


@pytest.mark.parametrize("fault", [KeyError("hunter2"), RecursionError("hunter2"), MemoryError()])
@pytest.mark.parametrize("command", ["extract", "capture", "lint"])
def test_an_unexpected_exception_is_one_line(
    command: str, fault: Exception, project: Path, monkeypatch: pytest.MonkeyPatch
):
    _broken(monkeypatch, fault)
    result = _run(project, command, PAGE)

    assert result.exit_code == 2
    last = result.stderr.splitlines()[-1]
    assert last.startswith(f"{PAGE}: error [internal-error] {command} ends with {type(fault).__name__}")
    assert "--traceback" in last
    assert "hunter2" not in result.output
    assert "Traceback" not in result.output


def test_outside_of_documents_the_line_names_the_command(project: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "load_knowledge", broken)
    result = _run(project, "generate")

    assert result.exit_code == 2
    assert "generator: error [internal-error] generate ends with ZeroDivisionError" in result.stderr


def test_the_traceback_is_printed_on_demand(project: Path, monkeypatch: pytest.MonkeyPatch):
    _broken(monkeypatch, KeyError("x"))
    result = CliRunner().invoke(main, ["--project", str(project), "--traceback", "extract", str(PAGE)])

    assert isinstance(result.exception, Exception)
    assert isinstance(result.exception.__cause__, KeyError)


@pytest.mark.parametrize("arguments", [["extract"], ["nothing"], ["extract", "--format", "x", "y"], ["--help"]])
def test_wrong_usage_is_still_explained(arguments: list[str], project: Path):
    assert "internal-error" not in _run(project, *arguments).output


HOSTILE = {
    "deep.html": b"<html><body><table>" + b"<b>" * 100_000,
    "deep_closed.html": b"<html><body><p><b>" + b"<b>" * 330 + b"x" + b"</b>" * 330,
    "deep_lists.html": b"<html><body>" + b"<ul><li>" * 400 + b"x" + b"</li></ul>" * 400,
    "deep_tables.html": b"<html><body>" + b"<table><tr><td>" * 400 + b"x",
    "deep.json": b'{"openapi":' * 5_000,
    "deep.yaml": b"openapi: 3.0.0\na: " + b"[" * 5_000,
    "null.json": b'{"openapi": null}',
    "list.json": b'{"openapi": "3.0.0", "paths": [], "components": 3}',
    "empty.yaml": b"openapi: 3.0.0",
    "capture.json": b'{"capture": 1, "document": 3, "sections": 4}',
    "capture_list.json": b'{"capture": [], "document": {"name": [], "vendor": {}}, "sections": null}',
    "charset.html": b'<html><body><div><meta charset="undefined">\xff',
    "surrogate.json": b'{"openapi": "3.0.0", "x": "\\ud800"}',
    "digits.json": b'{"openapi": "3.0.0", "x": ' + b"1" * 4_000 + b"}",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("command", ["extract", "capture"])
def test_a_hostile_document_is_an_error_of_its_own(name: str, command: str, project: Path):
    (project / name).write_bytes(HOSTILE[name])
    vendor = ["--vendor", "stitch"] if name.endswith("html") else []
    result = _run(project, command, *vendor, project / name)

    assert result.exit_code == 2
    assert "internal-error" not in result.output
    assert f"{project / name}" in result.stderr
    if name.startswith("deep"):
        assert "[too-large]" in result.stderr or name == "deep.json"


def test_pipes_devices_and_folders_are_errors_of_their_own(project: Path):
    os.mkfifo(project / "pipe")
    for path in (project / "pipe", "/dev/zero", project):
        result = _run(project, "extract", path)
        assert result.exit_code == 2
        assert "[not-readable]" in result.stderr


def test_the_process_prints_no_traceback_either(project: Path):
    (project / "deep.html").write_bytes(HOSTILE["deep.html"])
    command = [sys.executable, "-m", "generator", "--project", str(project), "extract"]
    command += ["--vendor", "stitch", str(project / "deep.html")]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)

    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "[too-large]" in result.stderr

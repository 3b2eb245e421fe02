"""Diagnostics of bad input: the golden beside each page has every diagnostic as it is printed."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.paths import PROJECT, Layout
from tests.records.reading import with_profiles
from tests.vendors import VENDORS

FAULTY = Path(__file__).parent.parent / "faulty_pages"
CASES = sorted(path.name for path in FAULTY.iterdir() if not path.name.endswith(".diagnostics.txt"))
UNREADABLE = {
    "binary_file.html",
    "blank_file.txt",
    "capture_document_wrong.json",
    "capture_of_later_form.json",
    "capture_of_unknown_vendor.json",
    "capture_paragraph_wrong.json",
    "capture_sections_no_list.json",
    "capture_sections_wrong.json",
    "capture_without_document.json",
    "cut_off_json.json",
    "empty_file.html",
    "invalid_utf8.html",
    "json_list.json",
    "openapi.json",
    "openapi_cut_off.json",
    "openapi_other_vendor.json",
    "other_json.json",
    "unknown_encoding.html",
    "unknown_vendor.html",
}
"""The cases that cannot be read at all: exit status 2. The others can, and have errors: 1."""

COUNTS = re.compile(r"\d+ (?:error|warning|note)s?(?:, \d+ (?:error|warning|note)s?)*")
LAST = re.compile(r"\d+ documents?, \d+ connectors?, \d+ propert(?:y|ies), \d+ unaccounted")


@pytest.fixture(autouse=True)
def beside_the_cases(monkeypatch: pytest.MonkeyPatch):
    # A document is called as the user called it: here without its folder, so that no golden holds a path.
    monkeypatch.chdir(FAULTY)


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_golden_has_its_case():
    stems = {name.split(".")[0] for name in CASES}
    assert len(stems) == len(CASES)
    assert {path.name.split(".")[0] for path in FAULTY.glob("*.diagnostics.txt")} == stems


@pytest.mark.parametrize("case", CASES)
def test_the_diagnostics_are_these(case: str, tmp_path: Path, golden_beside: Callable[[str, Path], None]):
    with_profiles(tmp_path)
    result = run("--project", tmp_path, "--notes", "extract", "--format", "json", case)
    *found, counts, last = result.stderr.splitlines()
    assert COUNTS.fullmatch(counts)
    assert LAST.fullmatch(last)
    # The golden of a page stays the same when a vendor is added.
    text = "".join(f"{line}\n" for line in found).replace(f"one of: {', '.join(VENDORS)}\n", "one of: <vendors>\n")
    golden_beside(text, FAULTY / f"{Path(case).stem}.diagnostics.txt")


@pytest.mark.parametrize("case", CASES)
def test_the_exit_status_says_whether_the_document_could_be_read(case: str, tmp_path: Path):
    with_profiles(tmp_path)
    assert run("--project", tmp_path, "extract", case).exit_code == (2 if case in UNREADABLE else 1)


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_captured(case: str, small: Layout):
    (small.root / "generated").mkdir()
    before = digests(small.root.parent)
    result = run("--project", small.root, "capture", case)
    assert result.exit_code == (2 if case in UNREADABLE else 1)
    assert digests(small.root.parent) == before


@pytest.mark.parametrize("case", ["cut_off_in_table.html", "binary_file.html", "capture_without_document.json"])
def test_a_user_sees_no_traceback(case: str, tmp_path: Path):
    with_profiles(tmp_path)
    command = [sys.executable, "-m", "generator", "--project", str(tmp_path), "extract", str(FAULTY / case)]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == (2 if case in UNREADABLE else 1)
    assert "Traceback" not in result.stderr
    assert case in result.stderr


DEEP = {
    "html": "The Acme source connection property object" + "<div>" * 5_000 + "<table><tr><td>x</td></tr></table>",
    "list": "<h4>The Acme source connection property object</h4>" + "<ul><li>" * 2_000 + "</li></ul>" * 2_000,
    "tables": "The Acme source connection property object" + "<table><tr><td>a<br>STRING</td><td>" * 500,
    "json": '{"a":' * 100_000,
    "payload": "api.fivetran.com\n" + '{"a":' * 100_000 + "1" + "}" * 100_000,
    "code": "Acme connection property object <pre>" + "[" * 100_000 + "</pre>",
}


@pytest.mark.parametrize("content", DEEP.values(), ids=DEEP)
def test_deep_nesting_gives_no_traceback(content: str, tmp_path: Path):
    with_profiles(tmp_path)
    page = tmp_path / "deep.html"
    page.write_text(content, encoding="utf-8")
    # `run` has seen to it that no exception came out.
    assert run("--project", tmp_path, "extract", page).exit_code in (1, 2)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path):
    result = run("--project", tmp_path, "extract", "nowhere.html")
    assert result.exit_code == 2
    assert "nowhere.html: error [not-readable]" in result.stderr


def test_a_folder_cannot_be_read(tmp_path: Path):
    assert run("--project", tmp_path, "extract", tmp_path).exit_code == 2

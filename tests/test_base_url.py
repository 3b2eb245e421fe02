"""The base URL of the schemas: read from one place, an https URL and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base_url import NOWHERE, BaseUrl, read_base_url
from generator.diagnostics import Diagnostics

STATED = '[tool.connector-catalog]\nbase-url = "{}"\n'
GOOD = "https://schemas.example.org/catalog"


def _read(project: Path, given: str | None = None) -> tuple[BaseUrl, list[str]]:
    diagnostics = Diagnostics()
    found = read_base_url(project, given, diagnostics)
    return found, [str(each) for each in diagnostics]


def test_an_address_has_a_version_and_the_path() -> None:
    assert BaseUrl(GOOD).schema("a/b.json") == f"{GOOD}/schemas/v1/a/b.json"
    assert BaseUrl(GOOD).schema("a b#.json", "2026-08") == f"{GOOD}/schemas/2026-08/a%20b%23.json"


def test_the_project_states_it(tmp_path: Path) -> None:
    assert _read(tmp_path) == (NOWHERE, [])
    for text in ("", "[tool.other]\n", "tool = 1\n", "[tool]\nconnector-catalog = []\n"):
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        assert _read(tmp_path) == (NOWHERE, [])
    (tmp_path / "pyproject.toml").write_text(STATED.format(f"{GOOD}/"), encoding="utf-8")
    assert _read(tmp_path) == (GOOD, [])
    assert _read(tmp_path, "https://other.example") == ("https://other.example", [])


def test_the_default_is_nobody_s() -> None:
    assert NOWHERE.endswith(".invalid")
    assert BaseUrl.of(NOWHERE) == NOWHERE


@pytest.mark.parametrize(
    "url",
    [
        *("", "x", "http://example.org", "https://", "https:///x", "https://example.org?x=1", "https://example.org#x"),
        *("https://user@example.org", "https://example.org/a b", "https://example.org/a\n", "https://example.org/../x"),
        *("https://example.org//x", "https://-example.org", "https://example.org/%2e", "file:///x", "//example.org"),
        *("https://example.org/é", "https://example.org:99999999", f"https://example.org/{'x' * 500}", '"><script>'),
    ],
)
def test_anything_else_is_an_error(url: str, tmp_path: Path) -> None:
    found, told = _read(tmp_path, url)

    assert found == NOWHERE
    assert len(told) == 1
    assert told[0].startswith("--base-url: error [base-url] ")
    assert "an https URL without query and fragment" in told[0]


@pytest.mark.parametrize("text", [STATED.format("http://x"), "[tool.connector-catalog]\nbase-url = 7\n", "x = [", "\0"])
def test_a_fault_of_the_file_is_an_error(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    found, told = _read(tmp_path)

    assert found == NOWHERE
    assert len(told) == 1
    assert "[base-url]" in told[0]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").mkdir()

    assert "it is a folder" in _read(tmp_path)[1][0]

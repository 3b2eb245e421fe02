"""The table of display names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.names import load_names
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import codes


def _loaded(folder: Path, text: str) -> tuple[dict[str, str], Diagnostics]:
    path, diagnostics = folder / "names.yaml", Diagnostics()
    path.write_text(text, encoding="utf-8")
    return load_names(path, diagnostics), diagnostics


def test_names_are_read_by_id(tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, "acme: ACME\n360: Three Sixty\n")

    assert names == {"acme": "ACME", "360": "Three Sixty"}
    assert list(diagnostics) == []


def test_a_project_needs_no_names(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_names(tmp_path / "names.yaml", diagnostics) == {}
    assert list(diagnostics) == []


@pytest.mark.parametrize("entry", ["a: 3", "a:", "a: [X]", "a: {b: X}", 'a: ""', 'a: "  "', "a: true"])
def test_an_entry_that_is_not_a_name_is_an_error(entry: str, tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, f"b: Good\n{entry}\nc: Good\n")
    (error,) = diagnostics

    assert (error.level, error.code, error.place) == (Level.ERROR, "names-format", "names.yaml")
    assert error.message.startswith("a: expected a name, got ")
    assert names == {"b": "Good", "c": "Good"}


@pytest.mark.parametrize("text", ["a: [", "- a\n", "words", ""])
def test_a_file_that_is_not_a_table_is_an_error(text: str, tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, text)

    assert names == {}
    assert codes(diagnostics, Level.ERROR) == ["names-format"]

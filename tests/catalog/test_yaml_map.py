"""The tables that people write: YAML files of one map each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog import yaml_map
from generator.catalog.yaml_map import load_map
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout


def _loaded(path: Path) -> tuple[dict[str, Any], list[tuple[Level, str, str, str]]]:
    diagnostics = Diagnostics()
    found = load_map(path, "table-format", "from words to numbers", diagnostics)
    return found, [(each.level, each.code, each.place, each.message) for each in diagnostics]


def _written(folder: Path, text: str | bytes) -> Path:
    path = folder / "table.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_map_is_read_in_its_order(tmp_path: Path) -> None:
    found, told = _loaded(_written(tmp_path, "b: 1\na:\n  x: é\n"))

    assert list(found.items()) == [("b", 1), ("a", {"x": "é"})]
    assert told == []


@pytest.mark.parametrize(("key", "name"), [("360", "360"), ("1.5", "1.5"), ("true", "True"), ("'*'", "*")])
def test_each_key_is_a_text(key: str, name: str, tmp_path: Path) -> None:
    assert _loaded(_written(tmp_path, f"{key}: x\n"))[0] == {name: "x"}


@pytest.mark.parametrize("text", ["- a\n", "words\n", "3\n", "", "# nothing\n"])
def test_a_file_that_holds_something_else_is_an_error_that_says_what_is_expected(text: str, tmp_path: Path) -> None:
    found, told = _loaded(_written(tmp_path, text))

    assert found == {}
    assert told == [(Level.ERROR, "table-format", "table.yaml", "the file is not a map from words to numbers")]


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "a: b: c",
        "\ta: b",
        "a: *nothing",
        b"a: caf\xe9",
        "a: \x00",
        "? [b]\n: c",
        "a: !!python/name:os.x",
        "a: 2026-99-99",
    ],
)
def test_a_file_that_cannot_be_read_as_yaml_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    found, ((level, code, place, message),) = _loaded(_written(tmp_path, text))

    assert (found, level, code, place) == ({}, Level.ERROR, "table-format", "table.yaml")
    assert message.startswith("the file cannot be read as YAML: ")


@pytest.mark.parametrize("missing", [True, False])
def test_a_file_that_is_not_there_is_an_error(missing: bool, tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    if not missing:
        path.mkdir()
    found, ((_, code, place, _),) = _loaded(path)

    assert (found, code, place) == ({}, "table-format", "table.yaml")


@pytest.mark.parametrize("table", ["glossary", "secrecy", "names"])
def test_both_parsers_read_the_project_s_tables_alike(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = getattr(Layout(), table)
    quick = _loaded(path)
    monkeypatch.setattr(yaml_map, "_LOADER", yaml.SafeLoader)

    assert _loaded(path) == quick
    assert quick[0]

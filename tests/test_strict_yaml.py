"""The one loader of YAML files: safe tags, no duplicate keys, and errors that name the file and the line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import strict_yaml
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout
from generator.strict_yaml import load_mapping, load_yaml


def _written(folder: Path, text: str | bytes) -> Path:
    path = folder / "table.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _loaded(path: Path) -> tuple[Any, list[tuple[Level, str, str, str]]]:
    diagnostics = Diagnostics()
    found = load_yaml(path, "table-format", diagnostics)
    return found, [(each.level, each.code, each.place, each.message) for each in diagnostics]


def _mapping(path: Path) -> tuple[dict[str, Any], list[str]]:
    diagnostics = Diagnostics()
    found = load_mapping(path, "table-format", "from words to numbers", diagnostics)
    assert all((each.level, each.code, each.place) == (Level.ERROR, "table-format", path.name) for each in diagnostics)
    return found, [each.message for each in diagnostics]


def test_a_mapping_is_read_in_its_order(tmp_path: Path) -> None:
    found, messages = _mapping(_written(tmp_path, "b: 1\na:\n  x: é\n"))

    assert list(found.items()) == [("b", 1), ("a", {"x": "é"})]
    assert messages == []


@pytest.mark.parametrize(("key", "name"), [("360", "360"), ("1.5", "1.5"), ("true", "True"), ("'*'", "*")])
def test_keys_are_strings(key: str, name: str, tmp_path: Path) -> None:
    assert _mapping(_written(tmp_path, f"{key}: x\n"))[0] == {name: "x"}


@pytest.mark.parametrize("text", ["- a\n", "words\n", "3\n", "", "# nothing\n", "null\n"])
def test_another_value_than_a_mapping_is_an_error(text: str, tmp_path: Path) -> None:
    assert _mapping(_written(tmp_path, text)) == ({}, ["expected a mapping from words to numbers"])


def test_an_error_of_another_file_is_not_taken_for_one_of_this(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    diagnostics.error("other", "", "other")
    load_mapping(_written(tmp_path, "- a\n"), "table-format", "from a to b", diagnostics)

    assert [each.code for each in diagnostics] == ["other", "table-format"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: 1\n'a': 1\n", 2),
        ("o:\n  a: 1\n  a: 2\n", 3),
        ("- x\n- o: {a: 1, a: 2}\n", 2),
        ("1: x\n0x1: y\n", 2),
        ("true: x\nyes: y\n", 2),
        ("o: &o {a: 1}\np:\n  <<: *o\n  b: 1\n  b: 2\n", 5),
    ],
)
def test_a_duplicate_key_is_an_error_at_any_depth(text: str, line: int, tmp_path: Path) -> None:
    found, ((level, code, place, message),) = _loaded(_written(tmp_path, text))

    assert (found, level, code, place) == (None, Level.ERROR, "table-format", "table.yaml")
    assert message.startswith("invalid YAML: duplicate key ")
    assert message.endswith(f" (line {line})")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: {x: 1}\nb: {x: 1}\n", {"a": {"x": 1}, "b": {"x": 1}}),
        ("a: &o {x: 1, y: 1}\nb:\n  <<: *o\n  x: 2\n", {"a": {"x": 1, "y": 1}, "b": {"x": 2, "y": 1}}),
        ("'1': x\n1: y\n", {"1": "x", 1: "y"}),
        ("[a, b]", ["a", "b"]),
    ],
)
def test_keys_of_different_mappings_are_no_duplicates(text: str, value: Any, tmp_path: Path) -> None:
    assert _loaded(_written(tmp_path, text)) == (value, [])


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
def test_invalid_yaml_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    found, ((level, code, place, message),) = _loaded(_written(tmp_path, text))

    assert (found, level, code, place) == (None, Level.ERROR, "table-format", "table.yaml")
    assert message.startswith("invalid YAML: ")
    assert "\n" not in message


def test_an_error_names_the_line(tmp_path: Path) -> None:
    assert _loaded(_written(tmp_path, "a: 1\nb: c: d\n"))[1][0][3].endswith(" (line 2)")


@pytest.mark.parametrize("missing", [True, False])
def test_a_file_that_cannot_be_read_is_an_error(missing: bool, tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    if not missing:
        path.mkdir()
    found, ((_, code, place, _),) = _loaded(path)

    assert (found, code, place) == (None, "table-format", "table.yaml")


@pytest.mark.parametrize("table", ["glossary", "secrecy", "names"])
def test_the_loader_in_python_returns_the_same(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = getattr(Layout(), table)
    fast = _loaded(path)
    monkeypatch.setattr(strict_yaml.yaml, "load", lambda text, **_: yaml.SafeLoader(text).get_single_data())

    assert _loaded(path) == fast
    assert fast[0]

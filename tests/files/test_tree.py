"""Comparing trees of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import tree

OWNED = ("out",)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "out/same": "a\n",
        "out/deep/changed": "old\n",
        "out/leftover": "x\n",
        "other/file": "y\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


FILES = {"out/same": "a\n", "out/deep/changed": "new\n", "out/missing": "é\n"}


def test_compare_finds_what_is_missing_changed_and_left_over(root: Path) -> None:
    found = tree.compare(root, FILES, OWNED)

    assert found == tree.Difference(("out/missing",), ("out/deep/changed",), ("out/leftover",))


def test_a_difference_has_a_line_for_each_file(root: Path) -> None:
    lines = tree.compare(root, FILES, OWNED).lines()

    assert lines == ["missing: out/missing", "changed: out/deep/changed", "left over: out/leftover"]


def test_line_ends_count_as_a_difference(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\r\n")

    assert tree.compare(tmp_path, {"a": "x\n"}, ()).changed == ("a",)


def test_compiled_python_is_not_left_over(root: Path) -> None:
    (root / "out/__pycache__").mkdir()
    (root / "out/__pycache__/a.pyc").write_bytes(b"")

    assert tree.compare(root, FILES, OWNED).leftover == ("out/leftover",)


def test_unchanged_files_are_neither_left_over_nor_compared(root: Path) -> None:
    found = tree.compare(root, FILES, OWNED, {"out/leftover"})

    assert found == tree.Difference(("out/missing",), ("out/deep/changed",), ())

"""Comparing and writing trees of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import tree

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


def test_equal_trees_do_not_differ(tmp_path: Path) -> None:
    tree.apply(tmp_path, FILES, tree.compare(tmp_path, FILES, OWNED))

    assert not tree.compare(tmp_path, FILES, OWNED)


def test_apply_writes_the_expected_tree(root: Path) -> None:
    tree.apply(root, FILES, tree.compare(root, FILES, OWNED))

    assert {path: (root / path).read_text(encoding="utf-8") for path in tree.files_below(root, "out")} == FILES


def test_files_outside_the_owned_folders_are_left_alone(root: Path) -> None:
    tree.apply(root, FILES, tree.compare(root, FILES, OWNED))

    assert (root / "other/file").read_text(encoding="utf-8") == "y\n"


def test_a_file_that_is_right_is_not_touched(root: Path) -> None:
    before = (root / "out/same").stat()

    tree.apply(root, FILES, tree.compare(root, FILES, OWNED))

    after = (root / "out/same").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_line_ends_count_as_a_difference(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\r\n")

    assert tree.compare(tmp_path, {"a": "x\n"}, ()).changed == ("a",)


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    tree.write_atomically(tmp_path / "new/a", "é\r\n\n")

    assert (tmp_path / "new/a").read_bytes() == "é\r\n\n".encode()


def test_compiled_python_is_not_left_over(root: Path) -> None:
    (root / "out/__pycache__").mkdir()
    (root / "out/__pycache__/a.pyc").write_bytes(b"")

    assert tree.compare(root, FILES, OWNED).leftover == ("out/leftover",)


def test_failing_write_leaves_the_old_file_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("os.replace", refuse)

    with pytest.raises(OSError, match="full"):
        tree.write_atomically(root / "out/same", "new\n")

    assert (root / "out/same").read_text(encoding="utf-8") == "a\n"
    assert {path.name for path in (root / "out").iterdir()} == {"same", "deep", "leftover"}


def test_text_that_cannot_be_encoded_leaves_the_old_file(root: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        tree.write_atomically(root / "out/same", "\ud800")

    assert (root / "out/same").read_text(encoding="utf-8") == "a\n"
    assert {path.name for path in (root / "out").iterdir()} == {"same", "deep", "leftover"}

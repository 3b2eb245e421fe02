"""An unreadable folder is an error, a missing one is empty."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.files.folders import files_below, files_in, folders_in


def _below(folder: Path) -> Any:
    return files_below(folder.parent, folder.name)


def _json(folder: Path) -> Any:
    return files_in(folder, ".json")


def test_files_and_folders_are_sorted(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "c.yaml"):
        (tmp_path / name).touch()
    for name in ("z", "y"):
        (tmp_path / name).mkdir()

    assert [path.name for path in files_in(tmp_path, ".json")] == ["a.json", "b.json"]
    assert [path.name for path in folders_in(tmp_path)] == ["y", "z"]


@pytest.mark.parametrize("listed", [_json, folders_in, _below])
def test_a_missing_folder_is_empty(listed: Callable[[Path], Any], tmp_path: Path) -> None:
    assert not listed(tmp_path / "missing")


@pytest.mark.parametrize("listed", [_json, folders_in, _below])
def test_an_unreadable_folder_is_an_error(
    listed: Callable[[Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Any) -> Any:
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        listed(tmp_path)

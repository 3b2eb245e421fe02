"""The modules of the package that are copied."""

from __future__ import annotations

import errno
import os
from typing import Any

import pytest

from generator.outputs.package import source_files
from generator.paths import PACKAGE_SOURCE


def test_every_module_of_the_source_is_copied() -> None:
    found = {path.relative_to(PACKAGE_SOURCE).as_posix() for path in PACKAGE_SOURCE.rglob("*.py")}

    assert found <= source_files().keys()


def test_an_unreadable_folder_is_an_error_and_not_a_package_without_its_modules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("command"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        source_files()

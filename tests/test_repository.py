"""Modules and templates are short, only a vendor's own files name the vendor, and merges leave no marks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.paths import GENERATOR, PACKAGE_SOURCE, PROJECT, TEMPLATES, Layout
from generator.profiles.profile import vendor_names

LONGEST_TEMPLATE = 60
LONGEST_MODULE = 200
SITE_SOURCE = TEMPLATES / "site"
BUILDER_SOURCE = TEMPLATES / "builder"
_NOT_SOURCE = {"__pycache__", "node_modules", "dist"}


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file() and _NOT_SOURCE.isdisjoint(path.parts))


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def _longer(paths: list[Path], longest: int) -> dict[str, int]:
    """The files that are too long, with their numbers of lines."""
    assert paths
    lines = {path.relative_to(PROJECT).as_posix(): _lines(path) for path in paths}
    return {path: number for path, number in lines.items() if number > longest}


def test_no_file_is_too_long() -> None:
    assert _longer(_files(TEMPLATES, "*.jinja*"), LONGEST_TEMPLATE) == {}
    assert _longer(_files(GENERATOR, "*.py"), LONGEST_MODULE) == {}
    assert _longer(_files(PACKAGE_SOURCE, "*.py"), LONGEST_MODULE) == {}
    assert _longer(_files(SITE_SOURCE, "*"), LONGEST_MODULE) == {}
    assert _longer(_files(BUILDER_SOURCE, "*.ts*"), LONGEST_MODULE) == {}


def test_templates_are_the_only_other_files() -> None:
    others = [path for path in _files(TEMPLATES, "*") if not path.name.endswith((".jinja", ".jinja2"))]
    kinds = {
        PACKAGE_SOURCE: (".py", ".pyi"),
        SITE_SOURCE: (".html", ".css", ".js"),
        BUILDER_SOURCE: (".ts", ".tsx", ".mjs", ".json"),
    }

    assert [
        path
        for path in others
        if not any(path.is_relative_to(folder) and path.suffix in kinds[folder] for folder in kinds)
    ] == []


VENDORS = vendor_names(Layout().vendors)


@pytest.mark.parametrize("folder", [GENERATOR, TEMPLATES], ids=lambda folder: folder.name)
def test_only_a_vendor_s_readers_name_the_vendor(folder: Path) -> None:
    own = tuple(GENERATOR / "records" / vendor for vendor in VENDORS)
    others = [path for path in _files(folder, "*") if not any(path.is_relative_to(each) for each in own)]
    named = {
        path.relative_to(folder).as_posix(): vendor
        for path in others
        for vendor in VENDORS
        if vendor in path.read_text(encoding="utf-8").lower()
    }

    assert len(others) > 30
    assert named == {}


def test_no_file_holds_the_marks_of_a_merge() -> None:
    call = ["git", "grep", "-nE", "^(<{7}|>{7}) ", "--", ":!tests/snapshots"]
    done = subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")


def test_no_file_is_tracked_that_git_ignores() -> None:
    call = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    done = subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")

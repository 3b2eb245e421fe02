"""Small parts: what is too long to be read at once is taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.paths import GENERATOR, RUNTIME, TEMPLATES

LONGEST_TEMPLATE = 60
LONGEST_MODULE = 200


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize("path", _files(TEMPLATES, "*.jinja*"), ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_template_is_not_too_long(path: Path) -> None:
    assert _lines(path) <= LONGEST_TEMPLATE


@pytest.mark.parametrize("path", _files(GENERATOR, "*.py"), ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_module_of_the_generator_is_not_too_long(path: Path) -> None:
    assert _lines(path) <= LONGEST_MODULE


def test_every_template_is_jinja_s() -> None:
    names = [path.name for path in TEMPLATES.rglob("*") if path.is_file()]

    runtime = [path.name for path in RUNTIME.glob("*.py")]

    assert [name for name in names if not name.endswith((".jinja", ".jinja2")) and name not in runtime] == []


@pytest.mark.parametrize("path", _files(RUNTIME, "*.py"), ids=lambda path: path.name)
def test_module_of_the_package_is_not_too_long(path: Path) -> None:
    assert _lines(path) <= LONGEST_MODULE

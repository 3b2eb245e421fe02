"""What is committed is what is generated; where it is not, the message names the file and the command that repairs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.files import folders
from generator.paths import GENERATED, PROJECT, Layout
from tests import small_project

REPAIR = "`make generate`"
MODEL = f"{GENERATED}/connector_catalog/stitch/source_braintree.py"
EXTRA = f"{GENERATED}/connector_catalog/stitch/source_nothing.py"


def _check(root: Path) -> Result:
    return CliRunner().invoke(main, ["--project", str(root), "generate", "--check", "--jobs", "1"])


@pytest.fixture
def current(made_small_project: Layout, tmp_path: Path) -> Path:
    """A small project whose generated files are current."""
    return small_project.copy(made_small_project, tmp_path / "project", generated=True).root


@pytest.mark.long
def test_the_checkout_is_current() -> None:
    done = _check(PROJECT)

    assert done.exit_code == 0, done.stderr


FAULTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    f"changed: {MODEL}": (MODEL, lambda path: path.write_bytes(path.read_bytes() + b"\n")),
    f"missing: {MODEL}": (MODEL, lambda path: path.unlink()),
    f"left over: {EXTRA}": (EXTRA, lambda path: path.write_text("x = 1\n", encoding="utf-8")),
}


@pytest.mark.parametrize("line", FAULTS)
def test_edited_missing_and_leftover_files_each_fail(line: str, current: Path) -> None:
    path, change = FAULTS[line]
    change(current / path)
    before = folders.files_below(current, ".")
    done = _check(current)

    assert done.exit_code == 1
    assert line in done.stderr.splitlines()
    assert REPAIR in done.stderr
    assert folders.files_below(current, ".") == before

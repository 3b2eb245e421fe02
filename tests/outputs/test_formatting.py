"""Generated Python is formatted; other files are left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.context.fault import OutputError
from generator.outputs.formatting import LINE_LENGTH, format_python
from tests import cases


def test_python_is_formatted_and_unused_imports_go() -> None:
    files = format_python({"a/b.py": "import typing\nfrom a import (c)\nx = {'a':c}\n"})

    assert files == {"a/b.py": 'from a import c\n\nx = {"a": c}\n'}


def test_other_files_are_left_alone() -> None:
    files = {"a.md": "x  =  1 \n", "a.json": "{ }", "py.typed": "\n"}

    assert format_python(files) == files


def test_order_of_the_files_is_kept() -> None:
    assert list(format_python({"b.py": "x = 1\n", "a.md": "", "a.py": "x = 1\n"})) == ["b.py", "a.md", "a.py"]


def test_formatting_twice_changes_nothing() -> None:
    once = format_python({f"{case}.py": cases.printed(case, "validator") for case in ("types", "hostile_values")})

    assert format_python(once) == once


def test_invalid_python_is_refused_with_its_file() -> None:
    with pytest.raises(OutputError) as caught:
        format_python({"good.py": "x = 1\n", "broken.py": "x = = 1\n"})

    assert caught.value.code == "unsafe-output"
    assert "broken.py" in str(caught.value)


def test_long_lines_are_folded() -> None:
    text = format_python({"a.py": "x = [" + ", ".join(f'"value {n}"' for n in range(40)) + "]\n"})["a.py"]

    assert max(map(len, text.splitlines())) <= LINE_LENGTH


def test_folder_that_the_run_is_started_in_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # ruff takes the packages of the current folder for the project's own, and sorts their imports apart.
    files = {
        "connector_catalog/a.py": "from connector_catalog.payload import A\nfrom pydantic import B\n\nx = (A, B)\n"
    }
    here = format_python(files)
    (tmp_path / "pydantic").mkdir()
    (tmp_path / "pydantic/__init__.py").touch()
    monkeypatch.chdir(tmp_path)

    assert format_python(files) == here

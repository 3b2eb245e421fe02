"""The generator works where nothing has been generated: it imports the package's source and never ``generated/``."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.files import folders
from generator.paths import CATALOG, GENERATED, GENERATOR, PROJECT, TEMPLATES, Layout


def test_everything_is_made_in_a_checkout_without_generated_files(made_small_project: Layout, tmp_path: Path) -> None:
    for folder in (GENERATOR, TEMPLATES):
        shutil.copytree(folder, tmp_path / folder.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(made_small_project.root / CATALOG, tmp_path / CATALOG)
    call = [sys.executable, "-m", "generator", "generate", "--jobs", "1"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    made, expected = (folders.files_below(root, GENERATED) for root in (tmp_path, made_small_project.root))
    assert made == expected
    assert all((tmp_path / path).read_bytes() == (made_small_project.root / path).read_bytes() for path in made)


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}


@pytest.mark.parametrize("folder", [GENERATOR, TEMPLATES], ids=lambda folder: folder.name)
def test_no_source_imports_the_generated_package(folder: Path) -> None:
    found = {path: {name.split(".")[0] for name in _imports(path)} for path in sorted(folder.rglob("*.py"))}

    assert len(found) > 30
    assert [path.relative_to(PROJECT) for path, names in found.items() if "connector_catalog" in names] == []

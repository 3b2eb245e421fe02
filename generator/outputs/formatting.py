"""Formats generated Python with ruff: sorts imports, removes unused ones, folds lines."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped] # a package of the binary alone

from generator.context.fault import OutputError

LINE_LENGTH = 110

_IMPORTS = (
    # ruff would look for the package in the current folder.
    'lint.isort = {known-first-party = ["connector_catalog"], '
    "combine-as-imports = true, split-on-trailing-comma = false}"
)


def format_python(files: dict[str, str]) -> dict[str, str]:
    """Return files with the Python among them formatted.

    Raises:
        OutputError: ruff refuses a file, because it is not Python (``unsafe-output``).
    """
    modules = {path: text for path, text in files.items() if path.endswith((".py", ".pyi"))}
    with tempfile.TemporaryDirectory() as folder:
        for path, text in modules.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        for command in (["check", "--fix", "--select", "F401,I", "--config", _IMPORTS], ["format"]):
            _ruff(folder, *command)
        return files | {path: Path(folder, path).read_text(encoding="utf-8") for path in modules}


def _ruff(folder: str, command: str, *arguments: str) -> None:
    options = ["--isolated", "--no-cache", "--quiet", "--line-length", str(LINE_LENGTH), "--target-version", "py311"]
    call = [find_ruff_bin(), command, *options, *arguments, "."]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode != 0:
        output = (done.stderr or done.stdout).strip()[:300]
        raise OutputError("unsafe-output", "", f"ruff refuses generated code: {output}")

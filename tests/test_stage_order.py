"""A stage imports earlier stages only, and only the command line prints or ends a run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from generator.paths import GENERATOR, PACKAGE_SOURCE

LATER = ("pipeline", "site", "commands", "command_line")
STAGES = ("documents", "blocks", "records", "catalog", "systems", "changes", "context", "releases", "outputs", *LATER)
SHARED = {
    "base_url",
    "diagnostics",
    "faults",
    "files",
    "git",
    "internal_error",
    "paths",
    "patterns",
    "profiles",
    "serialize",
    "strict_data",
}
MODULES = sorted(GENERATOR.rglob("*.py"))


def _imports(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Yield the dotted names that a module imports, including late imports and those for type checking."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _forbidden_imports(stage: str, text: str) -> list[str]:
    """Return the modules of the generator that a module of a stage must not import but does."""
    allowed = {*STAGES[: STAGES.index(stage) + 1], *SHARED}
    parts = [name.split(".") for name in _imports(ast.parse(text), ("generator", stage))]
    return [".".join(each) for each in parts if each[0] == "generator" and (len(each) < 2 or each[1] not in allowed)]


def _prints(text: str) -> list[str]:
    """Return the calls that print or end the process, and the exceptions that end it."""
    names = {
        "print",
        "exit",
        "quit",
        "sys.exit",
        "os._exit",
        "os.abort",
        "click.echo",
        "click.secho",
        "echo",
        "SystemExit",
    }
    streams = ("sys.stdout", "sys.stderr")
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and (called := ast.unparse(node.func)) in names | {f"{s}.write" for s in streams}:
            found.append(called)
        if isinstance(node, ast.Raise) and node.exc is not None and ast.unparse(node.exc) == "SystemExit":
            found.append("SystemExit")
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_stage_imports_earlier_stages_only(stage: str) -> None:
    modules = sorted((GENERATOR / stage).rglob("*.py"))
    faults = {path.name: _forbidden_imports(stage, path.read_text(encoding="utf-8")) for path in modules}

    assert len(modules) > 1
    assert {name: names for name, names in faults.items() if names} == {}


def test_shared_modules_import_no_stage() -> None:
    modules = [path for name in SHARED for path in (GENERATOR / f"{name}.py", *(GENERATOR / name).glob("*.py"))]
    existing = [path for path in modules if path.is_file()]
    assert len(existing) > len(SHARED)
    for path in existing:
        text = path.read_text(encoding="utf-8")
        later = [each for each in _imports(ast.parse(text), ("generator",)) if each.startswith("generator.")]
        assert [each for each in later if each.split(".")[1] not in SHARED] == []


def test_every_stage_is_listed() -> None:
    folders = {path.parent.name for path in GENERATOR.glob("*/__init__.py")}

    assert folders - SHARED == set(STAGES)


def test_the_package_imports_nothing_of_the_generator() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE_SOURCE.rglob("*.py")}
    found = {
        name: [each for each in _imports(ast.parse(text), ()) if "generator" in each] for name, text in texts.items()
    }

    assert len(texts) > 10
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text",
    [
        "from generator.outputs.tree import write",
        "import generator.outputs",
        "from generator import outputs",
        "from generator.pipeline.catalog import build_catalog",
        "from generator.command_line.main import main",
        "from generator.commands.generate import generate",
        "from ..outputs import audit",
        "def late():\n    from generator.context import names",
        "if TYPE_CHECKING:\n    from generator.context.names import ClassName",
    ],
)
def test_import_of_a_later_stage_is_found(text: str) -> None:
    assert _forbidden_imports("catalog", text)


@pytest.mark.parametrize(
    "text",
    [
        "from generator.catalog.connector import Connector",
        "from .connector import Connector",
        "from generator.records.record import PropertyRecord",
        "from generator import paths",
        "from generator.diagnostics import Diagnostics",
        "import json",
    ],
)
def test_import_of_an_earlier_stage_is_allowed(text: str) -> None:
    assert _forbidden_imports("catalog", text) == []


def test_only_the_command_line_prints_or_exits() -> None:
    found = {
        path.relative_to(GENERATOR).as_posix(): printed
        for path in MODULES
        if (printed := _prints(path.read_text(encoding="utf-8")))
    }

    assert list(found) == ["command_line/console.py"], found


@pytest.mark.parametrize(
    "text",
    [
        "print(1)",
        "import sys\nsys.exit(1)",
        "import click\nclick.echo('x')",
        "raise SystemExit",
        "raise SystemExit(1)",
        "import sys\nsys.stderr.write('x')",
        "exit()",
    ],
)
def test_printing_is_found(text: str) -> None:
    assert _prints(text)


def test_the_command_line_is_seen_to_print() -> None:
    # If this finds nothing, the test above never fails.
    assert {"click.echo", "sys.exit"} <= set(
        _prints((GENERATOR / "command_line" / "console.py").read_text(encoding="utf-8"))
    )

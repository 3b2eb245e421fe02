"""Audits generated Python: every module compiles, and no text of a document becomes code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from generator.context.fault import OutputError

_ALLOWED_IMPORTS = frozenset(
    {
        *("__future__", "collections", "connector_catalog", "datetime"),
        *("importlib", "pydantic", "typing", "typing_extensions"),
    }
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_LEAVES = frozenset({ast.Constant, ast.Load, ast.Name, ast.Store, bool, int, str, type(None)})
"""The most frequent types of node fields that contain no nodes."""

_FORBIDDEN_CALLS = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "input", "open"})
_ALLOWED_CALLS = frozenset(
    {
        *("Applicability", "Condition", "ConditionalRequirement", "ConfigDict", "Field", "ObjectConstraints", "Rules"),
        *(
            "SelectedBy",
            "Selector",
            "StepRules",
            "Validator",
            "ValueConstraints",
            "Variants",
            "_TypedDict",
            "sorted",
            "typed_dicts",
        ),
    }
)


def refuse_unsafe(files: Mapping[str, str]) -> None:
    """Refuse unsafe Python modules among files.

    Args:
        files: The text of each file, by its path.

    Raises:
        OutputError: A module is unsafe (``unsafe-output``).
    """
    for path, text in files.items():
        faults = audit(path, text) if path.endswith((".py", ".pyi")) else []
        if faults:
            raise OutputError("unsafe-output", path, faults[0])


def audit(path: str, text: str) -> list[str]:
    """Return the faults of a generated module.

    Args:
        path: The module's file, for the messages.
        text: Its source.
    """
    if not text.isascii():
        # Letters of other alphabets look like ours, and some characters turn the reading direction.
        line = next(number for number, each in enumerate(text.split("\n"), 1) if not each.isascii())
        return [f"{path}: line {line}: a character outside of ASCII"]
    try:
        tree = ast.parse(text)
        # What parses may still be no module, such as a ``return`` outside a function. A stub is never run.
        if not path.endswith(".pyi"):
            compile(tree, path, "exec", dont_inherit=True)
    except SyntaxError as fault:
        return [f"{path}: line {fault.lineno}: {fault.msg}"]
    except (ValueError, RecursionError, MemoryError) as fault:
        return [f"{path}: not a module: {fault}"]
    return [f"{path}: line {line}: {fault}" for line, fault in _faults(tree)]


def _faults(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the fault of each node that our templates do not print."""
    nodes: list[tuple[ast.AST, bool]] = [(tree, True)]
    while nodes:
        node, is_run = nodes.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((node.lineno, f"imports {name}") for name in _names(node) if not _may_import(name))
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if is_run and name not in _ALLOWED_CALLS:
                yield node.lineno, "calls something when it is imported"
            if name in _FORBIDDEN_CALLS:
                yield node.lineno, f"calls {name}"
        # A function's body is not run when the module is imported.
        later = _in_field(node.body) if isinstance(node, _FUNCTIONS) else []
        not_run = set(map(id, later))
        nodes += [(child, is_run and id(child) not in not_run) for child in _below(node)]


def _below(node: ast.AST) -> list[ast.AST]:
    """Return the nodes in a node, without those that hold no others and are never a fault."""
    return [child for name in node._fields for child in _in_field(getattr(node, name))]


def _in_field(value: Any) -> list[ast.AST]:
    """Return the nodes in a field: one or a list of them, or a value of another kind."""
    if type(value) is list:
        return [each for each in value if type(each) not in _LEAVES]
    return [] if type(value) in _LEAVES else [value]


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return the modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "." if not node.level else "."]


def _may_import(name: str) -> bool:
    return name == "." or name.split(".", 1)[0] in _ALLOWED_IMPORTS

"""Looks at generated Python as a syntax tree: whatever a document held, only what we print may come out as code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from generator.context.fault import OutputError

_ALLOWED_IMPORTS = frozenset(
    {
        "__future__",
        "collections",
        "connector_catalog",
        "datetime",
        "difflib",
        "importlib",
        "json",
        "pydantic",
        "pydantic_core",
        "re",
        "types",
        "typing",
    }
)
_FORBIDDEN_CALLS = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "input", "open"})
_ALLOWED_CALLS = frozenset(
    {
        *("ConditionalRequirement", "Field", "ObjectConstraints", "Rules", "StepRules"),
        *("Validator", "ValueConstraints", "sorted"),
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
        faults = audit(path, text) if path.endswith(".py") else []
        if faults:
            raise OutputError("unsafe-output", path, faults[0])


def audit(path: str, text: str) -> list[str]:
    """What is wrong with a generated module; an empty list where nothing is.

    Args:
        path: The module's file, for the messages.
        text: Its source.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError as fault:
        return [f"{path}: line {fault.lineno}: {fault.msg}"]
    faults = [
        f"{path}: line {node.lineno}: calls something when it is imported"
        for part in _run_on_import(tree)
        for node in _walk_outside_lambdas(part)
        if isinstance(node, ast.Call) and not _may_call(node)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            faults += [f"{path}: line {node.lineno}: imports {name}" for name in _names(node) if not _may_import(name)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FORBIDDEN_CALLS:
            faults.append(f"{path}: line {node.lineno}: calls {node.func.id}")
    return faults


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "." if not node.level else "."]


def _may_import(name: str) -> bool:
    return name == "." or name.split(".", 1)[0] in _ALLOWED_IMPORTS


def _run_on_import(tree: ast.Module) -> list[ast.AST]:
    """The parts that run when the module is imported: all but the bodies of functions."""
    found: list[ast.AST] = []
    statements: list[ast.stmt] = list(tree.body)
    while statements:
        node = statements.pop()
        if isinstance(node, ast.ClassDef):
            statements += node.body
            found += [*node.decorator_list, *node.bases, *node.keywords]
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [*node.decorator_list, node.args]
        else:
            found.append(node)
    return found


def _walk_outside_lambdas(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Lambda):
            yield from _walk_outside_lambdas(child)


def _may_call(node: ast.Call) -> bool:
    """Whether a call may run on import: one of ours, or the compiling of a literal regular expression."""
    if isinstance(node.func, ast.Name):
        return node.func.id in _ALLOWED_CALLS
    is_compile = isinstance(node.func, ast.Attribute) and ast.unparse(node.func) == "re.compile"
    return is_compile and all(isinstance(argument, ast.Constant) for argument in node.args)

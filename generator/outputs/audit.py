"""Looks at generated Python as a syntax tree: whatever a document held, only what we print may come out as code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

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
        *("BeforeValidator", "ConfigDict", "Field", "field_validator", "model_validator"),
        *("Check", "Condition", "Gate", "Rules"),
        *("frozenset", "sorted"),
    }
)


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
    faults = [f"{path}: line {node.lineno}: imports {name}" for node, name in _imports(tree) if not _may_import(name)]
    faults += [
        f"{path}: line {node.lineno}: calls something when it is imported"
        for part in _run_on_import(tree)
        for node in _walk_outside_lambdas(part)
        if isinstance(node, ast.Call) and not _may_call(node)
    ]
    faults += [
        f"{path}: line {node.lineno}: calls {node.func.id}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FORBIDDEN_CALLS
    ]
    return faults


def _imports(tree: ast.Module) -> list[tuple[ast.stmt, str]]:
    found: list[tuple[ast.stmt, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node, node.module or "." if not node.level else "."))
    return found


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

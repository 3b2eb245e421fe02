"""Whether a generated stub holds anything but what its template prints: node by node, from a list of what may be."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from typing import Any

_NODES = {
    *("Module", "Expr", "Constant", "ImportFrom", "alias", "Load", "Store", "Name", "Tuple", "Dict", "keyword"),
    *("ClassDef", "AnnAssign", "Assign", "Call", "Subscript", "BinOp", "BitOr", "UnaryOp", "USub"),
    *("FunctionDef", "arguments", "arg"),
}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_BASES = {"_CreateModel", "_ObjectModel", "_TypedDict", "_UpdateModel"}
_ARGUMENTS = {"total=False", "extra_items=_Any"}
_SECOND_LINE = '# mypy: disable-error-code="call-arg, misc"'


def faults_of_stub(text: str) -> Iterator[str]:
    """Yield what the stub of a connector's module holds that no template prints."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as fault:
        yield f"is no Python: {fault}"
        return
    if hidden := {each for each in text if not each.isprintable() or not each.isascii()} - {"\n"}:
        yield f"holds the characters {sorted(hidden)}"
    for node in ast.walk(tree):
        kind = type(node).__name__
        if kind not in _NODES or (kind in _RULES and not _RULES[kind](node)):
            yield f"line {getattr(node, 'lineno', 0)}: {kind} {ast.unparse(node)[:80]!r}"
    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        if each.type == tokenize.COMMENT and each.start[0] > 1 and each.string != _SECOND_LINE:
            yield f"holds a comment: {each.string[:80]}"


def _may_call(node: ast.Call) -> bool:
    return ast.unparse(node.func) == "_TypedDict" and {ast.unparse(each) for each in node.keywords} <= _ARGUMENTS


def _may_import(node: ast.ImportFrom) -> bool:
    return node.level == 1 and node.module in ("stub_names_source", "stub_names_destination")


def _may_define(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(each) for each in node.bases}
    arguments = {ast.unparse(each) for each in node.keywords}
    return bases <= _BASES | {f"{node.name}Update"} and arguments <= _ARGUMENTS and not node.decorator_list


def _may_declare(node: ast.FunctionDef) -> bool:
    is_empty = all(isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) for each in node.body)
    defaults = [each for each in node.args.kw_defaults if each is not None]
    return node.name == "__init__" and is_empty and {ast.unparse(each) for each in defaults} <= {"..."}


def _may_assign(node: ast.Assign) -> bool:
    return isinstance(node.value, ast.Call) and _NAME.fullmatch(ast.unparse(node.targets[0])) is not None


def _may_stand_alone(node: ast.Expr) -> bool:
    return isinstance(node.value, ast.Constant) and (node.value.value is ... or isinstance(node.value.value, str))


_RULES: dict[str, Callable[[Any], bool]] = {
    "Assign": _may_assign,
    "Call": _may_call,
    "ClassDef": _may_define,
    "Expr": _may_stand_alone,
    "FunctionDef": _may_declare,
    "ImportFrom": _may_import,
}
"""What a node of a kind must be beside being of that kind."""

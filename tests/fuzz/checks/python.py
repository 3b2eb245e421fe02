"""Whether generated Python holds anything but what the templates print: node by node, from a list of what may be."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from typing import Any

_TOKEN = re.compile(r"zq\d{3}q\d{3}qz", re.IGNORECASE)
_NODES = {
    *("Module", "Expr", "Constant", "ImportFrom", "alias", "Load", "Store", "Name", "Tuple", "Dict"),
    *("ClassDef", "AnnAssign", "Assign", "Call", "keyword", "Subscript", "BinOp", "BitOr", "Attribute", "List"),
    *("UnaryOp", "USub"),
}
_CALLS = {
    *("Applicability", "Condition", "ConditionalRequirement", "Field", "ObjectConstraints", "Rules", "StepRules"),
    *("ConfigDict", "SelectedBy", "Selector", "Validator", "ValueConstraints", "Variants"),
}
_IMPORTS = re.compile(
    r"__future__|typing|pydantic|(?:connector_catalog|\.\.)\.?"
    r"(?:checking|constraints|encodings|object_model|payload|rules|value_constraints|variants)?"
)
_OPEN = "model_config = ConfigDict(extra='allow')"
"""What the model of an open object has."""
_SECOND_NAME = re.compile(r"[A-Z]\w* = [A-Z]\w*", re.ASCII)
"""What a class that is like another one of its module is."""
_BASES = {"CreateModel", "ObjectModel", "UpdateModel"}


def faults_of_python(text: str) -> Iterator[str]:
    """Yield what a module of a connector holds that no template prints."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as fault:
        yield f"is no Python: {fault}"
        return
    yield from _hidden(text)
    for node in ast.walk(tree):
        yield from _faults(node)
    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        if each.type == tokenize.COMMENT and each.start[0] > 1:
            yield f"holds a comment: {each.string[:80]}"


def _hidden(text: str) -> Iterator[str]:
    """Yield the characters that a reader of the code does not see as they are."""
    if hidden := {each for each in text if not each.isprintable()} - {"\n"}:
        yield f"holds the characters {sorted(hidden)}"
    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        if each.type != tokenize.STRING and not each.string.isascii():
            yield f"holds {each.string[:80]!r} outside of a string"


def _faults(node: ast.AST) -> Iterator[str]:
    kind = type(node).__name__
    if kind not in _NODES or not _RULES.get(kind, _anything)(node):
        yield f"line {getattr(node, 'lineno', 0)}: {kind} {ast.unparse(node)[:80]!r}"


def _anything(_: Any) -> bool:
    return True


def _may_call(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in _CALLS


def _may_import(node: ast.ImportFrom) -> bool:
    dots = "." * (node.level - 1) if node.level else ""
    return _IMPORTS.fullmatch(dots + (node.module or "")) is not None


def _may_read(node: ast.Attribute) -> bool:
    return node.attr == "validate" and isinstance(node.value, ast.Call)


def _may_define(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(each) for each in node.bases}
    return bases <= _BASES | {f"{node.name}Update"} and not node.keywords and not node.decorator_list


def _may_assign(node: ast.Assign) -> bool:
    names = [ast.unparse(each) for each in node.targets]
    return names == ["validate"] or ast.unparse(node) == _OPEN or _SECOND_NAME.fullmatch(ast.unparse(node)) is not None


def _may_stand_alone(node: ast.Expr) -> bool:
    return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


_RULES: dict[str, Callable[[Any], bool]] = {
    "Assign": _may_assign,
    "Attribute": _may_read,
    "Call": _may_call,
    "ClassDef": _may_define,
    "Expr": _may_stand_alone,
    "ImportFrom": _may_import,
}
"""What a node of a kind must be beside being of that kind."""


def faults_of_shared_python(text: str) -> Iterator[str]:
    """Yield what a module about all connectors holds of a text outside of its strings, other than class names."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as fault:
        yield f"is no Python: {fault}"
        return
    yield from _hidden(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _TOKEN.search(ast.unparse(node)):
            yield f"calls {ast.unparse(node)[:80]}"
    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        if each.type == tokenize.COMMENT and _TOKEN.search(each.string):
            yield f"holds a comment: {each.string[:80]}"

"""Whether generated Python holds anything but what the templates print: node by node, from a list of what may be."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

_TOKEN = re.compile(r"zq\d{3}q\d{3}qz", re.IGNORECASE)
_NODES = {
    *("Module", "Expr", "Constant", "ImportFrom", "alias", "Load", "Store", "Name", "Tuple", "Dict"),
    *("ClassDef", "AnnAssign", "Assign", "Call", "keyword", "Subscript", "BinOp", "BitOr", "Attribute", "List"),
    *("UnaryOp", "USub"),
}
_CALLS = {
    *("Applicability", "Condition", "ConditionalRequirement", "Field", "ObjectConstraints", "Rules", "StepRules"),
    *("Validator", "ValueConstraints"),
}
_IMPORTS = re.compile(
    r"__future__|typing|pydantic|(?:connector_catalog|\.\.)\.?"
    r"(?:checking|constraints|encodings|object_model|payload|rules|value_constraints)?"
)
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
    line = getattr(node, "lineno", 0)
    if kind not in _NODES:
        yield f"line {line}: holds {kind}"
    elif isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in _CALLS:
            yield f"line {line}: calls {ast.unparse(node.func)[:80]}"
    elif isinstance(node, ast.ImportFrom):
        if not _IMPORTS.fullmatch("." * (node.level - 1) + (node.module or "") if node.level else node.module or ""):
            yield f"line {line}: imports {ast.unparse(node)[:80]}"
    elif isinstance(node, ast.Attribute):
        if node.attr != "validate" or not isinstance(node.value, ast.Call):
            yield f"line {line}: reads {ast.unparse(node)[:80]}"
    elif isinstance(node, ast.ClassDef):
        bases = {ast.unparse(each) for each in node.bases}
        if not bases <= _BASES | {node.name, f"{node.name}Update"} or node.keywords or node.decorator_list:
            yield f"line {line}: a class has the bases {sorted(bases)}"
    elif isinstance(node, ast.Assign):
        if [ast.unparse(each) for each in node.targets] != ["validate"]:
            yield f"line {line}: assigns {ast.unparse(node)[:80]}"
    elif isinstance(node, ast.Expr) and not (
        isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ):
        yield f"line {line}: runs {ast.unparse(node)[:80]}"


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

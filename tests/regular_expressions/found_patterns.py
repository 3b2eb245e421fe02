"""Finds every regular expression of the generator and of the package, and how each is used."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

_ROOTS = ("generator", "templates.connector_catalog")
_AT_START = frozenset({"match", "fullmatch"})
_METHODS = _AT_START | {"search", "split", "sub", "subn", "findall", "finditer"}


@dataclasses.dataclass(frozen=True)
class Found:
    """A regular expression, where it is, and the methods that it is used by; ``finditer`` where that is unknown."""

    place: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def modules() -> list[ModuleType]:
    """Return every module of the generator and of the package that can be imported, all imported."""
    found = []
    for root in _ROOTS:
        package = importlib.import_module(root)
        names = (each.name for each in pkgutil.walk_packages(package.__path__, f"{root}."))
        found += [package, *(importlib.import_module(name) for name in names if not name.endswith("__main__"))]
    return found


def found_patterns() -> tuple[list[Found], list[str]]:
    """Return every expression, and the calls whose expression is known only when they run."""
    found: dict[tuple[str, int], Found] = {}
    unknown: list[str] = []
    every_module = modules()
    trees = {module.__name__: ast.parse(_source(module)) for module in every_module}
    # Walking takes longer than what is done at each node.
    nodes = {name: list(ast.walk(tree)) for name, tree in trees.items()}
    methods_of = _uses(trees, nodes)
    for module in every_module:
        for name, value in vars(module).items():
            for pattern in _patterns_in(value, set()):
                methods = methods_of.get(f"{module.__name__}.{name}", frozenset())
                key = (str(pattern.pattern), pattern.flags)
                known = found.setdefault(key, Found(f"{module.__name__}.{name}", pattern, methods))
                found[key] = dataclasses.replace(known, methods=known.methods | methods)
        for line, method, pattern_or_source in _calls(nodes[module.__name__], module):
            place = f"{module.__name__}:{line}"
            if isinstance(pattern_or_source, str):
                unknown.append(f"{module.__name__}: {pattern_or_source}")
                continue
            pattern = pattern_or_source
            if method != "compile":
                found.setdefault(
                    (f"{method}:{pattern.pattern}", pattern.flags), Found(place, pattern, frozenset({method}))
                )
            elif (str(pattern.pattern), pattern.flags) not in found:
                found[str(pattern.pattern), pattern.flags] = Found(place, pattern, frozenset({"finditer"}))
    every = (dataclasses.replace(each, methods=each.methods or frozenset({"finditer"})) for each in found.values())
    return list(every), unknown


def _source(module: ModuleType) -> str:
    assert module.__file__ is not None
    return Path(module.__file__).read_text(encoding="utf-8")


def _patterns_in(value: Any, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """Yield the expressions in a value: in containers, objects' attributes, classes, closures and defaults."""
    if isinstance(value, re.Pattern):
        yield value
        return
    if id(value) in seen or isinstance(value, ModuleType | str | bytes | int | float):
        return
    seen.add(id(value))
    for each in _inside(value):
        yield from _patterns_in(each, seen)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    if hasattr(value, "__wrapped__"):
        return [value.__wrapped__]
    if isinstance(value, FunctionType):
        cells = [cell.cell_contents for cell in value.__closure__ or () if _is_set(cell)]
        return [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
    class_ = value if isinstance(value, type) else type(value)
    if not class_.__module__.startswith(_ROOTS):
        return []
    slots = [getattr(value, name, None) for name in getattr(type(value), "__slots__", ())]
    return [*getattr(value, "__dict__", {}).values(), *slots]


def _is_set(cell: Any) -> bool:
    try:
        _ = cell.cell_contents
    except ValueError:
        return False
    return True


def _calls(nodes: list[ast.AST], module: ModuleType) -> Iterator[tuple[int, str, re.Pattern[Any] | str]]:
    """Yield the calls of the module ``re`` with their expression, or its source where only a run of it tells."""
    for node in nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        called = node.func
        if not isinstance(called.value, ast.Name) or called.value.id != "re":
            continue
        if called.attr not in _METHODS | {"compile"}:
            continue
        flags = node.args[1:2] if called.attr == "compile" else []
        flags += [each.value for each in node.keywords if each.arg == "flags"]
        flags += [each for each in node.args[2:] if ast.unparse(each).startswith("re.")]
        try:
            parts = [eval(ast.unparse(each), {**vars(module)}) for each in (node.args[0], *flags)]
        except NameError:
            yield node.lineno, called.attr, ast.unparse(node.args[0])
            continue
        yield node.lineno, called.attr, re.compile(*parts)


def _uses(trees: dict[str, ast.Module], nodes: dict[str, list[ast.AST]]) -> dict[str, frozenset[str]]:
    """Return the methods by a global's module and name; a use that is no call of a method counts as ``finditer``."""
    called: dict[str, set[str]] = {}
    for module, tree in trees.items():
        imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in nodes[module]
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        loops = [node for node in nodes[module] if isinstance(node, ast.For | ast.comprehension)]
        aliases: dict[str, set[str]] = {}
        for loop in loops:
            for target, names in _taken(loop.target, loop.iter):
                aliases.setdefault(target, set()).update(names)
        owners = {id(node.value): node.attr for node in nodes[module] if isinstance(node, ast.Attribute)}
        passed = _passed(tree, nodes[module])
        iterated = {id(name) for node in loops for name in ast.walk(node.iter)}
        for node in nodes[module]:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in iterated:
                method = owners.get(id(node), "")
                methods = passed.get(id(node)) or {method if method in _METHODS else "finditer"}
                for name in {node.id} | aliases.get(node.id, set()):
                    place = imported.get(name, f"{module}.{name}")
                    called.setdefault(place, set()).update(methods)
    return {name: frozenset(methods) for name, methods in called.items()}


def _taken(target: ast.expr, source: ast.expr) -> Iterator[tuple[str, list[str]]]:
    """Yield the variables of a loop with the names whose values they take."""
    if isinstance(target, ast.Name):
        yield target.id, _names_in(source)
    elif isinstance(target, ast.Tuple) and isinstance(source, ast.Tuple | ast.List):
        for number, each in enumerate(target.elts):
            rows = (row.elts[number] for row in source.elts if isinstance(row, ast.Tuple))
            if isinstance(each, ast.Name):
                yield each.id, [name for row in rows for name in _names_in(row)]


def _names_in(node: ast.expr) -> list[str]:
    """Return the names in the displays that an expression consists of; none of another expression."""
    if isinstance(node, ast.Tuple | ast.List):
        return [name for each in node.elts for name in _names_in(each)]
    return [node.id] if isinstance(node, ast.Name) else []


def _passed(tree: ast.Module, nodes: list[ast.AST]) -> dict[int, set[str]]:
    """Return, by node, the methods that a function of the module itself calls of what is passed to it."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    found: dict[int, set[str]] = {}
    for call in nodes:
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in functions:
            continue
        body = functions[call.func.id]
        own = {each.arg for each in body.args.args}
        methods = {
            node.attr
            for node in ast.walk(body)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in own
        } & _METHODS
        for argument in call.args:
            inner = argument.value if isinstance(argument, ast.Starred) else argument
            inner = inner.value if isinstance(inner, ast.Subscript) else inner
            found[id(inner)] = methods
    return found

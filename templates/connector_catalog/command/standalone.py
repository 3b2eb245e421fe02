"""Bundles a connector's validator and the modules that it imports into one module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from ..registry import find

_PACKAGE = __package__.rpartition(".")[0]


class _Module(NamedTuple):
    """A module, taken apart; the body is the source of everything else."""

    docstring: str
    imports: list[tuple[str, str]]  # From the standard library: module and name; no name for ``import <module>``.
    dependencies: list[str]  # The modules that it imports from its package.
    body: str
    names: list[str]  # The names that it defines.


def standalone(vendor: str, type_: str) -> str:
    """Return a module with the ``validate`` of a connector that needs the standard library only.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    entry = find(vendor, type_)
    return bundle(_PACKAGE, f"validators.{entry.vendor}.{entry.module}")


def bundle(package: str, name: str) -> str:
    """Return a single module that contains a package's module, by dotted name, and everything it imports from there.

    Raises:
        ValueError: Two modules define the same name, or an import cannot be bundled.
    """
    modules: dict[str, _Module] = {}
    _collect(package, name, modules)
    defined = [each for module in modules.values() for each in module.names]
    if len(set(defined)) < len(defined):
        twice = sorted({each for each in defined if defined.count(each) > 1})
        raise ValueError(f"several modules define {', '.join(twice)}")
    head = f"{modules[name].docstring}\n\nfrom __future__ import annotations\n\n{_imports(modules)}"
    return head + "".join(f"\n\n\n{module.body}" for module in modules.values() if module.body) + "\n"


def _collect(package: str, name: str, modules: dict[str, _Module]) -> None:
    """Add a module after those that it imports."""
    if name in modules:
        return
    path = resources.files(package).joinpath(f"{name.replace('.', '/')}.py")
    module = _taken_apart(name, path.read_text(encoding="utf-8"))
    for each in module.dependencies:
        _collect(package, each, modules)
    modules[name] = module


def _imports(modules: dict[str, _Module]) -> str:
    imports: dict[str, set[str]] = {}
    for module in modules.values():
        for source, name in module.imports:
            imports.setdefault(source, set()).add(name)
    plain = sorted(f"import {source}" for source, names in imports.items() if "" in names)
    named = {source: sorted(names - {""}) for source, names in sorted(imports.items())}
    return "\n".join(plain + [f"from {source} import {', '.join(names)}" for source, names in named.items() if names])


def _taken_apart(name: str, source: str) -> _Module:
    tree = ast.parse(source)
    dependencies: list[str] = []
    imports: list[tuple[str, str]] = []
    aliases: list[str] = []
    lines: list[str | None] = list(source.splitlines())
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level:
            dependencies.append(".".join([*name.split(".")[: -node.level], _module_of(node)]))
            aliases += [f"{each.asname} = {each.name}" for each in node.names if each.asname]
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            imports += [(_module_of(node), ast.unparse(each)) for each in node.names]
        elif isinstance(node, ast.Import):
            imports += [(ast.unparse(each), "") for each in node.names]
        if isinstance(node, ast.Import | ast.ImportFrom) or node is tree.body[0]:
            lines[node.lineno - 1 : node.end_lineno] = [None] * ((node.end_lineno or 0) - node.lineno + 1)
    if any(isinstance(each, ast.ImportFrom) and each.level for each in ast.walk(tree) if each not in tree.body):
        raise ValueError(f"{name} has an import inside of a function")
    body = "\n".join(line for line in lines[tree.body[0].lineno :] if line is not None).strip()
    docstring = ast.unparse(ast.Module(tree.body[:1], []))
    return _Module(docstring, imports, dependencies, "\n".join([*aliases, body]), list(_names(tree)))


def _module_of(node: ast.ImportFrom) -> str:
    if node.module is None:
        raise ValueError("a package cannot be bundled, only modules")
    return node.module


def _names(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module defines."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for each in targets if isinstance(each, ast.Name))

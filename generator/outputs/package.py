"""Prints the files of the import package that are not made from one connector: the modules that lead to the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.context.fault import OutputError
from generator.context.names import ClassName, ModuleName
from generator.outputs.environment import render
from generator.outputs.header import header_of_all
from generator.paths import PACKAGE_SOURCE


@dataclasses.dataclass(frozen=True)
class Entry:
    """A connector in a table of modules."""

    vendor: str
    type: str
    name: str
    module: str


def package_files(connectors: Iterable[Connector]) -> dict[str, str]:
    """The text of each file, by its path in the package.

    Raises:
        OutputError: Two connectors become the same class or module (``name-collision``).
    """
    header = f"# {header_of_all()}"
    entries = [_entry(connector) for connector in connectors]
    _refuse_collisions(entries)
    types = {vendor: sorted(each.type for each in entries if each.vendor == vendor) for vendor in _vendors(entries)}
    files = {
        "__init__.pyi": render("connector_catalog/__init__.pyi.jinja", header=header, vendors=types),
        "ids.py": render("connector_catalog/ids.py.jinja", header=header, vendors=types),
        "py.typed": "\n",
        "validators/__init__.py": render(
            "connector_catalog/vendor/empty.py.jinja",
            header=header,
            title="Validators that need the standard library only.",
        ),
    }
    for vendor in types:
        own = sorted((entry for entry in entries if entry.vendor == vendor), key=lambda entry: entry.name)
        title = f"Models of {vendor.title()}'s connectors, imported when they are asked for."
        files |= {
            f"{vendor}/__init__.py": render(
                "connector_catalog/vendor/__init__.py.jinja", header=header, title=title, entries=own
            ),
            f"{vendor}/__init__.pyi": render("connector_catalog/vendor/__init__.pyi.jinja", header=header, entries=own),
            f"validators/{vendor}/__init__.py": render(
                "connector_catalog/vendor/empty.py.jinja",
                header=header,
                title=f"Validators of {vendor.title()}'s connectors.",
            ),
        }
    return files


def runtime_files() -> dict[str, str]:
    """The text of each module that is the same whatever the catalog holds, by its path in the package."""
    header = f"# {header_of_all()}"
    return {
        path.relative_to(PACKAGE_SOURCE).as_posix(): f"{header}\n{path.read_text(encoding='utf-8')}"
        for path in sorted(PACKAGE_SOURCE.rglob("*.py"))
    }


def _vendors(entries: list[Entry]) -> list[str]:
    return sorted({entry.vendor for entry in entries})


def _entry(connector: Connector) -> Entry:
    name = ClassName.of_connector(connector.vendor, connector.role, connector.type)
    module = ModuleName.of_connector(connector.role, connector.type)
    return Entry(connector.vendor, connector.type, str(name), str(module))


def _refuse_collisions(entries: list[Entry]) -> None:
    for field in ("name", "module", "type"):
        seen: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            key = (entry.vendor, getattr(entry, field))
            if key in seen:
                both = f"{entry.type} and {seen[key].type} of {entry.vendor}"
                raise OutputError("name-collision", entry.type, f"{both} become the {field} {key[1]}")
            seen[key] = entry

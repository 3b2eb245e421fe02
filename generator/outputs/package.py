"""Prints the files of the import package that are not made from one connector: the modules that lead to the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.context.fault import OutputError
from generator.context.names import ClassName, ModuleName
from generator.outputs.environment import render
from generator.outputs.header import header_of_all
from generator.paths import RUNTIME


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
    validators = [
        dataclasses.replace(entry, module=f"connector_catalog.validators.{entry.vendor}.{entry.module}")
        for entry in entries
    ]
    title = "Validators that need the standard library only."
    files = {
        "__init__.py": render("package/init.py.jinja", header=header),
        "py.typed": "\n",
        **{path.name: f"{header}\n{path.read_text(encoding='utf-8')}" for path in sorted(RUNTIME.glob("*.py"))},
        "validation.py": render("package/validation.py.jinja", header=header, entries=validators),
        "validators/__init__.py": render("package/empty.py.jinja", header=header, title=title),
    }
    for vendor in sorted({entry.vendor for entry in entries}):
        own = sorted((entry for entry in entries if entry.vendor == vendor), key=lambda entry: entry.name)
        title = f"Models of {vendor.title()}'s connectors, imported when they are asked for."
        files |= {
            f"{vendor}/__init__.py": render("package/vendor.py.jinja", header=header, title=title, entries=own),
            f"{vendor}/__init__.pyi": render("package/vendor.pyi.jinja", header=header, entries=own),
            f"validators/{vendor}/__init__.py": render(
                "package/empty.py.jinja", header=header, title=f"Validators of {vendor.title()}'s connectors."
            ),
        }
    return files


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

"""Prints the files of the import package that are not made from one connector."""

from __future__ import annotations

from collections.abc import Iterable

from generator.context.header import header_of_all
from generator.context.models.envelope_types import EnvelopeTypes
from generator.context.names import ModuleName
from generator.context.package.modules import VendorPackage
from generator.files.folders import files_below
from generator.outputs.environment import render
from generator.paths import PACKAGE_SOURCE, TEMPLATES


def package_files(vendors: Iterable[VendorPackage]) -> dict[str, str]:
    """Return the text of each module that leads to others, by its path in the package."""
    header, packages = f"# {header_of_all()}", tuple(vendors)
    files = {
        "__init__.pyi": render("connector_catalog/__init__.pyi.jinja", header=header, vendors=packages),
        "fields.pyi": render("connector_catalog/fields.pyi.jinja", header=header, vendors=packages),
        "ids.py": render("connector_catalog/ids.py.jinja", header=header, vendors=packages),
        "py.typed": "\n",
        "validators/__init__.py": _empty(header, "Validators that need the standard library only."),
    }
    for each in packages:
        for name in ("__init__.py", "__init__.pyi"):
            template = f"connector_catalog/vendor/{name}.jinja"
            files[f"{each.name}/{name}"] = render(template, header=header, vendor=each)
        files[f"validators/{each.name}/__init__.py"] = _empty(header, f"Validators of {each.title}'s connectors.")
    return files


def envelope_files(envelopes: EnvelopeTypes) -> dict[str, str]:
    """Return the modules with the types of a vendor's envelopes, and the names that the stubs of a role use."""
    header, folder = f"# {header_of_all()}", "connector_catalog/vendor"
    files = {"envelopes.py": render(f"{folder}/envelopes.py.jinja", header=header, envelopes=envelopes)}
    for role in envelopes.roles:
        name = f"{ModuleName.of_stub_names(role.role)}.pyi"
        files[name] = render(f"{folder}/stub_names.pyi.jinja", header=header, role=role)
    return {f"{envelopes.vendor}/{name}": text for name, text in files.items()}


def source_files() -> dict[str, str]:
    """Return the text of each module that is copied, by its path in the package."""
    header = f"# {header_of_all()}"
    return {
        path.removeprefix(f"{PACKAGE_SOURCE.name}/"): f"{header}\n{(TEMPLATES / path).read_text(encoding='utf-8')}"
        for path in sorted(files_below(TEMPLATES, PACKAGE_SOURCE.name))
        if path.endswith((".py", ".pyi"))
    }


def _empty(header: str, title: str) -> str:
    return render("connector_catalog/vendor/empty.py.jinja", header=header, title=title)

"""Prints the TypeScript package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from generator.catalog.catalog import Catalog
from generator.context.catalog_shape import catalog_shape_of
from generator.context.connector_shape import ConnectorShape, shape_of
from generator.context.typescript.declarations import DeclarationContext, declarations
from generator.context.typescript.package import (
    envelope_declarations,
    package_context,
    package_data,
    secrets_data,
    vendor_index,
)
from generator.outputs.environment import render
from generator.serialize import dumps


def npm_files(catalog: Catalog, project: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file of the package but for the schemas, by its path.

    Args:
        catalog: The catalog; it has at least one documented connector.
        project: The name, the version and the description of the distribution.
    """
    whole = catalog_shape_of(catalog)
    shapes = [shape_of(each, whole.vendors[each.vendor]) for each in whole.connectors]
    package = package_context(project["name"], catalog, shapes)
    files = {
        "package.json": dumps(package_data(**project, vendors=package.vendors)),
        "README.md": render("npm/README.md.jinja", package=package),
        "index.js": render("npm/index.js.jinja", package=package),
        "index.d.ts": render("npm/index.d.ts.jinja", package=package),
        "secrets.json": dumps(secrets_data(shapes)),
    }
    for name, own in groupby(shapes, key=lambda each: each.vendor.name):
        envelopes = envelope_declarations(whole.vendors[name], catalog.envelopes.get(name, {}))
        files |= _vendor_files(list(own), envelopes)
    return files


def _vendor_files(shapes: Sequence[ConnectorShape], envelopes: DeclarationContext) -> dict[str, str]:
    found = {each.path: _text(each) for each in (envelopes, *map(declarations, shapes))}
    return found | {f"{shapes[0].vendor.name}/index.d.ts": _index(shapes)}


def _index(shapes: Sequence[ConnectorShape]) -> str:
    return render("npm/vendor.d.ts.jinja", vendor=vendor_index(shapes))


def _text(file: DeclarationContext) -> str:
    return render("npm/declarations.d.ts.jinja", file=file)


def schema_files(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the schemas of the import package as files of this one, without the list of those that are published."""
    return {f"schemas/{path}": text for path, text in texts.items() if "$id" in json.loads(text)}

"""The whole catalog as a value, and as the files that hold it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import pydantic

from generator import paths
from generator.catalog.connector import Connector, Property, VendorFile
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.serialize import dumps
from generator.vendors import Profile

META_SCHEMA_ID = "urn:connector-catalog:catalog:connector"


@dataclasses.dataclass(frozen=True)
class Catalog:
    """Every connector in the order of their keys, the vendors' envelopes by role, the documents read, and the profiles."""

    connectors: tuple[Connector, ...]
    envelopes: dict[str, dict[str, list[Property]]]
    documents: tuple[Origin, ...]
    profiles: Mapping[str, Profile] = dataclasses.field(default_factory=dict)

    def files(self, without: Collection[str] = ()) -> dict[str, str]:
        """The text of each file of the catalog, by its path in the project.

        Args:
            without: Keys of connectors whose files are left out.
        """
        printed = (connector for connector in self.connectors if connector.key not in without)
        files = {connector_path(connector): dumps(connector.to_json()) for connector in printed}
        for vendor, envelopes in sorted(self.envelopes.items()):
            file = pydantic.TypeAdapter(VendorFile).validate_python({"vendor": vendor, "envelopes": envelopes})
            files[f"{paths.ENVELOPES}/{vendor}.json"] = dumps(file.to_json())
        files[paths.INDEX] = dumps(self._index())
        files[paths.META_SCHEMA] = dumps(meta_schema())
        return files

    def _index(self) -> dict[str, Any]:
        return {
            "documents": [dataclasses.asdict(document) for document in self.documents],
            "connectors": [
                {
                    "vendor": connector.vendor,
                    "role": connector.role,
                    "type": connector.type,
                    "name": connector.name,
                    "status": connector.status,
                    "properties": sum(1 for _ in connector.paths()),
                    "file": connector_path(connector).removeprefix(f"{paths.CATALOG}/"),
                }
                for connector in self.connectors
            ],
        }


def connector_path(connector: Connector) -> str:
    """The path of a connector's file in the project."""
    return f"{paths.CONNECTORS}/{connector.key}.json"


def meta_schema() -> dict[str, Any]:
    """The JSON Schema of a connector's file."""
    schema = Connector.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": META_SCHEMA_ID}
    return head | schema


def load_catalog(root: Path, diagnostics: Diagnostics) -> dict[str, Connector]:
    """The connectors that a project's catalog holds now, by the paths of their files.

    A file that holds no connector is an error.
    """
    return _loaded(root, sorted((root / paths.CONNECTORS).rglob("*.json")), diagnostics)


def _loaded(root: Path, files: Iterable[Path], diagnostics: Diagnostics) -> dict[str, Connector]:
    found = {}
    for path in files:
        name = path.relative_to(root).as_posix()
        try:
            found[name] = Connector.model_validate_json(path.read_bytes())
        except pydantic.ValidationError as fault:
            first = fault.errors(include_input=False)[0]
            where = "/".join(str(part) for part in first["loc"])
            diagnostics.error("catalog-format", where, f"{name} holds no connector: {first['msg']}")
    return found


def load_changed(
    root: Path, texts: Mapping[str, str], kept: Collection[str], diagnostics: Diagnostics
) -> list[Connector]:
    """Those of the connectors that a project's catalog holds now whose files are not as they should be.

    A file that holds no connector is an error.

    Args:
        root: The project's folder.
        texts: What files should hold, by their paths.
        kept: Paths of files that are known to be as they should be.
        diagnostics: Where errors go.
    """
    files = {path.relative_to(root).as_posix(): path for path in (root / paths.CONNECTORS).rglob("*.json")}
    changed = [
        path
        for name, path in sorted(files.items())
        if name not in kept and path.read_bytes() != texts.get(name, "").encode()
    ]
    return list(_loaded(root, changed, diagnostics).values())


def load_connectors(root: Path) -> list[Connector]:
    """The connectors that a project's catalog holds now, in the order of their files.

    Raises:
        ValueError: A file holds no connector.
    """
    diagnostics = Diagnostics()
    found = load_catalog(root, diagnostics)
    if diagnostics.failed:
        raise ValueError(str(next(iter(diagnostics))))
    return list(found.values())


def in_order(connectors: Iterable[Connector]) -> tuple[Connector, ...]:
    """Connectors in the order of their keys."""
    return tuple(sorted(connectors, key=lambda connector: connector.key))

"""The whole catalog as a value, and as the files that hold it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from generator import paths
from generator.base_url import NOWHERE, BaseUrl
from generator.catalog.connector import Connector, Role
from generator.catalog.decisions import Decisions
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.catalog.release import DataVersion, Release
from generator.catalog.release_file import version_of
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.files.folders import files_below, files_in
from generator.profiles.profile import Profile
from generator.serialize import dumps
from generator.strict_data.fault import DataError
from generator.strict_data.files import read_regular_file
from generator.strict_data.json_text import parse_json
from generator.strict_data.models import StrictModel, load_model, validated_json

META_SCHEMA = "connector.schema.json"
"""The path of the meta-schema among the published schemas."""

_CODE = "catalog-format"


@dataclasses.dataclass(frozen=True)
class Catalog:
    """The whole catalog.

    Attributes:
        connectors: In the order of their keys.
        envelopes: By vendor and role.
        documents: The documents read.
        profiles: By vendor.
        base_url: Where the schemas are published.
        decisions: Which connectors and properties of several vendors are the same.
        releases: The releases of the data, the oldest first.
    """

    connectors: tuple[Connector, ...]
    envelopes: Mapping[str, Mapping[str, Envelope]]
    documents: tuple[Origin, ...]
    profiles: Mapping[str, Profile] = dataclasses.field(default_factory=dict)
    base_url: BaseUrl = NOWHERE
    decisions: Decisions = dataclasses.field(default_factory=Decisions)
    releases: tuple[Release, ...] = ()

    @property
    def data_version(self) -> DataVersion:
        """The version of the data: that of the latest release, whether or not it has its date."""
        return version_of(self.releases)

    @property
    def month(self) -> str:
        """The month of the newest document, ``YYYY-MM``; empty where no document states its date."""
        return max((each.date[:7] for each in self.documents), default="")

    def files(self, without: Collection[str] = ()) -> dict[str, str]:
        """Return the text of each file of the catalog by its path in the project.

        Args:
            without: Keys of connectors whose files are left out.
        """
        printed = (connector for connector in self.connectors if connector.key not in without)
        files = {connector_path(connector): dumps(connector.to_json()) for connector in printed}
        for vendor, envelopes in sorted(self.envelopes.items()):
            by_role = {role: _properties_json(envelope) for role, envelope in envelopes.items()}
            files[f"{paths.ENVELOPES}/{vendor}.json"] = dumps({"vendor": vendor, "envelopes": by_role})
        files[paths.INDEX] = dumps(self._index())
        files[paths.META_SCHEMA] = dumps(meta_schema(self.profiles, self.base_url))
        return files

    def _index(self) -> dict[str, Any]:
        return {
            "documents": [document.stated() for document in self.documents],
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


def _properties_json(envelope: Envelope) -> list[dict[str, Any]]:
    return [property_.to_json() for property_ in envelope.properties]


def connector_path(connector: Connector) -> str:
    """Return the path of a connector's file in the project."""
    return f"{paths.CONNECTORS}/{connector.key}.json"


def meta_schema(profiles: Mapping[str, Profile], base_url: BaseUrl = NOWHERE) -> dict[str, Any]:
    """Return the JSON Schema of a connector's file for the vendors that have a profile."""
    schema = Connector.model_json_schema(by_alias=True)
    vendor = schema["properties"]["vendor"] | {"enum": sorted(profiles)}
    schema["properties"]["vendor"] = dict(sorted(vendor.items()))
    steps = [f"{' or '.join(each.step_names)} ({each.title})" for _, each in sorted(profiles.items(), reverse=True)]
    schema["$defs"]["Step"]["properties"]["name"]["description"] = f"{', '.join(steps)}."
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": base_url.schema(META_SCHEMA)}
    return head | schema


class _EnvelopesFile(StrictModel):
    vendor: str
    envelopes: dict[Role, tuple[Property, ...]]


def load_envelopes(root: Path, diagnostics: Diagnostics) -> list[Envelope]:
    """Return the envelopes in a project's catalog; an invalid file is an error."""
    envelopes: list[Envelope] = []
    for path in files_in(root / paths.ENVELOPES, ".json"):
        file = load_model(path, _EnvelopesFile, _CODE, diagnostics)
        for role, properties in file.envelopes.items() if file is not None else ():
            envelopes.append(Envelope(vendor=path.stem, role=role, name=path.stem, properties=properties))
    return envelopes


def load_catalog(
    root: Path, diagnostics: Diagnostics, texts: Mapping[str, str] | None = None, skipped: Collection[str] = ()
) -> dict[str, Connector]:
    """Return the connectors in a project's catalog by the paths of their files; an invalid file is an error.

    Args:
        root: The project's folder.
        diagnostics: Where errors go.
        texts: Texts by path: a file that holds its text is left out.
        skipped: Paths of further files that are left out.
    """
    connectors = {}
    for path in sorted(root / each for each in files_below(root, paths.CONNECTORS) if each.endswith(".json")):
        name = path.relative_to(root).as_posix()
        if name in skipped:
            continue
        try:
            content = read_regular_file(path)
            if texts is not None and content == texts.get(name, "").encode():
                continue
            parse_json(content.decode())
        except DataError as fault:
            code = fault.code if fault.is_unreadable else _CODE
            diagnostics.error(code, ": ".join(filter(None, (name, fault.place))), str(fault))
            continue
        except UnicodeDecodeError as fault:
            diagnostics.error(_CODE, name, str(fault))
            continue
        connector = validated_json(content, Connector, name, _CODE, diagnostics)
        if connector is not None:
            connectors[name] = connector
    return connectors

"""Reads from the project's catalog what the configuration builder needs of a connector."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import paths
from generator.cache import digest_of_files
from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.context.builder_data import builder_data
from generator.context.connector_shape import shape_of
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.vendors import Profile, load_profiles
from templates.connector_catalog.vendors import Vendor


class SiteData:
    """The catalog of a project, read as far as it is asked for."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def source_of(self, key: str) -> str:
        """Return all that the data of the connector with a key ``<vendor>/<role>/<type>`` is made of.

        Raises:
            FileNotFoundError: The catalog does not have it.
        """
        return self._shared + self._path(key).read_text(encoding="utf-8")

    def of_connector(self, key: str) -> dict[str, Any]:
        """Return the data of the connector with a key ``<vendor>/<role>/<type>``.

        Raises:
            FileNotFoundError: The catalog does not have it.
        """
        return self.of(Connector.model_validate_json(self._path(key).read_bytes()))

    def of(self, connector: Connector) -> dict[str, Any]:
        """Return the data of a connector."""
        envelope = self._envelopes.get(connector.vendor, {}).get(connector.role, ())
        data = builder_data(shape_of(connector, self._vendors[connector.vendor]), envelope)
        stated = self._profiles[connector.vendor].to_json()["roles"][connector.role]
        return data | {name: stated[name] for name in ("call", "terraform") if name in stated}

    def _path(self, key: str) -> Path:
        return self._layout.root / paths.CONNECTORS / f"{key}.json"

    @cached_property
    def _shared(self) -> str:
        """The digest of what the connectors of a vendor share."""
        folders = (self._layout.vendors, self._layout.root / paths.ENVELOPES)
        return digest_of_files([each for folder in folders for each in folder.iterdir()], self._layout.root)

    @cached_property
    def _profiles(self) -> Mapping[str, Profile]:
        return load_profiles(self._layout.vendors, Diagnostics())

    @cached_property
    def _vendors(self) -> Mapping[str, Vendor]:
        return {name: Vendor.from_profile(name, profile.to_json()) for name, profile in self._profiles.items()}

    @cached_property
    def _envelopes(self) -> Mapping[str, Mapping[str, tuple[Property, ...]]]:
        return {path.stem: _read(path) for path in sorted((self._layout.root / paths.ENVELOPES).glob("*.json"))}


def _read(path: Path) -> dict[str, tuple[Property, ...]]:
    by_role = json.loads(path.read_bytes())["envelopes"]
    return {role: tuple(map(Property.model_validate, stated)) for role, stated in by_role.items()}

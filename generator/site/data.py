"""Reads a connector from the project's catalog for the site: the data of its configuration builder and of its page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from generator import paths
from generator.catalog.catalog import load_envelopes
from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.context.builder.data import builder_data
from generator.context.connector_shape import shape_of
from generator.context.header import header_of
from generator.context.reference.connector_page import reference_context
from generator.context.reference.page_data import page_data
from generator.context.requests.vendor_api import vendor_api
from generator.diagnostics import Diagnostics, Level
from generator.documents.store import Origin
from generator.paths import Layout
from generator.pipeline.cache import digest_of_files
from generator.profiles.profile import Profile, load_profiles, to_vendors
from templates.connector_catalog.vendors import Vendor

_Content = TypeVar("_Content")


class InvalidFileError(ValueError):
    """Files of the project are invalid. The message has a line for each fault."""


class SiteData:
    """The catalog of a project, read as far as it is asked for."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def source_of(self, key: str) -> str | None:
        """Return the source of a connector's data, by the key ``<vendor>/<role>/<type>``; ``None`` if unknown."""
        path = self._path(key)
        return self._shared + path.read_text(encoding="utf-8") if path.is_file() else None

    def connector(self, key: str) -> Connector:
        """Return the connector with a key ``<vendor>/<role>/<type>``.

        Raises:
            FileNotFoundError: The catalog does not have it.
        """
        return Connector.model_validate_json(self._path(key).read_bytes())

    def page(self, connector: Connector) -> dict[str, Any]:
        """Return the page of a documented connector, without its links to other vendors.

        Raises:
            InvalidFileError: A vendor's profile or a file with envelopes is invalid.
        """
        vendor, role = connector.vendor, connector.role
        shape = shape_of(connector, self._vendors[vendor])
        api = vendor_api(self._profiles[vendor], role, shape.request, self._envelope(connector))
        origin = self._origins[connector.sources[0].document]
        return page_data(connector.key, reference_context(shape, header_of(connector), origin, api=api))

    def of(self, connector: Connector) -> dict[str, Any]:
        """Return the data of a connector's builder.

        Raises:
            InvalidFileError: A vendor's profile or a file with envelopes is invalid.
        """
        data = builder_data(shape_of(connector, self._vendors[connector.vendor]), self._envelope(connector))
        stated = self._profiles[connector.vendor].to_json()["roles"][connector.role]
        return data | {name: stated[name] for name in ("call", "terraform") if name in stated}

    def _envelope(self, connector: Connector) -> tuple[Property, ...]:
        return self.envelopes.get(connector.vendor, {}).get(connector.role, ())

    @cached_property
    def _origins(self) -> Mapping[str, Origin]:
        index = json.loads((self._layout.root / paths.INDEX).read_bytes())
        return {stated["name"]: Origin(**stated) for stated in index["documents"]}

    def _path(self, key: str) -> Path:
        return self._layout.root / paths.CONNECTORS / f"{key}.json"

    @cached_property
    def _shared(self) -> str:
        """The digest of the files that concern several connectors."""
        folders = (self._layout.vendors, self._layout.root / paths.ENVELOPES)
        files = [self._layout.root / paths.INDEX, *(each for folder in folders for each in folder.iterdir())]
        return digest_of_files(files, self._layout.root)

    @property
    def titles(self) -> dict[str, str]:
        """The vendors' titles.

        Raises:
            InvalidFileError: A vendor's profile is invalid.
        """
        return {name: profile.title for name, profile in self._profiles.items()}

    @cached_property
    def _profiles(self) -> Mapping[str, Profile]:
        return _loaded(load_profiles, self._layout.vendors)

    @cached_property
    def _vendors(self) -> Mapping[str, Vendor]:
        return to_vendors(self._profiles)

    @cached_property
    def envelopes(self) -> Mapping[str, Mapping[str, tuple[Property, ...]]]:
        """The envelopes of requests, by vendor and role.

        Raises:
            InvalidFileError: A file with envelopes is invalid.
        """
        found: dict[str, dict[str, tuple[Property, ...]]] = {}
        for each in _loaded(load_envelopes, self._layout.root):
            found.setdefault(each.vendor, {})[each.role] = each.properties
        return found


def _loaded(load: Callable[[Path, Diagnostics], _Content], path: Path) -> _Content:
    diagnostics = Diagnostics()
    content = load(path, diagnostics)
    if diagnostics.failed:
        raise InvalidFileError("\n".join(str(each) for each in diagnostics if each.level is Level.ERROR))
    return content

"""The inputs of each connector's outputs: with the same inputs, a connector need not be printed again."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.catalog import connector_path
from generator.context.catalog_shape import CatalogShape


def sources_of(shape: CatalogShape, texts: Mapping[str, str]) -> dict[str, str]:
    """Return all inputs of each connector's outputs as text, by key.

    Args:
        shape: The catalog.
        texts: The text of each file of the catalog by path.
    """
    catalog = shape.catalog
    origins = {origin.name: str(origin) for origin in catalog.documents}
    apis = {name: str(api.envelope) for name, api in shape.apis.items()}
    profiles = {name: str(profile) for name, profile in catalog.profiles.items()}
    return {
        each.key: "\0".join(
            (
                catalog.base_url,
                texts[connector_path(each)],
                origins[each.sources[0].document],
                profiles[each.vendor],
                apis[each.vendor, each.role],
                str(shape.elsewhere.get(each.key, "")),
            )
        )
        for each in shape.connectors
    }

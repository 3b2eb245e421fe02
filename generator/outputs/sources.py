"""The inputs of each connector's outputs: with the same inputs, a connector need not be printed again."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.catalog import Catalog, connector_path
from generator.outputs.catalog_files import apis_of, documented
from generator.systems.elsewhere import Elsewhere


def sources_of(catalog: Catalog, texts: Mapping[str, str], elsewhere: Mapping[str, Elsewhere]) -> dict[str, str]:
    """Return all inputs of each connector's outputs as text, by key.

    Args:
        catalog: The catalog.
        texts: The text of each file of the catalog by path.
        elsewhere: The counterparts at other vendors, by key of the connector.
    """
    origins = {origin.name: str(origin) for origin in catalog.documents}
    apis = {name: str(api.envelope) for name, api in apis_of(catalog).items()}
    profiles = {name: str(profile) for name, profile in catalog.profiles.items()}
    return {
        each.key: "\0".join(
            (
                catalog.base_url,
                texts[connector_path(each)],
                origins[each.sources[0].document],
                profiles[each.vendor],
                apis[each.vendor, each.role],
                str(elsewhere.get(each.key, "")),
            )
        )
        for each in documented(catalog)
    }

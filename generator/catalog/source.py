"""The place where a fact was read."""

from __future__ import annotations

import pydantic

from generator.catalog.catalog_object import CatalogObject


class Source(CatalogObject):
    """Where a fact was read."""

    document: str = pydantic.Field(description="Name of the document, as in the index.")
    place: str = pydantic.Field(default="", description="Element path or line in the document.")

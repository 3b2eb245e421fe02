"""The selector of a variant."""

from __future__ import annotations

from typing import Any

import pydantic

from generator.catalog.catalog_object import CatalogObject


class Selector(CatalogObject):
    """The property whose value tells a variant from the others."""

    property: str = pydantic.Field(description="Name of a property of the variant.")
    value: Any = pydantic.Field(description="The value that it has in this variant only.")
    required: bool = pydantic.Field(description="Whether this variant requires it.")

"""Conditions on other properties, and defaults that depend on them."""

from __future__ import annotations

from typing import Any

import pydantic

from generator.catalog.catalog_object import CatalogObject


class Condition(CatalogObject):
    """One condition on another property of the same object."""

    property: str = pydantic.Field(description="Name of the property that the condition looks at.")
    values: tuple[Any, ...] = pydantic.Field(
        alias="in", description="The condition holds if the property has one of these values."
    )


class ConditionalDefault(CatalogObject):
    """A default that holds where at least one of some other properties is given."""

    any_given: tuple[str, ...] = pydantic.Field(description="Names of the other properties.")
    value: Any = pydantic.Field(description="The default then.")

"""The catalog's objects. The meta-schema ``catalog/connector.schema.json`` is made from these classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Self

import pydantic

from generator.catalog.catalog_object import CatalogObject, sources_field, stated_field
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.catalog.source import Source

Role = Literal["source", "destination"]


class Step(CatalogObject):
    """One step of setting up a connection."""

    name: str = pydantic.Field(description="Name of the step.")
    properties: tuple[Property, ...] = pydantic.Field(
        default_factory=tuple, description="In the order of the document."
    )
    rules: tuple[dict[str, Any], ...] | None = stated_field("What concerns several properties at once.")
    examples: tuple[dict[str, Any], ...] | None = stated_field("Payloads of the documents.")


class Connector(CatalogObject):
    """A source or a destination that a vendor's API can connect to."""

    vendor: str = pydantic.Field(description="Whose API it is.")
    role: Role = pydantic.Field(description="Whether data comes from it or goes to it.")
    type: str = pydantic.Field(description="The id that the vendor's API takes.", pattern=r"^[a-z0-9][a-z0-9_.\-]*$")
    name: str = pydantic.Field(description="Display name.")
    status: Literal["documented", "listed"] = pydantic.Field(
        description="listed where a document only names the connector and has no part about it."
    )
    naming: str | None = stated_field(
        "Which properties name the place where the data goes, such as schema, schema_table, schema_prefix."
    )
    since: str | None = stated_field("Date of the first document that has the connector, if an earlier one lacks it.")
    absent_from: tuple[str, ...] | None = stated_field("Later documents that do not have the connector any more.")
    steps: tuple[Step, ...] = pydantic.Field(default_factory=tuple, description="In the order of the document.")
    sources: tuple[Source, ...] = sources_field("Which documents say so, the latest one first.")

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``: unique in the catalog, and the path of the connector's file."""
        return f"{self.vendor}/{self.role}/{self.type}"

    def paths(self) -> Iterator[tuple[str, str, Property]]:
        """Yield each property with its step's name and its dotted path, parents before children."""
        for step in self.steps:
            for path, property_ in property_paths(step.properties):
                yield step.name, path, property_

    def with_steps(self, steps: Iterable[Step]) -> Self:
        """Return a copy with other steps."""
        return self.with_fields(steps=tuple(steps))

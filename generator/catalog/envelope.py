"""Envelopes: the properties of a vendor's requests and responses outside the connector's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self, TypeVar

import pydantic

from generator.catalog.catalog_object import CatalogObject
from generator.catalog.connector import Connector, Role, Step
from generator.catalog.property import Property
from templates.connector_catalog.registry import ENVELOPE, envelope_key


class Envelope(CatalogObject):
    """The envelope of a vendor's requests and responses for one role.

    It has the interface that the passes need of a connector: ``key``, ``type``, ``name`` and ``steps``.
    """

    type: ClassVar[str] = ENVELOPE

    vendor: str
    role: Role
    name: str = pydantic.Field(description="The vendor's name, for descriptions.")
    properties: tuple[Property, ...]

    @property
    def key(self) -> str:
        """``<vendor>/<role>/request.envelope``, the envelope's scope in the glossary."""
        return envelope_key(self.vendor, self.role)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The properties as one step."""
        return (Step(name="envelope", properties=self.properties),)

    def with_steps(self, steps: Iterable[Step]) -> Self:
        """Return a copy with the properties of these steps."""
        return self.with_fields(properties=tuple(property_ for step in steps for property_ in step.properties))


Entry = TypeVar("Entry", Connector, Envelope)
"""A connector or an envelope: the passes change both."""

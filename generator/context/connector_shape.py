"""A connector with the values that several contexts use, computed once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.catalog.connector import Connector, Step
from generator.catalog.property import Property
from generator.context.fault import OutputError
from generator.context.names import ClassName, ModuleName
from generator.context.requirements import Requirements, requirements_of_steps
from generator.context.sample import completed_example, full_payload, minimal_payload
from templates.connector_catalog.shapes import RequestShape
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class ConnectorShape:
    """A connector with the values that several outputs use."""

    connector: Connector
    vendor: Vendor
    class_name: ClassName  # The model of a request that creates.
    module: ModuleName  # The module of the model, and that of the validator.
    requirements: Requirements
    places: dict[str, str]  # The part of a request that holds a property, for those that are not in the main part.
    minimal: dict[str, Any]  # The least payload that is accepted.
    full: dict[str, Any]  # A payload with every property that users can set.

    @property
    def request(self) -> RequestShape:
        """The shape of the connector's requests."""
        return self.vendor.requests[self.connector.role]

    @property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """The names of the properties in each part of a request, the main part first."""
        names = [each.name for each in self.requirements.properties]
        parts = dict.fromkeys((self.request.main_part, *map(self.part_of, names)))
        return {part: tuple(name for name in names if self.part_of(name) == part) for part in parts}

    @property
    def needed_parts(self) -> tuple[str, ...]:
        """The parts that a request that creates always has: the main part, unless the connector has no properties."""
        return (self.request.main_part,) if self.requirements.properties else ()

    def examples_of(self, step: Step) -> list[dict[str, Any]]:
        """Return the payloads that documents show for a step, with what a request needs of other steps beside it."""
        examples, steps = list(step.examples or ()), self.connector.steps
        if self.vendor.steps != "together" or len(steps) == 1:
            return examples
        return [completed_example(each, steps, self.requirements) for each in examples]

    def part_of(self, name: str) -> str:
        """Return the part of a request that holds a property."""
        return self.places.get(name, self.request.main_part)

    @property
    def short_type(self) -> str:
        """The connector's type without the prefix that all of its vendor and role have."""
        return self.connector.type.removeprefix(self.vendor.id_prefixes[self.connector.role])

    def assemble(
        self, properties: dict[str, Any], envelope: Mapping[str, Any] = MappingProxyType({})
    ) -> dict[str, Any]:
        """Return the request that creates a connection with these properties."""
        return self.request.assemble(self.connector.type, properties, self.places, envelope)


def kind_of(vendor: Vendor, role: str) -> str:
    """Return a vendor and a role in words, with an article, such as ``an Acme source``."""
    return f"{'an' if vendor.title[0].upper() in 'AEIOU' else 'a'} {vendor.title} {role}"


def shape_of(connector: Connector, vendor: Vendor) -> ConnectorShape:
    """Return the shape of a connector.

    Raises:
        OutputError: Two parts of a request have a property of the same name (``name-collision``).
    """
    steps = _steps_without_id(connector, vendor)
    requirements = requirements_of_steps(steps, together=vendor.steps == "together")
    return ConnectorShape(
        connector,
        vendor,
        ClassName.of_connector(vendor, connector.role, connector.type),
        ModuleName.of_connector(vendor, connector.role, connector.type),
        requirements,
        _places(connector, vendor.requests[connector.role]),
        minimal_payload(steps, requirements),
        full_payload(steps, requirements),
    )


def _steps_without_id(connector: Connector, vendor: Vendor) -> tuple[Step, ...]:
    """Return the steps, in which the property with the connector's id is optional and may change.

    A request may name the connector by another field.
    """
    name = vendor.requests[connector.role].id_in_main_part

    def change(property_: Property) -> Property:
        return property_.without_fields("requirement", "create_only") if property_.name == name else property_

    return tuple(step.with_fields(properties=tuple(map(change, step.properties))) for step in connector.steps)


def _places(connector: Connector, request: RequestShape) -> dict[str, str]:
    places: dict[str, str] = {}
    for step in connector.steps:
        part = request.part_of(step.name)
        for each in step.properties:
            # A request never has properties that the vendor sets.
            if each.requirement != "readOnly" and places.setdefault(each.name, part) != part:
                message = f"two parts of a request of {connector.key} have the property {each.name}"
                raise OutputError("name-collision", connector.key, message)
    return {name: part for name, part in places.items() if part != request.main_part}

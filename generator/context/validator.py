"""The validator of a connector."""

from __future__ import annotations

import dataclasses

from generator.catalog.connector import Connector
from generator.context.constraints import object_constraints
from generator.context.names import ModuleName
from generator.context.payload import payload_of
from templates.connector_catalog.value_constraints import ObjectConstraints


@dataclasses.dataclass(frozen=True)
class ValidatorContext:
    """One validator module.

    Attributes:
        package: The vendor's package that holds it.
        module: Its name.
        header: The comment at its top.
        title: Its docstring.
        constraints: The constraints that it checks.
    """

    package: str
    module: ModuleName
    header: str
    title: str
    constraints: ObjectConstraints


def validator_context(connector: Connector, header: str) -> ValidatorContext:
    """Return the context of one connector's validator."""
    payload = payload_of(connector)
    return ValidatorContext(
        package=connector.vendor,
        module=ModuleName.of_connector(connector.role, connector.type),
        header=header,
        title=f"Validator of the properties of a {connector.vendor.title()} {connector.role}: {connector.name}.",
        constraints=object_constraints(payload.properties, payload.required, payload.rules, payload.gates),
    )

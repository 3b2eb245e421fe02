"""The JSON Schema of a vendor's requests: a definition for each connector, and which one holds for a request."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalog.envelope import Envelope
from generator.context.connector_shape import ConnectorShape
from generator.context.header import header_of_all
from generator.context.request_schema import id_condition, request_definition
from generator.context.requirements import requirements_of_object
from generator.context.schema import object_schema
from generator.serialize import dumps_line
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class BundleContext:
    """What the template of a bundle prints.

    Attributes:
        id: The ``$id``.
        comment: Where the file comes from.
        title: The schema's title.
        head: Keywords that find the connector's id in a request.
        choices: For each connector, its id's place and value, and the definitions that then hold.
        definitions: The definitions, as finished lines.
        open: Whether a request may have more than is defined.
    """

    id: str
    comment: str
    title: str
    head: dict[str, Any]
    choices: tuple[dict[str, Any], ...]
    definitions: tuple[str, ...]
    open: bool


@dataclasses.dataclass(frozen=True)
class BundleEntry:
    """One bundle in the list for editors: what they show, and the files that it is for."""

    name: str
    description: str
    file_match: tuple[str, ...]
    url: str


def bundle_context(
    vendor: Vendor,
    connectors: Sequence[tuple[str, str]],
    definitions: Sequence[str],
    envelopes: Mapping[str, Envelope],
) -> BundleContext:
    """Return the context of a vendor's bundle.

    Args:
        vendor: The vendor.
        connectors: Role and id of each of its connectors.
        definitions: The line of each, as :func:`definition_line` returns it.
        envelopes: The envelopes of its requests, by role.
    """
    own = [_line(role, envelope_definition(each)) for role, each in sorted(envelopes.items())]
    return BundleContext(
        id=f"urn:connector-catalog:schema:{vendor.name}",
        comment=header_of_all(),
        title=f"Requests that create connections with {vendor.title}'s API",
        head=_head(vendor, connectors),
        choices=tuple(_choice(vendor, role, type_, role in envelopes) for role, type_ in connectors),
        definitions=(*own, *definitions),
        open=not envelopes,
    )


def definition_line(shape: ConnectorShape) -> str:
    """Return the line of a connector's definition."""
    return _line(_name(shape.connector.role, shape.connector.type), request_definition(shape))


def envelope_definition(envelope: Envelope) -> dict[str, Any]:
    """Return what a request that creates has beside the connector's properties, and the key for its schema."""
    own = (each for each in envelope.properties if not (each.read_only or each.update_only))
    body = object_schema(requirements_of_object(own))
    body["properties"] = {"$schema": {"type": "string"}} | body["properties"]
    return {name: value for name, value in body.items() if name != "additionalProperties"}


def bundle_entry(vendor: Vendor) -> BundleEntry:
    """Return the entry of a vendor's bundle in the list for editors."""
    return BundleEntry(
        name=f"{vendor.title} connection",
        description=f"A request that creates a connection with {vendor.title}'s API",
        file_match=tuple(f"*.{vendor.name}.{ending}" for ending in ("json", "yaml", "yml")),
        url=f"{vendor.name}.json",
    )


def _head(vendor: Vendor, connectors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the schema of an id: at one of the places where requests of the vendor have it, and of a connector."""
    types: dict[str, list[str]] = {}
    for role, type_ in connectors:
        types.setdefault(vendor.requests[role].id_field, []).append(type_)
    heads = [id_condition(path, {"enum": own}) for path, own in types.items()]
    return heads[0] if len(heads) == 1 else {"anyOf": heads}


def _choice(vendor: Vendor, role: str, type_: str, has_envelope: bool) -> dict[str, Any]:
    names = (_name(role, type_), *([role] if has_envelope else []))
    condition = id_condition(vendor.requests[role].id_field, {"const": type_})
    return {"if": condition, "then": {"allOf": [{"$ref": f"#/$defs/{name}"} for name in names]}}


def _name(role: str, type_: str) -> str:
    return f"{role}:{type_}"


def _line(name: str, definition: dict[str, Any]) -> str:
    return f"{dumps_line(name)}:{dumps_line(definition)}"

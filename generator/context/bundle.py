"""The JSON Schemas of a vendor's requests, one for each action: the connector's id chooses the definition."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base_url import NOWHERE, BaseUrl
from generator.catalog.envelope import Envelope
from generator.catalog.release import FIRST, DataVersion
from generator.context.dialects import DRAFT_2020_12, Dialect, Schema
from generator.context.draft_07 import in_draft_07
from generator.context.header import header_of_all
from generator.context.request_schema import (
    CREATE,
    DRAFT,
    UPDATE,
    definition_line,
    envelope_definition,
    id_condition,
    id_given,
)
from templates.connector_catalog.vendors import Vendor

_PURPOSES = {
    CREATE: "Requests that create connections",
    DRAFT: "Drafts of requests that create connections",
    UPDATE: "Requests that update connections",
}


class Edition(NamedTuple):
    """The address that bundles are published at, and the version of their data."""

    base_url: BaseUrl = NOWHERE
    data_version: DataVersion = FIRST


UNPUBLISHED = Edition()
"""The first version of the data, without an address."""


@dataclasses.dataclass(frozen=True)
class BundleContext:
    """The values that the template of a bundle prints."""

    name: str  # Of its file, without the ending.
    id: str
    comment: str
    title: str
    dialect: str
    definitions_keyword: str
    head: Schema  # Keywords that find the connector's id in a request.
    choices: tuple[Schema, ...]  # For each connector, its id's place and value, and what then holds.
    definitions: tuple[str, ...]  # Finished lines.


@dataclasses.dataclass(frozen=True)
class BundleEntry:
    """One bundle in the list for editors: the text to show and the files to match."""

    name: str
    description: str
    file_match: tuple[str, ...]
    url: str


def bundle_context(
    vendor: Vendor,
    action: str,
    connectors: Sequence[tuple[str, str]],
    definitions: Sequence[str],
    envelopes: Mapping[str, Envelope],
    edition: Edition = UNPUBLISHED,
    dialect: Dialect = DRAFT_2020_12,
) -> BundleContext:
    """Return the context of a vendor's bundle for an action.

    Args:
        vendor: The vendor.
        action: What the requests do.
        connectors: Each connector's role and id.
        definitions: The lines of the connectors' definitions.
        envelopes: The vendor's envelopes, by role.
        edition: The address of the schemas, and the version of their data.
        dialect: The dialect of JSON Schema; ``definitions`` are in it already.
    """
    roles = sorted({*envelopes, *(role for role, _ in connectors)})
    envelope_lines = [_envelope_line(vendor, role, envelopes.get(role), action, dialect) for role in roles]
    name = _name(vendor, action) + dialect.suffix
    choices = _choices(vendor, connectors)
    head = _head(vendor, action, connectors)
    return BundleContext(
        name=name,
        dialect=dialect.uri,
        definitions_keyword=dialect.definitions,
        id=edition.base_url.schema(f"{name}.json"),
        comment=f"{header_of_all()} Data version {edition.data_version}.",
        title=f"{_PURPOSES[action]} with {vendor.title}'s API",
        head=head if dialect is DRAFT_2020_12 else in_draft_07(head),
        choices=tuple(choices if dialect is DRAFT_2020_12 else map(in_draft_07, choices)),
        definitions=(*envelope_lines, *definitions),
    )


def _envelope_line(vendor: Vendor, role: str, envelope: Envelope | None, action: str, dialect: Dialect) -> str:
    title = {"title": f"{vendor.title} {role}"}
    definition = title | envelope_definition(envelope, action, vendor.requests[role])
    return definition_line(role, definition if dialect is DRAFT_2020_12 else in_draft_07(definition))


def bundle_entry(vendor: Vendor, action: str, base_url: BaseUrl = NOWHERE) -> BundleEntry:
    """Return the entry of a vendor's bundle in the list for editors."""
    name = _name(vendor, action)
    titles = {CREATE: "connection", DRAFT: "draft of a connection", UPDATE: "update of a connection"}
    descriptions = {
        CREATE: "A request that creates a connection",
        DRAFT: "A draft of a request that creates a connection",
        UPDATE: "A request that updates a connection",
    }
    return BundleEntry(
        name=f"{vendor.title} {titles[action]}",
        description=f"{descriptions[action]} with {vendor.title}'s API",
        file_match=tuple(f"*.{name}.{ending}" for ending in ("json", "yaml", "yml")),
        url=base_url.schema(f"{name}.json"),
    )


def _name(vendor: Vendor, action: str) -> str:
    return vendor.name if action == CREATE else f"{vendor.name}-{action}"


def _head(vendor: Vendor, action: str, connectors: Sequence[tuple[str, str]]) -> Schema:
    """Return the schema of an id, at each of the places where requests of the vendor have it.

    A request that names its connector in another way need not have an id, and neither need one that updates.
    """
    types: dict[str, dict[str, None]] = {}
    for role, type_ in connectors:
        shape = vendor.requests[role]
        # Connectors of both roles may have one id in requests.
        types.setdefault(shape.id_field, {})[shape.id_in_request(type_)] = None
    properties: Schema = {}
    for path, ids in types.items():
        _enter(properties, path.split("."), {"enum": list(ids)})
    if action == UPDATE:
        return {"properties": properties}
    others = (path for role, _ in connectors for path in vendor.requests[role].alternative_ids)
    ways = list(dict.fromkeys((*types, *others)))
    if len(ways) == 1 and "." not in ways[0]:
        return {"properties": properties, "required": ways}
    return {"properties": properties, "anyOf": [{"title": path} | id_given(path) for path in ways]}


def _enter(properties: Schema, path: Sequence[str], schema: Schema) -> None:
    """Enter the schema of the value at a path into the properties of an object."""
    *above, name = path
    for each in above:
        properties = properties.setdefault(each, {"type": "object", "properties": {}})["properties"]
    properties[name] = schema


def _choices(vendor: Vendor, connectors: Sequence[tuple[str, str]]) -> Iterator[Schema]:
    """Yield what holds for each id in requests: the definition of its connector, or of one in each role."""
    definitions: dict[tuple[str, str], list[Schema]] = {}
    for role, type_ in connectors:
        shape = vendor.requests[role]
        id_ = shape.id_field, shape.id_in_request(type_)
        definitions.setdefault(id_, []).append({"$ref": f"#/$defs/{role}:{type_}"})
    for (path, value), own in definitions.items():
        yield {"if": id_condition(path, {"const": value}), "then": own[0] if len(own) == 1 else {"anyOf": own}}

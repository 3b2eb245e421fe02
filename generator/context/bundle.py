"""The JSON Schema of a vendor's requests: which definition holds for a request."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalog.envelope import Envelope
from generator.context.header import header_of_all
from generator.context.request_schema import (
    ACTIONS,
    DRAFT,
    UPDATE,
    definition_line,
    envelope_definition,
    id_condition,
)
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class BundleContext:
    """The values that the template of a bundle prints."""

    id: str
    comment: str
    title: str
    head: dict[str, Any]  # Keywords that find the connector's id in a request.
    choices: tuple[dict[str, Any], ...]  # For each connector, its id's place and value, and what then holds.
    definitions: tuple[str, ...]  # Finished lines.
    open: bool  # Whether a request may have more than is defined.


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
    """Return the context of a vendor's bundle, given each connector's role and id, and its definitions."""
    own = [
        definition_line(f"{action}{role}", envelope_definition(envelopes.get(role), action))
        for action in ACTIONS
        for role in sorted({*envelopes, *(role for role, _ in connectors)})
        if role in envelopes or action == UPDATE
    ]
    drafts = [_choice(vendor, role, type_, role in envelopes, DRAFT) for role, type_ in connectors]
    draft: dict[str, Any] = {"title": f"Drafts of requests to {vendor.title}'s API", "type": "object"}
    draft |= _head(vendor, connectors) | {"allOf": drafts, "unevaluatedProperties": not envelopes}
    return BundleContext(
        id=f"urn:connector-catalog:schema:{vendor.name}",
        comment=header_of_all(),
        title=f"Requests that create connections with {vendor.title}'s API",
        head=_head(vendor, connectors),
        choices=tuple(_choice(vendor, role, type_, role in envelopes) for role, type_ in connectors),
        definitions=(*own, definition_line("draft", draft), *definitions),
        open=not envelopes,
    )


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
        shape = vendor.requests[role]
        types.setdefault(shape.id_field, []).append(shape.id_in_request(type_))
    heads = [id_condition(path, {"enum": own}) for path, own in types.items()]
    return heads[0] if len(heads) == 1 else {"anyOf": heads}


def _choice(vendor: Vendor, role: str, type_: str, has_envelope: bool, prefix: str = "") -> dict[str, Any]:
    names = [f"{prefix}{role}:{type_}", f"{prefix}{role}"] if has_envelope else [f"{prefix}{role}:{type_}"]
    shape = vendor.requests[role]
    condition = id_condition(shape.id_field, {"const": shape.id_in_request(type_)})
    return {"if": condition, "then": {"allOf": [{"$ref": f"#/$defs/{name}"} for name in names]}}

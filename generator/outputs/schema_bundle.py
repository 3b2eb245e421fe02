"""Prints the bundle of a vendor's schemas, which describes whole requests, and the list of bundles for editors."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.bundle import definition_name, envelope_definition
from generator.context.payload import payload_of
from generator.context.schema import DIALECT
from generator.outputs.environment import render
from generator.outputs.header import header_of_all
from generator.serialize import dumps, dumps_line


@dataclasses.dataclass(frozen=True)
class Choice:
    """One connector in a bundle: its id, and where the definitions of its request and of the envelope are."""

    type: str
    definition: str
    envelope: str


@dataclasses.dataclass(frozen=True)
class Bundle:
    """What the template of a bundle prints; ``definitions`` are finished lines. ``open``: others may stand beside."""

    id: str
    comment: str
    title: str
    type_key: str
    types: tuple[str, ...]
    choices: tuple[Choice, ...]
    definitions: tuple[str, ...]
    open: bool


@dataclasses.dataclass(frozen=True)
class Listed:
    """One bundle in the list: what an editor shows, and for which files it takes it."""

    name: str
    description: str
    file_match: tuple[str, ...]
    url: str


def bundle_text(
    vendor: str, connectors: Sequence[Connector], definitions: Mapping[str, str], envelopes: Mapping[str, Envelope]
) -> str:
    """The text of a vendor's bundle, with a line for each connector.

    Args:
        vendor: The vendor.
        connectors: Its connectors that have files of their own.
        definitions: By key, the definition of each.
        envelopes: The envelopes of its requests, by role.
    """
    own = [
        f"{dumps_line(role)}:{dumps_line(envelope_definition(each.properties))}"
        for role, each in sorted(envelopes.items())
    ]
    choices = tuple(
        Choice(
            each.type,
            f"#/$defs/{definition_name(each)}",
            f"#/$defs/{each.role}" if each.role in envelopes else "",
        )
        for each in connectors
    )
    bundle = Bundle(
        id=f"urn:connector-catalog:schema:{vendor}",
        comment=header_of_all(),
        title=f"Requests that create connections with {vendor.title()}'s API",
        type_key=payload_of(connectors[0]).type_key,
        types=tuple(each.type for each in connectors),
        choices=choices,
        definitions=(*own, *(definitions[each.key] for each in connectors)),
        open=not envelopes,
    )
    return render("schemas/bundle.json.jinja", bundle=bundle, dialect=DIALECT)


def list_text(vendors: Sequence[str]) -> str:
    """The text of the list of bundles, in the form of SchemaStore's catalog."""
    entries = [
        Listed(
            name=f"{vendor.title()} connection",
            description=f"A request that creates a connection with {vendor.title()}'s API",
            file_match=tuple(f"*.{vendor}.{ending}" for ending in ("json", "yaml", "yml")),
            url=f"{vendor}.json",
        )
        for vendor in vendors
    ]
    return dumps(json.loads(render("schemas/catalog.json.jinja", entries=entries)))

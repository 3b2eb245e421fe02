"""Prints the data of the import package: the index, and what the catalog knows of a connector as one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector, Property
from generator.context.names import ClassName, ModuleName
from generator.context.sample import full_payload, minimal_payload
from generator.outputs.header import header_of_all
from generator.serialize import dumps, dumps_line
from generator.vendors import Profile


def index_file(catalog: Catalog, connectors: Sequence[Connector]) -> str:
    """The text of the index: every connector that has files of its own, and the envelopes of requests."""
    return dumps(_index(catalog, connectors))


def vendors_file(profiles: Mapping[str, Profile]) -> str:
    """Return the text of the vendors' profiles."""
    stated = {name: profile.to_json() for name, profile in sorted(profiles.items())}
    return dumps({"$comment": header_of_all(), "vendors": stated})


def data_line(connector: Connector) -> str:
    """What the catalog knows of a connector, with its examples, as one line of JSON; its id comes first."""
    stated = connector.to_json()
    head = {name: stated.pop(name) for name in ("vendor", "role", "type", "name")}
    examples = {"minimal": minimal_payload(connector), "full": full_payload(connector)}
    return dumps_line(head | stated | examples)


def _index(catalog: Catalog, connectors: Sequence[Connector]) -> dict[str, Any]:
    return {
        "$comment": header_of_all(),
        "envelopes": {
            vendor: {
                role: {each.name: _envelope_property(each) for each in envelope.properties}
                for role, envelope in roles.items()
            }
            for vendor, roles in sorted(catalog.envelopes.items())
        },
        "connectors": [
            {
                "vendor": connector.vendor,
                "role": connector.role,
                "type": connector.type,
                "name": connector.name,
                "model": ClassName.of_connector(connector.vendor, connector.role, connector.type),
                "module": ModuleName.of_connector(connector.role, connector.type),
                "steps": [step.name for step in connector.steps],
            }
            for connector in connectors
        ],
    }


def _envelope_property(found: Property) -> dict[str, Any]:
    stated = found.to_json()
    kept = (
        "type",
        "requirement",
        "enum",
        "default",
        "readOnly",
        "writeOnly",
        "createOnly",
        "updateOnly",
        "description",
    )
    return {name: stated[name] for name in kept if name in stated}

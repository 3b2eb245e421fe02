"""Whether the schema, the model and the validator agree on payloads drawn for every connector."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from connector_catalog.command.choosing import problems_of
from connector_catalog.command.finding import Settings

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT
from tests.bench.figure import Figure
from tests.bench.payloads import Drawer
from tests.bench.verdicts import Readers
from tests.vendors import shape

PAYLOADS = 50_000


def disagreements(connector: Connector, count: int) -> Iterator[str]:
    """Yield a line for each payload on which the readers differ, or that was drawn as valid and is refused."""
    drawer, readers = Drawer(connector, random.Random(connector.key)), Readers.of(connector)
    made = shape(connector)
    for number in range(count):
        drawn = drawer.valid() if number % 2 else drawer.broken()
        places = readers.places(drawn.payload)
        if len(set(places.values())) > 1 or (not drawn.fault and any(places.values())):
            told = {name: sorted(found) for name, found in places.items()}
            yield f"{connector.key}: {drawn.fault or 'valid'}: {told}"
        warned = readers.warnings(drawn.payload)
        told_by_command = _warnings_of_command(connector, made.assemble(drawn.payload))
        if warned != told_by_command:
            yield f"{connector.key}: {drawn.fault or 'valid'}: warnings {sorted(warned ^ told_by_command)}"


def _warnings_of_command(connector: Connector, request: dict[str, Any]) -> frozenset[tuple[str, str]]:
    """Return the path in its part, and the code, of each warning of the command about a request."""
    found = problems_of(request, Settings(connector.vendor, connector.type))
    return frozenset((each.path.partition(".")[2], each.code) for each in found if each.level == "warning")


def figures() -> Iterator[Figure]:
    """Count the payloads on which the readers disagree."""
    connectors = load_catalog(PROJECT, Diagnostics()).values()
    each = -(-PAYLOADS // len(connectors))
    found = [line for connector in connectors for line in disagreements(connector, each)]
    detail = f"of {each * len(connectors):,} payloads for {len(connectors)} connectors"
    yield Figure(
        "payloads on which schema, model and validator disagree", float(len(found)), "payloads", 0, detail=detail
    )

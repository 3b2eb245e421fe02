"""Whether the schema, the model and the validator agree on payloads drawn for every connector."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from typing import Any

from connector_catalog.command.choosing import problems_of
from connector_catalog.command.finding import Settings

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT
from tests.bench.figure import Figure
from tests.bench.payloads import Drawer
from tests.bench.verdicts import Readers
from tests.vendors import shape

PAYLOADS = 50_000
_PER_VARIANT = 20


def disagreements(connector: Connector, count: int, reached: set[str] | None = None) -> Iterator[str]:
    """Yield a line for each payload on which the readers differ, or that was drawn as valid and is refused."""
    drawer, readers = Drawer(connector, random.Random(connector.key)), Readers.of(connector)
    made = shape(connector)
    for number in range(count):
        drawn = drawer.valid() if number % 2 else drawer.broken()
        if reached is not None and not drawn.fault:
            properties = (each for step in connector.steps for each in step.properties)
            reached.update(drawn_variants(drawn.payload, properties, f"{connector.key} "))
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
    """Count the payloads of each vendor on which the readers disagree."""
    connectors = sorted(load_catalog(PROJECT, Diagnostics()).values(), key=lambda each: each.key)
    for vendor, own in itertools.groupby(connectors, key=lambda each: each.vendor):
        yield figure(vendor, list(own), PAYLOADS)


def figure(vendor: str, connectors: list[Connector], payloads: int) -> Figure:
    """Count the payloads of a vendor on which the readers disagree; every variant must have been drawn."""
    least = -(-payloads // len(connectors))
    # Variants inside variants are reached by more payloads only.
    counts = {each.key: max(least, _PER_VARIANT * sum(1 for _ in _variants(each))) for each in connectors}
    drawn: set[str] = set()
    found = [line for connector in connectors for line in disagreements(connector, counts[connector.key], drawn)]
    variants = {name for connector in connectors for name in _variants(connector)}
    detail = f"of {sum(counts.values()):,} payloads for {len(connectors)} connectors"
    detail += f", {len(variants & drawn)} of {len(variants)} variants drawn" if variants else ""
    name = f"{vendor}: payloads on which schema, model and validator disagree"
    return Figure(name, float(len(found)), "payloads", 0, detail=detail)


def _variants(connector: Connector) -> Iterator[str]:
    """Yield the paths of a connector's variants."""
    for _, path, found in connector.paths():
        yield from (f"{connector.key} {path}[{each.name}]" for each in found.all_variants)


def drawn_variants(value: Any, properties: Iterable[Property], above: str) -> Iterator[str]:
    """Yield the paths of the variants that the objects of a payload are by their selectors."""
    for found in properties:
        given = value.get(found.name)
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, dict):
                meant = [one for one in found.all_variants if one.is_selected_by(each)]
                yield from (f"{above}{found.name}[{one.name}]" for one in meant)
                inner = (meant[0].properties, f"[{meant[0].name}].") if meant else (found.children, ".")
                yield from drawn_variants(each, inner[0], f"{above}{found.name}{inner[1]}")

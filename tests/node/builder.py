"""Whether the configuration builder's checks say of payloads what the validators say.

``python -m tests.node.builder --count 20000`` compares each problem, with its words and hint, and prints what differs.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

import connector_catalog

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from generator.site.data import SiteData
from tests.bench.drawn_requests import RequestDrawer
from tests.bench.payloads import Drawer
from tests.bench.whole_requests import envelope
from tests.node.builder_mistakes import mistakes
from tests.node.tools import run
from tests.vendors import shape

_AT_ONCE = 50  # Connectors to one process of Node.
_SITE = SiteData(Layout())

Object = dict[str, Any]


def disagreements(connectors: Sequence[Connector], count: int) -> Iterator[str]:
    """Yield a line for each payload on which the two differ: the examples, a mistake of each kind, and drawn ones.

    Args:
        connectors: The connectors.
        count: How many payloads to draw for each.
    """
    for start in range(0, len(connectors), _AT_ONCE):
        some = connectors[start : start + _AT_ONCE]
        payloads = [list(payloads_of(each, count)) for each in some]
        questions = [{"data": _SITE.of(each), "payloads": own} for each, own in zip(some, payloads, strict=True)]
        for connector, own, told in zip(some, payloads, run("builder.mjs", questions), strict=True):
            yield from _differences(connector, own, told)


def payloads_of(connector: Connector, count: int) -> Iterator[Any]:
    """Yield the examples of a connector, each with one mistake of every kind, and drawn payloads and requests."""
    stated = connector_catalog.describe(connector.vendor, connector.type)
    for example in (stated["minimal"], stated["full"]):
        yield example
        yield from mistakes(connector, example)
    own = shape(connector)
    for part in own.request.parts:
        # Another part has the same properties, with other values.
        yield own.assemble(stated["full"]) | {part: dict.fromkeys(stated["full"], 1)}
    chance = random.Random(connector.key)
    payloads = Drawer(connector, chance)
    requests = RequestDrawer(connector, envelope(connector.vendor, connector.role), "create", chance)
    draw = (
        lambda: payloads.valid().payload,
        lambda: payloads.broken().payload,
        requests.valid,
        lambda: requests.drawn().payload,
    )
    for number in range(count):
        yield copy.deepcopy(draw[number % len(draw)]())


def _differences(connector: Connector, payloads: Sequence[Any], told: Sequence[Any]) -> Iterator[str]:
    for payload, problems in zip(payloads, told, strict=True):
        found = connector_catalog.validate(connector.vendor, connector.type, payload, warnings=True)
        expected = sorted((each.path, each.code, each.message, each.hint, each.level) for each in found)
        if expected != sorted(map(tuple, problems)):
            own, other = set(expected), set(map(tuple, problems))
            only = f"only the validator {sorted(own - other)}, only the builder {sorted(other - own)}"
            yield f"{connector.key}: {only}, in {json.dumps(payload)[:300]}"


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many payloads to draw")
    options = parser.parse_args()
    every = load_catalog(PROJECT, Diagnostics()).values()
    connectors = [each for each in every if each.status == "documented"]
    start, each = time.perf_counter(), -(-options.count // len(connectors))
    found = list(disagreements(connectors, each))
    payloads = sum(1 for connector in connectors for _ in payloads_of(connector, each))
    seconds = time.perf_counter() - start
    lines = [
        *found,
        f"{len(found)} disagreements of {payloads:,} payloads for {len(connectors):,} connectors, {seconds:.0f} s",
    ]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return bool(found)


if __name__ == "__main__":
    sys.exit(_main())

"""Whether the bundles of draft-07 accept what those of draft 2020-12 accept.

``python -m tests.bench.dialects --count 10000`` prints the requests, drawn for each vendor and action, on which they
differ.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import jsonschema_rs

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.context.json_schema.dialects import DRAFT_07
from generator.context.json_schema.request import ACTIONS, CREATE
from generator.diagnostics import Diagnostics
from generator.paths import PACKAGE, PROJECT
from tests.bench.payloads import Drawer
from tests.vendors import shape

SCHEMAS = PROJECT / PACKAGE / "schemas"
Request = dict[str, Any]

_VALUES: tuple[Any, ...] = (None, True, 0, 1.5, "", "x", "25:99", [], ["x"], {}, {"x": 1})


class Bundles:
    """The bundles of a vendor for one action, one of each dialect."""

    def __init__(self, vendor: str, action: str) -> None:
        name = vendor if action == CREATE else f"{vendor}-{action}"
        self.new = jsonschema_rs.Draft202012Validator(_loaded(name), validate_formats=True)
        self.old = jsonschema_rs.Draft7Validator(_loaded(name + DRAFT_07.suffix), validate_formats=True)
        definition = _loaded(name)["$defs"].get("source", {})
        self.names = [*definition.get("properties", ()), "auth", "config", "configuration", "properties", "unknown"]

    def differ(self, request: Request) -> bool:
        """Return whether one accepts a request that the other refuses."""
        return bool(self.new.is_valid(request) != self.old.is_valid(request))


def disagreements(connectors: Sequence[Connector], count: int) -> Iterator[str]:
    """Yield a line for each request on which the bundles differ, of as many requests of one vendor for each action."""
    drawers = {each.key: Drawer(each, random.Random(each.key)) for each in connectors}
    shapes = {each.key: shape(each) for each in connectors}
    for action in ACTIONS:
        bundles, chance = Bundles(connectors[0].vendor, action), random.Random(action)
        for number in range(count):
            key = connectors[number % len(connectors)].key
            drawn = drawers[key].valid() if number % 3 else drawers[key].broken()
            request = _changed(shapes[key].assemble(drawn.payload), bundles.names, chance)
            if bundles.differ(request):
                yield f"{key}: {action} {number}: {sorted(request)}"


def _changed(request: Request, names: Sequence[str], chance: random.Random) -> Request:
    """Return a request with up to three changes beside its properties: of its envelope, its id or its parts."""
    made = copy.deepcopy(request)
    for _ in range(chance.randrange(4)):
        match chance.randrange(4):
            case 0:
                made[chance.choice(names)] = chance.choice(_VALUES)
            case 1 if made:
                del made[chance.choice(list(made))]
            case 2 if made:
                made[chance.choice(list(made))] = chance.choice(_VALUES)
            case _:
                _move(made, chance)
    return made


def _move(request: Request, chance: random.Random) -> None:
    """Move a property from a part to another part or beside them."""
    parts = [each for each in request.values() if isinstance(each, dict) and each]
    if parts:
        part = chance.choice(parts)
        name = chance.choice(list(part))
        chance.choice([request, *parts])[name] = part.pop(name)


def _loaded(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many requests for each vendor and action")
    options = parser.parse_args()
    every = [each for each in load_catalog(PROJECT, Diagnostics()).values() if each.status == "documented"]
    failed = False
    for vendor in sorted({each.vendor for each in every}):
        found = list(disagreements([each for each in every if each.vendor == vendor], options.count))
        total = f"{options.count * len(ACTIONS):,} requests of {vendor}"
        sys.stdout.write("".join(f"{line}\n" for line in [*found[:20], f"{len(found)} disagreements of {total}"]))
        failed |= bool(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(_main())

"""Whether ajv compiles every schema, and agrees with jsonschema on drawn payloads.

``python -m tests.node.agreement --vendor airbyte --count 50000`` prints where it does not.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics
from generator.paths import PACKAGE, PROJECT
from tests.bench.payloads import Drawer
from tests.bench.verdicts import schema_places
from tests.node.tools import run

_AT_ONCE = 500  # Connectors to one process of Node.
_CHOICES = ("/anyOf/", "/oneOf/")
_OF_CHOICES = ("if", "anyOf", "oneOf")
_ABOUT_A_NAME = ("missingProperty", "additionalProperty")


def disagreements(connectors: Sequence[Connector], count: int) -> Iterator[str]:
    """Yield a line for each payload on which the two differ, of as many payloads for each connector."""
    for start in range(0, len(connectors), _AT_ONCE):
        yield from _disagreements(connectors[start : start + _AT_ONCE], count)


def _disagreements(connectors: Sequence[Connector], count: int) -> Iterator[str]:
    drawn = [list(_drawn(each, count)) for each in connectors]
    schemas = [schema_of(each) for each in connectors]
    questions = [
        {"schema": schema, "payloads": own, "strict": True} for schema, own in zip(schemas, drawn, strict=True)
    ]
    for connector, schema, payloads, told in zip(connectors, schemas, drawn, run("ajv.mjs", questions), strict=True):
        if told["fault"]:
            yield f"{connector.key}: ajv does not compile the schema: {told['fault']}"
            continue
        expected = schema_places(schema, payloads)
        for number, (errors, places) in enumerate(zip(told["errors"], expected, strict=True)):
            certain, possible = _places(errors, payloads[number])
            if bool(errors) != bool(places) or not certain <= places <= possible:
                yield f"{connector.key}: payload {number}: jsonschema {sorted(places)}, ajv {sorted(possible)}"


def schema_of(connector: Connector) -> Any:
    """Return the generated schema of a connector."""
    return json.loads((PROJECT / PACKAGE / "schemas" / f"{connector.key}.json").read_text(encoding="utf-8"))


def _drawn(connector: Connector, count: int) -> Iterator[dict[str, Any]]:
    drawer = Drawer(connector, random.Random(connector.key))
    for number in range(count):
        yield (drawer.valid() if number % 2 else drawer.broken()).payload


def _places(errors: Sequence[Any], payload: Any) -> tuple[set[str], set[str]]:
    """Return the paths that ajv's errors are about: those outside of choices, and all of them.

    Of a choice, ajv reports the errors of every branch, and jsonschema those of the nearest or the choice itself.
    """
    certain, possible = set(), set()
    for error in errors:
        path = _path(error, payload)
        possible.add(path)
        if error["keyword"] not in _OF_CHOICES and not any(each in error["schemaPath"] for each in _CHOICES):
            certain.add(path)
    return certain, possible


def _path(error: Any, payload: Any) -> str:
    params, path, value = error["params"], "", payload
    for part in error["instancePath"].split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        path += f"[{name}]" if isinstance(value, list) else f".{name}"
        value = value[int(name)] if isinstance(value, list) else value[name]
    own = [params[key] for key in _ABOUT_A_NAME if key in params]
    return "".join([path, *(f".{name}" for name in own)]).removeprefix(".")


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vendor", help="payloads of this vendor's connectors only")
    parser.add_argument("--count", type=int, default=50_000, help="how many payloads")
    options = parser.parse_args()
    every = load_catalog(PROJECT, Diagnostics()).values()
    connectors = [each for each in every if options.vendor in (None, each.vendor) and each.status == "documented"]
    each, start = -(-options.count // len(connectors)), time.perf_counter()
    found = list(disagreements(connectors, each))
    total = f"{each * len(connectors):,} payloads for {len(connectors)} connectors"
    seconds = time.perf_counter() - start
    sys.stdout.write(
        "".join(f"{line}\n" for line in [*found, f"{len(found)} disagreements of {total}, {seconds:.1f} s"])
    )
    return bool(found)


if __name__ == "__main__":
    sys.exit(_main())

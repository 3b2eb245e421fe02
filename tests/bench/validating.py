"""How long a generated validator takes for a valid payload, beside fastjsonschema and jsonschema on one schema."""

from __future__ import annotations

import importlib
import json
import statistics
from collections.abc import Callable, Iterator
from typing import Any

import fastjsonschema
import jsonschema
from connector_catalog import describe

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.context.names import ModuleName
from generator.diagnostics import Diagnostics
from generator.paths import PACKAGE, PROJECT
from tests.bench.figure import Figure, best_of
from tests.vendors import VENDORS

_TIMES = 200


def figures() -> Iterator[Figure]:
    """The median, over all connectors, of the validator's time divided by each peer's."""
    connectors = [
        each for each in load_catalog(PROJECT, Diagnostics()).values() if each.status == "documented" and each.steps
    ]
    ratios = [_ratios(each) for each in connectors]
    fast = statistics.median(ratio[0] for ratio in ratios)
    slow = statistics.median(ratio[1] for ratio in ratios)
    detail = f"median over {len(ratios)} connectors"
    yield Figure("a valid payload, validator against fastjsonschema", fast, "times", 1.0, None, detail)
    yield Figure("a valid payload, jsonschema against validator", slow, "times", None, 20.0, detail)


def _ratios(connector: Connector) -> tuple[float, float]:
    payload = describe(connector.vendor, connector.type)["full"]
    schema = json.loads((PROJECT / PACKAGE / "schemas" / f"{connector.key}.json").read_text(encoding="utf-8"))
    module = ModuleName.of_connector(VENDORS[connector.vendor], connector.role, connector.type)
    own = importlib.import_module(f"connector_catalog.validators.{connector.vendor}.{module}").validate
    if own(payload):
        raise ValueError(f"the example of {connector.key} is not valid")
    compiled = fastjsonschema.compile(schema)
    checker = jsonschema.Draft202012Validator(schema)
    times = [_time(own, payload, _TIMES), _time(compiled, payload, _TIMES), _time(checker.validate, payload, 5)]
    return times[0] / times[1], times[2] / times[0]


def _time(check: Callable[[Any], Any], payload: Any, times: int) -> float:
    """Seconds for one check, the best of several runs."""

    def run() -> None:
        for _ in range(times):
            check(payload)

    return best_of(3, run) / times

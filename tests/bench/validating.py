"""The time that validation takes for a valid payload, against peers and against validation without its fast path."""

from __future__ import annotations

import importlib
import json
import statistics
from collections.abc import Callable, Iterator
from typing import Any

import fastjsonschema
import jsonschema
from connector_catalog import Entry, describe, entries, validate
from connector_catalog.command.example import example_request
from connector_catalog.validation import all_problems

from generator.paths import PACKAGE, PROJECT
from tests.bench.figure import Figure, best_of

_TIMES = 200


def figures() -> Iterator[Figure]:
    """Yield the medians, over all connectors with properties, of ratios of times."""
    described = [each for each in entries() if each.steps]
    ratios = [_ratios(each) for each in described]
    fast = statistics.median(ratio[0] for ratio in ratios)
    slow = statistics.median(ratio[1] for ratio in ratios)
    detail = f"median over {len(ratios)} connectors"
    yield Figure("a valid payload, validator against fastjsonschema", fast, "times", 1.0, None, detail)
    yield Figure("a valid payload, jsonschema against validator", slow, "times", None, 20.0, detail)
    whole = statistics.median(map(_ratio_of_paths, described))
    yield Figure("a valid request, validate() against every check made", whole, "times", 0.4, None, detail)


def _ratios(entry: Entry) -> tuple[float, float]:
    payload = describe(entry.vendor, entry.type)["full"]
    schema = json.loads((PROJECT / PACKAGE / "schemas" / f"{entry.key}.json").read_text(encoding="utf-8"))
    own = importlib.import_module(f"connector_catalog.validators.{entry.vendor}.{entry.module}").validate
    if own(payload):
        raise ValueError(f"the example of {entry.key} is not valid")
    compiled = fastjsonschema.compile(schema)
    checker = jsonschema.Draft202012Validator(schema)
    times = [
        _time(lambda: own(payload), _TIMES),
        _time(lambda: compiled(payload), _TIMES),
        _time(lambda: checker.validate(payload), 5),
    ]
    return times[0] / times[1], times[2] / times[0]


def _ratio_of_paths(entry: Entry) -> float:
    request = example_request(entry.vendor, entry.type, full=True)
    if validate(entry.vendor, entry.type, request):
        raise ValueError(f"the example of {entry.key} is not valid")
    fast = _time(lambda: validate(entry.vendor, entry.type, request), _TIMES)
    return fast / _time(lambda: all_problems(entry, request, unknown="error", action="create"), _TIMES)


def _time(check: Callable[[], Any], times: int) -> float:
    """Return the seconds for one check, the best of several runs."""

    def run() -> None:
        for _ in range(times):
            check()

    return best_of(3, run) / times

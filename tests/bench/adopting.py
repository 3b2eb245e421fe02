"""Whether what is adopted from responses of every connector is the same, whole and without a secret."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from connector_catalog import adopt, plan_diff, resolve, validate
from connector_catalog.adoption.writing import text_of
from connector_catalog.secret_references import is_reference

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT
from templates.connector_catalog.constraints import is_same
from tests.bench.figure import Figure
from tests.bench.payloads import Drawer
from tests.bench.responses import CANARY, SECRET, Responder, Response
from tests.vendors import shape

_DRAWN = 3
_SECRETS = ("masked", "clear", "omitted")


class Tally:
    """What is wrong with what is adopted, counted, and one example of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def fault(self, name: str, example: str) -> None:
        """Count a fault."""
        self.faults[name] += 1
        self.examples.setdefault(name, example)


def examine(connector: Connector, tally: Tally) -> None:
    """Adopt responses about a connector: to its full sample and to drawn requests, with secrets treated in each way."""
    chance = random.Random(connector.key)
    drawer = Drawer(connector, chance)
    payloads = [shape(connector).full, *(drawer.valid().payload for _ in range(_DRAWN))]
    tally.counts["connectors"] += 1
    for secrets in _SECRETS:
        responder = Responder(connector, chance, secrets)
        for payload in payloads:
            _examine(connector, responder.answer(payload), tally)


def _examine(connector: Connector, response: Response, tally: Tally) -> None:
    key = connector.key
    tally.counts["responses"] += 1
    [adopted] = adopt(response.answer)
    request = adopted.request
    if request is None:
        tally.fault("not recognised", key)
        return
    answer = response.answer[0] if isinstance(response.answer, list) else response.answer
    listed = answer.get("data") if isinstance(answer.get("data"), dict | list) else answer
    one = (listed.get("items", [listed]) if isinstance(listed, dict) else listed)[0]
    for change in plan_diff(request, one):
        tally.fault("differences", f"{key}: {change}")
    for part, expected in response.expected.items():
        for place, value, found in _leaves(expected, request.get(part), part):
            name = "secrets" if value is SECRET else "values"
            tally.counts[name] += 1
            is_kept = is_reference(found) if value is SECRET else is_same(found, value)
            if not is_kept:
                tally.fault(name, f"{key}: {place}")
    named = {(each.path, each.code) for each in adopted.problems if each.level == "error"}
    gaps = {
        (each.path, each.code) for each in validate(connector.vendor, connector.type, request) if each.level == "error"
    }
    tally.counts["gaps"] += len(gaps)
    for gap in gaps - named:
        tally.fault("gaps without a name", f"{key}: {gap}")
    if response.is_complete and gaps:
        tally.fault("invalid", f"{key}: {sorted(gaps)}")
    texts = [text_of([adopted], "json"), text_of([adopted], "yaml"), text_of([adopted], "python"), repr(adopted)]
    if any(CANARY in each for each in texts):
        tally.fault("canaries", key)
    resolved = json.dumps(resolve(request, lambda reference: json.dumps({"of": CANARY})))
    tally.counts["references"] += len(adopted.references)
    if resolved.count(CANARY) != len(set(adopted.references)):
        tally.fault("not resolved", key)


def _leaves(expected: Any, found: Any, place: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield each value that is expected, with its place and what is found there; nothing of what is empty."""
    if expected in (None, "", [], {}):
        return
    if isinstance(expected, dict):
        for name, each in expected.items():
            inner = found.get(name) if isinstance(found, dict) else None
            yield from _leaves(each, inner, f"{place}.{name}")
    elif isinstance(expected, list):
        items = found if isinstance(found, list) and len(found) == len(expected) else [None] * len(expected)
        for number, each in enumerate(expected):
            yield from _leaves(each, items[number], f"{place}[{number}]")
    else:
        yield place, expected, found


def tally_of(connectors: Iterable[Connector]) -> Tally:
    """Return what is wrong with what is adopted from responses about some connectors."""
    tally = Tally()
    for each in connectors:
        examine(each, tally)
    return tally


def figures() -> Iterator[Figure]:
    """Count what is wrong with what is adopted, over all connectors; each must be 0."""
    tally = tally_of(load_catalog(PROJECT, Diagnostics()).values())
    of = {
        "responses": ("differences", "not recognised", "invalid", "canaries", "gaps without a name"),
        "values": ("values",),
        "secrets": ("secrets",),
        "references": ("not resolved",),
    }
    names = {
        "differences": "differences between what is adopted and the response",
        "not recognised": "responses that are not recognised",
        "invalid": "invalid requests adopted from whole responses",
        "canaries": "outputs of adopt with a secret",
        "gaps without a name": "gaps in what is adopted that no problem names",
        "values": "settable values of responses that are lost",
        "secrets": "secrets without a reference",
        "not resolved": "requests of which not each reference is resolved",
    }
    for total, faults in of.items():
        for name in faults:
            detail = f"{tally.counts[total]:,} {total} of {tally.counts['connectors']:,} connectors"
            example = f"; {tally.examples[name]}" if name in tally.examples else ""
            yield Figure(names[name], tally.faults[name], "", 0, detail=detail + example)


if __name__ == "__main__":
    for each in figures():
        print(each)

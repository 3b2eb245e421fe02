"""Whether what is adopted from responses of every connector is the same, whole and without a secret."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from connector_catalog import Adopted, adopt, plan_diff, resolve, validate
from connector_catalog.adoption.writing import text_of
from connector_catalog.recognition import connectors_in
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

FORMATS: tuple[Literal["json", "yaml", "python"], ...] = ("json", "yaml", "python")
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
    tally.counts["responses"] += 1
    [adopted] = adopt(response.answer)
    if adopted.request is None:
        tally.fault("not recognised", connector.key)
        return
    for change in plan_diff(adopted.request, connectors_in(response.answer)[0]):
        tally.fault("differences", f"{connector.key}: {change}")
    _examine_values(connector, response, adopted.request, tally)
    _examine_gaps(connector, response, adopted, tally)
    _examine_secrets(connector, adopted, tally)


def _examine_values(connector: Connector, response: Response, request: dict[str, Any], tally: Tally) -> None:
    for part, expected in response.expected.items():
        for place, value, found in _leaves(expected, request.get(part), part):
            name = "secrets" if value is SECRET else "values"
            tally.counts[name] += 1
            is_kept = is_reference(found) if value is SECRET else is_same(found, value)
            if not is_kept:
                tally.fault(name, f"{connector.key}: {place}")


def _examine_gaps(connector: Connector, response: Response, adopted: Adopted, tally: Tally) -> None:
    found = validate(connector.vendor, connector.type, adopted.request)
    gaps = {(each.path, each.code) for each in found if each.level == "error"}
    tally.counts["gaps"] += len(gaps)
    for gap in gaps.difference((each.path, each.code) for each in adopted.problems):
        tally.fault("gaps without a name", f"{connector.key}: {gap}")
    if response.is_complete and gaps:
        tally.fault("invalid", f"{connector.key}: {sorted(gaps)}")


def _examine_secrets(connector: Connector, adopted: Adopted, tally: Tally) -> None:
    texts = [text_of([adopted], format_) for format_ in FORMATS]
    if any(CANARY in each for each in (*texts, repr(adopted), *map(str, adopted.problems))):
        tally.fault("canaries", connector.key)
    resolved = json.dumps(resolve(adopted.request, lambda _: json.dumps({"of": CANARY})))
    tally.counts["references"] += len(adopted.references)
    if resolved.count(CANARY) != len(adopted.references):
        tally.fault("not resolved", connector.key)


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

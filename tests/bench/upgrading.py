"""Whether check-upgrade says what the catalogs of two versions say about the same requests."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connector_catalog import UnknownConnectorError, changes, check_upgrade, data_versions, validate

from generator.catalog.connector import Connector
from generator.context.constraints import object_constraints
from generator.pipeline.catalog import build_catalog
from templates.connector_catalog.checking import Validator
from tests.bench.figure import Figure
from tests.bench.first_data import DOCUMENTS, make
from tests.bench.payloads import Drawer
from tests.vendors import shape

_NAME = "requests that data 1.0.0 accepts, whose refusal check-upgrade does not tell, or tells wrongly"
_DRAWN = 40
"""Payloads of each connector that has changed; of the others, a tenth."""


def figures() -> Iterator[Figure]:
    """Yield the number of disagreements."""
    first = data_versions()[0]
    if not DOCUMENTS.is_dir():
        yield Figure(_NAME, None, "", 0, detail=f"{DOCUMENTS} is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        connectors = build_catalog(make(Path(folder))).catalog.connectors
    changed = {(each.vendor, each.type) for each in changes(since=first)}
    total = refused = wrong = 0
    for connector in (each for each in connectors if each.status == "documented"):
        is_changed = (connector.vendor, connector.type) in changed
        for payload in _accepted(connector, _DRAWN if is_changed else _DRAWN // 10):
            is_refused = _is_refused(connector, payload)
            found = check_upgrade(payload, since=first, vendor=connector.vendor, type=connector.type)
            total, refused = total + 1, refused + is_refused
            wrong += is_refused is not any(each.level == "error" for each in found)
    yield Figure(_NAME, wrong, f"of {total:,}", 0, detail=f"{refused:,} are refused now")


def _accepted(connector: Connector, count: int) -> Iterator[dict[str, Any]]:
    """Yield payloads that the connector accepts, of as many that are drawn."""
    drawer = Drawer(connector, random.Random(connector.key))
    validator = Validator(object_constraints(shape(connector).requirements))
    for _ in range(count):
        payload = drawer.valid().payload
        if not validator.validate(payload):
            yield payload


def _is_refused(connector: Connector, payload: dict[str, Any]) -> bool:
    try:
        return bool(validate(connector.vendor, connector.type, payload))
    except UnknownConnectorError:
        return True

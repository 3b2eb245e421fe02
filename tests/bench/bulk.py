"""The command on a million requests, one per line, against jsonschema-rs on the same lines."""

from __future__ import annotations

import itertools
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
from connector_catalog import Entry, describe, entries, validate
from connector_catalog.placeholders import is_placeholder
from connector_catalog.requests import places_of, shape_of

from generator.paths import GENERATED, PACKAGE, PROJECT
from tests.bench.figure import Figure
from tests.bench.process import watch

LINES = 1_000_000
_CONNECTORS = 50


def figures() -> Iterator[Figure]:
    """Yield the time against the peer, the busy cores, and the memory against that for a tenth of the lines."""
    requests = _requests()
    with tempfile.TemporaryDirectory() as folder:
        whole, tenth = Path(folder, "whole.jsonl"), Path(folder, "tenth.jsonl")
        _write(whole, requests, LINES)
        _write(tenth, requests, LINES // 10)
        command = [sys.executable, "-m", "connector_catalog", "validate"]
        os.environ["PYTHONPATH"] = str(PROJECT / GENERATED)
        small = watch([*command, str(tenth)], PROJECT)
        before = _cpu()
        own = watch([*command, str(whole)], PROJECT)
        own_cpu, peer_before = _cpu() - before, time.process_time()
        peer = _peer(whole, requests)
        peer_cpu = time.process_time() - peer_before
    detail = f"{own.seconds:.1f} s and {peer:.1f} s"
    yield Figure(f"validate, {LINES:,} lines, against jsonschema-rs", own.seconds / peer, "times", 1.5, None, detail)
    detail = f"{own_cpu:.1f} s and {peer_cpu:.1f} s; the peer has one process"
    yield Figure("processor time of that, against jsonschema-rs", own_cpu / peer_cpu, "times", None, None, detail)
    yield Figure(
        "busy cores during that", own_cpu / own.seconds, f"of {os.cpu_count()}", None, 0.75 * (os.cpu_count() or 1)
    )
    detail = f"{own.memory:.0f} MB and {small.memory:.0f} MB"
    yield Figure("memory, against a tenth of the lines", own.memory / small.memory, "times", 1.2, None, detail)


def _requests() -> list[dict[str, Any]]:
    """Return requests for fifty connectors that get no warning either: the time is that of checking."""
    known = [each for each in entries() if each.vendor == "fivetran" and each.role == "source"]
    found = [request for entry in known if (request := _request(entry)) is not None]
    return found[:: max(1, len(found) // _CONNECTORS)][:_CONNECTORS]


def _request(entry: Entry) -> dict[str, Any] | None:
    """Return the request with every property of a connector; ``None`` where it gets a warning."""
    envelope = {"group_id": "group", "paused": False}
    full = describe(entry.vendor, entry.type)["full"]
    request = filled_in(shape_of(entry).assemble(entry.type, full, places_of(entry), envelope))
    return None if validate(entry.vendor, entry.type, request, warnings=True) else request


def filled_in(value: Any) -> Any:
    """Return an example with values in the place of its placeholders, as people send it."""
    if isinstance(value, dict):
        return {name: filled_in(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled_in(inner) for inner in value]
    # Of the length that keys and names often have.
    return "k3y-0123456789abcdef" if isinstance(value, str) and is_placeholder(value) else value


def _write(path: Path, requests: list[dict[str, Any]], count: int) -> None:
    lines = itertools.cycle([json.dumps(request) + "\n" for request in requests])
    with path.open("w", encoding="utf-8") as file:
        file.writelines(itertools.islice(lines, count))


def _peer(path: Path, requests: list[dict[str, Any]]) -> float:
    """Return the seconds to parse each line and validate it with jsonschema-rs."""
    bundle = json.loads((PROJECT / PACKAGE / "schemas" / "fivetran.json").read_text(encoding="utf-8"))
    validators = {request["service"]: _validator(bundle, request["service"]) for request in requests}
    start = time.perf_counter()
    with path.open(encoding="utf-8") as file:
        for line in file:
            request = json.loads(line)
            if not validators[request["service"]].is_valid(request):
                raise ValueError(f"jsonschema-rs refuses the request for {request['service']}")
    return time.perf_counter() - start


def _validator(bundle: dict[str, Any], service: str) -> Any:
    """Return the validator of the requests for one service."""
    names = (f"source:{service}", "source")
    schema = {
        "$schema": bundle["$schema"],
        "$ref": f"#/$defs/{names[0]}",
        "$defs": {name: bundle["$defs"][name] for name in names},
    }
    return jsonschema_rs.validator_for(schema)


def _cpu() -> float:
    """Return the processor time of finished child processes, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

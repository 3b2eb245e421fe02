"""Converts requests of every connector of a system, there and back; ``python -m tests.bench.conversion``."""

from __future__ import annotations

import copy
import dataclasses
import functools
import itertools
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from connector_catalog import Converted, Entry, convert, describe, entries, find, validate
from connector_catalog.adoption.spelling import times
from connector_catalog.conversion.plan import Node, plan_of
from connector_catalog.diff.canonical import EMPTY, canonical, decoded
from connector_catalog.diff.property_info import PropertyInfo, request_info
from connector_catalog.requests import places_of, shape_of
from connector_catalog.system import system_of

from generator.catalog.catalog import load_catalog
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT
from tests.bench.figure import Figure
from tests.bench.payloads import Drawer

CANARY = "c4n4ry-of-a-secret"
_DRAWN = 3
_EVERY = 8
_BESIDE: dict[tuple[str, str], dict[str, Any]] = {
    ("fivetran", "source"): {"group_id": "g", "paused": True, "sync_frequency": 360},
    ("fivetran", "destination"): {"group_id": "g", "time_zone_offset": "-5", "region": "GCP_US_EAST4"},
    ("stitch", "source"): {"display_name": "n"},
    ("airbyte", "source"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
    ("airbyte", "destination"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
}


class Tally:
    """What was converted, and what is wrong with it: counted, with one example of each fault."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.given: Counter[str] = Counter()
        self.carried: Counter[str] = Counter()
        self.codes: dict[str, Counter[str]] = {}

    def fault(self, name: str, example: str) -> None:
        """Count a fault."""
        self.faults[name] += 1
        self.examples.setdefault(name, example)


def converted_entries() -> list[Entry]:
    """Return the connectors of which another vendor has one of the same system."""
    return [each for each in entries() if other_vendors(each)]


def other_vendors(entry: Entry) -> list[str]:
    system = system_of(entry.vendor, entry.type)
    return [each for each in system.connectors if each != entry.vendor] if system else []


def payloads_of(entry: Entry, drawn: Iterable[dict[str, Any]] = ()) -> Iterator[dict[str, Any]]:
    """Yield requests for a connector: of its vendor's examples, of two samples, and of what is drawn."""
    described = describe(entry.vendor, entry.type)
    examples = [each for step in described["steps"] for each in step.get("examples", ())]
    shape, beside = shape_of(entry), _BESIDE.get((entry.vendor, entry.role), {})
    for each in (*examples, described["minimal"], described["full"], *drawn):
        if isinstance(each, dict):
            own = {name: value for name, value in each.items() if name != shape.id_in_main_part}
            yield shape.assemble(entry.type, copy.deepcopy(own), places_of(entry), beside)


def examine(entry: Entry, tally: Tally, drawn: Iterable[dict[str, Any]] = ()) -> None:
    """Convert requests for a connector to each other vendor."""
    tally.counts["connectors"] += 1
    for payload, vendor in itertools.product(payloads_of(entry, drawn), other_vendors(entry)):
        tally.counts["requests"] += 1
        try:
            _examine(entry, payload, vendor, tally)
        except Exception as error:  # whatever it is, it is counted
            tally.fault("exceptions", f"{entry.key} to {vendor}: {type(error).__name__}: {error}")


def _examine(entry: Entry, payload: dict[str, Any], vendor: str, tally: Tally) -> None:
    direction = f"{entry.vendor} to {vendor}"
    before = copy.deepcopy(payload)
    there = convert(payload, to=vendor)
    if payload != before:
        tally.fault("changed payloads", entry.key)
    if there.request is None:
        tally.fault("not converted", f"{entry.key} to {vendor}: {there.gaps}")
        return
    problems = [each for each in validate(there.vendor, there.type, there.request) if each.level == "error"]
    known = {(each.path, each.code) for each in there.problems}
    for each in problems:
        tally.counts["problems"] += 1
        if (each.path, each.code) not in known:
            tally.fault("problems without a name", f"{entry.key} to {there.type}: {each}")
        if each.code not in ("required", "any-of"):
            tally.fault("values that are not accepted", f"{entry.key} to {there.type}: {each}")
    _examine_secrets(entry, payload, vendor, tally)
    _count(entry, there, payload, direction, tally)
    _examine_back(entry, payload, there, tally)


def _examine_secrets(entry: Entry, payload: dict[str, Any], vendor: str, tally: Tally) -> None:
    """Convert a request with a canary in the place of each text, and of each other value inside of a list."""
    for wrap in (str, lambda text: [text, text], lambda text: {"a": text}):
        parts = {name: _with_canaries(each, wrap) for name, each in payload.items() if name in shape_of(entry).parts}
        made = convert({**payload, **parts}, to=vendor, vendor=entry.vendor, type=entry.type)
        tally.counts["requests with canaries"] += 1
        # The name of a connection may be that of its schema.
        if CANARY in repr(dataclasses.replace(made, name="")):
            tally.fault("canaries", f"{entry.key} to {vendor}")


def _with_canaries(value: Any, wrap: Callable[[str], Any]) -> Any:
    if isinstance(value, dict):
        return {name: _with_canaries(each, wrap) for name, each in value.items()}
    return [_with_canaries(each, wrap) for each in value] if isinstance(value, list) else wrap(CANARY)


def _count(entry: Entry, there: Converted, payload: dict[str, Any], direction: str, tally: Tally) -> None:
    lost = {each.path: each.code for each in there.gaps if each.level == "warning"}
    codes = tally.codes.setdefault(direction, Counter())
    for path, _ in _given(entry, find(there.vendor, there.type), payload):
        tally.given[direction] += 1
        tally.carried[direction] += path not in lost
        codes.update([lost[path]] if path in lost else ["carried"])


def _given(entry: Entry, to: Entry, payload: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the path and the value of each property of a request that a caller can set."""
    for part in shape_of(entry).parts:
        if isinstance(payload.get(part), dict):
            inner = {name: each for name, each in payload[part].items() if name != shape_of(entry).id_in_main_part}
            yield from _leaves(inner, plan_of(entry, to).root, part)


def _leaves(value: Any, node: Node, path: str) -> Iterator[tuple[str, Any]]:
    if node.is_whole:
        if not node.place.is_read_only:
            yield path, value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name in node.below:
                yield from _leaves(each, node.below[name], f"{path}.{name}")
    elif isinstance(value, list) and node.item is not None:
        for number, each in enumerate(value):
            yield from _leaves(each, node.item, f"{path}[{number}]")


def _examine_back(entry: Entry, payload: dict[str, Any], there: Converted, tally: Tally) -> None:
    """Compare what both vendors can express with itself, after the way back and after the way there again."""
    to = find(there.vendor, there.type)
    back = convert(there.request, to=f"{entry.vendor}/{entry.type}")
    again = convert(back.request, to=f"{there.vendor}/{there.type}")
    way = f"{entry.key} to {there.type}"
    named = {each.path for each in there.gaps if each.level == "warning"}
    for path, differs in _compared(entry, payload, back.request, to, arrived=True):
        if path not in named:
            tally.counts["there and back"] += 1
            if differs:
                tally.fault("differences there and back", f"{way}: {path}")
    named = {each.path for each in back.gaps if each.level == "warning"}
    for path, differs in _compared(to, there.request, again.request, entry):
        if path not in named:
            tally.counts["back and there"] += 1
            if differs:
                tally.fault("differences back and there", f"{way}: {path}")


def _compared(
    entry: Entry, expected: Any, found: Any, other: Entry, *, arrived: bool = False
) -> Iterator[tuple[str, bool]]:
    """Yield the path of each value of a request, and whether another request has something else there.

    Left out are values of which the other vendor has fewer: several become one there. Where only those that have
    ``arrived`` count, what the other request does not have is left out, too: a gap on the way tells of it.
    """
    info, merged = request_info(entry), _merged_values(entry, other)
    for part in shape_of(entry).parts:
        for path, one, two, of in _pairs(expected.get(part), (found or {}).get(part), info.of_property(part), part):
            plain = re.sub(r"\[\d+\]", "[]", path).partition(".")[2]
            if (plain, str(one).casefold()) not in merged and not (arrived and two is None):
                yield path, canonical(one, of) != canonical(two, of) and not _are_same_time(one, two)


@functools.lru_cache(maxsize=8)
def _merged_values(entry: Entry, other: Entry) -> frozenset[tuple[str, str]]:
    """Return the paths and texts of listed values that come back as another one: the first that means the same."""
    system = system_of(entry.vendor, entry.type)
    found: set[tuple[str, str]] = set()
    for link in system.links if system else ():
        first: dict[str, str] = {}
        for row in link.values:
            own, meant = row.get(entry.vendor), row.get(other.vendor)
            if own is not None and meant is not None and first.setdefault(meant.casefold(), own) != own:
                found.update((path, own.casefold()) for path in link.paths.get(entry.vendor, ()))
    return frozenset(found)


def _are_same_time(one: Any, other: Any) -> bool:
    """Return whether two texts are spellings of one time."""
    return isinstance(one, str) and isinstance(other, str) and not set(times(one)).isdisjoint(times(other))


def _pairs(one: Any, other: Any, info: PropertyInfo, path: str) -> Iterator[tuple[str, Any, Any, PropertyInfo]]:
    """Yield each value with its path, and what the other has in its place."""
    if canonical(one, info) == EMPTY:
        return
    one, other = decoded(one, info), decoded(other, info)
    if isinstance(one, dict):
        for name, each in one.items():
            inner = other.get(name) if isinstance(other, dict) else None
            yield from _pairs(each, inner, info.of_property(name), f"{path}.{name}")
    elif isinstance(one, list) and any(isinstance(each, dict) for each in one):
        for number, each in enumerate(one):
            inner = other[number] if isinstance(other, list) and number < len(other) else None
            yield from _pairs(each, inner, info.of_item(), f"{path}[{number}]")
    else:
        yield path, one, other, info


def tally_of(chosen: Iterable[Entry], drawn: int = _DRAWN) -> Tally:
    """Return what is wrong with what is converted from requests for some connectors."""
    tally = Tally()
    catalog = {each.key: each for each in load_catalog(PROJECT, Diagnostics()).values()}
    for entry in chosen:
        drawer = Drawer(catalog[entry.key], random.Random(entry.key))
        examine(entry, tally, [drawer.valid().payload for _ in range(drawn)])
    return tally


def figures() -> Iterator[Figure]:
    """Count what is wrong with what is converted from requests of some connectors; each must be 0."""
    yield from _figures(tally_of(converted_entries()[::_EVERY]))


def _figures(tally: Tally) -> Iterator[Figure]:
    of = {
        "requests": ("exceptions", "not converted", "changed payloads", "values that are not accepted"),
        "problems": ("problems without a name",),
        "there and back": ("differences there and back",),
        "back and there": ("differences back and there",),
        "requests with canaries": ("canaries",),
    }
    for total, faults in of.items():
        for name in faults:
            example = f"; {tally.examples[name]}" if name in tally.examples else ""
            detail = f"{tally.counts[total]:,} {total} of {tally.counts['connectors']:,} connectors{example}"
            yield Figure(f"convert: {name}", tally.faults[name], "", 0, detail=detail)
    for direction, given in sorted(tally.given.items()):
        listed = ", ".join(f"{code} {number:,}" for code, number in tally.codes[direction].most_common())
        yield Figure(f"properties carried over, {direction}", tally.carried[direction] / given, "", detail=listed)


def main() -> None:
    """Print the figures of all connectors; the status is 1 where one misses its goal."""
    missed = 0
    for figure in _figures(tally_of(converted_entries())):
        print(figure, flush=True)
        missed += not figure.reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()

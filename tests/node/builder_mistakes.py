"""One mistake of each kind in a connector's payload, wherever its properties allow it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from templates.connector_catalog.bounds import PAYLOADS
from templates.connector_catalog.rules import Rules
from tests.bench.beyond_limits import beyond
from tests.vendors import shape

Object = dict[str, Any]


def mistakes(connector: Connector, example: Object) -> Iterator[Object]:
    """Yield copies of an example: without each property, with unknown and misspelt names, and with wrong values."""
    properties = shape(connector).requirements.properties
    for name in example:
        yield {other: value for other, value in example.items() if other != name}
        yield {other + "x" * (other == name): value for other, value in example.items()}
        yield example | {name: {"a": [None]}}
        yield example | {name: 7.5}
    yield example | {"no_such_name": None}
    for name in ("no_such_name", *list(example)[:1]):
        yield from (example | {name: _nested(depth)} for depth in (PAYLOADS.depth - 1, PAYLOADS.depth))
    yield from _of_groups(shape(connector).requirements.rules, example)
    for found in properties:
        yield from _of_property(found, example)


def _nested(depth: int) -> Any:
    """Return lists and objects that are nested so deep."""
    value: Any = "a"
    for number in range(depth):
        value = [value] if number % 2 else {"a": value}
    return value


def _of_property(found: Property, example: Object) -> Iterator[Object]:
    for value in ("${env:A}", 0, "0", 70_000, "70000"):
        yield example | {found.name: value}
    for value in (*beyond(found), *_unlisted(found)):
        yield example | {found.name: value}
    for variant in found.all_variants:
        yield from _of_variant(example, found, {each.name: None for each in variant.properties})
        yield from _of_variant(example, found, {variant.selector.property: variant.selector.value})
    if found.all_variants:
        yield from _of_variant(example, found, {})
        yield from _of_variant(example, found, {found.all_variants[0].selector.property: "no such variant"})
    for when in (*(found.required_when or ()), *(found.applies_when or ()), *(found.expected_when or ())):
        for value in when.values:
            yield {name: each for name, each in example.items() if name != found.name} | {when.property: value}
            yield example | {when.property: value}


def _of_groups(rules: Rules, example: Object) -> Iterator[Object]:
    """Yield copies with all and none of each group, and with a member that is misspelt."""
    for group in (*rules.any_of, *rules.at_most_one, *(others for _, others in rules.dependent)):
        without = {name: value for name, value in example.items() if name not in group}
        yield without
        yield without | dict.fromkeys(group, "a")
        for name in group:
            yield without | {f"{name}x": "a"}
            yield without | dict.fromkeys(group[:2], "a")
    for name, _ in rules.dependent:
        yield example | {name: "a"}


def _of_variant(example: Object, found: Property, value: Object) -> Iterator[Object]:
    given: Any = [value] if "array" in found.types else value
    yield copy.deepcopy(example) | {found.name: given}


def _unlisted(found: Property) -> Iterator[Any]:
    for value in found.accepted or ():
        yield f"{value}x"
        yield value
    if found.pattern or found.format or found.string_encoding:
        yield from ("", "2026-02-30", "2026-02-30T00:00:00Z", "2026-02-28T00:00:00Z", "12", "true", ",a", "a,b")
    if found.secret:
        yield from ("${env:A}", "x ${env:A}", "xxxx", "<SECRET>", ["${env:A}"])

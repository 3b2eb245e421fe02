"""Checks the references of an OpenAPI file: each leads to a schema, none leads back, and together they stay small."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.blocks.specification import Schema, Specification, below
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT


def with_sound_references(found: Specification, diagnostics: Diagnostics) -> Specification | None:
    """Return the specification without what refers to itself; ``None`` if its references make it too large.

    Each reference to an undefined schema is an error ``dangling-reference``, each schema that refers to itself, by its
    parts or its items, ``cyclic-reference``; a chain that is too long and parts that are too many are ``too-large``.
    """
    for place, target in _references(found):
        if target and target not in found.schemas:
            message = f"reference to the undefined schema {target[:80]!r}; expected one of /components/schemas"
            diagnostics.error("dangling-reference", place, message)
    links = {name: _links(schema, found.schemas) for name, schema in found.schemas.items()}
    order, cyclic = _targets_first({name: [target for _, target in each] for name, each in links.items()})
    for name in cyclic:
        place = found.schemas[name].place
        diagnostics.error("cyclic-reference", place, "the schema refers to itself", name[:80])
    empty = {name: Schema(found.schemas[name].place) for name in cyclic}
    sound = dataclasses.replace(found, schemas={**found.schemas, **empty})
    links |= {name: [] for name in cyclic}
    return sound if _is_small(sound, links, [*cyclic, *order], diagnostics) else None


def _references(found: Specification) -> Iterator[tuple[str, str]]:
    for operation in found.operations:
        yield from ((operation.place, operation.request), (operation.place, operation.response))
    for schema in found.schemas.values():
        for each in below(schema):
            yield from ((each.place, name) for name in (each.reference, *each.mapping.values()))


def _links(schema: Schema, schemas: Mapping[str, Schema]) -> list[tuple[int, str]]:
    """Return the schemas that a schema, its parts or its items refer to, with the depth of each reference."""
    links = []
    ahead = [(0, schema)]
    while ahead:
        depth, each = ahead.pop()
        if each.reference in schemas:
            links.append((depth, each.reference))
        ahead += [(depth + 1, part) for part in (*each.parts, *([each.items] if each.items is not None else []))]
    return links


def _targets_first(targets: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Return the names that refer to no cycle, each after its targets, and those on cycles or between two."""
    order, rest = _sorted(targets)
    inner: dict[str, list[str]] = {name: [] for name in rest}
    for name in rest:
        for target in targets[name]:
            if target in inner:
                inner[target].append(name)
    before, on_cycles = _sorted(inner)
    # What only leads to a cycle comes after it, from the nearest to the farthest.
    return [*order, *reversed(before)], on_cycles


def _sorted(targets: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Sort names so that the targets of each come before it; return the sorted names and those in cycles."""
    sources: dict[str, list[str]] = {name: [] for name in targets}
    for name, each in targets.items():
        for target in each:
            sources[target].append(name)
    missing = Counter({name: len(each) for name, each in targets.items()})
    order = [name for name, count in missing.items() if count == 0]
    for name in order:
        for source in sources[name]:
            missing[source] -= 1
            if missing[source] == 0:
                order.append(source)
    done = set(order)
    return order, [name for name in targets if name not in done]


def _is_small(
    found: Specification, links: Mapping[str, list[tuple[int, str]]], order: list[str], diagnostics: Diagnostics
) -> bool:
    """Return whether following the references and merging the parts stays within the bounds; add an error if not."""
    heights: dict[str, int] = {}
    weights: dict[str, int] = {}
    for name in order:
        heights[name] = max((depth + 1 + heights[target] for depth, target in links[name]), default=0)
        weights[name] = _weight(found.schemas[name], weights)
        if heights[name] > DOCUMENT.depth:
            message = f"references or parts lead through more than {DOCUMENT.depth} schemas"
            diagnostics.error("too-large", found.schemas[name].place, message, name[:80])
            return False
    left = most_schemas(found)
    for each in (each for schema in found.schemas.values() for each in below(schema) if each.parts):
        left -= _weight(each, weights)
        if left < 0:
            message = f"its parts, merged, make the file more than {DOCUMENT.expansion} times larger"
            diagnostics.error("too-large", each.place, message)
            return False
    return True


def _weight(schema: Schema, weights: Mapping[str, int]) -> int:
    """Return how many properties a schema and its parts have, counted each time, up to a bound."""
    ahead, count = [schema], 0
    while ahead:
        each = ahead.pop()
        count += 1 + len(each.properties) + weights.get(each.reference, 0)
        ahead += each.parts
    return min(count, DOCUMENT.nodes)


def most_schemas(found: Specification) -> int:
    """Return how many schemas a file may make with its references followed: a multiple of those that it has."""
    count = sum(1 for schema in found.schemas.values() for _ in below(schema))
    return max(DOCUMENT.expansion * count, 10_000)

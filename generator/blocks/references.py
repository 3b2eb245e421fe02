"""Checks the references of an OpenAPI file: each leads to a schema, none leads back, and together they stay small."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.blocks.specification import Schema, Specification, below
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT


def with_sound_references(specification: Specification, diagnostics: Diagnostics) -> Specification | None:
    """Return the specification without cyclic schemas; ``None`` if its references make it too large.

    Each reference to an undefined schema is an error ``dangling-reference``. Each schema that refers to itself, by its
    parts or its items, is an error ``cyclic-reference``. Too long a chain and too many parts are ``too-large``.
    """
    for place, target in _references(specification):
        if target and target not in specification.schemas:
            message = f"reference to the undefined schema {target[:80]!r}; expected one of /components/schemas"
            diagnostics.error("dangling-reference", place, message)
    links = {name: _links(schema, specification.schemas) for name, schema in specification.schemas.items()}
    targets = {name: [target for _, target in references] for name, references in links.items()}
    order, cyclic = _targets_first(targets)
    for name in cyclic:
        place = specification.schemas[name].place
        diagnostics.error("cyclic-reference", place, "the schema refers to itself", name[:80])
    empty = {name: Schema(specification.schemas[name].place) for name in cyclic}
    sound = dataclasses.replace(specification, schemas={**specification.schemas, **empty})
    links |= {name: [] for name in cyclic}
    return sound if _is_within_bounds(sound, links, [*cyclic, *order], diagnostics) else None


def _references(specification: Specification) -> Iterator[tuple[str, str]]:
    for operation in specification.operations:
        yield from ((operation.place, operation.request), (operation.place, operation.response))
    for schema in specification.schemas.values():
        for part in below(schema):
            yield from ((part.place, name) for name in (part.reference, *part.mapping.values()))


def _links(schema: Schema, schemas: Mapping[str, Schema]) -> list[tuple[int, str]]:
    """Return the schemas that a schema, its parts or its items refer to, with the depth of each reference."""
    links = []
    stack = [(0, schema)]
    while stack:
        depth, node = stack.pop()
        if node.reference in schemas:
            links.append((depth, node.reference))
        stack += [(depth + 1, part) for part in node.parts]
        if node.items is not None:
            stack.append((depth + 1, node.items))
    return links


def _targets_first(targets: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Return the names that refer to no cycle, each after its targets, and those on cycles or between two."""
    order, unsorted = _sort_topologically(targets)
    sources: dict[str, list[str]] = {name: [] for name in unsorted}
    for name in unsorted:
        for target in targets[name]:
            if target in sources:
                sources[target].append(name)
    after, on_cycles = _sort_topologically(sources)
    # A name that only leads to a cycle comes after it, from the nearest to the farthest.
    return [*order, *reversed(after)], on_cycles


def _sort_topologically(targets: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Sort names so that the targets of each come before it; return the sorted names and those in cycles."""
    sources: dict[str, list[str]] = {name: [] for name in targets}
    for name, names in targets.items():
        for target in names:
            sources[target].append(name)
    remaining = Counter({name: len(names) for name, names in targets.items()})
    order = [name for name, count in remaining.items() if count == 0]
    for name in order:
        for source in sources[name]:
            remaining[source] -= 1
            if remaining[source] == 0:
                order.append(source)
    done = set(order)
    return order, [name for name in targets if name not in done]


def _is_within_bounds(
    specification: Specification, links: Mapping[str, list[tuple[int, str]]], order: list[str], diagnostics: Diagnostics
) -> bool:
    """Return whether following the references and merging the parts stays within the bounds; otherwise add an error."""
    heights: dict[str, int] = {}
    weights: dict[str, int] = {}
    for name in order:
        heights[name] = max((depth + 1 + heights[target] for depth, target in links[name]), default=0)
        weights[name] = _weight(specification.schemas[name], weights)
        if heights[name] > DOCUMENT.depth:
            message = f"references or parts lead through more than {DOCUMENT.depth} schemas"
            diagnostics.error("too-large", specification.schemas[name].place, message, name[:80])
            return False
    remaining = most_schemas(specification)
    merged = (node for schema in specification.schemas.values() for node in below(schema) if node.parts)
    for node in merged:
        remaining -= _weight(node, weights)
        if remaining < 0:
            message = f"its parts, merged, make the file more than {DOCUMENT.expansion} times larger"
            diagnostics.error("too-large", node.place, message)
            return False
    return True


def _weight(schema: Schema, weights: Mapping[str, int]) -> int:
    """Return how many properties a schema and its parts have, counted each time, up to a bound."""
    stack, count = [schema], 0
    while stack:
        part = stack.pop()
        count += 1 + len(part.properties) + weights.get(part.reference, 0)
        stack += part.parts
    return min(count, DOCUMENT.nodes)


def most_schemas(specification: Specification) -> int:
    """Return how many schemas a file may have with its references followed: a multiple of those without."""
    count = sum(1 for schema in specification.schemas.values() for _ in below(schema))
    return max(DOCUMENT.expansion * count, 10_000)

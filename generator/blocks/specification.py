"""The block types of an OpenAPI file: operations and schemas."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.blocks.block import Block
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Schema:
    """One schema object.

    Attributes:
        place: JSON pointer in the file.
        keywords: Its keywords, except those of the attributes below.
        parts: The schemas of its ``allOf``.
        reference: Name of the schema that it refers to; empty if it is not a reference.
        mapping: Names of schemas by the values of its discriminator.
    """

    place: str
    keywords: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    description: tuple[Block, ...] = ()
    properties: Mapping[str, Schema] = dataclasses.field(default_factory=dict)
    items: Schema | None = None
    parts: tuple[Schema, ...] = ()
    reference: str = ""
    mapping: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Operation:
    """One operation of the API, such as ``post`` ``/v1/boxes``.

    ``request`` and ``response`` are the names of the schemas of the request and of ``data`` in a successful response;
    both may be empty.
    """

    method: str
    path: str
    request: str
    response: str


@dataclasses.dataclass(frozen=True)
class Specification:
    """The operations and the named schemas of an OpenAPI file."""

    operations: tuple[Operation, ...]
    schemas: Mapping[str, Schema]

    def resolved(self, schema: Schema) -> Schema:
        """Return the schema with its reference followed and the parts of its ``allOf`` merged.

        The references have been checked: each has a target, and none is circular.
        """
        while schema.reference:
            schema = self.schemas[schema.reference]
        if not schema.parts:
            return schema
        parts = [*map(self.resolved, schema.parts), schema]
        return dataclasses.replace(
            schema,
            keywords={name: value for part in parts for name, value in part.keywords.items()},
            description=next((part.description for part in reversed(parts) if part.description), ()),
            properties={name: child for part in parts for name, child in part.properties.items()},
            items=next((part.items for part in reversed(parts) if part.items is not None), None),
            parts=(),
        )

    def places(self, schema: Schema) -> set[str]:
        """Return the places of a schema, of its reference's target and of its parts."""
        inner = [*schema.parts, *([self.schemas[schema.reference]] if schema.reference else [])]
        return {schema.place}.union(*map(self.places, inner))

    def named(self, name: str) -> Schema | None:
        """Return the resolved schema of a name; ``None`` if there is none."""
        schema = self.schemas.get(name)
        return self.resolved(schema) if schema is not None else None


def below(schema: Schema) -> Iterator[Schema]:
    """Yield the schema and every schema inside it, parents first; references are not followed."""
    yield schema
    for child in (*schema.properties.values(), *schema.parts, *([schema.items] if schema.items is not None else [])):
        yield from below(child)


def pointer(*parts: str) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in parts)


def references_are_sound(found: Specification, diagnostics: Diagnostics) -> bool:
    """Return whether each reference points to a schema and no schema refers to itself; others are errors."""
    for place, target in _references(found):
        if target and target not in found.schemas:
            diagnostics.error("dangling-reference", place, f"reference to the undefined schema {target!r}")
    targets = {name: set(_targets(schema)) for name, schema in found.schemas.items()}
    for name in targets:
        if _refers_to_itself(name, targets):
            diagnostics.error("cyclic-reference", found.schemas[name].place, "the schema refers to itself", name)
    return not diagnostics.failed


def _references(found: Specification) -> Iterator[tuple[str, str]]:
    for operation in found.operations:
        place = pointer("paths", operation.path, operation.method)
        yield from ((place, operation.request), (place, operation.response))
    for schema in found.schemas.values():
        for each in below(schema):
            yield from ((each.place, name) for name in (each.reference, *each.mapping.values()))


def _targets(schema: Schema) -> Iterator[str]:
    """Yield the names of the schemas that a schema, its parts or its items refer to."""
    if schema.reference:
        yield schema.reference
    for part in (*schema.parts, *([schema.items] if schema.items is not None else [])):
        yield from _targets(part)


def _refers_to_itself(name: str, targets: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(targets[name])
    while ahead:
        seen |= ahead
        ahead = {target for each in ahead for target in targets.get(each, ())} - seen
    return name in seen

"""The block types of an OpenAPI file: its operations and its schemas, each with its JSON pointer. No meaning yet."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.blocks.block import Block


@dataclasses.dataclass(frozen=True)
class Schema:
    """One schema object.

    Attributes:
        place: JSON pointer in the file.
        keywords: What it states, without the parts that stand in the attributes below.
        description: Its description as blocks; empty where it has none.
        properties: Its properties, in the order of the file.
        items: What it says of the items of a list.
        parts: The schemas of its ``allOf``.
        reference: Name of the schema that stands in its place; empty where it is no reference.
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

    @property
    def children(self) -> Iterator[Schema]:
        """The schemas directly inside this one."""
        yield from self.properties.values()
        yield from self.parts
        if self.items is not None:
            yield self.items


@dataclasses.dataclass(frozen=True)
class Operation:
    """One request that the API takes.

    Attributes:
        method: ``post``, ``patch`` and so on.
        path: Its address, such as ``/v1/connections``.
        request: Name of the schema of its body; may be empty.
        response: Name of the schema of what a good answer holds as ``data``; may be empty.
    """

    method: str
    path: str
    request: str
    response: str


@dataclasses.dataclass(frozen=True)
class Specification:
    """An OpenAPI file: its operations, and its named schemas."""

    operations: tuple[Operation, ...]
    schemas: Mapping[str, Schema]

    def resolved(self, schema: Schema) -> Schema:
        """The schema itself, or the one that its reference leads to; the parts of an ``allOf`` put together.

        References have been followed once when the file was read, so each leads somewhere and none in a circle.
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
        """The places of a schema and of all that stand in its place or are parts of it."""
        found = {schema.place}
        if schema.reference:
            found |= self.places(self.schemas[schema.reference])
        for part in schema.parts:
            found |= self.places(part)
        return found

    def named(self, name: str) -> Schema | None:
        """The schema of a name, its reference followed; ``None`` where there is none."""
        schema = self.schemas.get(name)
        return self.resolved(schema) if schema is not None else None


def below(schema: Schema) -> Iterator[Schema]:
    """The schema and every schema inside it, parents first; references are not followed."""
    yield schema
    for child in schema.children:
        yield from below(child)


def pointer(*parts: str) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in parts)

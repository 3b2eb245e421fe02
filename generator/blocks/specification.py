"""The block types of an OpenAPI file: operations and schemas."""

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
        keywords: Its keywords, except those of the attributes below.
        description: Its description as blocks.
        properties: Its properties, in the order of the file.
        items: The schema of a list's items.
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

    @property
    def children(self) -> Iterator[Schema]:
        """The schemas directly inside this one."""
        yield from self.properties.values()
        yield from self.parts
        if self.items is not None:
            yield self.items


@dataclasses.dataclass(frozen=True)
class Operation:
    """One operation of the API.

    Attributes:
        method: ``post``, ``patch`` and so on.
        path: Its path, such as ``/v1/boxes``.
        request: Name of the schema of the request; may be empty.
        response: Name of the schema of ``data`` in a successful response; may be empty.
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
        found = {schema.place}
        if schema.reference:
            found |= self.places(self.schemas[schema.reference])
        for part in schema.parts:
            found |= self.places(part)
        return found

    def named(self, name: str) -> Schema | None:
        """Return the resolved schema of a name; ``None`` if there is none."""
        schema = self.schemas.get(name)
        return self.resolved(schema) if schema is not None else None


def below(schema: Schema) -> Iterator[Schema]:
    """Yield the schema and every schema inside it, parents first; references are not followed."""
    yield schema
    for child in schema.children:
        yield from below(child)


def pointer(*parts: str) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in parts)

"""The block types of an OpenAPI file: operations and schemas."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.blocks.block import Block
from generator.strict_data.pointer import pointer

DEEPEST = 40
"""How deeply schemas may be nested, in a file and with its references followed."""


@dataclasses.dataclass(frozen=True)
class Schema:
    """One schema object.

    Attributes:
        place: JSON pointer in the file.
        keywords: Its keywords, except those of the attributes below.
        parts: The schemas of its ``allOf``.
        variants: The schemas of its ``oneOf``.
        reference: Name of the schema that it refers to; empty if it is not a reference.
        mapping: Names of schemas by the values of its discriminator.
        selector: Name of its discriminator's property; empty in a capture.
    """

    place: str
    keywords: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    description: tuple[Block, ...] = ()
    properties: Mapping[str, Schema] = dataclasses.field(default_factory=dict)
    items: Schema | None = None
    parts: tuple[Schema, ...] = ()
    variants: tuple[Schema, ...] = ()
    reference: str = ""
    mapping: Mapping[str, str] = dataclasses.field(default_factory=dict)
    selector: str = dataclasses.field(default="", compare=False)


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

    @property
    def place(self) -> str:
        """JSON pointer in the file."""
        return pointer("paths", self.path, self.method)


@dataclasses.dataclass(frozen=True)
class Specification:
    """The operations and the named schemas of an OpenAPI file.

    References to undefined schemas and in cycles lead to empty schemas, once
    :func:`generator.blocks.references.with_sound_references` has reported them.
    """

    operations: tuple[Operation, ...]
    schemas: Mapping[str, Schema]
    _resolved: dict[int, tuple[Schema, Schema]] = dataclasses.field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def resolved(self, schema: Schema) -> Schema:
        """Return the schema with its reference followed and the parts of its ``allOf`` merged.

        Where two parts differ, the later one counts, but ``required`` is the names of all parts.
        """
        cached = self._resolved.get(id(schema))
        if cached is None:
            # Keep the schema itself, so that no other object gets its id.
            cached = self._resolved[id(schema)] = (schema, self._merged(self._target(schema)))
        return cached[1]

    def _target(self, schema: Schema) -> Schema:
        while schema.reference:
            schema = self.schemas.get(schema.reference, Schema(schema.place))
        return schema

    def _merged(self, schema: Schema) -> Schema:
        if not schema.parts:
            return schema
        parts = [*map(self.resolved, schema.parts), schema]
        keywords = {name: value for part in parts for name, value in part.keywords.items()}
        required = [name for part in parts for name in part.keywords.get("required", ())]
        return dataclasses.replace(
            schema,
            keywords=keywords | ({"required": list(dict.fromkeys(required))} if required else {}),
            description=next((part.description for part in reversed(parts) if part.description), ()),
            properties={name: child for part in parts for name, child in part.properties.items()},
            items=next((part.items for part in reversed(parts) if part.items is not None), None),
            variants=next((part.variants for part in reversed(parts) if part.variants), ()),
            parts=(),
        )

    def nodes(self, schema: Schema) -> Iterator[Schema]:
        """Yield a schema, the target of its reference and its parts, each once."""
        seen: set[str] = set()
        stack = [schema]
        while stack:
            node = stack.pop()
            if node.place in seen:
                continue
            seen.add(node.place)
            yield node
            stack += reversed(node.parts)
            if node.reference in self.schemas:
                stack.append(self.schemas[node.reference])

    def places(self, schema: Schema) -> set[str]:
        """Return the places of a schema, of its reference's target and of its parts."""
        return {node.place for node in self.nodes(schema)}

    def named(self, name: str) -> Schema | None:
        """Return the resolved schema with a name, or ``None``."""
        schema = self.schemas.get(name)
        return self.resolved(schema) if schema is not None else None


def below(schema: Schema) -> Iterator[Schema]:
    """Yield the schema and every schema inside it, parents first; references are not followed."""
    stack = [schema]
    while stack:
        node = stack.pop()
        yield node
        if node.items is not None:
            stack.append(node.items)
        stack += reversed((*node.properties.values(), *node.parts, *node.variants))

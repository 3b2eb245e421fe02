"""Walks over the specifications of Airbyte's connectors, without the readers, and returns what they declare."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.strict_data.yaml_text import parse_yaml
from tests.bench.prose import DOCUMENTS

DOCUMENT = "airbyte/openapi-2026-06.yaml"
PATH = DOCUMENTS / DOCUMENT

_ROLES = ("source-", "destination-")
_MISSPELT = {"desciption": "description", "decription": "description", "desciprtion": "description"}
_MISSPELT |= {"mininum": "minimum", "min": "minimum", "max": "maximum", 'default"': "default"}


@dataclasses.dataclass(frozen=True)
class Declared:
    """A property as its schema declares it.

    Attributes:
        connector: The connector's id, such as ``source-postgres``.
        place: JSON pointer of the property in the document.
        keywords: The keywords of its schema.
        items: The keywords of its items' schema; empty where it has none.
        is_required: Whether the object with this property requires it.
        beside: The names of all properties of that object.
    """

    connector: str
    place: str
    keywords: Mapping[str, Any]
    items: Mapping[str, Any]
    is_required: bool
    beside: frozenset[str]

    @property
    def name(self) -> str:
        """The property's name."""
        return self.place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")

    @property
    def description(self) -> str:
        """The property's description, empty where it has none."""
        text = self.keywords.get("description")
        return text if isinstance(text, str) else ""


def half_of(connector: str) -> int:
    """Return the half, 1 or 2, of a connector: the parity of the hash of its id."""
    return 1 + hashlib.sha256(connector.encode()).digest()[-1] % 2


@functools.cache
def declared(half: int) -> tuple[Declared, ...]:
    """Return every property of the connectors of a half, also nested ones and those of variants, in order."""
    schemas = parse_yaml(PATH.read_text(encoding="utf-8"))["components"]["schemas"]
    return tuple(
        each
        for connector, schema in schemas.items()
        if connector.startswith(_ROLES) and not connector.endswith("-update") and half_of(connector) == half
        for each in walk(connector, f"/components/schemas/{connector}", schema)
    )


def walk(connector: str, place: str, schema: Any) -> Iterator[Declared]:
    """Yield the properties below a schema."""
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties") or {}
    for name, child in properties.items():
        below = f"{place}/properties/{name.replace('~', '~0').replace('/', '~1')}"
        if isinstance(child, dict):
            items = child.get("items")
            is_required = name in (schema.get("required") or ())
            yield Declared(connector, below, _spelt(child), _spelt(items or {}), is_required, frozenset(properties))
            yield from walk(connector, below, child)
    yield from walk(connector, f"{place}/items", schema.get("items"))
    for number, variant in enumerate(schema.get("oneOf") or ()):
        yield from walk(connector, f"{place}/oneOf/{number}", variant)


def _spelt(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {_MISSPELT.get(keyword, keyword): value for keyword, value in schema.items()}

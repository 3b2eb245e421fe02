"""What an OpenAPI file says of secrecy: which text properties of connectors are marked as passwords, which are not."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

_SCHEMA = re.compile(r".+_(?:config|auth)(?:_V\d+)?")


@dataclasses.dataclass(frozen=True)
class TextProperty:
    """A property that holds text of the caller's own.

    Attributes:
        pointer: JSON pointer of the property in the file.
        name: The property's name.
        marked: Whether the file declares ``format: password``.
        is_open: Whether the file neither lists its values nor nests properties in it.
    """

    pointer: str
    name: str
    marked: bool
    is_open: bool


def text_properties(data: Any) -> Iterator[TextProperty]:
    """Every text property in the ``config`` and ``auth`` of each connector and destination."""
    schemas = _map(_map(_map(data).get("components")).get("schemas"))
    for name, body in schemas.items():
        if _SCHEMA.fullmatch(name):
            yield from _below(body, f"/components/schemas/{_escaped(name)}")


def _below(node: Any, pointer: str) -> Iterator[TextProperty]:
    for name, child in _map(_map(node).get("properties")).items():
        place = f"{pointer}/properties/{_escaped(name)}"
        items = _map(_map(child).get("items"))
        if isinstance(child, dict) and child.get("type") in ("string", "object", None):
            is_open = not (child.get("enum") or child.get("properties") or items)
            yield TextProperty(place, name, child.get("format") == "password", is_open)
        yield from _below(child, place)
        yield from _below(items, f"{place}/items")


def _map(value: Any) -> dict[str, Any]:
    """The value where it is an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def _escaped(name: str) -> str:
    """A name as a part of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")

"""The facts about each property of a request that a comparison needs. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..entry import Entry
from ..paths import value_at
from ..property_definitions import is_set_by_vendor, types_of
from ..registry import definition_of, envelope
from ..requests import IGNORED, shape_of
from ..vendors import vendors

NO_DEFAULT: Any = object()
"""Stands for a default that the vendor does not document."""


@dataclass(frozen=True)
class PropertyInfo:
    """The catalog's facts about a property; the defaults describe an unknown property.

    Attributes:
        string_encoding: What a string encodes, such as ``boolean`` or ``json``.
        in_json: Whether it is inside of JSON that a string encodes.
        separator: Separator of the items of a list that a string encodes.
        guards: Whether the value is a secret or contains one.
        read_only: Whether the vendor sets it, whatever a request says.
        write_only: Whether responses may leave it out.
        create_only: Whether it cannot be changed later.
    """

    known: bool = False
    types: frozenset[str] = frozenset()
    enum: tuple[Any, ...] = ()
    string_encoding: str = ""
    in_json: bool = False
    separator: str = ""
    format: str = ""
    default: Any = NO_DEFAULT
    secret: bool = False
    guards: bool = False
    read_only: bool = False
    write_only: bool = False
    create_only: bool = False
    properties: Mapping[str, PropertyInfo] = field(default_factory=dict)
    item: PropertyInfo | None = None

    def of_property(self, name: str) -> PropertyInfo:
        """Return the information about a property of this object."""
        return self.properties.get(name) or self._unknown_below()

    def of_item(self) -> PropertyInfo:
        """Return the information about an item of this list."""
        return self.item or self._unknown_below()

    def or_else(self, other: PropertyInfo) -> PropertyInfo:
        """Return the information about a property that is this one or another one, as in two variants of an object."""
        return replace(
            self,
            types=self.types | other.types if self.types and other.types else frozenset(),
            enum=(*self.enum, *other.enum) if self.enum and other.enum else (),
            default=self.default if self.default == other.default else NO_DEFAULT,
            secret=self.secret or other.secret,
            guards=self.guards or other.guards,
            read_only=self.read_only and other.read_only,
            write_only=self.write_only or other.write_only,
            create_only=self.create_only and other.create_only,
            properties={**other.properties, **self.properties},
            item=self.item or other.item,
        )

    def _unknown_below(self) -> PropertyInfo:
        return PropertyInfo(
            in_json=self.is_or_in_json,
            secret=self.secret,
            guards=self.secret,
            write_only=self.write_only,
            create_only=self.create_only,
        )

    @property
    def is_or_in_json(self) -> bool:
        """Whether the value is JSON that a string encodes, or is inside of it."""
        return self.in_json or self.string_encoding == "json"

    def with_property(self, path: str, info: PropertyInfo) -> PropertyInfo:
        """Return a copy with a property at a dotted path; objects above it are added where they are missing."""
        name, _, rest = path.partition(".")
        if rest:
            info = (self.properties.get(name) or _OBJECT).with_property(rest, info)
        return replace(self, properties={**self.properties, name: info})


_OBJECT = PropertyInfo(known=True, types=frozenset(["object"]))


def property_info(definition: Mapping[str, Any], above: PropertyInfo, *, omits_secrets: bool = False) -> PropertyInfo:
    """Return the information about a property of the catalog.

    Args:
        definition: The property in the catalog.
        above: The object or list that contains the property; secrecy and the like apply to everything below.
        omits_secrets: Whether responses leave secrets out instead of masking them.
    """
    secret = above.secret or bool(definition.get("secret"))
    info = PropertyInfo(
        known=True,
        types=frozenset(types_of(definition)),
        enum=tuple(definition.get("enum", ())),
        string_encoding=definition.get("encoding", ""),
        in_json=above.is_or_in_json,
        separator=definition.get("separator", ","),
        format=definition.get("format", ""),
        default=definition.get("default", NO_DEFAULT),
        secret=secret,
        read_only=above.read_only or is_set_by_vendor(definition),
        write_only=above.write_only or bool(definition.get("writeOnly")) or (secret and omits_secrets),
        create_only=above.create_only or bool(definition.get("createOnly")),
    )
    properties: dict[str, PropertyInfo] = {}
    variants = (each["properties"] for each in definition.get("variants", ()))
    for each in (each for group in (definition.get("properties", ()), *variants) for each in group):
        inner = property_info(each, info, omits_secrets=omits_secrets)
        known = properties.get(each["name"])
        properties[each["name"]] = inner if known is None else known.or_else(inner)
    # The items of a list that a string encodes are strings.
    items = definition.get("items") or ({"type": "string"} if info.string_encoding == "list" else None)
    item = property_info(items, info, omits_secrets=omits_secrets) if items else None
    below = [*properties.values(), *([item] if item else [])]
    return replace(info, properties=properties, item=item, guards=info.secret or any(each.guards for each in below))


@lru_cache(maxsize=256)
def request_info(entry: Entry) -> PropertyInfo:
    """Return the information about a connector's whole request: the envelope, the parts, and the connector's id."""
    shape, response = shape_of(entry), vendors()[entry.vendor].responses[entry.role]
    above = {part: replace(_OBJECT, write_only=part in response.omitted_parts) for part in shape.parts}
    inner: dict[str, dict[str, PropertyInfo]] = {part: {} for part in shape.parts}
    for step in definition_of(entry.vendor, entry.type)["steps"]:
        part = shape.part_of(step["name"])
        for each in step["properties"]:
            info = property_info(each, above[part], omits_secrets=response.omits_secrets)
            if inner[part].setdefault(each["name"], info).read_only:
                inner[part][each["name"]] = info
    main = inner[shape.main_part]
    for name in set(destination_names(entry)).intersection(main):
        # The response may have it only as a part of the destination's name.
        main[name] = replace(main[name], write_only=True)
    parts = {
        part: replace(above[part], properties=properties, guards=any(each.guards for each in properties.values()))
        for part, properties in inner.items()
    }
    # A response without the connector's id is taken for one of this connector.
    own_id = PropertyInfo(known=True, create_only=True, write_only=True)
    whole = PropertyInfo(known=True, properties={**_envelope_info(entry.vendor, entry.role), **parts})
    return whole.with_property(shape.id_field, own_id)


@lru_cache(maxsize=256)
def destination_names(entry: Entry) -> tuple[str, ...]:
    """Return the properties that a response joins, with full stops, in the field that names the destination."""
    formats = vendors()[entry.vendor].naming.formats
    return formats.get(definition_of(entry.vendor, entry.type).get("naming", ""), ())


def with_destination_names(entry: Entry, response: dict[str, Any]) -> dict[str, Any]:
    """Return the response with the parts of the destination's name as properties, where a request has them."""
    names, main_part = destination_names(entry), shape_of(entry).main_part
    joined_names = value_at(vendors()[entry.vendor].naming.response_field, response)
    properties = response.get(main_part) or {}
    if not names or not isinstance(joined_names, str) or not isinstance(properties, Mapping):
        return response
    split = dict(zip(names, joined_names.split(".", len(names) - 1), strict=False))
    filled = {name: value for name, value in properties.items() if value or name not in split}
    return response | {main_part: split | filled}


@lru_cache(maxsize=8)
def _envelope_info(vendor: str, role: str) -> dict[str, PropertyInfo]:
    infos = {name: property_info(definition, PropertyInfo()) for name, definition in envelope(vendor, role).items()}
    # Options of the request itself are not part of the state.
    known = {name: replace(each, read_only=each.read_only or each.write_only) for name, each in infos.items()}
    return known | dict.fromkeys(IGNORED, PropertyInfo(known=True, read_only=True))

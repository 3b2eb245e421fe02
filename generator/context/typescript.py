"""The TypeScript declarations of a connector's requests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.property import Items, Property, Variant
from generator.context.connector_shape import ConnectorShape, kind_of
from generator.context.constraints import is_open
from generator.context.documented import documented
from generator.context.header import header_of
from generator.context.literals import typescript_comment, typescript_literal, typescript_name
from generator.context.names import ClassName, ModuleName
from generator.context.request_schema import CREATE, UPDATE, inside
from generator.context.requirements import Requirements, requirements_of_object

_WORDS = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_ANY_OBJECT = "{ [name: string]: unknown }"


@dataclasses.dataclass(frozen=True)
class Type:
    """A type: TypeScript's text of it, a list of a type, an object, or one of several types."""

    words: str = ""
    item: Type | None = None
    members: tuple[Member, ...] | None = None  # Of an object.
    options: tuple[Type, ...] = ()
    is_open: bool = False  # Whether the object may have other members.


@dataclasses.dataclass(frozen=True)
class Member:
    """A member of an object or an interface."""

    name: str  # As it is printed.
    doc: str  # Safe in a comment.
    type: Type
    required: bool = False
    read_only: bool = False


@dataclasses.dataclass(frozen=True)
class Interface:
    """An interface and the one that it extends, if any."""

    name: ClassName
    doc: str
    base: str
    members: tuple[Member, ...]
    is_open: bool = False


@dataclasses.dataclass(frozen=True)
class DeclarationContext:
    """One file of declarations: its comment, the interfaces that it takes from another file, and its own."""

    path: str
    header: str
    imported: tuple[str, ...]
    imported_from: str
    interfaces: tuple[Interface, ...]


def declarations(shape: ConnectorShape) -> DeclarationContext:
    """Return the declarations of the requests that create a connector, of those that update it, and of their parts."""
    connector, name = shape.connector, shape.class_name
    kind = f"{kind_of(shape.vendor, connector.role)}: {connector.name}"
    parts = {part: _part(shape, part, f"The {part} of {kind}.") for part in shape.parts}
    bases = {action: envelope_name(connector.role, action) for action in (CREATE, UPDATE)}
    requests = [
        Interface(name, typescript_comment(f"Creates {kind}."), bases[CREATE], _request(shape, parts, partial=False)),
        Interface(
            name.update, typescript_comment(f"Updates {kind}."), bases[UPDATE], _request(shape, parts, partial=True)
        ),
    ]
    path = f"{connector.vendor}/{ModuleName.of_connector(shape.vendor, connector.role, connector.type)}.d.ts"
    comment = typescript_comment(header_of(connector))
    return DeclarationContext(path, comment, tuple(bases.values()), "./envelopes.js", (*requests, *parts.values()))


def envelope_name(role: str, action: str) -> str:
    """Return the name of the envelope's interface."""
    return f"{role.capitalize()}{'Update' if action == UPDATE else ''}Envelope"


def members_of(requirements: Requirements, *, partial: bool = False) -> tuple[Member, ...]:
    """Return the members of an object with these properties; all are optional if ``partial``."""
    return tuple(
        Member(
            typescript_name(each.name),
            typescript_comment(documented(each)),
            type_of(each),
            each.name in requirements.required and not partial,
            bool(each.read_only),
        )
        for each in requirements.properties
    )


def type_of(property_: Property) -> Type:
    """Return the type of a property's value in a request."""
    if property_.accepted is not None:
        return _listed(property_.accepted, is_open=is_open(property_), types=property_.types)
    if property_.string_encoding != "json":
        if property_.variants:
            return _variants(property_.variants, property_.types)
        if property_.children and "object" in property_.types:
            return _with_others(_object(property_), "object", property_.types)
        if property_.items is not None and (not property_.types or "array" in property_.types):
            item = _item(property_.items, is_open=bool(property_.enum_open))
            return _with_others(Type(item=item), "array", property_.types or ("array",))
    return _plain(property_.types)


def _item(items: Items, *, is_open: bool) -> Type:
    if items.variants:
        return _variants(items.variants, items.types)
    if items.properties:
        return _with_others(_object(items), "object", items.types)
    return _listed(items.enum, is_open=is_open, types=items.types) if items.enum else _plain(items.types)


def _object(holder: Property | Items | Variant) -> Type:
    requirements = requirements_of_object(holder.properties or ())
    return Type(members=members_of(requirements), is_open=bool(holder.additional_properties))


def _variants(variants: Iterable[Variant], types: Sequence[str]) -> Type:
    others = [_plain([each]) for each in types if each != "object"]
    return Type(options=(*map(_object, variants), *others))


def _with_others(first: Type, type_: str, types: Sequence[str]) -> Type:
    others = tuple(_plain([each]) for each in types if each != type_)
    return Type(options=(first, *others)) if others else first


def _plain(types: Sequence[str]) -> Type:
    words = {"array": "unknown[]", "object": _ANY_OBJECT} | _WORDS
    return Type(" | ".join(dict.fromkeys(words[each] for each in types)) or "unknown")


def _listed(values: Sequence[Any], *, is_open: bool, types: Sequence[str]) -> Type:
    """Return the type of listed values; an open list keeps them for completion and allows any other value."""
    if any(isinstance(value, list | tuple | dict) for value in values):
        return _plain(types)
    members = list(map(typescript_literal, values))
    if is_open:
        # A union with all strings would lose the values.
        members += ("(string & {})" if each == "string" else _plain([each]).words for each in types)
    return Type(" | ".join(dict.fromkeys(members)))


def _part(shape: ConnectorShape, part: str, doc: str) -> Interface:
    name = shape.class_name.nested(part)
    return Interface(name, typescript_comment(doc), "", _members_of_part(shape, part))


def _members_of_part(shape: ConnectorShape, part: str) -> tuple[Member, ...]:
    above, _, name = shape.request.id_field.rpartition(".")
    requirements = inside(shape, part)
    return (_id(shape, name), *members_of(requirements.without(name))) if above == part else members_of(requirements)


def _id(shape: ConnectorShape, name: str, *, required: bool = True) -> Member:
    literal = typescript_literal(shape.request.id_in_request(shape.connector.type))
    return Member(typescript_name(name), "The connector.", Type(literal), required)


def _id_holder(shape: ConnectorShape, name: str) -> Member:
    """Return the member with the connector's id, which narrows what the envelope says of it."""
    words = typescript_literal(shape.request.id_in_request(shape.connector.type))
    for each in reversed(shape.request.id_field.split(".")[1:]):
        words = f"{{ {typescript_name(each)}: {words} }}"
    base = f"{envelope_name(shape.connector.role, CREATE)}[{typescript_literal(name)}]"
    return Member(
        typescript_name(name), "What has the connector's id.", Type(f"NonNullable<{base}> & {words}"), required=True
    )


def _request(shape: ConnectorShape, parts: dict[str, Interface], *, partial: bool) -> tuple[Member, ...]:
    fixed = [each.name for each in shape.requirements.properties if each.create_only]
    members = [] if "." in shape.request.id_field else [_id(shape, shape.request.id_field, required=not partial)]
    if shape.request.id_holder is not None and not partial:
        members = [_id_holder(shape, shape.request.id_holder)]
    for part, interface in parts.items():
        fixed_here = [name for name in fixed if name in shape.parts[part]]
        words = str(interface.name)
        if partial and fixed_here:
            words = f"Omit<{words}, {' | '.join(map(typescript_literal, fixed_here))}>"
        words = f"Partial<{words}>" if partial else words
        required = not partial and (part in shape.needed_parts or any(each.required for each in interface.members))
        doc = typescript_comment(f"The properties of the {part}.")
        members.append(Member(typescript_name(part), doc, Type(words), required))
    return tuple(members)

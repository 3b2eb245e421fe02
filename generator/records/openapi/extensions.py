"""Keywords that a vendor adds to OpenAPI."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.blocks.keywords import FLAG, Kind, has_kind
from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Extension:
    """A vendor's keyword.

    Attributes:
        keyword: The keyword.
        field: The catalog's field for its value; empty if the value is not kept.
        kind: The kind of value that it takes, if there is a field.
    """

    keyword: str
    field: str = ""
    kind: Kind = FLAG


_MOST_WORDS = 9
"""The most words of a label, such as a title. The catalog holds no vendor's sentences."""

MARK = Kind("a boolean, as such or as a string", lambda value: str(value).lower() in ("true", "false"))
FLAG_OR_SCHEMA = Kind("a boolean or a schema", lambda value: isinstance(value, bool | dict))


def report_extensions(schema: Schema, extensions: tuple[Extension, ...], diagnostics: Diagnostics) -> None:
    """Report the values of the vendor's keywords that are not of their kind, schemas, or prose."""
    for extension in extensions:
        value = schema.keywords.get(extension.keyword)
        if not extension.field or value is None:
            continue
        place = f"{schema.place}/{extension.keyword}"
        if is_prose(value):
            message = f"{extension.keyword} has more than {_MOST_WORDS} words, so it is no label; it is ignored"
            diagnostics.note("prose-label", place, message)
        if has_kind(value, extension.kind, place, diagnostics) and isinstance(value, dict) and value:
            message = f"the schema of {extension.keyword} is not read here; any value is accepted"
            diagnostics.unread("unused-keyword", place, message)


def extended_fields(schema: Schema, extensions: tuple[Extension, ...]) -> dict[str, Any]:
    """Return the catalog's fields that the vendor's keywords of a schema declare; ``false`` declares nothing.

    Only a mark of secrets declares something in either case. Values of another kind are left out.
    """
    fields: dict[str, Any] = {}
    for extension in extensions:
        value = schema.keywords.get(extension.keyword)
        if not extension.field or value is None or not extension.kind.accepts(value) or is_prose(value):
            continue
        if extension.field == "secret":
            fields |= {"secret": is_set(value), "secretFrom": "mark"}
        elif value is not False:
            # A schema for other properties accepts such properties.
            fields[extension.field] = True if extension.kind is FLAG_OR_SCHEMA else value
    return fields


def is_prose(value: Any) -> bool:
    """Return whether a keyword's value is a sentence, and not a label."""
    return isinstance(value, str) and len(value.split()) > _MOST_WORDS


def is_set(mark: Any) -> bool:
    """Return whether a mark is set; some vendors write ``"true"``."""
    return mark is True or (isinstance(mark, str) and mark.lower() == "true")

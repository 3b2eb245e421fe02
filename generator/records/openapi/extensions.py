"""Keywords that a vendor adds to OpenAPI."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.blocks.keywords import FLAG, Kind, has_kind
from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Extension:
    """A keyword, the catalog's field that has its value, and what kind of value it takes.

    The field is empty where the catalog has no use for it; then its values are of any kind.
    """

    keyword: str
    field: str = ""
    kind: Kind = FLAG


_MOST_WORDS = 9
"""The most words of a label, such as a title. The catalog holds no vendor's sentences."""

MARK = Kind("a boolean, as such or as a string", lambda value: str(value).lower() in ("true", "false"))
FLAG_OR_SCHEMA = Kind("a boolean or a schema", lambda value: isinstance(value, bool | dict))


def report_extensions(schema: Schema, extensions: tuple[Extension, ...], diagnostics: Diagnostics) -> None:
    """Add an error for each of the vendor's keywords whose value is not of its kind, a warning for a schema in one."""
    for each in extensions:
        value = schema.keywords.get(each.keyword)
        if not each.field or value is None:
            continue
        place = f"{schema.place}/{each.keyword}"
        if is_prose(value):
            message = f"{each.keyword} has more than {_MOST_WORDS} words, so it is no label; it is ignored"
            diagnostics.note("prose-label", place, message)
        if has_kind(value, each.kind, place, diagnostics) and isinstance(value, dict) and value:
            message = f"the schema of {each.keyword} is not read here; any value is accepted"
            diagnostics.unread("unused-keyword", place, message)


def extended_fields(schema: Schema, extensions: tuple[Extension, ...]) -> dict[str, Any]:
    """Return the catalog's fields that the vendor's keywords of a schema declare; ``false`` declares nothing.

    Only a mark of secrets says something in either case. What is not of its kind is left out.
    """
    found: dict[str, Any] = {}
    for each in extensions:
        value = schema.keywords.get(each.keyword)
        if not each.field or value is None or not each.kind.accepts(value) or is_prose(value):
            continue
        if each.field == "secret":
            found |= {"secret": is_set(value), "secretFrom": "mark"}
        elif value is not False:
            # A schema for any other property lets such properties be.
            found[each.field] = True if each.kind is FLAG_OR_SCHEMA else value
    return found


def is_prose(value: Any) -> bool:
    """Return whether a keyword's value is a sentence, and not a label."""
    return isinstance(value, str) and len(value.split()) > _MOST_WORDS


def is_set(mark: Any) -> bool:
    """Return whether a mark is set; some vendors write ``"true"``."""
    return mark is True or (isinstance(mark, str) and mark.lower() == "true")

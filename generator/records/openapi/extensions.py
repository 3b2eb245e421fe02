"""The keywords that a vendor has beside those of the standard."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.blocks.specification import Schema


@dataclasses.dataclass(frozen=True)
class Extension:
    """A keyword, and the catalog's field that has its value; the field is empty where the catalog has no use for it."""

    keyword: str
    field: str = ""


def extended_fields(schema: Schema, extensions: tuple[Extension, ...]) -> dict[str, Any]:
    """Return what the vendor's keywords of a schema declare, by the catalog's fields; ``false`` declares nothing.

    Only a mark of secrets says something in either case.
    """
    found: dict[str, Any] = {}
    for each in extensions:
        value = schema.keywords.get(each.keyword)
        if each.field == "secret" and value is not None:
            found |= {"secret": is_set(value), "secretFrom": "mark"}
        elif each.field and value is not None and value is not False:
            found[each.field] = value
    return found


def is_set(mark: Any) -> bool:
    """Return whether a mark is set; some vendors write ``"true"``."""
    return mark is True or (isinstance(mark, str) and mark.lower() == "true")

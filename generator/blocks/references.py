"""Follows the references of an OpenAPI file once, so that whoever reads it later need not be careful."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks.specification import Schema, Specification, below, pointer
from generator.diagnostics import Diagnostics


def references_are_sound(found: Specification, diagnostics: Diagnostics) -> bool:
    """Whether each reference leads to a schema and no schema stands for, or is a part of, itself.

    Args:
        found: What was read.
        diagnostics: Where the others go: ``dangling-reference``, ``cyclic-reference``.
    """
    for place, target in _references(found):
        if target and target not in found.schemas:
            message = f"the reference leads to the schema {target!r}, which the file does not have"
            diagnostics.error("dangling-reference", place, message)
    stands_for = {name: set(_stand_ins(schema)) for name, schema in found.schemas.items()}
    for name in stands_for:
        if _leads_to_itself(name, stands_for):
            message = "the reference leads back to the schema that it stands in; expected it to end"
            diagnostics.error("cyclic-reference", found.schemas[name].place, message, name)
    return not diagnostics.failed


def _references(found: Specification) -> Iterator[tuple[str, str]]:
    """Where each reference stands, and the name that it leads to."""
    for operation in found.operations:
        place = pointer("paths", operation.path, operation.method)
        yield from ((place, name) for name in (operation.request, operation.response))
    for schema in found.schemas.values():
        for each in below(schema):
            yield from ((each.place, name) for name in (each.reference, *each.mapping.values()))


def _stand_ins(schema: Schema) -> Iterator[str]:
    """Names of the schemas that stand in a schema's place, that are parts of it, or that its items are."""
    if schema.reference:
        yield schema.reference
    for part in (*schema.parts, *([schema.items] if schema.items is not None else [])):
        yield from _stand_ins(part)


def _leads_to_itself(name: str, stands_for: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(stands_for[name])
    while ahead:
        seen |= ahead
        ahead = {target for each in ahead for target in stands_for.get(each, ())} - seen
    return name in seen

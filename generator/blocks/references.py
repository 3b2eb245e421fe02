"""Checks the references of an OpenAPI file, so that later stages can follow them safely."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks.specification import Schema, Specification, below, pointer
from generator.diagnostics import Diagnostics


def references_are_sound(found: Specification, diagnostics: Diagnostics) -> bool:
    """Return whether each reference points to a schema and no schema refers to itself.

    Errors are ``dangling-reference`` and ``cyclic-reference``.
    """
    for place, target in _references(found):
        if target and target not in found.schemas:
            message = f"reference to the undefined schema {target!r}"
            diagnostics.error("dangling-reference", place, message)
    targets = {name: set(_targets(schema)) for name, schema in found.schemas.items()}
    for name in targets:
        if _refers_to_itself(name, targets):
            message = "the schema refers to itself"
            diagnostics.error("cyclic-reference", found.schemas[name].place, message, name)
    return not diagnostics.failed


def _references(found: Specification) -> Iterator[tuple[str, str]]:
    """Yield the place of each reference and the name of its target."""
    for operation in found.operations:
        place = pointer("paths", operation.path, operation.method)
        yield from ((place, name) for name in (operation.request, operation.response))
    for schema in found.schemas.values():
        for each in below(schema):
            yield from ((each.place, name) for name in (each.reference, *each.mapping.values()))


def _targets(schema: Schema) -> Iterator[str]:
    """Yield the names of the schemas that a schema, its parts or its items refer to."""
    if schema.reference:
        yield schema.reference
    for part in (*schema.parts, *([schema.items] if schema.items is not None else [])):
        yield from _targets(part)


def _refers_to_itself(name: str, targets: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(targets[name])
    while ahead:
        seen |= ahead
        ahead = {target for each in ahead for target in targets.get(each, ())} - seen
    return name in seen

"""Finds the operations of Fivetran's API that create, change and return connections and destinations."""

from __future__ import annotations

import re

from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.records.openapi.requests import ITEM, Requests
from generator.records.reader import Context

ROLES = {"source": r"/v\d+/(?:connections|connectors)", "destination": r"/v\d+/destinations"}
"""The paths of the collections, by role."""
PATHS = re.compile(rf"(?:{'|'.join(ROLES.values())})(?:{ITEM})?")
"""The paths of connections and destinations."""


def find_requests(specification: Specification, path: str, context: Context) -> Requests | None:
    """Return the requests at a path, and report missing ones; ``None`` if none creates one of several services."""
    names_by_use: dict[str, dict[str, str]] = {"create": {}, "update": {}, "response": {}}
    for operation in specification.operations:
        if operation.method == "post" and re.fullmatch(path, operation.path):
            names_by_use["create"][operation.place] = operation.request
            names_by_use["response"][operation.place] = operation.response
        elif operation.method in ("patch", "put") and re.fullmatch(path + ITEM, operation.path):
            names_by_use["update"][operation.place] = operation.request
    for use, names in names_by_use.items():
        if use == "create" or names_by_use["create"]:
            _report_unusable(use, names, path, context.diagnostics)
    requests = Requests(*([*names.values()][-1] if names else "" for names in names_by_use.values()))
    base = specification.named(requests.create)
    return requests if base is not None and base.mapping else None


def _report_unusable(use: str, names: dict[str, str], path: str, diagnostics: Diagnostics) -> None:
    """Report an operation that is missing or has no schema, and operations that differ.

    ``names`` are the names of the schemas by the places of the operations.
    """
    if use != "response" and not names:
        method = "POST" if use == "create" else "PATCH"
        example = re.sub(r"\(\?:(\w+)\|[^)]*\)", r"\1", path).replace(r"\d+", "1")
        example += "" if use == "create" else "/{id}"
        diagnostics.unread("missing-operation", "/paths", f"no such operation; expected {method} {example}")
    if not names:
        return
    *others, (last_place, last_name) = names.items()
    if not last_name:
        part = "a successful response" if use == "response" else "a request body"
        message = f"the operation has no {part} in application/json whose schema is a reference"
        diagnostics.unread("missing-schema", last_place, message)
    for place, name in others:
        if name != last_name:
            message = f"two operations {use} with different schemas; the one at {last_place} is used"
            diagnostics.error("duplicate-operation", place, message)

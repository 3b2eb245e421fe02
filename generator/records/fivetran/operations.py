"""Finds the operations of Fivetran's API that create, change and return connections and destinations."""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.records.reader import Context

ROLES = {"source": r"/v\d+/(?:connections|connectors)", "destination": r"/v\d+/destinations"}
"""The paths of the collections, by role."""
_ONE = r"/\{\w+\}"
PATHS = re.compile(rf"(?:{'|'.join(ROLES.values())})(?:{_ONE})?")
"""The paths of connections and destinations."""


@dataclasses.dataclass(frozen=True)
class Requests:
    """The names of the schemas of a role's requests and response."""

    create: str
    update: str
    response: str


def find_requests(specification: Specification, path: str, context: Context) -> Requests | None:
    """Return the requests at a path; ``None`` if none creates one of several services. What is missing is reported."""
    found: dict[str, dict[str, str]] = {"create": {}, "update": {}, "response": {}}
    for operation in specification.operations:
        if operation.method == "post" and re.fullmatch(path, operation.path):
            found["create"][operation.place] = operation.request
            found["response"][operation.place] = operation.response
        elif operation.method in ("patch", "put") and re.fullmatch(path + _ONE, operation.path):
            found["update"][operation.place] = operation.request
    for use, names in found.items():
        if use == "create" or found["create"]:
            _report_other(use, names, path, context.diagnostics)
    create, update, response = ([*each.values()][-1] if each else "" for each in found.values())
    base = specification.named(create)
    return Requests(create, update, response) if base is not None and base.mapping else None


def _report_other(use: str, names: dict[str, str], path: str, diagnostics: Diagnostics) -> None:
    """Report an operation that is missing or has no schema, and operations that differ."""
    if use != "response" and not names:
        method = "POST" if use == "create" else "PATCH"
        shown = re.sub(r"\(\?:(\w+)\|[^)]*\)", r"\1", path).replace(r"\d+", "1") + ("" if use == "create" else "/{id}")
        diagnostics.unread("missing-operation", "/paths", f"no such operation; expected {method} {shown}")
    *others, last = names.items() if names else [("", "x")]
    if not last[1]:
        part = "a successful response" if use == "response" else "a request body"
        message = f"the operation has no {part} in application/json whose schema is a reference"
        diagnostics.unread("missing-schema", last[0], message)
    for place, name in others:
        if name != last[1]:
            message = f"two operations {use} with different schemas; the one at {last[0]} is used"
            diagnostics.error("duplicate-operation", place, message)

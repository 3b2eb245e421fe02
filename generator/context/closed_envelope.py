"""A request with its envelope and nothing else, in draft-07.

Draft 2020-12 says so with ``unevaluatedProperties``. Draft-07 has ``additionalProperties`` only, which knows the names
beside it: the envelope is defined for each set of parts that connectors have, with the names of these parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any
from urllib.parse import quote

from generator.catalog.envelope import Envelope
from generator.context.connector_shape import ConnectorShape
from generator.context.draft_07 import in_draft_07
from generator.context.request_schema import UPDATE, envelope_definition
from templates.connector_catalog.shapes import RequestShape

Schema = dict[str, Any]


def in_closed_envelope(definition: Schema, shape: ConnectorShape, action: str) -> Schema:
    """Return the schema of a connector's request, in draft-07, that also has what its envelope defines."""
    # A request that updates may have each part.
    parts = shape.request.parts if action == UPDATE else shape.parts
    name = quote(_name(shape.connector.role, frozenset(parts)).replace("~", "~0").replace("/", "~1"), safe="~+():")
    clauses = [*definition.get("allOf", ()), {"$ref": f"#/$defs/{name}"}]
    found: Schema = in_draft_07(definition | {"allOf": clauses})
    return found


def closed_envelopes(
    role: str, request: RequestShape, envelope: Envelope | None, action: str
) -> Iterator[tuple[str, Schema]]:
    """Yield the name and the definition of a role's envelope, in draft-07, for each set of parts that there can be."""
    body = in_draft_07(envelope_definition(envelope, action))
    others = [part for part in request.parts if part != request.main_part]
    for count in range(len(others) + 1):
        for chosen in combinations(others, count):
            parts = frozenset((request.main_part, *chosen))
            own = dict.fromkeys((request.id_field.partition(".")[0], *sorted(parts)), True)
            closed = {"properties": own | body["properties"], "additionalProperties": False} if envelope else {}
            yield _name(role, parts), body | closed


def _name(role: str, parts: frozenset[str]) -> str:
    return f"{role}({'+'.join(sorted(parts))})"

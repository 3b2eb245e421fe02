"""Finds the request payload among the code blocks of a page."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.blocks.block import Code
from generator.records.checks import report_id
from generator.records.example import body_of, parse_payload
from generator.records.reader import Context

SERVICE = re.compile(r"[a-z0-9][a-z0-9_]*", re.ASCII)
"""A service's id."""
SERVICE_CHARACTERS = "lower-case letters, digits and underscores"

_SERVICE_OF = re.compile(r'"service"\s*:\s*"(?P<service>[^"]*)"')


@dataclasses.dataclass(frozen=True)
class Request:
    """The payload of a request that creates a connection, and the code block that shows it."""

    code: Code
    payload: Mapping[str, Any]

    @property
    def service(self) -> str:
        """The service's id."""
        return str(self.payload["service"])

    def shown(self, step: str) -> Mapping[str, Any]:
        """Return what the payload shows of a step."""
        return object_at(step, self.payload)


def object_at(name: str, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object in a property of a payload; an empty one if it has none."""
    value = payload.get(name)
    return value if isinstance(value, dict) else {}


def find_request(codes: Sequence[Code], context: Context) -> Request | None:
    """Return the request that shows the most properties in and around its steps, or ``None`` and an error."""
    steps = context.steps("source")
    found = [each for code in codes if (each := _request(code, context)) is not None]
    best = max(found, key=lambda each: (sum(len(each.shown(step)) for step in steps), len(each.payload)), default=None)
    if best is not None and SERVICE.fullmatch(best.service):
        return best
    if best is not None:
        report_id(best.service, SERVICE_CHARACTERS, best.code.place, context.diagnostics)
    faults = [fault for code in codes if (fault := parse_payload(body_of(code.text))[1])]
    message = "no request payload with a service and its config found; expected one, as JSON"
    message += f" ({faults[0]})" if faults else ""
    context.diagnostics.error("no-request-payload", codes[0].place if codes else "", message)
    return None


def _request(code: Code, context: Context) -> Request | None:
    service, steps = _SERVICE_OF.search(code.text), context.steps("source")
    key = context.key("source", service["service"] if service is not None else "")
    payload = parse_payload(body_of(context.examples.corrected(code, key, steps)[0]))[0] or {}
    has_step = any(isinstance(payload.get(step), dict) for step in steps)
    return Request(code, payload) if isinstance(payload.get("service"), str) and has_step else None

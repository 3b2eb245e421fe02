"""Converts requests to requests of another vendor. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from ..nearest import limited_hints
from ..nesting import TOO_DEEP, is_too_deep
from ..paths import NOT_GIVEN
from ..problems import Problem
from ..registry import Entry
from ..request_naming import connector_with, named_in
from ..requests import IGNORED, is_request, places_of, shape_of, take_apart
from ..shapes import Parts
from ..validation import validate
from ..vendors import vendors
from .collecting import Collector, Gaps, Path
from .connectors import counterpart, parsed
from .converted import Converted
from .defaults import add_defaults
from .drafts import Draft, finished
from .envelopes import carry_envelope, name_of
from .plan import plan_of
from .transferring import transfer


def convert(payload: Any, *, to: str, vendor: str | None = None, type: str | None = None) -> Converted:
    """Return a connection as a request of another vendor, with everything that could not be carried over.

    Values are carried over as the other vendor takes them: by type, by what a string encodes, by unit and by listed
    value. Secrets and references to secrets are carried over as they are; a secret that is masked is not. Nothing is
    guessed: what people have not reviewed is left out, and so is what could mean several things.

    Args:
        payload: A whole request, or the connector's properties alone.
        to: The vendor that the request is for. ``VENDOR/TYPE`` names one of its connectors; otherwise it is the first
            of the same system.
        vendor: The vendor of the payload, if it does not name its connector.
        type: The id that the vendor's API takes, in the same case.

    Raises:
        UnknownConnectorError: The catalog does not have the vendor or the connector that ``to`` names.
    """
    wanted = parsed(to)
    with suppress(RecursionError), limited_hints():
        return _converted(payload, wanted, vendor, type)
    return _refused(Problem("", "too-deep", TOO_DEEP))


def _converted(payload: Any, wanted: tuple[str, str], vendor: str | None, type_: str | None) -> Converted:
    if is_too_deep(payload):
        return _refused(Problem("", "too-deep", TOO_DEEP))
    source = _connector(payload, vendor, type_)
    if isinstance(source, Problem):
        return _refused(source)
    to, others = counterpart(source, *wanted)
    if isinstance(to, Problem):
        return _refused(to)
    gaps = Gaps()
    if others:
        message = f"converted to {to.type}, the first of several connectors of {vendors()[to.vendor].title}"
        gaps.add("", "choice", message, "note", f"also: {', '.join(others)}")
    whole = is_request(source, payload)
    parts = take_apart(source, payload) if whole else _bare(payload)
    name = name_of(source, parts.envelope, parts.properties)
    own = _properties(source, to, parts, gaps, whole=whole)
    envelope = carry_envelope(source, to, parts.envelope, name, gaps)
    request = shape_of(to).assemble(to.type, own, places_of(to), envelope)
    problems = validate(to.vendor, to.type, request, warnings=True)
    return Converted(to.vendor, to.role, to.type, name or to.type, request, gaps.all(), tuple(problems))


def _refused(problem: Problem) -> Converted:
    return Converted("", "", "", "", None, (problem,))


def _connector(payload: Any, vendor: str | None, type_: str | None) -> Entry | Problem:
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    if vendor is not None and vendor not in vendors():
        return Problem("", "unknown-vendor", "unknown vendor")
    if vendor is not None and type_ is not None:
        return connector_with(vendor, type_, "")
    return named_in(payload, vendor)


def _bare(payload: Mapping[str, Any]) -> Parts:
    """Return the connector's properties of a payload that has nothing else."""
    return Parts({name: each for name, each in payload.items() if name not in IGNORED}, {}, {}, (), {})


def _properties(source: Entry, to: Entry, parts: Parts, gaps: Gaps, *, whole: bool) -> dict[str, Any]:
    """Return the properties of the other vendor's connector."""
    plan, shape, collector = plan_of(source, to), shape_of(source), Collector(gaps)
    for name, value in parts.properties.items():
        if name != shape.id_in_main_part:
            place = (parts.places[name], name) if whole else (str(name),)
            collector.collect_property(name, value, plan.root, place[:-1])
    for part, repeated in parts.repeated.items():
        for name in repeated:
            gaps.add((part, str(name)), "ambiguous", "another part of the request has it too")
    draft: Draft = {}
    for carry in plan.carries:
        transfer(carry, collector, draft, gaps)
    above: Path = (shape.main_part,) if whole else ()
    add_defaults(plan, parts.properties, draft, gaps, above)
    made = finished(draft, plan.target, gaps) if draft else NOT_GIVEN
    return {} if made is NOT_GIVEN else dict(made)

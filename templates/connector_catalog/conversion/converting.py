"""Converts requests to another vendor's API. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..entry import Entry
from ..nearest import limited_hints
from ..nesting import nesting_problem
from ..paths import NOT_GIVEN
from ..problems import Problem
from ..request_naming import connector_with, named_in
from ..requests import IGNORED, is_request, places_of, shape_of, take_apart
from ..shapes import Parts
from ..validation import validate
from ..vendors import vendors
from .collecting import Collector, Gaps, Path
from .connectors import counterpart, parse_target
from .converted import Converted
from .defaults import add_defaults
from .drafts import Draft, finished
from .envelopes import converted_envelope, name_of
from .plan import plan_of
from .transferring import transfer


def convert(payload: Any, *, to: str, vendor: str | None = None, type: str | None = None) -> Converted:
    """Convert a request to another vendor's API, and list the values that cannot be converted.

    Values get the type, the string encoding, the unit and the listed value of the target property. Secrets and
    references to secrets are copied; masked secrets are left out. Properties without a reviewed counterpart are left
    out, and so are ambiguous ones.

    Args:
        payload: A whole request, or the connector's properties alone.
        to: The target vendor, or ``VENDOR/TYPE`` for one of its connectors. By default, the target is the vendor's
            preferred connector of the same system.
        vendor: The vendor of the payload, if the payload does not name its connector.
        type: The id of the payload's connector, if the payload does not name it.

    Raises:
        UnknownConnectorError: The catalog does not have the vendor or the connector that ``to`` names.
    """
    target = parse_target(to)
    with limited_hints():
        return _converted(payload, target, vendor, type)


def _converted(payload: Any, target: tuple[str, str], vendor: str | None, type_: str | None) -> Converted:
    source = _connector(payload, vendor, type_)
    if isinstance(source, Problem):
        return _refused(source)
    match = counterpart(source, *target)
    if isinstance(match, Problem):
        return _refused(match)
    to, others = match
    gaps = Gaps()
    if others:
        message = f"converted to {to.type}, the first of several connectors of {vendors()[to.vendor].title}"
        gaps.add("", "choice", message, "note", f"also: {', '.join(others)}")
    whole = is_request(source, payload)
    parts = take_apart(source, payload) if whole else _bare(payload)
    name = name_of(source, parts.envelope, parts.properties)
    properties = _properties(source, to, parts, gaps, whole=whole)
    envelope = converted_envelope(source, to, parts.envelope, name, gaps)
    request = shape_of(to).assemble(to.type, properties, places_of(to), envelope)
    problems = validate(to.vendor, to.type, request, warnings=True)
    return Converted(to.vendor, to.role, to.type, name or to.type, request, gaps.all(), tuple(problems))


def _refused(problem: Problem) -> Converted:
    return Converted("", "", "", "", None, (problem,))


def _connector(payload: Any, vendor: str | None, type_: str | None) -> Entry | Problem:
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    too_deep = nesting_problem(payload)
    if too_deep is not None:
        return too_deep
    if vendor is not None and vendor not in vendors():
        return Problem("", "unknown-vendor", "unknown vendor")
    if vendor is not None and type_ is not None:
        return connector_with(vendor, type_, "")
    return named_in(payload, vendor)


def _bare(payload: Mapping[str, Any]) -> Parts:
    """Return the parts of a payload that has the connector's properties alone."""
    return Parts({name: each for name, each in payload.items() if name not in IGNORED}, {}, {}, (), {})


def _properties(source: Entry, to: Entry, parts: Parts, gaps: Gaps, *, whole: bool) -> dict[str, Any]:
    """Return the properties of the target connector."""
    plan, shape, collector = plan_of(source, to), shape_of(source), Collector(gaps)
    for name, value in parts.properties.items():
        if name != shape.id_in_main_part:
            place = (parts.places[name], name) if whole else (str(name),)
            collector.collect_property(name, value, plan.root, place[:-1])
    for part, repeated in parts.repeated.items():
        for name in repeated:
            gaps.add((part, str(name)), "ambiguous", "another part of the request has this property, too")
    draft: Draft = {}
    for mapping in plan.mappings:
        transfer(mapping, collector, draft, gaps)
    above: Path = (shape.main_part,) if whole else ()
    add_defaults(plan, parts.properties, draft, gaps, above)
    converted = finished(draft, plan.target, gaps) if draft else NOT_GIVEN
    return {} if converted is NOT_GIVEN else dict(converted)

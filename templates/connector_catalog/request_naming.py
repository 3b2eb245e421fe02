"""Finds the connector that a request names. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .nearest import MOST_CHARACTERS
from .paths import NOT_GIVEN, value_at
from .problems import Problem
from .registry import Entry, UnknownConnectorError, find
from .shapes import RequestShape
from .vendors import Vendor, vendors
from .wording import did_you_mean, join_or, quote


def named_in(request: Mapping[str, Any], vendor: str | None = None, role: str | None = None) -> Entry | Problem:
    """Return the connector that a request names by its id, or the problem.

    Args:
        request: A whole request.
        vendor: The vendor whose request it is; ``None`` where it may be any.
        role: The role of the connector; ``None`` where it may be any.
    """
    shapes = list(_shapes(vendor, role))
    problems = []
    for known, own, shape in shapes:
        given = shape.id_of(request)
        if given is not NOT_GIVEN:
            entry = _entry(known, own, shape, given)
            if isinstance(entry, Entry):
                return entry
            problems.append(entry)
    # The one with a suggestion is more likely to be meant.
    return max(problems, key=lambda each: bool(each.hint)) if problems else _not_named(request, shapes)


def _shapes(vendor: str | None, role: str | None) -> Iterator[tuple[Vendor, str, RequestShape]]:
    for known in vendors().values() if vendor is None else (vendors()[vendor],):
        for own, shape in known.requests.items():
            if role in (None, own):
                yield known, own, shape


def _entry(vendor: Vendor, role: str, shape: RequestShape, given: Any) -> Entry | Problem:
    path = shape.id_field
    if not isinstance(given, str):
        return Problem(path, "type", "expected a string")
    message = f"expected the id of a {role} of {vendor.title}"
    if len(given) > MOST_CHARACTERS:
        return Problem(path, "unknown-connector", message)
    try:
        entry = find(vendor.name, given)
    except UnknownConnectorError as unknown:
        return Problem(path, "unknown-connector", message, did_you_mean(unknown.near))
    return entry if entry.role == role else Problem(path, "unknown-connector", message)


def _not_named(request: Mapping[str, Any], shapes: list[tuple[Vendor, str, RequestShape]]) -> Problem:
    fields: dict[str, str] = {}
    for vendor, _, shape in shapes:
        if not any(value_at(path, request) is NOT_GIVEN for path in shape.alternative_ids or ("",)):
            message = f"the catalog does not know connectors by this id; expected {shape.id_field!r} beside it"
            return Problem(shape.alternative_ids[0], "no-connector", message)
        fields[shape.id_field] = vendor.title
    listed = join_or(f"{field} ({title})" for field, title in zip(quote(fields), fields.values(), strict=True))
    return Problem("", "no-connector", f"expected the id of a connector in {listed}")

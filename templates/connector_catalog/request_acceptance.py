"""Accepts most valid requests fast, without taking them apart. Needs the standard library only."""

from __future__ import annotations

from typing import Any

from .acceptance import Acceptor, accepting, checks_of, finders_of, shallow
from .entry import Entry
from .nesting import SCALARS
from .registry import envelope
from .requests import IGNORED, constraints_of, envelope_constraints, places_of, shape_of
from .shapes import RequestShape


def request_acceptor(entry: Entry) -> Acceptor:
    """Return the acceptor of the requests that create a connector; placeholders are not sought in them."""
    shape, constraints = shape_of(entry), constraints_of(entry)
    holder, _, id_name = shape.id_field.rpartition(".")
    if holder and holder not in shape.parts:
        # An id at any other place is left to the full check.
        return lambda _: False
    is_id = {id_name: {str: shape.id_in_request(entry.type).__eq__}}
    checks, required, finders = _beside(entry)
    required.add(shape.main_part)
    for part, (inner, needed) in _parts(entry).items():
        if part == holder:
            inner.update(is_id)
            needed.add(id_name)
        checks[part] = {dict: accepting(inner, needed)}
        if needed:
            required.add(part)
    if not holder:
        checks.update(is_id)
        required.add(id_name)
    across = finders_of(constraints)
    if across:
        finders.append(_finder_in(shape, id_name if holder else "", across))
    return accepting(checks, required, finders)


def _parts(entry: Entry) -> dict[str, tuple[dict[str, Any], set[str]]]:
    """Return, for each part of a request, the checks of its properties and the names of those that are required."""
    shape, places, constraints = shape_of(entry), places_of(entry), constraints_of(entry)
    parts: dict[str, tuple[dict[str, Any], set[str]]] = {part: ({}, set()) for part in shape.parts}
    for name, each in checks_of(constraints, depth=2).items():
        parts[places.get(name, shape.main_part)][0][name] = each
    for name in constraints.required:
        parts[places.get(name, shape.main_part)][1].add(name)
    return parts


def _beside(entry: Entry) -> tuple[dict[str, Any], set[str], list[Acceptor]]:
    """Return the checks of the envelope, the required names and the finders of other problems."""
    properties = envelope(entry.vendor, entry.role)
    if not properties:
        # The vendor's documents do not say what that is.
        return _Anything(), set(), []
    constraints = envelope_constraints(entry)
    refused = {name for name, each in properties.items() if each.get("readOnly") or each.get("updateOnly")}
    checks = {name: each for name, each in checks_of(constraints).items() if name not in refused}
    return checks | dict.fromkeys(IGNORED, _ANY_CLASS), set(constraints.required), finders_of(constraints)


_SHALLOW = shallow(depth=2)


class _AnyClass(dict[type, Acceptor | None]):
    """Checks of a property that may have any value."""

    def __missing__(self, class_: type) -> Acceptor | None:
        return None if class_ in SCALARS else _SHALLOW


_ANY_CLASS = _AnyClass()


class _Anything(dict[Any, Any]):
    """Checks of an object that may have any property besides the named ones."""

    def __missing__(self, _: Any) -> Any:
        return _ANY_CLASS


def _finder_in(shape: RequestShape, id_name: str, finders: list[Acceptor]) -> Acceptor:
    """Return what finds problems of the properties of all parts together, without the id."""
    main, *others = shape.parts

    def finds(request: dict[str, Any]) -> bool:
        properties = request[main]
        for part in others:
            if part in request:
                properties = {**properties, **request[part]}
        if id_name:
            properties = {name: value for name, value in properties.items() if name != id_name}
        return any(find(properties) for find in finders)

    return finds

"""Adopts what exists: requests that keep a response's connections. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..diff.property_info import request_info, with_destination_names
from ..entry import Entry
from ..nearest import limited_hints
from ..nesting import is_too_deep
from ..paths import without_value
from ..problems import Problem
from ..recognition import IdSources, connector_of, connectors_in
from ..registry import UnknownConnectorError, envelope
from ..requests import IGNORED, constraints_of, envelope_constraints, places_of, shape_of
from ..validation import validate
from ..value_constraints import ObjectConstraints, ValueConstraints
from ..vendors import vendors
from .adopted import Adopted
from .keeping import Keeper, Path
from .reference_names import TEMPLATE, ReferenceNames, Secret


def adopt(
    answer: Any,
    *,
    vendor: str | None = None,
    type: str | None = None,
    secrets: str = TEMPLATE,
    keep_unknown: bool = False,
) -> list[Adopted]:
    """Return the connections in a response of a vendor's API as requests that create them.

    A reference stands for each secret, whether the response masks it, has it, or leaves out one that the request
    needs. What the vendor sets is left out. ``plan_diff`` finds no difference between such a request and the response.

    Args:
        answer: The response, parsed: about one connection or several, with or without what is around them.
        vendor: The vendor's name in the catalog, if the response does not name the connector.
        type: The id that the vendor's API takes, in the same case.
        secrets: Template of the references. The fields are ``{vendor}``, ``{type}``, ``{name}`` and ``{path}``; in
            capitals they become text for a variable of the environment.
        keep_unknown: Whether to keep what the catalog does not know. Nothing tells whether it is secret.

    Raises:
        TypeError: The response has something in the place of a connection that is not an object.
        ValueError: The template makes no references, or a value is nested too deeply.
    """
    names = ReferenceNames(secrets)
    connectors = connectors_in(answer)
    if not all(isinstance(each, Mapping) for each in connectors):
        raise TypeError("answer must be a response of the vendor's API: an object for each connection")
    if any(map(is_too_deep, connectors)):
        # Tools that report errors show the variables of each frame of a traceback.
        del answer, connectors
        raise ValueError("a value is nested too deeply to be adopted")
    with limited_hints():
        return [_adopted(dict(each), (vendor, type), names, keep_unknown=keep_unknown) for each in connectors]


def _adopted(
    response: dict[str, Any], given: tuple[str | None, str | None], names: ReferenceNames, *, keep_unknown: bool
) -> Adopted:
    try:
        entry = connector_of(IdSources(request=response, response=response, given=given))
    except UnknownConnectorError as unknown:
        return Adopted("", "", "", None, {}, (Problem("", unknown.code, str(unknown)),))
    vendor = vendors()[entry.vendor]
    type_ = entry.type.removeprefix(vendor.id_prefixes[entry.role])
    name = vendor.responses[entry.role].name_of(response)

    def refer(path: Path) -> str:
        # The part is the same for all secrets, or nearly so.
        return names.make(Secret(entry.vendor, type_, name, path[1:] if path[0] in shape_of(entry).parts else path))

    keeper = Keeper(refer, keep_unknown=keep_unknown)
    main_part = shape_of(entry).main_part
    if places_of(entry) and not isinstance(response.get(main_part), Mapping):
        message = "the response does not have it; a response about this connection alone may"
        keeper.note((main_part,), "not-returned", message, "warning")
    request = _request(entry, with_destination_names(entry, response), keeper)
    gaps = validate(entry.vendor, entry.type, request)
    return Adopted(entry.vendor, entry.type, name or type_, request, keeper.references, (*gaps, *keeper.notes))


def _request(entry: Entry, response: Mapping[str, Any], keeper: Keeper) -> dict[str, Any]:
    shape, places, info = shape_of(entry), places_of(entry), request_info(entry)
    constraints = constraints_of(entry)
    kept: dict[str, Any] = {}
    for part in shape.parts:
        inner = response.get(part)
        if isinstance(inner, Mapping):
            given = {name: each for name, each in inner.items() if name != shape.id_in_main_part}
            kept |= keeper.properties(given, constraints, info.of_property(part), (part,))
    kept = keeper.with_required_secrets(kept, constraints, lambda name: (places.get(name, shape.main_part), name))
    return shape.assemble(entry.type, kept, places, _envelope(entry, response, keeper))


def _envelope(entry: Entry, response: Mapping[str, Any], keeper: Keeper) -> dict[str, Any]:
    """Return the envelope of a request."""
    shape, properties = shape_of(entry), envelope(entry.vendor, entry.role)
    for id_field in (shape.id_field, vendors()[entry.vendor].responses[entry.role].id_field):
        response = without_value(id_field, response)
    elsewhere = {*shape.parts, *IGNORED}
    known = dict.fromkeys(shape.beside, ValueConstraints())
    if properties:
        known |= envelope_constraints(entry).properties
    settable = {}
    for name, value in response.items():
        if name not in known and name not in elsewhere:
            keeper.note((name,), "not-settable", "requests do not have it; left out")
        elif properties.get(name, {}).get("updateOnly"):
            keeper.note((name,), "update-only", "only updates accept it; left out")
        elif name not in elsewhere:
            settable[name] = value
    return keeper.properties(settable, ObjectConstraints(known), request_info(entry), ())

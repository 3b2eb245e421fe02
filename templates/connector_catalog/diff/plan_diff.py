"""Compares a request with the response of the vendor's API. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ..entry import Entry
from ..nesting import is_too_deep
from ..recognition import IdSources, connector_in, connector_of
from ..requests import is_request, places_of, shape_of
from ..vendors import vendors
from .change import Change
from .property_info import request_info, with_destination_names
from .walk import differences

Masked = Literal["ignore", "report"]


def plan_diff(
    desired: Any, actual: Any, *, vendor: str | None = None, type: str | None = None, masked: Masked = "ignore"
) -> list[Change]:
    """Return the differences between a desired and an actual state; empty if they agree.

    These are not differences: properties that the request does not have or that the vendor sets, masks or does not
    return, other spellings of a value, and documented defaults that the response leaves out.

    Args:
        desired: A request, a connector's properties alone, or a model.
        actual: The response of the vendor's API, or the connector in it.
        vendor: The vendor's name in the catalog, if neither request nor response names the connector.
        type: The id that the vendor's API takes, in the same case.
        masked: Whether to ``report`` values that cannot be compared, as changes of kind ``unknown``.

    Raises:
        TypeError: ``desired`` or ``actual`` is not an object.
        UnknownConnectorError: The catalog does not have this connector, or nothing names one.
        ValueError: ``masked`` has another value, or a value is nested too deeply.
    """
    if masked not in ("ignore", "report"):
        raise ValueError("masked must be 'ignore' or 'report'")
    request, response = _request(desired), connector_in(actual)
    if is_too_deep(request) or is_too_deep(response):
        # Tools that report errors show the variables of each frame of a traceback.
        del desired, actual, request, response
        raise ValueError("a value is nested too deeply to be compared")
    model = (getattr(desired, "_vendor", None), getattr(desired, "_type", None))
    entry = connector_of(IdSources(model, request, response, (vendor, type)))
    shape, info = shape_of(entry), request_info(entry)
    actual_type = vendors()[entry.vendor].responses[entry.role].id_of(response)
    if isinstance(actual_type, str):
        # From where the response has the id to where a request has it.
        response = shape.with_id(actual_type, response)
        if actual_type != entry.type:
            # Two connectors have nothing else in common.
            return list(differences("", shape.with_id(entry.type, {}), response, info))
    request = request if is_request(entry, request) else _as_request(entry, request)
    # A part that is null has no desired properties; it does not mean that they should be removed.
    request = {name: value for name, value in request.items() if value or name not in shape.parts}
    changes = differences("", request, with_destination_names(entry, response), info)
    return [each for each in changes if masked == "report" or each.kind != "unknown"]


def _request(desired: Any) -> dict[str, Any]:
    to_payload = getattr(desired, "to_payload", None)
    payload = to_payload() if callable(to_payload) else desired
    if not isinstance(payload, Mapping):
        raise TypeError("desired must be an object: a request, a connector's properties or a model")
    return dict(payload)


def _as_request(entry: Entry, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the request that has a connector's properties, and any of the envelope, in their places."""
    shape, places, known = shape_of(entry), places_of(entry), request_info(entry).properties
    request: dict[str, Any] = {}
    for name, value in properties.items():
        if name not in places and name in known:
            request[name] = value
        else:
            request.setdefault(places.get(name, shape.main_part), {})[name] = value
    return request

"""Finds the connectors in responses, and which connector a request or a response is of.

Needs the standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .entry import Entry
from .paths import NOT_GIVEN, value_at
from .registry import UnknownConnectorError, find, found_among
from .request_naming import fitting
from .shapes import ResponseShape
from .vendors import vendors


class IdSources(NamedTuple):
    """The objects that may name a connector, the most reliable first.

    Attributes:
        model: The vendor and the type of a model.
        request: A request; empty if only a response is given.
        response: A response, or the connector in it; empty if only a request is given.
        given: The vendor and the type that the caller names.
    """

    model: tuple[str | None, str | None] = (None, None)
    request: Mapping[str, Any] = {}
    response: Mapping[str, Any] = {}
    given: tuple[str | None, str | None] = (None, None)


def connector_of(sources: IdSources) -> Entry:
    """Return the connector that a model, a request, a response or the caller names.

    Raises:
        UnknownConnectorError: The catalog does not have this connector, or nothing names one.
    """
    if all(sources.model):
        return find(*sources.model)
    given = vendors().get(sources.given[0] or "")
    profiles = [given] if given else vendors().values()
    requests = [(each.name, shape.id_of(sources.request)) for each in profiles for shape in each.requests.values()]
    responses = [(each.name, shape.id_of(sources.response)) for each in profiles for shape in each.responses.values()]
    for payload, ids in ((sources.request, requests), (sources.response, responses)):
        named = [(name, id_) for name, id_ in ids if isinstance(id_, str)]
        if named:
            # Ids of both roles may be at the same path, without the prefixes by which these differ.
            entries = found_among(named[0][0], (id_ for name, id_ in named if name == named[0][0]))
            return fitting(entries, payload) if entries else find(*named[0])
    if not all(sources.given):
        message = "neither the request nor the response names the connector: pass vendor and type"
        raise UnknownConnectorError("unknown-connector", message)
    return find(*sources.given)


def is_wrapped(response: Mapping[str, Any]) -> bool:
    """Return whether a response has nothing that a connector has, so that one can only be in a wrapper."""
    names = {name for each in vendors().values() for shape in each.requests.values() for name in shape.names}
    names |= {shape.id_field.partition(".")[0] for shape in _shapes()}
    return names.isdisjoint(response)


def connector_in(response: Any) -> dict[str, Any]:
    """Return the connector in the response about one, which may be in a wrapper.

    Raises:
        TypeError: There is none.
    """
    if not isinstance(response, Mapping):
        raise TypeError("actual must be an object: the response of the vendor's API")
    if is_wrapped(response):
        for wrapper in dict.fromkeys(shape.wrapper for shape in _shapes() if shape.wrapper):
            wrapped = value_at(wrapper, response)
            if isinstance(wrapped, Mapping):
                return dict(wrapped)
            if wrapped is not NOT_GIVEN:
                raise TypeError(f"actual must have an object in {wrapper}")
    return dict(response)


def connectors_in(response: Any) -> list[Any]:
    """Return the connectors in a response about one or several, whatever is in their place."""
    if isinstance(response, list):
        return response
    if isinstance(response, Mapping) and is_wrapped(response):
        # A list may be inside the wrapper of a single connector.
        for path in dict.fromkeys(shape.list_path for shape in _shapes() if shape.list_path):
            listed = value_at(path, response)
            if isinstance(listed, list):
                return listed
        for wrapper in dict.fromkeys(shape.wrapper for shape in _shapes() if shape.wrapper):
            wrapped = value_at(wrapper, response)
            if wrapped is not NOT_GIVEN:
                return [wrapped]
    return [response]


def _shapes() -> list[ResponseShape]:
    return [shape for each in vendors().values() for shape in each.responses.values()]

"""What really differs between a request and what the vendor's API answers. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ..registry import ENVELOPES, Entry, UnknownConnectorError, find
from ..requests import is_request, places_of
from .change import Change
from .property_info import names_of, request_facts
from .walk import differences

__all__ = ["Change", "Masked", "plan_diff"]

Masked = Literal["ignore", "report"]


def plan_diff(
    desired: Any, actual: Any, *, vendor: str | None = None, type: str | None = None, masked: Masked = "ignore"
) -> list[Change]:
    """What really differs between what one wants and what there is; an empty list where nothing does.

    What the request does not mention never differs, nor does what the vendor sets, masks or does not return, a value
    in another spelling, or a documented default that the answer leaves out.

    Args:
        desired: A request, a connector's properties alone, or a model.
        actual: What the API answers, or the ``data`` of it.
        vendor: ``fivetran`` or ``stitch``, where neither request nor answer names the connector.
        type: The id that the vendor's API takes, likewise.
        masked: Whether to ``report`` what cannot be compared, as changes of kind ``unknown``.

    Raises:
        TypeError: One of the two is no object.
        UnknownConnectorError: The catalog has no such connector, or nothing names one.
        ValueError: ``masked`` is something else, or a value is nested too deeply.
    """
    if masked not in ("ignore", "report"):
        raise ValueError("masked must be 'ignore' or 'report'")
    request, answer = _request(desired), _answer(actual)
    own = (getattr(desired, "_vendor", None), getattr(desired, "_type", None))
    entry = _entry(own, request, answer, (vendor, type))
    key, parts = ENVELOPES[entry.vendor]
    if isinstance(answer.get(key), str) and answer[key] != entry.type:
        # Nothing else of two connectors can be compared.
        return list(differences("", {key: entry.type}, answer, request_facts(entry)))
    request = request if is_request(entry, request) else _as_request(entry, request)
    # A part that is null wants nothing; it does not want its properties to be gone.
    wanted = {name: value for name, value in request.items() if value or name not in parts}
    try:
        found = list(differences("", wanted, _with_names(entry, answer), request_facts(entry)))
    except RecursionError:
        raise ValueError("a value is nested too deeply to be compared") from None
    return [each for each in found if masked == "report" or each.kind != "unknown"]


def _request(desired: Any) -> dict[str, Any]:
    to_payload = getattr(desired, "to_payload", None)
    payload = to_payload() if callable(to_payload) else desired
    if not isinstance(payload, Mapping):
        raise TypeError("desired must be a request: an object, or a model that makes one")
    return dict(payload)


def _answer(actual: Any) -> dict[str, Any]:
    if not isinstance(actual, Mapping):
        raise TypeError("actual must be what the API answered: an object")
    if "data" not in actual or not {"service", "type", "config", "properties"}.isdisjoint(actual):
        return dict(actual)
    if not isinstance(actual["data"], Mapping):
        raise TypeError("actual holds no connection: its data is no object")
    return dict(actual["data"])


def _entry(
    own: tuple[str | None, str | None],
    request: Mapping[str, Any],
    answer: Mapping[str, Any],
    told: tuple[str | None, str | None],
) -> Entry:
    """The connector that the model is made for, else the one that the request, the answer or the caller names."""
    if all(own):
        return find(*own)
    vendors = [told[0]] if told[0] in ENVELOPES else list(ENVELOPES)
    for given in (request, answer):
        for vendor in vendors:
            named = given.get(ENVELOPES[vendor].type_key)
            if isinstance(named, str):
                return find(vendor, named)
    if not all(told):
        raise UnknownConnectorError("unknown-connector", "nothing names the connector: give its vendor and type")
    return find(*told)


def _as_request(entry: Entry, properties: Mapping[str, Any]) -> dict[str, Any]:
    """The request that holds a connector's properties, and perhaps some of the envelope, without its parts."""
    places, facts = places_of(entry), request_facts(entry)
    request: dict[str, Any] = {}
    for name, value in properties.items():
        if name not in places and name in facts.inner:
            request[name] = value
        else:
            part = places.get(name, ENVELOPES[entry.vendor].parts[0])
            request.setdefault(part, {})[name] = value
    return request


def _with_names(entry: Entry, answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with its one name for schema and table where the request has them: in ``config``."""
    names = names_of(entry)
    text, config = answer.get("schema"), answer.get("config") or {}
    if not names or not isinstance(text, str) or not isinstance(config, Mapping):
        return answer
    told = dict(zip(names, text.split(".", len(names) - 1), strict=False))
    return answer | {"config": {**told, **{name: value for name, value in config.items() if value or name not in told}}}

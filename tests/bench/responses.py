"""Makes the responses of a vendor's API to requests: with masks, computed values, other spellings and wrappers."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Items, Property
from templates.connector_catalog.paths import with_value
from tests.vendors import VENDORS, shape

Object = dict[str, Any]

SECRET = object()
"""Stands in what is expected for any reference."""

CANARY = "c4n4ry-of-a-secret"
MASKS = ("******", "********", "••••••••", "*")
"""What responses have in the place of a secret."""

_NAMING = {
    "schema": ("schema",),
    "schema_prefix": ("schema_prefix",),
    "schema_table": ("schema", "table"),
    "schema_table_group": ("schema", "table_group_name"),
}
_BESIDE: dict[tuple[str, str], Object] = {
    ("fivetran", "source"): {"group_id": "g", "paused": True, "sync_frequency": 360, "daily_sync_time": None},
    ("fivetran", "destination"): {"group_id": "g", "time_zone_offset": "-5", "region": "GCP_US_EAST4"},
    ("stitch", "source"): {"display_name": "n"},
    ("stitch", "destination"): {},
    ("airbyte", "source"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
    ("airbyte", "destination"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
}
_COMPUTED = {"id": "x", "created_at": "2026-01-01T00:00:00Z", "setup_status": "CONNECTED", "of_no_document": {"a": [1]}}


@dataclasses.dataclass(frozen=True)
class Response:
    """A response, and what a request that keeps it has.

    Attributes:
        answer: The body of the response.
        expected: By part, the settable values that the response shows, in the form that requests take, and ``SECRET``
            for each secret that it has or masks.
        is_complete: Whether the response leaves out nothing that the request has.
    """

    answer: Any
    expected: dict[str, Object]
    is_complete: bool


class Responder:
    """Makes responses of one vendor about one connector.

    Args:
        connector: The connector.
        chance: The source of randomness; the same seed gives the same responses.
        secrets: Whether secrets are masked (``masked``), in the response (``clear``) or left out (``omitted``).
    """

    def __init__(self, connector: Connector, chance: random.Random, secrets: str) -> None:
        self._connector = connector
        self._chance = chance
        self._secrets = secrets
        vendor = VENDORS[connector.vendor]
        self._request = vendor.requests[connector.role]
        self._shape = vendor.responses[connector.role]
        self._mask = chance.choice(MASKS)

    def answer(self, payload: Object) -> Response:
        """Return the response about a connection with these properties."""
        made, id_name = shape(self._connector), self._request.id_in_main_part
        stated = {each.name: each for step in self._connector.steps for each in step.properties}
        parts: dict[str, Object] = {self._request.main_part: {}}
        for name, value in payload.items():
            if name != id_name:
                parts.setdefault(made.part_of(name), {})[name] = value
        shown, expected, complete = {}, {}, True
        for part, properties in parts.items():
            if part in self._shape.omitted_parts:
                complete = complete and not properties
                continue
            answered, expected[part] = self._object(properties, stated.values())
            shown[part] = answered | {"of_no_document": None}
        named = self._named(shown.get(self._request.main_part, {}))
        found = _BESIDE[self._connector.vendor, self._connector.role] | shown | _COMPUTED | named
        id_ = self._request.id_in_request(self._connector.type)
        one = with_value(self._shape.id_field, id_, self._shuffled(found))
        is_shown = self._secrets != "omitted" and not self._shape.omits_secrets
        return Response(self._wrapped(one), expected, complete and is_shown)

    def _named(self, main: Object) -> Object:
        """Return the field that joins the names of the destination, which the properties then do not have."""
        names = _NAMING.get(self._connector.naming or "", ()) if self._connector.vendor == "fivetran" else ()
        given = [main.get(name) for name in names]
        if not all(isinstance(each, str) and each and "." not in each for each in given):
            # The response cannot tell them apart.
            return {}
        told = [main.pop(name) for name in names]
        return {"schema": ".".join(told)} if told else {}

    def _wrapped(self, one: Object) -> Any:
        """Return a response about one connection, or about a page of connections."""
        ways: list[Any] = [one, [one]]
        if self._shape.wrapper:
            ways.append({"code": "Success", "message": "m"} | with_value(self._shape.wrapper, one, {}))
        if self._shape.list_path:
            page = with_value(self._shape.list_path, [one], {})
            ways.append({"next": "", "previous": None} | page)
        return self._chance.choice(ways)

    def _shuffled(self, value: Object) -> Object:
        names = list(value)
        self._chance.shuffle(names)
        return {name: value[name] for name in names}

    def _object(self, value: Object, properties: Iterable[Property]) -> tuple[Object, Object]:
        stated = {each.name: each for each in properties}
        shown: Object = {}
        expected: Object = {}
        for name, each in value.items():
            found = stated.get(name)
            if found is None:
                shown[name] = expected[name] = each
            elif _is_computed(found):
                shown[name] = each
            elif found.secret:
                self._hide(name, each, shown, expected)
            elif not found.write_only:
                shown[name], expected[name] = self._value(each, found)
        return self._shuffled(shown | self._others(value, stated.values())), expected

    def _others(self, value: Object, properties: Iterable[Property]) -> Object:
        """Return what a response has beside: what the vendor computes, and null for what is not set."""
        missing = [each for each in properties if each.name not in value]
        computed = {each.name: self._chance.choice(("computed", None, 7)) for each in missing if _is_computed(each)}
        return {each.name: None for each in missing if self._chance.random() < 0.3} | computed

    def _hide(self, name: str, value: Any, shown: Object, expected: Object) -> None:
        if self._secrets == "omitted" or self._shape.omits_secrets or value in (None, "", [], {}):
            return
        hidden = CANARY if self._secrets == "clear" else self._mask
        if isinstance(value, list):
            shown[name], expected[name] = [hidden] * len(value), [SECRET] * len(value)
        else:
            shown[name] = {"of": CANARY} if isinstance(value, dict) and self._secrets == "clear" else hidden
            expected[name] = SECRET

    def _value(self, value: Any, found: Property | Items) -> tuple[Any, Any]:
        if isinstance(value, dict):
            return self._object(value, _inside(value, found))
        if isinstance(value, list) and isinstance(found, Property):
            pairs = [self._value(each, found.items) if found.items is not None else (each, each) for each in value]
            return [shown for shown, _ in pairs], [kept for _, kept in pairs]
        return self._spelt(value, found), value

    def _spelt(self, value: Any, found: Property | Items) -> Any:
        """Return another spelling of a value, as responses have some."""
        if self._chance.random() < 0.5:
            return value
        if isinstance(value, str) and found.enum:
            folded = [str(each).upper() for each in found.enum]
            is_clear = folded.count(value.upper()) == 1 and value.upper() not in found.enum
            return value.upper() if is_clear else value
        if isinstance(value, int) and found.types == ("integer",) and not found.enum:
            return str(value)
        return value


def _is_computed(found: Property) -> bool:
    return found.requirement in ("readOnly", "internal") or bool(found.read_only)


def _inside(value: Object, found: Property | Items) -> Sequence[Property]:
    for each in found.variants or ():
        if each.is_selected_by(value):
            return each.properties
    # What is in it tells which variant an object without a selector is.
    names = [({one.name for one in each.properties}, each.properties) for each in found.variants or ()]
    return max(names, key=lambda pair: len(pair[0] & value.keys()))[1] if names else found.properties or ()

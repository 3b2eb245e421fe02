"""The vendors' profiles: how each vendor's API takes and returns a connector's properties.

A profile is data: ``catalog/vendors/<vendor>.yaml`` in the project, ``vendors.json`` in the package.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

NOT_GIVEN: Any = object()
"""Stands for the value of a field that an object does not have."""


def value_at(path: str, value: Any) -> Any:
    """Return the value at a dotted path in nested objects, or ``NOT_GIVEN``."""
    for name in path.split("."):
        if not isinstance(value, Mapping) or name not in value:
            return NOT_GIVEN
        value = value[name]
    return value


class RequestShape(NamedTuple):
    """Where a request holds a connector's id and its properties.

    Attributes:
        id_field: Dotted path of the connector's id.
        alternative_ids: Dotted paths of fields that name the connector instead.
        recognised_by: Dotted paths of fields by which a request of this vendor is recognised; all must be there.
        parts: The objects that hold the connector's properties, and the steps that each holds. A request that creates
            always has the first.
    """

    id_field: str
    alternative_ids: tuple[str, ...]
    recognised_by: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]

    @property
    def main_part(self) -> str:
        """The part that a request always has."""
        return next(iter(self.parts))

    @property
    def id_path(self) -> tuple[str, ...]:
        """The names that lead to the connector's id."""
        return tuple(self.id_field.split("."))

    def part_of(self, step: str) -> str:
        """Return the part that holds the properties of a step."""
        return next((part for part, steps in self.parts.items() if step in steps), self.main_part)

    def recognises(self, payload: Mapping[str, Any]) -> bool:
        """Return whether a payload has the fields by which a request of this vendor is recognised."""
        return all(value_at(path, payload) is not NOT_GIVEN for path in self.recognised_by)

    def id_of(self, request: Mapping[str, Any]) -> Any:
        """Return the connector's id in a request, or ``NOT_GIVEN``."""
        return value_at(self.id_field, request)

    def assemble(
        self, type_: str, properties: Mapping[str, Any], places: Mapping[str, str], envelope: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the request that creates a connector: its id, the envelope, and each property in its part.

        Args:
            type_: The connector's id.
            properties: The connector's own properties.
            places: The part of each property; the main part where it has none.
            envelope: What the request holds beside the parts.
        """
        request: dict[str, Any] = self.with_id(type_, {})
        request |= {name: value for name, value in envelope.items() if name not in request}
        request.setdefault(self.main_part, {})
        for name, value in properties.items():
            request.setdefault(places.get(name, self.main_part), {})[name] = value
        return request

    def with_id(self, type_: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Return a request with the connector's id in its field."""
        *above, last = self.id_path
        made = inner = dict(request)
        for name in above:
            inner[name] = dict(inner.get(name, {}))
            inner = inner[name]
        inner[last] = type_
        return made


class ResponseShape(NamedTuple):
    """Where a response holds a connector, and what it leaves out.

    Attributes:
        id_field: Dotted path of the connector's id.
        wrapper: Dotted path of the connector; empty where it is the whole response.
        list_path: Dotted path of the connectors in a list; empty where the vendor documents none.
        omitted_parts: Parts of the request that a response never has.
        omits_secrets: Whether secrets are left out instead of masked.
    """

    id_field: str
    wrapper: str
    list_path: str
    omitted_parts: tuple[str, ...]
    omits_secrets: bool


class Naming(NamedTuple):
    """How destinations are named.

    Attributes:
        response_field: The field of a response that joins the names with full stops; may be empty.
        formats: The properties that name the destination, by the catalog's ``naming``.
    """

    response_field: str
    formats: Mapping[str, tuple[str, ...]]


class Vendor(NamedTuple):
    """The profile of a vendor.

    Attributes:
        name: The vendor's name in the catalog, such as ``acme``.
        title: Display name.
        links: The vendor's own pages, by topic.
        id_prefix: Prefix of the vendor's ids that says nothing of the connector; may be empty.
        steps: ``together`` where a request holds all steps, ``alternative`` where each step can do without the others.
        class_suffixes: What the names of models end with, by role.
        requests: By role.
        responses: By role.
        naming: How destinations are named.
    """

    name: str
    title: str
    links: Mapping[str, str]
    id_prefix: str
    steps: str
    class_suffixes: Mapping[str, str]
    requests: Mapping[str, RequestShape]
    responses: Mapping[str, ResponseShape]
    naming: Naming

    @classmethod
    def from_profile(cls, name: str, profile: Mapping[str, Any]) -> Vendor:
        """Return the vendor of a profile that is known to be valid."""
        roles, naming = profile["roles"], profile.get("destinationNaming", {})
        return cls(
            name,
            profile["title"],
            profile.get("links", {}),
            profile.get("idPrefix", ""),
            profile["steps"],
            {role: each["classSuffix"] for role, each in roles.items()},
            {role: _request(each["request"]) for role, each in roles.items()},
            {role: _response(each["response"]) for role, each in roles.items()},
            Naming(
                naming.get("responseField", ""),
                {kind: tuple(names) for kind, names in naming.get("formats", {}).items()},
            ),
        )


def _request(stated: Mapping[str, Any]) -> RequestShape:
    return RequestShape(
        stated["id"],
        tuple(stated.get("alternativeIds", ())),
        tuple(stated["recognisedBy"]),
        {part: tuple(steps) for part, steps in stated["parts"].items()},
    )


def _response(stated: Mapping[str, Any]) -> ResponseShape:
    return ResponseShape(
        stated["id"],
        stated.get("wrapper", ""),
        stated.get("list", ""),
        tuple(stated.get("omitsParts", ())),
        stated.get("omitsSecrets", False),
    )


@cache
def vendors() -> Mapping[str, Vendor]:
    """Return the vendors of the package by name."""
    text = resources.files(__package__).joinpath("vendors.json").read_text(encoding="utf-8")
    return {name: Vendor.from_profile(name, profile) for name, profile in json.loads(text)["vendors"].items()}


def request_vendor(payload: Mapping[str, Any], known: Iterable[Vendor]) -> Vendor | None:
    """Return the vendor whose request a payload is, or ``None``."""
    return next((each for each in known if any(shape.recognises(payload) for shape in each.requests.values())), None)

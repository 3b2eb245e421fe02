"""The shapes of a vendor's requests and responses. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .paths import NOT_GIVEN, value_at, with_value, without_value


def _with_prefix(prefix: str, given: Any) -> Any:
    return prefix + given if prefix and isinstance(given, str) else given


class Parts(NamedTuple):
    """A request, taken apart.

    Attributes:
        properties: The connector's properties.
        places: The part that has each of them.
        envelope: What the request has beside.
        given: The parts that the request has.
        repeated: By part, those properties that another part has too, and that are not in ``properties``.
    """

    properties: dict[str, Any]
    places: dict[str, str]
    envelope: dict[str, Any]
    given: tuple[str, ...]
    repeated: dict[str, dict[str, Any]]


class RequestShape(NamedTuple):
    """The places of a connector's id and properties in a request.

    Attributes:
        id_field: Dotted path of the connector's id; it may be inside a part.
        alternative_ids: Dotted paths of fields beside the parts that name the connector instead.
        recognised_by: Dotted paths of fields by which a request of this vendor is recognised; all must be there.
        parts: The objects that hold the connector's properties, and the steps that each holds. A request that creates
            has the first, unless the connector has no properties.
        beside: Names of what else a request has, where the vendor's documents have no list of it.
        omitted_prefix: The beginning of the connector's id that a request leaves out; may be empty.
    """

    id_field: str
    alternative_ids: tuple[str, ...]
    recognised_by: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    beside: tuple[str, ...] = ()
    omitted_prefix: str = ""

    @classmethod
    def from_profile(cls, profile: Mapping[str, Any], id_prefix: str = "") -> RequestShape:
        """Return the shape that a profile states for connectors whose ids begin with ``id_prefix``."""
        return cls(
            profile["id"],
            tuple(profile.get("alternativeIds", ())),
            tuple(profile["recognisedBy"]),
            {part: tuple(steps) for part, steps in profile["parts"].items()},
            tuple(profile.get("beside", ())),
            id_prefix if profile.get("omitsIdPrefix") else "",
        )

    @property
    def main_part(self) -> str:
        """The part that has the connector's properties, but for those that are in another part."""
        return next(iter(self.parts))

    @property
    def names(self) -> frozenset[str]:
        """The names that occur in whole requests only: parts, ids and other properties of the envelope."""
        ids = (self.id_field, *self.alternative_ids)
        return frozenset((*self.parts, *self.beside, *(path.partition(".")[0] for path in ids)))

    @property
    def id_in_main_part(self) -> str:
        """The name of the property of the main part that has the connector's id; empty where it is elsewhere."""
        part, _, name = self.id_field.rpartition(".")
        return name if part == self.main_part else ""

    @property
    def id_holder(self) -> str | None:
        """The name of the object beside the parts that has the connector's id; ``None`` where it is elsewhere."""
        name, _, rest = self.id_field.partition(".")
        return name if rest and name not in self.parts else None

    def part_of(self, step: str) -> str:
        """Return the part that holds the properties of a step."""
        return next((part for part, steps in self.parts.items() if step in steps), self.main_part)

    def recognises(self, payload: Mapping[str, Any]) -> bool:
        """Return whether a payload has the fields by which a request of this vendor is recognised."""
        return NOT_GIVEN not in [value_at(path, payload) for path in self.recognised_by]

    def id_of(self, request: Mapping[str, Any]) -> Any:
        """Return the connector's id in a request, with the prefix that requests omit, or ``NOT_GIVEN``."""
        return _with_prefix(self.omitted_prefix, value_at(self.id_field, request))

    def id_in_request(self, type_: str) -> str:
        """Return the value of the field that has the id of a connector."""
        return type_.removeprefix(self.omitted_prefix)

    def has_alternative_id(self, request: Mapping[str, Any]) -> bool:
        """Return whether a request names the connector by another field than the one of its id."""
        return any(value_at(path, request) is not NOT_GIVEN for path in self.alternative_ids)

    def with_id(self, type_: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Return a copy of a request with the connector's id in its field."""
        return with_value(self.id_field, self.id_in_request(type_), request)

    def assemble(
        self, type_: str, properties: Mapping[str, Any], places: Mapping[str, str], envelope: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the request that creates a connector: its id, the envelope, and each property in its part.

        A property without a place is in the main part.
        """
        request = self.with_id(type_, {})
        holder = envelope.get(self.id_holder or "")
        if self.id_holder is not None and isinstance(holder, Mapping):
            # The id comes first, whatever the envelope has in its place.
            request = self.with_id(type_, {self.id_holder: {**request[self.id_holder], **holder}})
        request |= {name: value for name, value in envelope.items() if name not in request}
        request.setdefault(self.main_part, {})
        for name, value in properties.items():
            request.setdefault(places.get(name, self.main_part), {})[name] = value
        return request

    def take_apart(self, request: Mapping[str, Any], places: Mapping[str, str]) -> Parts:
        """Return the properties and the envelope of a request; a part that is not an object stays in the envelope.

        Where two parts have the same property, its place decides.
        """
        envelope = without_value(self.id_field, request, self.parts)
        given = {part: envelope.pop(part) for part in self.parts if isinstance(envelope.get(part), Mapping)}
        properties: dict[str, Any] = {}
        given_places: dict[str, str] = {}
        for part, inner in given.items():
            for name, value in inner.items():
                if name not in properties or places.get(name) == part:
                    properties[name] = value
                    given_places[name] = part
        repeated: dict[str, dict[str, Any]] = {}
        for part, inner in given.items():
            for name, value in inner.items():
                if given_places[name] != part:
                    repeated.setdefault(part, {})[name] = value
        return Parts(properties, given_places, envelope, tuple(given), repeated)


class ResponseShape(NamedTuple):
    """The place of a connector in a response, and the properties that responses omit.

    Attributes:
        wrapper: Dotted path of the connector; empty where it is the whole response.
        list_path: Dotted path of the connectors in a list; empty where the vendor documents none.
        omits_secrets: Whether secrets are left out instead of masked.
        omitted_prefix: The beginning of the connector's id that a response leaves out; may be empty.
        names: Dotted paths of the fields that name one connection among others, the one that people know first.
    """

    id_field: str
    wrapper: str
    list_path: str
    omitted_parts: tuple[str, ...]
    omits_secrets: bool
    omitted_prefix: str = ""
    names: tuple[str, ...] = ()

    @classmethod
    def from_profile(cls, profile: Mapping[str, Any], id_prefix: str = "") -> ResponseShape:
        """Return the shape that a profile states for connectors whose ids begin with ``id_prefix``."""
        return cls(
            profile["id"],
            profile.get("wrapper", ""),
            profile.get("list", ""),
            tuple(profile.get("omitsParts", ())),
            profile.get("omitsSecrets", False),
            id_prefix if profile.get("omitsIdPrefix") else "",
            tuple(profile.get("names", ())),
        )

    def name_of(self, response: Mapping[str, Any]) -> str:
        """Return the name of the connection; empty where the response has none."""
        names = (value_at(path, response) for path in self.names)
        return next((str(each) for each in names if isinstance(each, str | int) and str(each).strip()), "")

    def id_of(self, response: Mapping[str, Any]) -> Any:
        """Return the connector's id in a response, with the prefix that responses omit, or ``NOT_GIVEN``."""
        return _with_prefix(self.omitted_prefix, value_at(self.id_field, response))

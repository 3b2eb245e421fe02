"""The envelope of the request from which a model was read."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from .entry import Entry
from .model_values import hidden
from .paths import NOT_GIVEN, value_at, without_value
from .problems import Problem
from .requests import places_of, shape_of
from .shapes import Parts, RequestShape
from .validation import Unknown

_SET_BY_MODEL = "the model states it; leave it out"


class GivenRequest(NamedTuple):
    """The envelope that a model sends back as it was given; empty by default.

    Attributes:
        envelope: The properties beside the connector's own.
        empty_parts: The parts that were there and had nothing in them.
        moved: The part of each property that was in another part than the documented one.
        repeated: By part, the properties that another part had too.
        has_id: Whether the connector's id was there; ``None`` where no request was given.
        needs_main: Whether the main part is sent though it has nothing in it.
        unknown: How names are treated that the catalog does not know.
    """

    envelope: dict[str, Any]
    empty_parts: tuple[str, ...] = ()
    moved: Mapping[str, str] = {}
    repeated: Mapping[str, Mapping[str, Any]] = {}
    has_id: bool | None = None
    needs_main: bool = True
    unknown: Unknown = "error"

    @classmethod
    def from_request(
        cls, entry: Entry, request: Mapping[str, Any], parts: Parts, unknown: Unknown, *, partial: bool
    ) -> GivenRequest:
        """Return the envelope of a request.

        Args:
            entry: The connector.
            request: The request.
            parts: The same request, taken apart.
            unknown: How names are treated that the catalog does not know.
            partial: Whether it is an update.
        """
        shape, documented = shape_of(entry), places_of(entry)
        has_id = shape.id_of(request) is not NOT_GIVEN
        return cls(
            parts.envelope,
            tuple(part for part in parts.given if not request[part]),
            # An update is sent as it was given: the vendor takes some properties in other parts than documented.
            {name: part for name, part in parts.places.items() if part != documented.get(name, shape.main_part)},
            parts.repeated,
            has_id or not (partial or shape.has_alternative_id(request)),
            shape.main_part in parts.given,
            unknown,
        )

    def with_properties(
        self,
        shape: RequestShape,
        type_: str,
        properties: Mapping[str, Any],
        places: Mapping[str, str],
        *,
        partial: bool,
    ) -> dict[str, Any]:
        """Return the request with other properties.

        Args:
            shape: The shape of the connector's requests.
            type_: The connector's id.
            properties: The connector's properties.
            places: The part of each property that is not in the main part, by the vendor's documents.
            partial: Whether it is an update, which has the id and the main part where they are needed only.
        """
        request = shape.assemble(type_, properties, {**places, **self.moved}, self.envelope)
        request |= {part: {} for part in self.empty_parts if part not in request}
        request |= {part: {**request.get(part, {}), **inner} for part, inner in self.repeated.items()}
        has_id = not partial if self.has_id is None else self.has_id
        if not has_id:
            request = without_value(shape.id_field, request, shape.parts)
            # What the envelope has in the place of the id's object is not an object, or has nothing in it.
            request |= {name: value for name, value in self.envelope.items() if name not in request}
        # An update of other parts need not have the main part.
        others = any(part in request for part in shape.parts if part != shape.main_part)
        is_needed = not partial or request[shape.main_part] or shape.main_part in self.empty_parts
        if not is_needed and (others or not self.needs_main):
            del request[shape.main_part]
        return request


def names_of_model(shape: RequestShape, envelope: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of an envelope that has what a model sets itself: the parts and the connector's id."""
    for name in sorted({*shape.parts, shape.id_field} & envelope.keys()):
        yield Problem(name, "unknown", _SET_BY_MODEL)
    holder = shape.id_holder
    if holder is None or holder not in envelope:
        return
    if not isinstance(envelope[holder], Mapping):
        yield Problem(holder, "type", "expected an object")
    elif value_at(shape.id_field, envelope) is not NOT_GIVEN:
        yield Problem(shape.id_field, "unknown", _SET_BY_MODEL)


def masked_envelope(shape: RequestShape, envelope: Mapping[str, Any], shown: Container[str]) -> dict[str, Any]:
    """Return an envelope in which only the properties of some names are shown.

    The object that has the connector's id stays an object.
    """

    def masked(name: str, value: Any) -> Any:
        if name == shape.id_holder and isinstance(value, Mapping):
            return {each: hidden(inner) for each, inner in value.items()}
        return hidden(value)

    return {name: value if name in shown else masked(name, value) for name, value in envelope.items()}

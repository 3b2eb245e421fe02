"""The bases of the models of requests: those that create a connection, and those that update it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import PrivateAttr, Secret, SecretStr, ValidationError, model_validator

from .model_errors import refusal
from .object_model import ObjectModel, wire_names
from .paths import NOT_GIVEN, without_value
from .requests import IGNORED
from .shapes import RequestShape
from .vendors import vendors


class UpdateModel(ObjectModel):
    """The connector's properties in a request that updates: all are optional, those that cannot change are left out."""

    _vendor: ClassVar[str] = ""
    _role: ClassVar[str] = ""
    _type: ClassVar[str] = ""
    _other_parts: ClassVar[dict[str, tuple[str, ...]]] = {}
    _creates: ClassVar[bool] = False

    _envelope: dict[str, Any] = PrivateAttr(default_factory=dict)
    _empty_parts: tuple[str, ...] = PrivateAttr(default=())
    _moved: dict[str, str] = PrivateAttr(default_factory=dict)
    _repeated: dict[str, dict[str, Any]] = PrivateAttr(default_factory=dict)
    _has_id: bool = PrivateAttr(default=False)

    def to_payload(self, **envelope: Any) -> dict[str, Any]:
        """Return the body of a request, as the vendor's API takes it, with secrets in the clear.

        Properties that were not given are left out; a vendor's defaults are never filled in. The envelope is what the
        request has beside, such as a name for the connection; it is added to what :meth:`from_payload` has read.
        """
        shape, beside = self._shape(), self._envelope | envelope
        properties = _revealed(self.model_dump(by_alias=True, exclude_unset=True))
        main = {shape.main_part: beside.pop(shape.main_part)} if shape.main_part in beside else {}
        request = shape.assemble(self._type, properties, self._places() | self._moved, beside)
        request |= {part: {} for part in self._empty_parts if part not in request}
        request |= {part: request.get(part, {}) | inner for part, inner in self._repeated.items()}
        request = request if self._has_id else without_value(shape.id_field, request)
        # An update of other parts need not have the main part.
        is_needed = self._creates or request[shape.main_part] or shape.main_part in self._empty_parts
        if not is_needed and any(part in request for part in shape.parts if part != shape.main_part):
            del request[shape.main_part]
            request |= main
        return request

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """Return the model of a request, or of the connector's properties alone; the envelope is kept.

        Raises:
            ValidationError: The payload is not valid; the error shows none of its values.
        """
        try:
            return cls._read(payload)
        except ValidationError as fault:
            refused = fault.with_traceback(None)
        # Tools that report errors show the variables of each frame of a traceback.
        del payload
        raise refused

    @classmethod
    def _read(cls, payload: Mapping[str, Any]) -> Self:
        if not isinstance(payload, Mapping):
            return cls.model_validate(payload)
        shape = cls._shape()
        given = {name: value for name, value in payload.items() if name not in IGNORED}
        beside = without_value(shape.id_field, given)
        names = (shape.main_part, *cls._other_parts) if cls._creates else tuple(shape.parts)
        parts = {part: beside.pop(part) for part in names if isinstance(beside.get(part), Mapping)}
        id_, own = shape.id_of(given), {*wire_names(cls).values()}
        only_in_requests = {*parts, *given.keys() & shape.beside} - own
        # A part that is not an object is an unknown property.
        if not only_in_requests and (id_ != cls._type or not beside.keys().isdisjoint(names)):
            return cls.model_validate(given)
        if id_ not in (cls._type, NOT_GIVEN):
            raise cls._wrong_id(*shape.id_field.split("."))
        if cls._creates:
            cls._refuse_misplaced(parts)
        documented = cls._documented_places()
        taken = shape.take_apart(parts, documented)
        for repeated in taken.repeated.values():
            cls.model_validate(repeated)
        made = cls.model_validate(taken.properties)
        # An update is sent as it was given: the vendor takes some properties in other parts than the documented ones.
        made._moved = {name: part for name, part in taken.places.items() if part != documented[name]}  # noqa: SLF001
        made._repeated = taken.repeated  # noqa: SLF001
        made._envelope = beside  # noqa: SLF001
        made._empty_parts = tuple(part for part, inner in parts.items() if not inner)  # noqa: SLF001
        made._has_id = id_ is not NOT_GIVEN or (cls._creates and not shape.has_alternative_id(given))  # noqa: SLF001
        return made

    @model_validator(mode="before")
    @classmethod
    def _without_own_id(cls, given: Any) -> Any:
        """Return properties without the one that has the connector's id, where requests have it among them."""
        name = cls._shape().id_in_main_part if cls._vendor else ""
        if not name or not isinstance(given, dict) or name not in given:
            return given
        if given[name] != cls._shape().id_in_request(cls._type):
            raise cls._wrong_id(name)
        return {each: value for each, value in given.items() if each != name}

    @classmethod
    def _wrong_id(cls, *place: str) -> ValidationError:
        expected = cls._shape().id_in_request(cls._type)
        return refusal(cls.__name__, {place: ("const", f"expected {expected!r}")})

    @classmethod
    def _refuse_misplaced(cls, parts: Mapping[str, Mapping[str, Any]]) -> None:
        expected = cls._documented_places()
        misplaced: dict[tuple[str, ...], tuple[str, str]] = {
            (part, name): ("misplaced", f"expected in {expected[name]}")
            for part, inner in parts.items()
            for name in inner
            if expected.get(name, part) != part
        }
        if misplaced:
            raise refusal(cls.__name__, misplaced)

    @classmethod
    def _shape(cls) -> RequestShape:
        return vendors()[cls._vendor].requests[cls._role]

    @classmethod
    def _documented_places(cls) -> dict[str, str]:
        """Return the part of a request that has each property, according to the vendor's documents."""
        return dict.fromkeys(wire_names(cls).values(), cls._shape().main_part) | cls._places()

    @classmethod
    def _places(cls) -> dict[str, str]:
        return {name: part for part, names in cls._other_parts.items() for name in names}

    @property
    def envelope(self) -> dict[str, Any]:
        """The properties of the request beside the connector's own."""
        return self._envelope


class CreateModel(UpdateModel):
    """The connector's properties in a request that creates."""

    _creates: ClassVar[bool] = True

    _has_id: bool = PrivateAttr(default=True)


def _revealed(value: Any) -> Any:
    if isinstance(value, SecretStr | Secret):
        return value.get_secret_value()
    if isinstance(value, dict):
        return {name: _revealed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_revealed(inner) for inner in value]
    return value

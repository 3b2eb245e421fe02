"""The bases of the models of requests: those that create a connection, and those that update it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import PrivateAttr, ValidationError, model_validator

from .given_request import GivenRequest, masked_envelope, names_of_model
from .model_errors import validation_error
from .model_values import masked, plain
from .object_model import ObjectModel
from .problems import Problem
from .registry import UnknownConnectorError, find
from .requests import IGNORED, is_request, is_required_beside, open_names, take_apart, validator_of
from .shapes import RequestShape
from .validation import Action, Unknown, validate
from .vendors import vendors


class _Identity:
    """Which connector a model is of.

    Not in a class of pydantic's, and without type hints: pydantic reads those of every base again for each model.
    """

    if TYPE_CHECKING:
        _vendor: ClassVar[str]
        _role: ClassVar[str]
        _type: ClassVar[str]
        _other_parts: ClassVar[dict[str, tuple[str, ...]]]
    else:
        _vendor = ""
        _role = ""
        _type = ""
        _other_parts = MappingProxyType({})
        _partial = True


class UpdateModel(_Identity, ObjectModel):
    """The connector's properties in a request that updates: all are optional, those that cannot change are left out."""

    _given: GivenRequest = PrivateAttr(default_factory=lambda: GivenRequest({}))

    def to_payload(self, **envelope: Any) -> dict[str, Any]:
        """Return the body of a request, as the vendor's API takes it, with secrets in the clear.

        Properties that were not given are left out, and a vendor's defaults are never filled in. The request is
        validated as a whole; without any envelope, its required properties may be added later.

        Args:
            envelope: What the request has beside the connector's properties, such as a name for the connection. It is
                added to the envelope that :meth:`from_payload` has read.

        Raises:
            ValidationError: The request is not valid; the error shows none of its values.
        """
        error = self._error_of_names(envelope)
        request = self._assembled(self._given.envelope | envelope, plain(self))
        error = error or self._error_of_request(request, is_whole=bool(self._given.envelope or envelope))
        if error is None:
            return request
        # Tools that report errors show the variables of each frame of a traceback.
        del self, envelope, request
        raise error

    def masked_payload(self) -> dict[str, Any]:
        """Return a copy in which secrets and undeclared values are objects that hide their values."""
        shown = open_names(self._vendor, self._role)
        return self._assembled(masked_envelope(self._shape(), self._given.envelope, shown), masked(self))

    @classmethod
    def connector(cls) -> tuple[str, str, str]:
        """Return the vendor, the role and the type of the connector."""
        return cls._vendor, cls._role, cls._type

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any], *, unknown: Unknown = "error") -> Self:
        """Return the model of a request, or of the connector's properties alone; the envelope is kept.

        Args:
            payload: A whole request, or the connector's properties alone.
            unknown: How to treat names that the catalog does not know: as errors, as Python's warnings, or not at all.

        Raises:
            ValidationError: ``validate`` finds an error in the payload; the error shows none of its values.
        """
        try:
            return cls._read(payload, unknown)
        except ValidationError as fault:
            error = fault.with_traceback(None)
        # Tools that report errors show the variables of each frame of a traceback.
        del payload
        raise error

    @classmethod
    def _read(cls, payload: Mapping[str, Any], unknown: Unknown) -> Self:
        if not isinstance(payload, Mapping):
            raise validation_error(cls.__name__, [Problem("", "type", "expected an object")])
        given, entry = dict(payload), find(cls._vendor, cls._type)
        problems = validate(entry.vendor, entry.type, given, unknown=unknown, action=cls._action())
        errors = [each for each in problems if each.level == "error"]
        if errors:
            raise validation_error(cls.__name__, errors, given)
        for each in problems if unknown == "warn" else ():
            warnings.warn(str(each), UserWarning, stacklevel=4)
        # What else there may be is known by now; an update may have what only the vendor sets.
        if not is_request(entry, given):
            properties = {name: value for name, value in given.items() if name not in IGNORED}
            model = cls.model_validate(properties, extra="allow")
            model._given = GivenRequest({}, unknown=unknown)  # noqa: SLF001
            return model
        parts = take_apart(entry, given)
        model = cls.model_validate(parts.properties, extra="allow")
        model._given = GivenRequest.from_request(entry, given, parts, unknown, partial=cls._partial)  # noqa: SLF001
        return model

    def _assembled(self, envelope: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
        given = self._given._replace(envelope=envelope)
        return given.with_properties(self._shape(), self._type, properties, self._places(), partial=self._partial)

    def _error_of_names(self, envelope: dict[str, Any]) -> ValidationError | None:
        problems = list(names_of_model(self._shape(), envelope))
        return validation_error(type(self).__name__, problems) if problems else None

    def _error_of_request(self, request: dict[str, Any], *, is_whole: bool) -> ValidationError | None:
        try:
            entry = find(self._vendor, self._type)
        except UnknownConnectorError:
            # There is nothing else to check it by than the model itself.
            return None
        problems = validate(entry.vendor, entry.type, request, unknown=self._given.unknown, action=self._action())
        errors = [each for each in problems if each.level == "error"]
        if not is_whole:
            errors = [each for each in errors if not is_required_beside(entry, each)]
        return validation_error(type(self).__name__, errors, request) if errors else None

    @model_validator(mode="before")
    @classmethod
    def _without_own_id(cls, given: Any) -> Any:
        """Return properties without the one that has the connector's id, where requests have it among them."""
        name = cls._shape().id_in_main_part if cls._vendor else ""
        if not name or not isinstance(given, dict) or name not in given:
            return given
        expected = cls._shape().id_in_request(cls._type)
        if given[name] != expected:
            raise validation_error(cls.__name__, [Problem(name, "const", f"expected {expected!r}")], given)
        return {each: value for each, value in given.items() if each != name}

    @classmethod
    def problems_of(cls, given: Mapping[str, Any], *, partial: bool) -> list[Problem]:
        """Return the errors that the connector's validator finds in its properties."""
        try:
            check = validator_of(find(cls._vendor, cls._type))
        except UnknownConnectorError:
            return []
        id_ = cls._shape().id_in_main_part
        properties = {name: plain(value) for name, value in given.items() if name != id_}
        return [each for each in check(properties, partial=partial) if each.level == "error"]

    @classmethod
    def _action(cls) -> Action:
        return "update" if cls._partial else "create"

    @classmethod
    def _shape(cls) -> RequestShape:
        return vendors()[cls._vendor].requests[cls._role]

    @classmethod
    def _places(cls) -> dict[str, str]:
        return {name: part for part, names in cls._other_parts.items() for name in names}

    @property
    def envelope(self) -> dict[str, Any]:
        """The properties of the request's envelope."""
        return self._given.envelope


class _Complete:
    if not TYPE_CHECKING:
        _partial = False


class CreateModel(_Complete, UpdateModel):
    """The connector's properties in a request that creates."""

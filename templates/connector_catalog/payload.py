"""What all models share: strict checks of the payload, rules between properties, errors that show no values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    Secret,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from .constraints import Rules, StepRules
from .locations import refusal, without_input
from .registry import ENVELOPES
from .requests import IGNORED
from .texts import encoded
from .value_constraints import ValueConstraints

_NONE = ValueConstraints()


class Model(BaseModel):
    """An object of a payload. Values are checked strictly, and errors never show them."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, protected_namespaces=(), strict=True)

    _constraints: ClassVar[dict[str, ValueConstraints]] = {}
    _rules: ClassVar[Rules] = Rules()
    _steps: ClassVar[tuple[StepRules, ...]] = ()

    def __init__(self, **data: Any) -> None:
        # Here both names of a field are good; a payload has the vendor's name only.
        wire_names = {name: field.serialization_alias or name for name, field in type(self).model_fields.items()}
        given = {wire_names.get(name, name): value for name, value in data.items()}
        constraints = {wire_names[name]: each for name, each in self._constraints.items()}
        super().__init__(**{name: encoded(value, constraints.get(name, _NONE)) for name, value in given.items()})

    # Without this mark, pydantic calls __init__ for payloads too, and a payload's values must not be converted.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        # What was not given is not None: it is not there.
        return [(name, value) for name, value in super().__repr_args__() if name in self.model_fields_set]

    @field_validator("*", mode="before")
    @classmethod
    def _value_is_valid(cls, value: Any, info: ValidationInfo) -> Any:
        constraints = cls._constraints.get(info.field_name or "", _NONE)
        if value is None and "null" not in constraints.types and None not in constraints.values:
            raise PydanticCustomError("null", "null is not accepted; leave the property out")
        fault = constraints.fault({} if isinstance(value, BaseModel) else value)
        if fault is not None:
            raise PydanticCustomError(fault[0], "{expected}", {"expected": fault[1]})
        return _without_fraction(value)

    @model_validator(mode="wrap")
    @classmethod
    def _errors_hold_no_input(cls, value: Any, handler: ModelWrapValidatorHandler[Model]) -> Model:
        """Errors without what was given: a value may be a secret, and so may its neighbours."""
        try:
            return handler(value)
        except ValidationError as fault:
            errors = fault.errors(include_input=False, include_url=False)
            faults = without_input(errors, value)
        raise ValidationError.from_exception_data(cls.__name__, faults, hide_input=True)

    @model_validator(mode="after")
    def _rules_hold(self) -> Model:
        given = self._given()
        every: tuple[Rules | StepRules, ...] = (*self._steps, self._rules)
        missing = dict.fromkeys(name for rules in every for name in rules.missing(given))
        faults = [InitErrorDetails(type="missing", loc=(name,), input=None) for name in missing]
        for group in (group for rules in every for group in rules.unmet(given)):
            problem = PydanticCustomError("any_of", "one of these is required: {names}", {"names": ", ".join(group)})
            faults.append(InitErrorDetails(type=problem, loc=(), input=None))
        if faults:
            raise ValidationError.from_exception_data(type(self).__name__, faults, hide_input=True)
        return self

    def _given(self) -> dict[str, Any]:
        """The values that were given, by their names in the payload."""
        fields = type(self).model_fields
        return {fields[name].serialization_alias or name: getattr(self, name) for name in self.model_fields_set}


class Update(Model):
    """What a request that changes a connection holds: every property is optional, what cannot change is no field."""

    # Most users never change anything: the validator of this class is built when it is first asked for.
    model_config = ConfigDict(defer_build=True)

    _vendor: ClassVar[str] = ""
    _type: ClassVar[str] = ""
    _key: ClassVar[str] = ""
    _elsewhere: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    _type_key: ClassVar[str] = ""

    _envelope: dict[str, Any] = PrivateAttr(default_factory=dict)
    _empty_parts: tuple[str, ...] = PrivateAttr(default=())

    def to_payload(self, **envelope: Any) -> dict[str, Any]:
        """The body of a request, as the vendor's API takes it, with secrets in the clear.

        Properties that were not given are left out; a vendor's defaults are never filled in.

        Args:
            envelope: What the request holds beside the connector's properties, such as ``group_id``; added to what
                :meth:`from_payload` has read.
        """
        properties = _revealed(self.model_dump(by_alias=True, exclude_unset=True))
        elsewhere = {
            place: {name: properties.pop(name) for name in names if name in properties}
            for place, names in self._elsewhere
        }
        kept = {place: part for place, part in elsewhere.items() if part or place in self._empty_parts}
        head = {self._type_key: self._type} if self._type_key else {}
        # A request that changes what stands elsewhere need not have the first part.
        left_out = kept and not (properties or self._type_key or self._key in self._empty_parts)
        return head | self._envelope | envelope | ({} if left_out else {self._key: properties}) | kept

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The model of a request, or of the connector's properties alone; what is beside them is kept as it is.

        Raises:
            ValidationError: The payload is not valid; the error shows none of its values.
        """
        if not isinstance(payload, Mapping):
            return cls.model_validate(payload)
        given = {name: value for name, value in payload.items() if name not in IGNORED}
        places = (cls._key, *(place for place, _ in cls._elsewhere))
        parts = {place: given.pop(place) for place in places if isinstance(given.get(place), Mapping)}
        if parts.keys() <= _wire_names(cls):
            return cls.model_validate(given | parts)
        type_key = ENVELOPES[cls._vendor].type_key
        if given.get(type_key, cls._type) != cls._type:
            raise refusal(cls.__name__, {(type_key,): ("const", f"expected {cls._type!r}")})
        cls._refuse_misplaced(parts)
        made = cls.model_validate({name: value for part in parts.values() for name, value in part.items()})
        if cls._type_key:
            given.pop(type_key, None)
        made._envelope = given  # noqa: SLF001
        made._empty_parts = tuple(place for place, part in parts.items() if not part)  # noqa: SLF001
        return made

    @classmethod
    def _refuse_misplaced(cls, parts: Mapping[str, Mapping[str, Any]]) -> None:
        expected = dict.fromkeys(_wire_names(cls), cls._key)
        expected |= {name: place for place, names in cls._elsewhere for name in names}
        misplaced: dict[tuple[str, ...], tuple[str, str]] = {
            (place, name): ("misplaced", f"expected in {expected[name]}")
            for place, part in parts.items()
            for name in part
            if expected.get(name, place) != place
        }
        if misplaced:
            raise refusal(cls.__name__, misplaced)

    @property
    def envelope(self) -> dict[str, Any]:
        """What the request holds beside the connector's own properties."""
        return self._envelope


class Payload(Update):
    """What a request that creates a connection holds."""

    model_config = ConfigDict(defer_build=False)


def _without_fraction(value: Any) -> Any:
    """Return 1 for 1.0: JSON does not distinguish them."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_without_fraction(each) for each in value] if isinstance(value, list) else value


def _wire_names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(field.serialization_alias or name for name, field in model.model_fields.items())


def _revealed(value: Any) -> Any:
    if isinstance(value, SecretStr | Secret):
        return value.get_secret_value()
    if isinstance(value, dict):
        return {name: _revealed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_revealed(inner) for inner in value]
    return value

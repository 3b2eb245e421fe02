"""The base of all models: strict checks of an object, and errors at their places that show no values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .assignment import Assignable, is_target
from .encodings import encoded
from .model_errors import detail, validation_error, without_input
from .model_values import HIDDEN, payload_value, shown, wire_names
from .nesting import SCALARS, nesting_problem
from .partial_models import partial_value
from .problems import REQUIRED, Problem
from .rules import Rules, StepRules
from .value_constraints import ValueConstraints
from .variant_models import VariantModels
from .variants import SelectedBy

_NO_CONSTRAINTS = ValueConstraints()


class _Checks:
    """The checks of a model in addition to the types of its fields.

    Not in a class of pydantic's, and without type hints: pydantic reads those of every base again for each model.
    """

    if TYPE_CHECKING:
        _constraints: ClassVar[dict[str, ValueConstraints]]
        _rules: ClassVar[Rules]
        _steps: ClassVar[tuple[StepRules, ...]]
        _selected_by: ClassVar[SelectedBy | None]
        _partial: ClassVar[bool]
    else:
        _constraints = MappingProxyType({})
        _rules = Rules()
        _steps = ()
        _selected_by = None
        # Whether required properties may be missing.
        _partial = False


class ObjectModel(_Checks, Assignable, BaseModel):
    """An object of a payload. Values are checked strictly, and errors never show them."""

    # A model with its variants is many classes: pydantic builds each when it is first used.
    model_config = ConfigDict(
        extra="forbid", hide_input_in_errors=True, protected_namespaces=(), strict=True, defer_build=True
    )

    def __init__(self, /, **data: Any) -> None:
        # The constructor takes both names of a field; a payload has the vendor's name only.
        names = wire_names(type(self))
        given = {names.get(name, name): value for name, value in data.items()}
        if self._selected_by is not None and self._selected_by.required:
            given.setdefault(self._selected_by.name, self._selected_by.value)
        constraints = {names[name]: each for name, each in self._constraints.items()}
        try:
            super().__init__(
                **{name: encoded(value, constraints.get(name, _NO_CONSTRAINTS)) for name, value in given.items()}
            )
        except ValidationError as fault:
            error = fault.with_traceback(None)
        else:
            return
        # Tools that report errors show the variables of each frame of a traceback.
        del data, given, self
        raise error

    # Without this mark, pydantic calls __init__ for payloads too, whose values must not be converted.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        # Fields that are not given are left out. Unknown properties may be secrets; a refused object has none of them.
        unknown, fields = getattr(self, "__pydantic_extra__", None) or {}, type(self).model_fields
        for name, value in super().__repr_args__():
            if name in unknown:
                yield name, HIDDEN
            elif name in self.model_fields_set:
                yield name, shown(value, fields[name])

    @field_validator("*", mode="before")
    @classmethod
    def _value_is_valid(cls, value: Any, info: ValidationInfo) -> Any:
        constraints = cls._constraints.get(info.field_name or "", _NO_CONSTRAINTS)
        if value is None and "null" not in constraints.types and None not in constraints.values:
            raise PydanticCustomError("null", "null is not accepted; leave the property out")
        given = payload_value(value)
        # First of all: other checks look inside of lists.
        too_deep = None if type(given) in SCALARS else nesting_problem(given)
        fault = constraints.fault(given) if too_deep is None else too_deep[1:3]
        if fault is not None:
            raise PydanticCustomError(fault[0], "{expected}", {"expected": fault[1]})
        if constraints.items is not None and isinstance(value, list):
            _check_items(value, constraints.items)
        variants = _variants(cls).get(info.field_name or "")
        if variants is not None:
            return variants.validated(value, partial=cls._partial)
        value = _without_fraction(value)
        return partial_value(value, cls.model_fields[info.field_name or ""].annotation) if cls._partial else value

    @model_validator(mode="wrap")
    @classmethod
    def _errors_hold_no_input(
        cls, value: Any, handler: ModelWrapValidatorHandler[ObjectModel], info: ValidationInfo
    ) -> ObjectModel:
        """Leave the input out of errors: a value, or one of its siblings, may be a secret."""
        if is_target(value, info.context):
            return handler(value)
        try:
            return handler(value)
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
        problems = cls.problems_of(value, partial=cls._partial) if isinstance(value, dict) else []
        if problems:
            error = validation_error(cls.__name__, problems, value)
        else:
            faults = without_input(errors, value, cls.names_in_payloads())
            error = ValidationError.from_exception_data(cls.__name__, faults, hide_input=True)
        del errors, value
        raise error

    @model_validator(mode="after")
    def _rules_hold(self, info: ValidationInfo) -> ObjectModel:
        if is_target(self, info.context):
            return self
        names = wire_names(type(self))
        given = {names.get(name, name): getattr(self, name) for name in self.model_fields_set}
        all_rules: tuple[Rules | StepRules, ...] = () if self._partial else (*self._steps, self._rules)
        missing = dict.fromkeys(name for rules in all_rules for name in rules.missing(given))
        errors = [detail("required", REQUIRED, "", (name,)) for name in missing]
        groups = [("any-of", "one of these is required", each) for rules in all_rules for each in rules.unmet(given)]
        groups += [("at-most-one", "at most one of these is accepted", each) for each in self._rules.exceeded(given)]
        errors += [detail(code, f"{message}: {', '.join(group)}", "", ()) for code, message, group in groups]
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors, hide_input=True)
        return self

    @classmethod
    def problems_of(cls, given: Mapping[str, Any], *, partial: bool) -> list[Problem]:  # noqa: ARG003
        """Return the problems that the validator of the object finds in its properties; none where it has none."""
        return []

    @classmethod
    def constraints_of(cls, name: str) -> ValueConstraints:
        """Return the constraints of a field that its type hint does not state."""
        return cls._constraints.get(name, _NO_CONSTRAINTS)

    @classmethod
    def mark_partial(cls) -> None:
        """Accept objects without their required properties."""
        cls._partial = True

    @classmethod
    def selected_by(cls) -> SelectedBy | None:
        """Return what selects this object among several variants; ``None`` where it is the only one."""
        return cls._selected_by

    @classmethod
    def names_in_payloads(cls) -> list[str]:
        """Return the names of the object's properties in a payload."""
        return list(wire_names(cls).values())


def _check_items(items: list[Any], constraints: ValueConstraints) -> None:
    """Raise the error of a list with items that break their constraints."""
    faults = [(number, constraints.fault(payload_value(each))) for number, each in enumerate(items)]
    errors = [detail(*fault, "", (number,)) for number, fault in faults if fault is not None]
    if errors:
        raise ValidationError.from_exception_data("list", errors, hide_input=True)


@cache
def _variants(model: type[ObjectModel]) -> dict[str, VariantModels]:
    variants = {name: VariantModels.of_annotation(field.annotation) for name, field in model.model_fields.items()}
    return {name: each for name, each in variants.items() if each is not None}


def _without_fraction(value: Any) -> Any:
    """Return 1 for 1.0: JSON does not distinguish them."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_without_fraction(each) for each in value] if isinstance(value, list) else value

"""Assignment to the fields of a model: each value is checked by itself, and secrets stay hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pydantic import ValidationError

from .encodings import encoded
from .model_errors import validation_error, without_input
from .model_values import wire_names
from .nearest import MOST_CHARACTERS, nearest
from .nesting import nesting_problem
from .problems import REQUIRED, UNKNOWN, Problem


class _Assignment(NamedTuple):
    """The context in which pydantic validates the value of one field, which ``target`` receives."""

    target: Any


def is_target(value: Any, context: Any) -> bool:
    """Return whether a value is the empty model to which pydantic assigns a value that it validates alone."""
    return isinstance(context, _Assignment) and context.target is value


class Assignable:
    """The behaviour that models add to pydantic's.

    The rules between several fields are not checked here: they hold before and after several assignments, and need not
    hold between them. ``to_payload`` checks them.
    """

    # A type checker takes a class with these for one that has every attribute.
    if not TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None:
            """Set a property to a value that the constructor would take.

            Raises:
                ValidationError: The value is not valid; the property keeps the one it has.
            """
            error = None
            if not name.startswith("_"):
                value, error = _checked(self, name, value)
            if error is None:
                super().__setattr__(name, value)
                return
            # Tools that report errors show the variables of each frame of a traceback.
            del self, value
            raise error

        def __delattr__(self, name: str) -> None:
            """Take a property away, as if it had not been given.

            Raises:
                ValidationError: The property is required.
            """
            model = type(self)
            field = model.model_fields.get(name)
            if field is None:
                super().__delattr__(name)
            elif field.is_required():
                raise validation_error(model.__name__, [Problem(wire_names(model)[name], "required", REQUIRED)])
            else:
                self.__dict__[name] = None
                self.model_fields_set.discard(name)

        def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
            """Return a copy in which some properties have other values, checked as in an assignment.

            Raises:
                ValidationError: A value is not valid.
            """
            copied = super().model_copy(deep=deep)
            for name, value in (update or {}).items():
                value, error = _checked(copied, name, value)  # noqa: PLW2901
                if error is not None:
                    del self, copied, value, update
                    raise error
                setattr(copied, name, value)
            return copied


def _checked(instance: Any, name: str, value: Any) -> tuple[Any, ValidationError | None]:
    """Return the value that a field of a model takes, or the error that refuses it."""
    model = type(instance)
    payload = {wire_names(model).get(name, name): value}
    too_deep = nesting_problem(payload)
    if too_deep is not None:
        return None, validation_error(model.__name__, [too_deep], payload)
    if name not in model.model_fields:
        if model.model_config.get("extra") == "allow" or name in (instance.model_extra or {}):
            return value, None
        hint = nearest(name[:MOST_CHARACTERS], model.model_fields)
        return None, validation_error(model.__name__, [Problem(name, "unknown", UNKNOWN, hint)])
    target, wire = model.model_construct(), wire_names(model)[name]
    given = {wire: encoded(value, model.constraints_of(name))}
    try:
        model.__pydantic_validator__.validate_assignment(target, name, given[wire], context=_Assignment(target))
    except ValidationError as fault:
        errors = [each | {"loc": (wire, *each["loc"][1:])} for each in fault.errors(include_url=False)]
    else:
        return target.__dict__[name], None
    problems = model.problems_of(given, partial=True)
    if problems:
        return None, validation_error(model.__name__, problems, given)
    faults = without_input(errors, given, ())
    return None, ValidationError.from_exception_data(model.__name__, faults, hide_input=True)

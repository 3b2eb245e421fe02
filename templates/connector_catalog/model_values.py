"""The values of models as a payload has them, and as they may be shown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, Secret, SecretStr
from pydantic.fields import FieldInfo

from .bounds import PAYLOADS

HIDDEN = "**********"


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Return the names in a payload of the fields of a model."""
    return {name: field.serialization_alias or name for name, field in model.model_fields.items()}


def plain(value: Any, depth: int = PAYLOADS.depth) -> Any:
    """Return a value as a payload contains it: models as objects of the fields that were given, secrets revealed.

    What is nested more than ``depth`` deep stays as it is: no payload may have it.
    """
    if isinstance(value, SecretStr | Secret):
        value = value.get_secret_value()
    if depth == 0:
        return value
    below = depth - 1
    if isinstance(value, BaseModel):
        names, given = wire_names(type(value)), value.model_fields_set
        fields = {names[name]: plain(each, below) for name, each in value.__dict__.items() if name in given}
        return fields | {name: plain(each, below) for name, each in (value.model_extra or {}).items()}
    if isinstance(value, Mapping):
        return {name: plain(inner, below) for name, inner in value.items()}
    return [plain(inner, below) for inner in value] if isinstance(value, list | tuple) else value


def masked(value: Any, depth: int = PAYLOADS.depth) -> Any:
    """Return a value as ``plain`` does, but secrets, unknown properties and values nested too deeply are hidden."""
    if depth == 0:
        return hidden(value)
    below = depth - 1
    if isinstance(value, BaseModel):
        model, names = type(value), wire_names(type(value))
        given = ((name, each) for name, each in value.__dict__.items() if name in value.model_fields_set)
        fields = {names[name]: masked(shown(each, model.model_fields[name]), below) for name, each in given}
        return fields | {name: hidden(each) for name, each in (value.model_extra or {}).items()}
    if isinstance(value, Mapping):
        return {name: masked(inner, below) for name, inner in value.items()}
    return [masked(inner, below) for inner in value] if isinstance(value, list | tuple) else value


def shown(value: Any, field: FieldInfo, depth: int = PAYLOADS.depth) -> Any:
    """Return the value of a field, with everything hidden that may be a secret or is nested too deeply.

    That is also what was put into a list of secrets later, which no model has checked.
    """
    if not field.repr or depth == 0:
        return hidden(value)
    if isinstance(value, list):
        return [shown(each, field, depth - 1) for each in value]
    if value is None or isinstance(value, BaseModel | SecretStr | Secret):
        return value
    hint: Any = field.annotation
    unchecked = isinstance(value, Mapping | str) and _has(BaseModel, hint)
    return hidden(value) if unchecked or _has(SecretStr, hint) or _has(Secret, hint) else value


def hidden(value: Any) -> Any:
    """Return a value in an object that does not show it."""
    return value if isinstance(value, SecretStr | Secret) else Secret(value)


@cache
def _has(class_: type, annotation: Hashable) -> bool:
    """Return whether a type hint names a class or one derived from it."""
    named = get_origin(annotation) or annotation
    is_one = isinstance(named, type) and issubclass(named, class_)
    return is_one or any(_has(class_, each) for each in get_args(annotation))


def payload_value(value: Any) -> Any:
    """Return the value that constraints check: of a secret what it hides, of a model an empty object."""
    if isinstance(value, BaseModel):
        return {}
    return value.get_secret_value() if isinstance(value, SecretStr | Secret) else value

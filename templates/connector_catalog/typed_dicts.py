"""The ``TypedDict`` of a model: its properties as a payload has them. Each is made when it is first used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Required, Union, get_args, get_origin, get_type_hints

from pydantic import SecretStr

from .encodings import (
    EncodedBoolean,
    EncodedDate,
    EncodedDateTime,
    EncodedInteger,
    EncodedJson,
    EncodedList,
    EncodedOpenBoolean,
    SecretObject,
)
from .model_values import wire_names
from .object_model import ObjectModel

_SUFFIX = "Dict"
_STRINGS = (EncodedDate, EncodedDateTime, EncodedInteger, EncodedJson, EncodedList, EncodedOpenBoolean, SecretStr)
_LEAVES: tuple[tuple[Any, Any], ...] = (
    *((each, str) for each in _STRINGS),
    (EncodedBoolean, Literal["true", "false"]),
    (SecretObject, dict[str, Any]),
)
"""Type hints that differ between models and payloads."""


def typed_dicts(module: str) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a module of models, in which ``<model>Dict`` is the type of a model's payloads."""

    def getattr_(name: str) -> Any:
        model = vars(sys.modules[module]).get(name.removesuffix(_SUFFIX)) if name.endswith(_SUFFIX) else None
        if not isinstance(model, type) or not issubclass(model, ObjectModel):
            raise AttributeError(f"module {module!r} has no attribute {name!r}")  # noqa: TRY004 - as Python itself does
        return typed_dict(model)

    return getattr_


@cache
def typed_dict(model: type[ObjectModel]) -> Any:
    """Return the ``TypedDict`` of a model: a key for each property, by its name in a payload."""
    # pydantic brings this module, and reads no other TypedDict before Python 3.12.
    from typing_extensions import TypedDict  # noqa: PLC0415 - most programs need no TypedDict

    hints = get_type_hints(model, include_extras=True)
    keys: dict[str, Any] = {}
    for name, wire in wire_names(model).items():
        constraints = model.constraints_of(name)
        is_nullable = "null" in constraints.types or None in constraints.values
        type_ = _in_payload(hints[name], is_nullable=is_nullable)
        keys[wire] = Required[type_] if model.model_fields[name].is_required() else type_
    options = {"extra_items": Any} if model.model_config.get("extra") == "allow" else {}
    class_: Any = TypedDict(f"{model.__name__}{_SUFFIX}", keys, total=False, **options)  # type: ignore[misc]
    class_.__module__, class_.__doc__ = model.__module__, model.__doc__
    return class_


def _in_payload(hint: Any, *, is_nullable: bool = True) -> Any:
    """Return the payload's type for a model's type hint."""
    if isinstance(hint, type) and issubclass(hint, ObjectModel):
        return typed_dict(hint)
    if get_origin(hint) is Annotated and get_args(hint)[0] is SecretStr:
        return str
    if get_origin(hint) is list:
        return list[_in_payload(*get_args(hint))]  # type: ignore[misc]
    if get_origin(hint) in (Union, UnionType):
        members = (each for each in get_args(hint) if is_nullable or each is not type(None))
        return Union[tuple(map(_in_payload, members))]  # noqa: UP007 - the members are not known before
    return next((type_ for leaf, type_ in _LEAVES if hint == leaf), hint)

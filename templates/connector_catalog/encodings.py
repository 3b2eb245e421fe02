"""Natural Python values for strings that encode something else.

The constructor of a model takes the natural value and stores the string that the API takes; a payload must have the
string.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Secret, SecretStr
from pydantic_core import PydanticCustomError

from .nesting import is_too_deep
from .secret_references import is_reference
from .string_values import json_text, list_text, text_of
from .value_constraints import ValueConstraints

_NOT_LISTED = (list, str, bytes, bytearray, memoryview)
"""Sequences that are not made lists: lists themselves, text and bytes."""


def _string(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    return value


def _boolean_string(value: Any) -> Any:
    if _string(value) not in ("true", "false"):
        raise PydanticCustomError("literal_error", "{expected}", {"expected": "'true' or 'false'"})
    return value


def _reference(value: Any) -> Any:
    if not is_reference(value.get_secret_value() if isinstance(value, SecretStr) else value):
        raise PydanticCustomError("reference", "Input should be a reference to a secret")
    return value


EncodedBoolean = Annotated[bool | str, BeforeValidator(_boolean_string)]
EncodedOpenBoolean = Annotated[bool | str, BeforeValidator(_string)]
EncodedInteger = Annotated[int | str, BeforeValidator(_string)]
EncodedDateTime = Annotated[datetime.datetime | datetime.date | str, BeforeValidator(_string)]
EncodedDate = Annotated[datetime.date | str, BeforeValidator(_string)]
EncodedList = Annotated[list[Any] | str, BeforeValidator(_string)]
EncodedJson = Annotated[list[Any] | dict[str, Any] | str, BeforeValidator(_string)]
SecretObject = Secret[dict[str, Any]]
SecretReference = Annotated[SecretStr, BeforeValidator(_reference)]


def encoded(value: Any, constraints: ValueConstraints) -> Any:
    """Return the string that the API takes for a natural Python value, a list for a sequence, other values as is."""
    value = list(value) if isinstance(value, Sequence) and not isinstance(value, _NOT_LISTED) else value
    encoding = constraints.format or constraints.encoding
    types, encode = _ENCODERS.get(encoding, ((), None))
    if encode is None or not isinstance(value, types) or (isinstance(value, bool) and encoding != "boolean"):
        return value
    if is_too_deep(value):
        # The model refuses it.
        return value
    return encode(value, constraints.separator)


def _date_time(value: datetime.date) -> str:
    """Return a date and time in UTC: a date is its midnight, a time without an offset is in UTC."""
    if not isinstance(value, datetime.datetime):
        return f"{value.isoformat()}T00:00:00Z"
    aware = value if value.tzinfo is not None else value.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


_ENCODERS: dict[str, tuple[tuple[type, ...], Callable[[Any, str], str]]] = {
    "boolean": ((bool,), lambda value, _: text_of(value)),
    "date": ((datetime.date,), lambda value, _: value.isoformat()[:10]),
    "date-time": ((datetime.date,), lambda value, _: _date_time(value)),
    "integer": ((int,), lambda value, _: text_of(value)),
    "json": ((list, dict), lambda value, _: json_text(value)),
    "list": ((list,), list_text),
}

"""Natural Python values for strings that carry something else.

The constructor of a model takes the natural value and stores the string that the API wants; a payload must hold
the string.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, Secret
from pydantic_core import PydanticCustomError

from .value_constraints import ValueConstraints


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    return value


def _boolean_text(value: Any) -> Any:
    if _text(value) not in ("true", "false"):
        raise PydanticCustomError("literal_error", "Input should be 'true' or 'false'")
    return value


BooleanText = Annotated[bool | str, BeforeValidator(_boolean_text)]
IntegerText = Annotated[int | str, BeforeValidator(_text)]
DateTimeText = Annotated[datetime.datetime | datetime.date | str, BeforeValidator(_text)]
DateText = Annotated[datetime.date | str, BeforeValidator(_text)]
ListText = Annotated[list[Any] | str, BeforeValidator(_text)]
JsonText = Annotated[list[Any] | dict[str, Any] | str, BeforeValidator(_text)]
SecretObject = Secret[dict[str, Any]]


def encoded(value: Any, constraints: ValueConstraints) -> Any:
    """Return the string that the API takes for a natural Python value; other values as they are."""
    encoding = constraints.format or constraints.encoding
    types, encode = _ENCODERS.get(encoding, ((), None))
    if encode is None or not isinstance(value, types) or (isinstance(value, bool) and encoding != "boolean"):
        return value
    return encode(value, constraints.separator)


def _instant(value: datetime.date) -> str:
    """RFC 3339 in UTC: a date is its midnight, a time without an offset is taken as UTC."""
    if not isinstance(value, datetime.datetime):
        return f"{value.isoformat()}T00:00:00Z"
    aware = value if value.tzinfo is not None else value.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


_ENCODERS: dict[str, tuple[tuple[type, ...], Callable[[Any, str], str]]] = {
    "boolean": ((bool,), lambda value, _: "true" if value else "false"),
    "date": ((datetime.date,), lambda value, _: value.isoformat()[:10]),
    "date-time": ((datetime.date,), lambda value, _: _instant(value)),
    "integer": ((int,), lambda value, _: str(value)),
    "json": ((list, dict), lambda value, _: json.dumps(value, separators=(",", ":"))),
    "list": ((list, tuple), lambda value, separator: separator.join(str(each) for each in value)),
}

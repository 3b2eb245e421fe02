"""Values as requests take them: responses spell some in other ways. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..constraints import is_among
from ..diff.canonical import canonical, decoded
from ..diff.property_info import PropertyInfo
from ..string_values import boolean_in, json_text, list_text, number_in, text_of
from ..value_constraints import ValueConstraints


def spelled(value: Any, constraints: ValueConstraints, info: PropertyInfo) -> Any:
    """Return an equal value that a request accepts, such as 3306 for ``"3306"``, or else the value itself."""
    if constraints.values:
        value = listed(value, constraints.values, info)
    if constraints.fault(value) is None:
        return value
    return next((each for each in _others(value, info) if constraints.fault(each) is None), value)


def listed(value: Any, values: Sequence[Any], info: PropertyInfo) -> Any:
    """Return the listed value of which a value is another spelling, or else the value itself."""
    if is_among(value, values):
        return value
    listed_info = replace(info, enum=info.enum or tuple(values))
    form = canonical(value, listed_info)
    return next((each for each in values if canonical(each, listed_info) == form), value)


def _others(value: Any, info: PropertyInfo) -> Iterator[Any]:
    if isinstance(value, str):
        yield from (each for each in (boolean_in(value), number_in(value)) if each is not None)
        yield from times(value)
        yield decoded(value, info)
    elif isinstance(value, bool):
        yield text_of(value)
    elif isinstance(value, int | float):
        yield from (text_of(value), [value], [text_of(value)])
    elif isinstance(value, list | dict):
        if info.string_encoding == "list" and isinstance(value, list):
            yield list_text(value, info.separator)
        yield json_text(value)


def times(text: str) -> Iterator[str]:
    """Yield other spellings of a time; a time without offset is in UTC."""
    try:
        read = datetime.fromisoformat(text)
        time = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return
    seconds = time.replace(tzinfo=None).isoformat(timespec="seconds")
    if not time.microsecond:
        yield from (f"{seconds}Z", seconds, seconds.replace("T", " "))
        if seconds.endswith("T00:00:00"):
            yield seconds[:10]
    for timespec in ("milliseconds", "microseconds"):
        if timespec == "microseconds" or not time.microsecond % 1000:
            yield f"{time.replace(tzinfo=None).isoformat(timespec=timespec)}Z"

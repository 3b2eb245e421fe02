"""Values as requests take them: responses spell some in other ways. Needs the standard library only."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..constraints import is_among
from ..diff.canonical import canonical, decoded
from ..diff.property_info import PropertyInfo
from ..value_constraints import ValueConstraints


def spelled(value: Any, constraints: ValueConstraints, info: PropertyInfo) -> Any:
    """Return an equal value that a request accepts, such as 3306 for ``"3306"``; the value itself if there is none."""
    if constraints.values and not is_among(value, constraints.values):
        meant = canonical(value, info)
        value = next((each for each in constraints.values if canonical(each, info) == meant), value)
    if constraints.fault(value) is None:
        return value
    return next((each for each in _others(value, constraints, info) if constraints.fault(each) is None), value)


def _others(value: Any, constraints: ValueConstraints, info: PropertyInfo) -> Iterator[Any]:
    if isinstance(value, str):
        yield from _parsed(value.strip())
        if constraints.format == "date-time" and "T" not in value:
            yield f"{value}T00:00:00Z"
        yield decoded(value, info)
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, int | float):
        yield str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        yield [value]
        yield [str(value)]
    elif isinstance(value, list | dict):
        if info.string_encoding == "list" and isinstance(value, list):
            yield (info.separator or ",").join(map(str, value))
        yield json.dumps(value, separators=(",", ":"))


def _parsed(text: str) -> Iterator[Any]:
    if text.lower() in ("true", "false"):
        yield text.lower() == "true"
    # A string of thousands of digits is no number.
    with suppress(ValueError):
        yield int(text)
    with suppress(ValueError):
        number = float(text)
        if math.isfinite(number):
            yield number

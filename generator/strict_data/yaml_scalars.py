"""The values of YAML scalars: the core schema of YAML 1.2, so that ``no`` and ``2026-05-01`` are strings."""

from __future__ import annotations

import math
import re
from typing import Any

from generator.strict_data.fault import DataError, too_many_digits
from templates.connector_catalog.bounds import Bounds

CODE = "not-yaml"
TAG = "tag:yaml.org,2002:"
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TYPES: dict[str, tuple[type, ...]] = {
    f"{TAG}null": (type(None),),
    f"{TAG}bool": (bool,),
    f"{TAG}int": (int,),
    f"{TAG}float": (int, float),
}
_FIRST = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def plain_value(text: str, bounds: Bounds) -> Any:
    """Return the value of a scalar without quotes and tag; raise a ``DataError`` for a number that is refused."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _FIRST:
        return text
    is_integer = _INTEGER.fullmatch(text) is not None
    if not is_integer and _NUMBER.fullmatch(text) is None:
        if _NOT_FINITE.fullmatch(text) is not None:
            raise DataError(CODE, "", "expected a finite number")
        return text
    if len(text) > bounds.digits:
        raise too_many_digits("", bounds.digits)
    if is_integer:
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    value = float(text)
    if not math.isfinite(value):
        raise DataError(CODE, "", "expected a finite number")
    return value


def tagged_value(tag: str, text: str, bounds: Bounds) -> Any:
    """Return the value of a scalar with a tag; raise a ``DataError`` for another tag than the core schema's."""
    if tag in ("!", f"{TAG}str"):
        return text
    value = plain_value(text, bounds)
    types = _TYPES.get(tag)
    if types is None:
        raise DataError(CODE, "", f"unsupported tag {tag[:80]!r}; expected one of the core schema")
    if type(value) not in types:
        raise DataError(CODE, "", f"the value does not match its tag {tag[:80]!r}")
    try:
        return float(value) if float in types else value
    except OverflowError:
        raise DataError(CODE, "", "expected a finite number") from None

"""Parses JSON strictly: RFC 8259 without duplicate keys, numbers out of range and lone surrogates."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from generator.strict_data.fault import DataError, duplicate_key, too_deep, too_many_digits
from generator.strict_data.pointer import pointer
from templates.connector_catalog.bounds import DOCUMENT, Bounds

_CODE = "not-json"
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_CONTAINERS = (dict, list)
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


def parse_json(text: str, bounds: Bounds = DOCUMENT) -> Any:
    """Return the value of a JSON text.

    Raises:
        DataError: ``not-json``, ``duplicate-key`` or ``too-large``, with the line and column or a JSON pointer.
    """
    _check_size(text, bounds)
    hooks = _Hooks(bounds)
    try:
        value = json.loads(
            text,
            object_pairs_hook=hooks.object_,
            parse_int=hooks.integer,
            parse_float=hooks.number,
            parse_constant=hooks.constant,
        )
    except json.JSONDecodeError as fault:
        message = fault.msg.removesuffix(" starting at").removesuffix(" at")
        raise DataError(_CODE, f"line {fault.lineno}, column {fault.colno}", f"invalid JSON: {message}") from None
    except RecursionError:
        raise too_deep("", bounds.depth) from None
    if hooks.has_faults or _ESCAPED_SURROGATE.search(text) is not None:
        _raise_first_fault(value)
    _check_depth(value, bounds)
    return value


class _Placeholder:
    """Stands for a refused part of a value, so that its place can be found."""

    def __init__(self, fault: DataError) -> None:
        self.fault = fault


class _Hooks:
    """The hooks that the parser calls for objects and numbers."""

    def __init__(self, bounds: Bounds) -> None:
        self._digits = bounds.digits
        self.has_faults = False

    def object_(self, pairs: list[tuple[str, Any]]) -> Any:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        duplicate = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        return self._refused(duplicate_key("", duplicate))

    def integer(self, text: str) -> Any:
        if len(text) > self._digits:
            return self._refused(too_many_digits("", self._digits))
        return int(text)

    def number(self, text: str) -> Any:
        if len(text) > self._digits:
            return self._refused(too_many_digits("", self._digits))
        value = float(text)
        return value if math.isfinite(value) else self.constant("")

    def constant(self, _: str) -> Any:
        return self._refused(DataError(_CODE, "", "invalid JSON: expected a finite number"))

    def _refused(self, fault: DataError) -> _Placeholder:
        self.has_faults = True
        return _Placeholder(fault)


def _check_size(text: str, bounds: Bounds) -> None:
    """Refuse a text of too many values before they take memory."""
    # The first count is fast, and too high where strings have brackets and commas.
    if _exceeds(text, bounds) and _exceeds(_STRING.sub("", text), bounds):
        message = f"more than {bounds.nodes:,} values, or {bounds.containers:,} objects and arrays"
        raise DataError("too-large", "", message)


def _exceeds(text: str, bounds: Bounds) -> bool:
    """Return whether a text has too many brackets or commas."""
    containers = text.count("{") + text.count("[")
    return containers > bounds.containers or containers + text.count(",") > bounds.nodes


def _check_depth(value: Any, bounds: Bounds) -> None:
    level, depth = [value] if type(value) in _CONTAINERS else [], 0
    while level:
        depth += 1
        if depth > bounds.depth:
            raise too_deep("", bounds.depth)
        next_level: list[Any] = []
        for container in level:
            members = container.values() if type(container) is dict else container
            next_level += [member for member in members if type(member) in _CONTAINERS]
        level = next_level


def _raise_first_fault(value: Any) -> None:
    """Raise the first fault in a value, with its place."""
    for place, part in _walk(value):
        if isinstance(part, _Placeholder):
            raise DataError(part.fault.code, place, str(part.fault))
        keys = part if isinstance(part, dict) else (part,)
        if any(isinstance(key, str) and _has_surrogate(key) for key in keys):
            raise DataError(_CODE, place, "invalid JSON: a string has a surrogate without its other half")


def _walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every value with its JSON pointer, in the order of the text."""
    stack = [("", value)]
    while stack:
        place, part = stack.pop()
        yield place, part
        members: Iterable[tuple[str | int, Any]] = ()
        if isinstance(part, dict):
            members = part.items()
        elif isinstance(part, list):
            members = enumerate(part)
        stack += reversed([(place + _step(key), member) for key, member in members])


def _step(key: str | int) -> str:
    """Return the last part of a member's pointer, short and without surrogates."""
    return pointer(str(key)[:80]).encode("utf-8", "replace").decode()


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False

"""Accepts most valid lines at once; all others are validated in full.

A line that is accepted has no problems. One that is not accepted may still be valid.
"""

from __future__ import annotations

import json
from typing import Any

from ..bounds import PAYLOADS
from ..problems import Problem
from ..request_checker import RequestChecker, checker_of
from .choosing import choose, is_too_deep, named_by
from .finding import BadInputError, Settings
from .json_reading import parse, refuse_constant


class LineChecker:
    """Checks lines; only requests that create and that name their connector can be accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._usable = settings.type is None and settings.action == "create"
        self._decode = json.JSONDecoder(parse_constant=refuse_constant).raw_decode
        self._checkers: dict[tuple[str, str], RequestChecker] = {}

    def accepts(self, text: str) -> bool:
        """Return whether a line is known to be a valid request."""
        if not self._usable:
            return False
        try:
            request, end = self._decode(text)
        except (ValueError, RecursionError):
            return False
        if type(request) is not dict or (end != len(text) and text[end:].strip(" \t\r")):
            return False
        checker = self._checker_of(request)
        if checker is None or not checker.accepts(request, self._settings.unknown, warnings=True):
            return False
        return _is_plain(text, request)

    def _checker_of(self, request: dict[str, Any]) -> RequestChecker | None:
        found = named_by(request, self._settings.vendor)
        if found is None:
            return None
        vendor, shape = found
        id_ = shape.id_of(request)
        if type(id_) is not str:
            return None
        try:
            return self._checkers[vendor.name, id_]
        except KeyError:
            entry = choose(request, self._settings)
        if isinstance(entry, Problem):
            # Not kept, because the number of wrong ids is unlimited.
            return None
        checker = self._checkers[vendor.name, id_] = checker_of(entry)
        return checker


def _is_plain(text: str, request: dict[str, Any]) -> bool:
    """Return whether a text has no duplicate key and is not nested too deeply."""
    names = len(request) + sum(len(value) for value in request.values() if type(value) is dict)
    # Each name has a colon. Further colons are in deeper objects or in strings.
    colons = text.count(":")
    if colons != names:
        if is_too_deep(request):
            return False
        if colons != _names_in(request):
            try:
                return not parse(text).repeats
            except BadInputError:
                return False
    return text.count("{") + text.count("[") <= PAYLOADS.depth or not is_too_deep(request)


def _names_in(value: Any) -> int:
    """Return the number of names in a value, at all levels."""
    if type(value) is dict:
        return len(value) + sum(map(_names_in, value.values()))
    return sum(map(_names_in, value)) if type(value) is list else 0

"""Accepts most valid lines at once; all others are validated in full.

A line that is accepted has no problems. One that is not accepted may still be valid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ..advice import may_have_text_advice
from ..paths import NOT_GIVEN, value_at
from ..placeholders import SIGNS, has_sign
from ..problems import Problem
from ..request_checker import RequestChecker, checker_of
from ..request_naming import shapes_of
from ..shapes import RequestShape
from .choosing import choose
from .finding import BadInputError, Settings
from .json_reading import parse, refuse_constant


class _Kind(NamedTuple):
    """A kind of request: its shape, and the checkers of its connectors by the ids that requests have."""

    shape: RequestShape
    checkers: dict[str, RequestChecker]
    first: str  # A name that each of these requests has at its top.
    paths: tuple[str, ...]  # The fields by which it is recognised; none where the first name alone is the id.


class LineChecker:
    """Checks lines; only requests that create and that name their connector can be accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._usable = settings.type is None and settings.action == "create" and not settings.since
        self._decode = json.JSONDecoder(parse_constant=refuse_constant).raw_decode
        self._kinds = [self._kind(shape) for _, shape in shapes_of(settings.vendor)]

    def accepts(self, text: str, signs: tuple[str, ...] = SIGNS) -> bool:
        """Return whether a line is known to be a valid request, given the signs of placeholders that it may have."""
        if not self._usable:
            return False
        try:
            request, end = self._decode(text)
        except (ValueError, RecursionError):
            return False
        if type(request) is not dict or (end != len(text) and text[end:].strip(" \t\r")):
            return False
        checker = self._checker_of(request)
        return (
            checker is not None
            and checker.accepts_request(request)
            and not (signs and has_sign(text, signs) and may_have_text_advice(request))
            and _has_no_duplicate_key(text, request)
        )

    def _kind(self, shape: RequestShape) -> _Kind:
        paths = shape.recognised_by if self._settings.vendor is None else (shape.id_field,)
        first = paths[0].partition(".")[0]
        return _Kind(shape, {}, first, () if paths == (first,) == (shape.id_field,) else paths)

    def _checker_of(self, request: dict[str, Any]) -> RequestChecker | None:
        for shape, checkers, first, paths in self._kinds:
            if first in request and (not paths or NOT_GIVEN not in [value_at(path, request) for path in paths]):
                id_ = value_at(shape.id_field, request) if paths else request[first]
                if type(id_) is not str:
                    return None
                return checkers.get(id_) or self._new_checker(request, checkers, id_)
        return None

    def _new_checker(
        self, request: dict[str, Any], checkers: dict[str, RequestChecker], id_: str
    ) -> RequestChecker | None:
        entry = choose(request, self._settings)
        if isinstance(entry, Problem):
            # Not kept, because the number of wrong ids is unlimited.
            return None
        checkers[id_] = checker_of(entry)
        return checkers[id_]


def _has_no_duplicate_key(text: str, request: dict[str, Any]) -> bool:
    """Return whether no object in a text has a key twice, given the request in it, which is not nested too deeply."""
    names = len(request) + _names_in(request.values())
    # Each name has a colon, and none but those in strings has anything else before it than a quotation mark or a space.
    if text.count(":") == names or (text.count('":') == names and _SPACED.search(text) is None):
        return True
    try:
        return not parse(text).repeats
    except BadInputError:
        return False


_SPACED = re.compile(r"[ \t\r]:")


def _names_in(values: Iterable[Any]) -> int:
    """Return the number of names in the objects among some values, at all levels."""
    count = 0
    for each in values:
        if type(each) is dict:
            count += len(each) + _names_in(each.values())
        elif type(each) is list and each:
            count += _names_in(each)
    return count

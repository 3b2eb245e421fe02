"""Says of most valid lines that they are valid, and says so fast; all others get the whole work.

What is accepted here has no problem by the package's own ``validate`` either; a test draws lines to hold that. What is
not accepted here may well be valid.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

from ..problems import Problem
from ..registry import ENVELOPES, Entry
from ..registry import envelope as properties_of
from ..requests import IGNORED, places_of
from ..validation import validator_of
from .checking import is_too_deep
from .choosing import choose, vendor_of
from .finding import MAX_DEPTH, BadInputError, Settings
from .json_reading import parse, refuse_constant


class Quick:
    """Looks at lines.

    Args:
        settings: Only requests that create and that say for which connector they are can be accepted here.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._usable = settings.type is None and settings.action == "create"
        self._decode = json.JSONDecoder(parse_constant=refuse_constant).raw_decode
        self._checks: dict[tuple[str, str], Check] = {}

    def accepts(self, text: str) -> bool:
        """Whether a line is known to hold a valid request."""
        if not self._usable:
            return False
        try:
            request, end = self._decode(text)
        except (ValueError, RecursionError):
            return False
        if type(request) is not dict or (end != len(text) and text[end:].strip(" \t\r")):
            return False
        check = self._check_of(request)
        return check is not None and check.accepts(request) and _is_plain(text, request)

    def _check_of(self, request: dict[str, Any]) -> Check | None:
        vendor = self._settings.vendor or vendor_of(request)
        id_ = request.get(ENVELOPES[vendor].type_key) if vendor is not None else None
        if type(id_) is not str or vendor is None:
            return None
        try:
            return self._checks[vendor, id_]
        except KeyError:
            entry = choose(request, self._settings)
        if isinstance(entry, Problem):
            # Not kept, as there is no end of wrong ids.
            return None
        check = self._checks[vendor, id_] = Check(entry, self._settings)
        return check


class Check:
    """Looks at requests for one connector.

    Args:
        entry: The connector.
        settings: What to do with unknown names.
    """

    def __init__(self, entry: Entry, settings: Settings) -> None:
        self._unknown = settings.unknown
        self._validate = validator_of(entry)
        self._first, *self._others = ENVELOPES[entry.vendor].parts
        places = places_of(entry)
        # Where a name must not stand, by part.
        self._elsewhere = {
            part: frozenset(name for name, place in places.items() if place != part)
            for part in (self._first, *self._others)
        }
        known = properties_of(entry.vendor, entry.role)
        self._refused = {name for name, each in known.items() if each.get("readOnly") or each.get("updateOnly")}
        self._known = set(known)
        self._validate_envelope = _envelope_validator(entry) if known else None

    def accepts(self, request: dict[str, Any]) -> bool:
        """Whether a request to this connector is known to be valid."""
        envelope = dict(request)
        properties = envelope.pop(self._first, None)
        if type(properties) is not dict or not self._elsewhere[self._first].isdisjoint(properties):
            return False
        for name in self._others:
            if name in envelope:
                part = envelope.pop(name)
                if type(part) is not dict or not self._elsewhere[name].isdisjoint(part):
                    return False
                properties = {**properties, **part}
        return not self._validate(properties, unknown=self._unknown) and self._accepts_envelope(envelope)

    def _accepts_envelope(self, envelope: dict[str, Any]) -> bool:
        if self._validate_envelope is None:
            return True
        for name in IGNORED:
            envelope.pop(name, None)
        names = envelope.keys()
        return (
            names <= self._known
            and names.isdisjoint(self._refused)
            and not self._validate_envelope(envelope, unknown="allow")
        )


def _envelope_validator(entry: Entry) -> Any:
    return import_module(f"..validators.{entry.vendor}.{entry.role}_request_envelope", __package__).validate


def _is_plain(text: str, request: dict[str, Any]) -> bool:
    """Whether no name stands twice in an object of a text and the text is not nested too deep."""
    names = len(request)
    for value in request.values():
        if type(value) is dict:
            names += len(value)
    # Each name has a colon. Other colons stand in strings and further down; then it must be looked at more closely.
    if text.count(":") != names:
        try:
            if parse(text).repeats:
                return False
        except BadInputError:
            return False
    return text.count("{") + text.count("[") <= MAX_DEPTH or not is_too_deep(request)

"""Accepts most valid payloads at once, by what is computed once per connector. Needs the standard library only."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from .paths import value_at, without_value
from .registry import Entry, envelope
from .requests import IGNORED, envelope_validator, places_of, shape_of


class RequestChecker:
    """Checks payloads of one connector that are meant to create; one that is not accepted may still be valid."""

    def __init__(self, entry: Entry) -> None:
        shape, places = shape_of(entry), places_of(entry)
        known = envelope(entry.vendor, entry.role)
        self._id = shape.id_in_request(entry.type)
        self._id_field = shape.id_field
        self._validate = validator_of(entry)
        self._validate_envelope = envelope_validator(entry) if known else None
        self._main = shape.main_part
        self._main_misplaced, *others = (
            frozenset(name for name, place in places.items() if place != part) for part in shape.parts
        )
        self._others = list(zip(list(shape.parts)[1:], others, strict=True))
        id_holder = shape.id_field.partition(".")[0]
        self._id_in_part = id_holder in shape.parts
        self._known = {*known, *IGNORED, id_holder}
        self._refused = {name for name, each in known.items() if each.get("readOnly") or each.get("updateOnly")}
        self._own = frozenset(places)
        self._only_in_requests = (shape.names - self._own) | IGNORED

    def accepts(self, payload: Any, unknown: str, *, warnings: bool = False) -> bool:
        """Return whether a payload, a whole request or the connector's properties alone, is known to have no problem.

        With ``warnings``, a warning is a problem too.
        """
        if type(payload) is not dict:
            return False
        if value_at(self._id_field, payload) == self._id:
            return self._accepts_request(payload, unknown, warnings)
        if not self._only_in_requests.isdisjoint(payload) or (payload and self._own.isdisjoint(payload)):
            return False
        return not self._validate(payload, unknown=unknown, warnings=warnings)

    def _accepts_request(self, request: dict[str, Any], unknown: str, warnings: bool) -> bool:
        beside = without_value(self._id_field, request) if self._id_in_part else request.copy()
        properties = beside.pop(self._main, None)
        if type(properties) is not dict or not self._main_misplaced.isdisjoint(properties):
            return False
        for name, misplaced in self._others:
            if name in beside:
                part = beside.pop(name)
                if type(part) is not dict or not misplaced.isdisjoint(part):
                    return False
                properties = {**properties, **part}
        own = self._validate(properties, unknown=unknown, warnings=warnings)
        return not own and self._accepts_envelope(beside, warnings)

    def _accepts_envelope(self, given: dict[str, Any], warnings: bool) -> bool:
        if self._validate_envelope is None:
            return True
        names = given.keys()
        if not (names <= self._known and names.isdisjoint(self._refused)):
            return False
        stated = given if names.isdisjoint(IGNORED) else {name: given[name] for name in names - IGNORED}
        return not self._validate_envelope(stated, warnings=warnings)


@cache
def checker_of(entry: Entry) -> RequestChecker:
    """Return the checker of a connector."""
    return RequestChecker(entry)


@cache
def validator_of(entry: Entry) -> Any:
    """Return the ``validate`` of the connector's own module."""
    return import_module(f"{__package__}.validators.{entry.vendor}.{entry.module}").validate

"""Accepts most valid payloads in one pass, with checks computed once per connector. Standard library only."""

from __future__ import annotations

from functools import cache
from typing import Any

from .advice import may_have_text_advice
from .entry import Entry
from .paths import value_at
from .request_acceptance import request_acceptor
from .requests import IGNORED, places_of, shape_of, validator_of


class RequestChecker:
    """Checks payloads of one connector that are meant to create; one that is not accepted may still be valid.

    Attributes:
        accepts_request: Whether a whole request that names the connector is known to have no problem of any level.
            Placeholders are not sought.
    """

    def __init__(self, entry: Entry) -> None:
        shape, self._properties = shape_of(entry), frozenset(places_of(entry))
        self.accepts_request = request_acceptor(entry)
        self._id, self._id_field = shape.id_in_request(entry.type), shape.id_field
        self._validate = validator_of(entry)
        self._only_in_requests = (shape.names - self._properties) | IGNORED

    def accepts(self, payload: Any, unknown: str, *, warnings: bool = False) -> bool:
        """Return whether a payload, a whole request or the connector's properties alone, is known to have no problem.

        With ``warnings``, a warning is a problem too.
        """
        if type(payload) is not dict:
            return False
        if value_at(self._id_field, payload) == self._id:
            return self.accepts_request(payload) and not (warnings and may_have_text_advice(payload))
        if not self._only_in_requests.isdisjoint(payload) or (payload and self._properties.isdisjoint(payload)):
            return False
        return not self._validate(payload, unknown=unknown, warnings=warnings)


@cache
def checker_of(entry: Entry) -> RequestChecker:
    """Return the checker of a connector."""
    return RequestChecker(entry)

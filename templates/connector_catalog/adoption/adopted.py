"""The result of adopting a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..problems import Problem


class Adopted(NamedTuple):
    """A connection as a request that creates it. No field ever contains a secret.

    Attributes:
        vendor: The vendor's name in the catalog; empty where the connector is not known.
        type: The id that the vendor's API takes; empty in the same case.
        name: The connection's own name in the response, or the connector's id where it has none.
        request: The request; ``None`` where the connector is not known.
        references: The references to secrets in the request, by path.
        problems: What the request lacks, as errors, and what of the response it leaves out, as warnings and notes.
    """

    vendor: str
    type: str
    name: str
    request: dict[str, Any] | None
    references: Mapping[str, str]
    problems: tuple[Problem, ...]

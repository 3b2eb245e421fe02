"""What is converted from a request."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem


@dataclass(frozen=True)
class Converted:
    """A connection as a request of another vendor. No field but the request and the name has a value of the payload.

    Attributes:
        vendor: The vendor's name in the catalog; empty where there is no request.
        role: ``source`` or ``destination``; empty in the same case.
        type: The id that the vendor's API takes; empty in the same case.
        name: The connection's own name, or the connector's id where it has none.
        request: The request that creates the connection, with the secrets that the payload has; ``None`` where the
            payload names no connector, or the vendor has no connector of its system.
        gaps: What could not be carried over, by its path in the payload: errors where there is no request, else
            warnings, and notes where nothing is lost.
        problems: What ``validate`` finds in the request, by its path there; errors are what the vendor still needs.
    """

    vendor: str
    role: str
    type: str
    name: str
    request: dict[str, Any] | None = field(repr=False)
    gaps: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

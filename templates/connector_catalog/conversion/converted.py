"""The result of a conversion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem


@dataclass(frozen=True)
class Converted:
    """A request that was converted to another vendor's API. Only the request and the name have values of the payload.

    Attributes:
        vendor: The target vendor's name in the catalog; empty if there is no request.
        role: ``source`` or ``destination``; empty if there is no request.
        type: The id that the vendor's API takes; empty if there is no request.
        name: The connection's name, or the connector's id if the connection has no name.
        request: The request that creates the connection, with the secrets of the payload; ``None`` if the payload names
            no connector, or the vendor has no connector of the same system.
        gaps: The values that could not be converted, by path in the payload: errors if there is no request, else
            warnings, and notes if nothing is lost.
        problems: The problems that ``validate`` finds in the request, by path in the request.
    """

    vendor: str
    role: str
    type: str
    name: str
    request: dict[str, Any] | None = field(repr=False)
    gaps: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

"""The result of adopting a response, and what writing a request needs of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from ..problems import Problem


class Connection(Protocol):
    """A connection whose request is written."""

    @property
    def vendor(self) -> str:
        """The vendor's name in the catalog."""

    @property
    def type(self) -> str:
        """The id that the vendor's API takes."""

    @property
    def name(self) -> str:
        """The connection's own name."""

    @property
    def request(self) -> dict[str, Any] | None:
        """The request."""


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

"""A connector of the catalog. Needs the standard library only."""

from __future__ import annotations

from typing import NamedTuple, NewType

ConnectorId = NewType("ConnectorId", str)
"""An id that the catalog has, as far as a type checker knows."""


class Entry(NamedTuple):
    """A connector.

    Attributes:
        vendor: The vendor's name in the catalog, such as ``acme``.
        role: ``source`` or ``destination``.
        type: The id that the vendor's API takes.
        name: Display name.
        model: Name of the model of a request that creates; followed by ``Update``, of one that updates.
        module: Name of the module in the vendor's packages.
        steps: The steps of its setup, in order.
        absent_from: The vendor's later documents that do not have the connector any more.
    """

    vendor: str
    role: str
    type: ConnectorId
    name: str
    model: str
    module: str
    steps: tuple[str, ...]
    absent_from: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``."""
        return f"{self.vendor}/{self.role}/{self.type}"

"""Finds the model of a connector. Needs pydantic once a model is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

from connector_catalog.registry import find

if TYPE_CHECKING:
    from connector_catalog.ids import FivetranType, StitchType
    from connector_catalog.payload import Payload, Update


@overload
def get_model(vendor: Literal["fivetran"], type: FivetranType, *, action: Literal["create"] = ...) -> type[Payload]: ...
@overload
def get_model(vendor: Literal["stitch"], type: StitchType, *, action: Literal["create"] = ...) -> type[Payload]: ...
@overload
def get_model(vendor: Literal["fivetran"], type: FivetranType, *, action: Literal["update"]) -> type[Update]: ...
@overload
def get_model(vendor: Literal["stitch"], type: StitchType, *, action: Literal["update"]) -> type[Update]: ...


def get_model(vendor: str, type: str, *, action: str = "create") -> Any:
    """The model of what a request that creates, or one that changes, holds.

    Args:
        vendor: ``fivetran`` or ``stitch``.
        type: The id that the vendor's API takes.
        action: ``create`` or ``update``.

    Raises:
        UnknownConnectorError: The catalog has no such connector.
        ModuleNotFoundError: pydantic is not installed.
        ValueError: ``action`` is something else.
    """
    if action not in ("create", "update"):
        raise ValueError("action must be 'create' or 'update'")
    entry = find(vendor, type)
    name = entry.model if action == "create" else f"{entry.model}Update"
    return getattr(import_module(f"connector_catalog.{entry.vendor}"), name)

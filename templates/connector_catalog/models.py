"""Finds the model of a connector. Needs pydantic once a model is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .registry import find


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
    return getattr(import_module(f"{__package__}.{entry.vendor}"), name)

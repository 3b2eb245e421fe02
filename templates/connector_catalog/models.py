"""Finds the model of a connector. Needs pydantic as soon as a model is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .registry import find


def get_model(vendor: str, type: str, *, action: str = "create") -> Any:
    """Return the model of a connector's properties, for requests that create or for requests that update.

    Args:
        vendor: The vendor's name in the catalog.
        type: The id that the vendor's API takes.
        action: ``create`` or ``update``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
        ModuleNotFoundError: pydantic is not installed.
        ValueError: ``action`` has another value.
    """
    if action not in ("create", "update"):
        raise ValueError("action must be 'create' or 'update'")
    entry = find(vendor, type)
    name = entry.model if action == "create" else f"{entry.model}Update"
    return getattr(import_module(f"{__package__}.{entry.vendor}"), name)

"""The version of the package."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the installed version; ``0`` if the package is not installed."""
    try:
        return metadata.version("connector-catalog")
    except metadata.PackageNotFoundError:
        return "0"

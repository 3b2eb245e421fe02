"""Which version of the package this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """The version that is installed; ``0`` where the package is used from its folder."""
    try:
        return metadata.version("connector-catalog")
    except metadata.PackageNotFoundError:
        return "0"

"""Facts about the build of the package: its version, the version of its data, and its base URL."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

_DISTRIBUTION = "connector-catalog"


@cache
def _built() -> dict[str, Any]:
    """Return the contents of ``build.json``; empty if there is no such file."""
    try:
        built = json.loads(resources.files(__package__).joinpath("build.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return built if isinstance(built, dict) else {}


def setting(name: str) -> str:
    """Return a text that the build states, such as ``baseUrl``; empty if it does not."""
    value = _built().get(name, "")
    return value if isinstance(value, str) else ""


def __getattr__(name: str) -> str:
    if name == "data_version":
        return setting("dataVersion") or "0"
    if name == "__version__":
        # Imported here: it takes longer than everything else in this module.
        from importlib import metadata  # noqa: PLC0415

        try:
            return metadata.version(_DISTRIBUTION)
        except metadata.PackageNotFoundError:
            return "0"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

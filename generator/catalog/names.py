"""Loads the display names of the connectors that have no name in their documents."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_mapping

_CODE = "names-format"


def load_names(path: Path, diagnostics: Diagnostics) -> dict[str, str]:
    """Load names by id from a YAML file; a missing file gives none, a malformed entry is an error."""
    if not path.is_file():
        return {}
    data = load_mapping(path, _CODE, "from ids to names", diagnostics)
    names = {}
    for type_, name in data.items():
        if isinstance(name, str) and name.strip():
            names[type_] = name
        else:
            diagnostics.error(_CODE, path.name, f"{type_}: expected a name, got {name!r}")
    return names

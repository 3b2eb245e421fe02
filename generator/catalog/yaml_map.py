"""Reads the tables that people write: YAML files that hold one map each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostics

# The parser in C is ten times as fast, and gives the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_map(path: Path, code: str, expected: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """The map in a YAML file; empty, with an error, where the file cannot be read or holds something else.

    Args:
        path: The file.
        code: Code of the error.
        expected: What the map leads from and to, for the message.
        diagnostics: Where the error goes.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        diagnostics.error(code, path.name, f"the file cannot be read as YAML: {fault}")
        return {}
    if not isinstance(data, dict):
        diagnostics.error(code, path.name, f"the file is not a map {expected}")
        return {}
    return {str(key): value for key, value in data.items()}

"""Reads the tables that people write: YAML files that hold one map each."""

from __future__ import annotations

from collections import Counter
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
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_LOADER)
        twice = _key_twice(text)
    except (OSError, ValueError, yaml.YAMLError) as fault:
        diagnostics.error(code, path.name, f"the file cannot be read as YAML: {fault}")
        return {}
    if not isinstance(data, dict):
        diagnostics.error(code, path.name, f"the file is not a map {expected}")
        return {}
    if twice:
        diagnostics.error(code, path.name, f"the key {twice} stands twice")
    return {str(key): value for key, value in data.items()}


def _key_twice(text: str) -> str:
    """A key at the top of the map that stands twice; empty where there is none. The parser would take the last one."""
    root = yaml.compose(text, Loader=_LOADER)
    keys = [str(key.value) for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []
    return next((key for key, count in Counter(keys).items() if count > 1), "")

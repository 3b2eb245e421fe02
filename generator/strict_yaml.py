"""The one loader of the YAML files that people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostics


# The loader in C is ten times as fast; where PyYAML comes without it, the other gives the same.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe tags only; a key that occurs twice in a mapping is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        for number, key in enumerate(keys):
            if key in keys[:number]:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", node.start_mark)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def load_yaml(path: Path, code: str, diagnostics: Diagnostics) -> Any:
    """Return the value of a YAML file, or ``None`` with an error where the file cannot be read.

    Args:
        path: The file.
        code: Code of the error.
        diagnostics: Where the error goes.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # it is a safe loader
    except (OSError, ValueError, TypeError, yaml.YAMLError) as fault:
        diagnostics.error(code, path.name, f"invalid YAML: {fault}")
        return None


def load_mapping(path: Path, code: str, expected: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """Return the mapping in a YAML file; empty, with an error, where the file holds something else.

    Args:
        path: The file.
        code: Code of the error.
        expected: What the keys and values are, for the message.
        diagnostics: Where the error goes.
    """
    before = len(diagnostics)
    data = load_yaml(path, code, diagnostics)
    if isinstance(data, dict):
        return {str(key): value for key, value in data.items()}
    if len(diagnostics) == before:
        diagnostics.error(code, path.name, f"expected a mapping {expected}")
    return {}

"""The one loader of the YAML files that people write."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostics

_MERGE = "tag:yaml.org,2002:merge"


# The loader in C is ten times as fast. Where PyYAML comes without it, the other one returns the same values.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe tags only; a duplicate key is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = None if key_node.tag == _MERGE else self.construct_object(key_node, deep=True)
            if key is not None and isinstance(key, Hashable):
                if key in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", key_node.start_mark)
                seen.add(key)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def load_yaml(path: Path, code: str, diagnostics: Diagnostics) -> Any:
    """Return the value of a YAML file; ``None``, with an error of this code, where it cannot be read."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # it is a safe loader
    except yaml.MarkedYAMLError as fault:
        line = f" (line {fault.problem_mark.line + 1})" if fault.problem_mark is not None else ""
        diagnostics.error(code, path.name, f"invalid YAML: {fault.problem}{line}")
    except (OSError, ValueError, yaml.YAMLError) as fault:
        diagnostics.error(code, path.name, f"invalid YAML: {' '.join(str(fault).split())}")
    return None


def load_mapping(path: Path, code: str, expected: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """Return the mapping in a YAML file; empty, with an error that names what is expected, for another value."""
    before = len(diagnostics)
    data = load_yaml(path, code, diagnostics)
    if isinstance(data, dict):
        return {str(key): value for key, value in data.items()}
    if len(diagnostics) == before:
        diagnostics.error(code, path.name, f"expected a mapping {expected}")
    return {}

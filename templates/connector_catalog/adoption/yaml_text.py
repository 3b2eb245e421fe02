"""Adopted connections as YAML, which needs PyYAML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from ..yaml_scalars import is_plain
from .adopted import Connection


def yaml_text(connections: Sequence[Connection]) -> str:
    """Return a document for each request.

    Raises:
        ModuleNotFoundError: PyYAML is not installed.
    """
    yaml = import_module("yaml")
    texts = [
        yaml.dump(each.request, Dumper=_dumper(), sort_keys=False, width=float("inf"), default_flow_style=False)
        for each in connections
    ]
    return "---\n".join(texts)


@cache
def _dumper() -> Any:
    yaml = import_module("yaml")

    class Dumper(yaml.SafeDumper):  # type: ignore[misc, name-defined] # PyYAML has no types
        """Quotes every string that a reader of any version could take for something else."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    def represent(dumper: Any, text: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if is_plain(text) else '"')

    Dumper.add_representer(str, represent)
    return Dumper

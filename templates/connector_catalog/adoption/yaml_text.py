"""Adopted connections as YAML, which needs PyYAML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from .adopted import Connection

# What YAML 1.1 and 1.2 both read as a string without quotes.
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./@+]*(?:[ -]+[A-Za-z0-9_./@+]+)*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"})


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
        is_plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if is_plain else '"')

    Dumper.add_representer(str, represent)
    return Dumper

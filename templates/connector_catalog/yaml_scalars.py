"""Strings in YAML. Needs the standard library only.

The configuration builder has the same rule (``templates/builder/src/outputs/yaml.ts``).
"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./@+]*(?:[ -]+[A-Za-z0-9_./@+]+)*")
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))


def is_plain(text: str) -> bool:
    """Return whether YAML 1.1 and 1.2 both read a text without quotes as that string, in a flow collection, too."""
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS

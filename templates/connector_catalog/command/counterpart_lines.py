"""Describes the counterparts of a connector and its properties at other vendors."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Any

from ..escaping import shown
from ..wording import join_and, join_or

_WIDTH = 80


def text_of_system(described: Mapping[str, Any]) -> str:
    """Return the system of a connector and its connectors at other vendors; empty if it has no system."""
    system = described.get("system")
    if system is None:
        return ""
    others = [
        f"{vendor} {', '.join(ids)}" for vendor, ids in system["connectors"].items() if vendor != described["vendor"]
    ]
    text = f"System {shown(system['title'])}{': ' if others else ''}{'; '.join(others)}"
    lines = textwrap.wrap(text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return "".join(f"{line}\n" for line in lines)


def counterparts_of(described: Mapping[str, Any]) -> Callable[[str], str]:
    """Return a function from the path of a property in its system to a sentence with its names at other vendors."""
    known = described.get("system", {}).get("properties", {})

    def sentence(path: str) -> str:
        vendors: dict[str, list[str]] = {}
        for vendor, paths in known.get(path, {}).items():
            vendors.setdefault(join_or(paths), []).append(vendor)
        called = [f"{name} at {join_and(those)}" for name, those in vendors.items()]
        return f"Called {', '.join(called)}." if called else ""

    return sentence

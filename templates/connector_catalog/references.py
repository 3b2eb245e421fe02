"""Pages and anchors of the Markdown reference. Needs the standard library only."""

from __future__ import annotations

import re

PROBLEMS = "problems.md"
"""The page about the codes of problems; a code is its own anchor."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def page_of(key: str) -> str:
    """Return the page of a connector, by its key ``<vendor>/<role>/<type>``."""
    return f"{key}.md"


def anchor_of(step: str, path: str) -> str:
    """Return the anchor of a step's property by its dotted path: letters, digits, dots, hyphens and underscores.

    The name of a variant, which is in brackets, is one more part of the path.
    """
    return _UNSAFE.sub("-", f"{step}-{path.replace('[', '.').replace(']', '')}")

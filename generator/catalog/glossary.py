"""Descriptions in this project's own words, by property name and scope."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_mapping

_CODE = "glossary-format"
_BRACES = re.compile(r"[{}]")

PLACEHOLDER = "{name}"
"""The placeholder for the connector's name, the only one that a sentence may contain."""

SYSTEM = "system"
"""The prefix of a system's scope: ``system/<system>``."""


@dataclasses.dataclass(frozen=True)
class Glossary:
    """Sentences by property name or path: one for all connectors, or one per scope."""

    entries: Mapping[str, str | Mapping[str, str]] = dataclasses.field(default_factory=dict)

    def find(self, key: str, scopes: Iterable[str]) -> str | None:
        """Return the sentence of the first scope that the entry has, or ``None``."""
        entry = self.entries.get(key)
        if entry is None or isinstance(entry, str):
            return entry
        return next((entry[scope] for scope in scopes if scope in entry), None)

    def has(self, key: str, scopes: Iterable[str]) -> bool:
        """Return whether an entry has a sentence for one of these scopes, not only one for all connectors."""
        entry = self.entries.get(key)
        return entry is not None and not isinstance(entry, str) and any(scope in entry for scope in scopes)

    def systems(self) -> dict[str, list[str]]:
        """Return the keys of the entries by the system that one of their scopes names."""
        keys: dict[str, list[str]] = {}
        for key, entry in self.entries.items():
            for scope in entry if not isinstance(entry, str) else ():
                kind, _, name = scope.partition("/")
                if kind == SYSTEM:
                    keys.setdefault(name, []).append(key)
        return keys

    def unused(self, used: set[str]) -> list[str]:
        """Return the keys that are not among the used ones."""
        return sorted(set(self.entries) - used)


def load_glossary(path: Path, diagnostics: Diagnostics) -> Glossary:
    """Return the glossary in a YAML file; an entry that is not a sentence is an error."""
    entries = {}
    for key, entry in load_mapping(path, _CODE, "from names to sentences", diagnostics).items():
        texts = list(entry.values()) if isinstance(entry, dict) else [entry]
        fault = next(filter(None, map(_fault, texts)), "") if texts else "expected a sentence, got none"
        if fault:
            diagnostics.error(_CODE, _place(path, key), f"{key}: {fault}")
        else:
            entries[key] = entry
    return Glossary(entries)


def _fault(text: Any) -> str:
    """Return the fault of a sentence, or an empty string."""
    if not isinstance(text, str) or not text.endswith("."):
        return f"expected a sentence that ends with a full stop, got {str(text)[:60]!r}"
    others = _BRACES.search(text.replace(PLACEHOLDER, ""))
    return f"expected a sentence without placeholders other than {PLACEHOLDER}, got {text[:60]!r}" if others else ""


def _place(path: Path, key: str) -> str:
    """Return the file, with the line of an entry where one begins with its key."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith((f"{key}:", f'"{key}":', f"'{key}':")):
            return f"{path.name}:{number}"
    return path.name

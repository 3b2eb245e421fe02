"""Descriptions in this project's own words, by property name and scope."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_mapping

_CODE = "glossary-format"


@dataclasses.dataclass(frozen=True)
class Glossary:
    """Sentences by property name or path: one for all connectors, or one per scope."""

    entries: Mapping[str, str | Mapping[str, str]] = dataclasses.field(default_factory=dict)

    def find(self, key: str, scopes: Iterable[str]) -> str | None:
        """Return the sentence of an entry in the first of some scopes that it has; ``None`` where there is none."""
        entry = self.entries.get(key)
        if entry is None or isinstance(entry, str):
            return entry
        return next((entry[scope] for scope in scopes if scope in entry), None)

    def unused(self, used: set[str]) -> list[str]:
        """Return the keys that are not among the used ones."""
        return sorted(set(self.entries) - used)


def load_glossary(path: Path, diagnostics: Diagnostics) -> Glossary:
    """Return the glossary in a YAML file; an entry that is not a sentence is an error."""
    entries = {}
    for key, entry in load_mapping(path, _CODE, "from names to sentences", diagnostics).items():
        texts = list(entry.values()) if isinstance(entry, dict) else [entry]
        faulty = [text for text in texts if not _is_sentence(text)]
        if faulty or not texts:
            message = f"{key}: expected a sentence without placeholders other than {{name}}, got {faulty!r}"
            diagnostics.error(_CODE, path.name, message)
        else:
            entries[key] = entry
    return Glossary(entries)


def _is_sentence(text: Any) -> bool:
    if not isinstance(text, str) or not text.endswith("."):
        return False
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text)]
    except ValueError:
        return False
    return set(names) <= {None, "name"}

"""Descriptions in this project's own words, by property name and scope."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

from generator.catalog.connector import Connector, Property, property_paths
from generator.catalog.yaml_map import load_map
from generator.diagnostics import Diagnostics

_PLAIN = {
    "string": "Text",
    "integer": "Whole number",
    "number": "Number",
    "boolean": "Switch",
    "array": "List",
    "object": "Group of properties",
}

Entry = str | dict[str, str]


class Glossary:
    """The glossary, and which of its entries have been used."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self.used: set[str] = set()

    def describe(self, connectors: list[Connector]) -> tuple[int, int]:
        """Sets the description of every property; returns how many have an entry, and how many there are."""
        described = total = 0
        for connector in connectors:
            for _, path, found in connector.paths():
                described += self._set(found, path, connector.name, _scopes(connector))
                total += 1
        return described, total

    def describe_envelope(self, envelope: list[Property], vendor: str, role: str, name: str) -> None:
        """Sets the descriptions of the envelope of a vendor's requests for one role."""
        for path, found in property_paths(envelope):
            self._set(found, path, name, [f"{vendor}/{role}/request.envelope", f"{vendor}/{role}", vendor, "*"])

    def _set(self, found: Property, path: str, name: str, scopes: list[str]) -> bool:
        text = self._find(path, scopes) or self._find(found.name, scopes)
        found.description = text.format(name=name) if text is not None else _plain(found)
        meanings = {
            str(value): meaning.format(name=name)
            for value in found.enum or []
            if (meaning := self._find(f"{found.name}={value}", scopes)) is not None
        }
        if meanings:
            found.meanings = meanings
        return text is not None

    def _find(self, key: str, scopes: list[str]) -> str | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        if isinstance(entry, str):
            self.used.add(key)
            return entry
        found = next((entry[scope] for scope in scopes if scope in entry), None)
        if found is not None:
            self.used.add(key)
        return found

    @property
    def unused(self) -> list[str]:
        """The keys that no property has asked for."""
        return sorted(set(self._entries) - self.used)


def _scopes(connector: Connector) -> list[str]:
    """The scopes of a connector's properties, narrow to wide."""
    return [connector.key, f"{connector.vendor}/{connector.role}", connector.vendor, "*"]


def _plain(found: Property) -> str:
    """What can be said of a property that the glossary does not have: its type and its name in words."""
    word = _PLAIN.get(found.types[0], "Value") if found.types else "Value"
    return f"{word} for {found.name.replace('_', ' ').replace('-', ' ')}."


def load_glossary(path: Path, diagnostics: Diagnostics) -> Glossary:
    """The glossary in a YAML file; entries of a wrong form are errors."""
    data = load_map(path, "glossary-format", "from names to sentences", diagnostics)
    entries: dict[str, Entry] = {}
    for key, entry in data.items():
        texts = list(entry.values()) if isinstance(entry, dict) else [entry]
        faulty = [text for text in texts if not _is_sentence(text)]
        if faulty or not texts:
            message = f"{key}: expected a sentence with no other placeholder than {{name}}, not {faulty!r}"
            diagnostics.error("glossary-format", path.name, message)
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

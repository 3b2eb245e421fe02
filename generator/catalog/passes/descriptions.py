"""Describes every property in this project's own words."""

from __future__ import annotations

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.glossary import PLACEHOLDER
from generator.catalog.property import Property

_WORDS = {
    "string": "Text",
    "integer": "Whole number",
    "number": "Number",
    "boolean": "Switch",
    "array": "List",
    "object": "Group of properties",
}


def describe(entry: Entry, context: Context) -> Entry:
    """Describe the properties of an entry, and their listed values, with the sentences of the glossary."""
    system = f"system/{context.system(entry.vendor, entry.role, entry.type)}" if isinstance(entry, Connector) else ""
    scopes = (entry.key, system, f"{entry.vendor}/{entry.role}", entry.vendor, "*")
    describer = _Describer(entry.name, scopes, context)
    return map_steps(entry, lambda step: map_step_properties(step, describer.described))


class _Describer:
    def __init__(self, name: str, scopes: tuple[str, ...], context: Context) -> None:
        self._name = name
        self._scopes = scopes
        self._context = context

    def described(self, path: str, found: Property) -> Property:
        text = self._find(path) or self._find(found.name)
        self._context.usage.described += text is not None
        of_items = found.items.enum if found.items is not None else None
        texts = {str(value): self._find(f"{found.name}={value}") for value in (*(found.enum or ()), *(of_items or ()))}
        meanings = {value: meaning for value, meaning in texts.items() if meaning is not None}
        return found.with_fields(description=text or _plain(found), meanings=meanings or found.meanings)

    def _find(self, key: str) -> str | None:
        text = self._context.knowledge.glossary.find(key, self._scopes)
        if text is None:
            return None
        self._context.usage.glossary.add(key)
        return text.replace(PLACEHOLDER, self._name)


def _plain(found: Property) -> str:
    """Return the description that type and name alone imply."""
    word = _WORDS.get(found.types[0], "Value") if found.types else "Value"
    return f"{word} for {found.name.replace('_', ' ').replace('-', ' ')}."

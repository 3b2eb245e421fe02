"""Describes every property in this project's own words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.glossary import PLACEHOLDER, SYSTEM
from generator.catalog.property import Property
from templates.connector_catalog.stated_properties import without_brackets

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
    own: tuple[str, ...] = (f"{entry.vendor}/{entry.role}", entry.vendor, "*")
    describer = _Describer(entry.name, (entry.key, *own), context)
    if isinstance(entry, Connector):
        decisions = context.knowledge.decisions
        system = decisions.system_of(entry.vendor, entry.role, entry.type)
        if system is not None:
            linked = decisions.counterparts(system, entry.role, entry.vendor)
            scopes = (entry.key, f"{SYSTEM}/{system.name}", *own)
            describer = _OfSystem(entry.name, scopes, context, linked)
    return map_steps(entry, lambda step: map_step_properties(step, describer.described))


class _Describer:
    """Describes properties with the entries of some scopes, the narrowest first."""

    def __init__(self, name: str, scopes: tuple[str, ...], context: Context) -> None:
        self._name = name
        self._scopes = scopes
        self._context = context

    def described(self, path: str, found: Property) -> Property:
        """Return a property with its description, and with the meanings of its listed values."""
        text = self._text(path, found.name)
        self._context.usage.described += text is not None
        of_items = found.items.enum if found.items is not None else None
        texts = {str(value): self._find(f"{found.name}={value}") for value in (*(found.enum or ()), *(of_items or ()))}
        meanings = {value: meaning for value, meaning in texts.items() if meaning is not None}
        return found.with_fields(description=text or _plain(found), meanings=meanings or found.meanings)

    def _text(self, path: str, name: str) -> str | None:
        return self._find(path) or self._find(name)

    def _find(self, key: str, scopes: tuple[str, ...] = ()) -> str | None:
        text = self._context.knowledge.glossary.find(key, scopes or self._scopes)
        if text is None:
            return None
        self._context.usage.glossary.add(key)
        return text.replace(PLACEHOLDER, self._name)


class _OfSystem(_Describer):
    """Also takes the entries of the system under the names that other vendors have for a property.

    An entry of the connector, or of the system under the property's own name, is narrower.
    """

    def __init__(
        self, name: str, scopes: tuple[str, ...], context: Context, linked: Mapping[str, tuple[str, ...]]
    ) -> None:
        super().__init__(name, scopes, context)
        self._narrow = scopes[:2]
        self._linked = {without_brackets(path): others for path, others in linked.items()}

    def _text(self, path: str, name: str) -> str | None:
        glossary = self._context.knowledge.glossary
        others = self._linked.get(without_brackets(path), ())
        if others and not any(glossary.has(key, self._narrow) for key in (path, name)):
            for other in map(without_brackets, others):
                for key in (other, other.rpartition(".")[2]):
                    if glossary.has(key, self._narrow[1:]):
                        return self._find(key, self._narrow[1:])
        return super()._text(path, name)


def _plain(found: Property) -> str:
    """Return what the type and the name alone state."""
    word = _WORDS.get(found.types[0], "Value") if found.types else "Value"
    return f"{word} for {found.name.replace('_', ' ').replace('-', ' ')}."

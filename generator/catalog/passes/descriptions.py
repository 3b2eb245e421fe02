"""Describes every property in this project's own words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.glossary import PLACEHOLDER, SYSTEM
from generator.catalog.property import Property
from generator.catalog.property_paths import without_brackets
from generator.catalog.property_values import item_values

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
    wide: tuple[str, ...] = (f"{entry.vendor}/{entry.role}", entry.vendor, "*")
    describer = _Describer(entry.name, (entry.key, *wide), context)
    if isinstance(entry, Connector):
        decisions = context.knowledge.decisions
        system = decisions.system_of(entry.vendor, entry.role, entry.type)
        if system is not None:
            linked = decisions.counterparts(system, entry.role, entry.vendor)
            scopes = (entry.key, f"{SYSTEM}/{system.name}", *wide)
            describer = _SystemDescriber(entry.name, scopes, context, linked)
    return map_steps(entry, lambda step: map_step_properties(step, describer.described))


class _Describer:
    """Describes properties with the entries of some scopes, the narrowest first."""

    def __init__(self, name: str, scopes: tuple[str, ...], context: Context) -> None:
        self._name = name
        self._scopes = scopes
        self._context = context

    def described(self, path: str, property_: Property) -> Property:
        """Return a property with its description, and with the meanings of its listed values."""
        text = self._text(path, property_.name)
        self._context.usage.described += text is not None
        if text is None:
            message = "no entry of catalog/glossary.yaml describes the property"
            self._context.diagnostics.note("undescribed", property_.place, message, f"{self._scopes[0]} {path}")
        values = (*(property_.enum or ()), *item_values(property_))
        texts = {str(value): self._find(f"{property_.name}={value}") for value in values}
        meanings = {value: meaning for value, meaning in texts.items() if meaning is not None}
        return property_.with_fields(description=text or _plain(property_), meanings=meanings or property_.meanings)

    def _text(self, path: str, name: str) -> str | None:
        return self._find(path) or self._find(name)

    def _find(self, key: str, scopes: tuple[str, ...] = ()) -> str | None:
        text = self._context.knowledge.glossary.find(key, scopes or self._scopes)
        if text is None:
            return None
        self._context.usage.glossary.add(key)
        return text.replace(PLACEHOLDER, self._name)


class _SystemDescriber(_Describer):
    """Also uses the system's entries under the names that other vendors have for a property.

    An entry of the connector, or of the system under the property's own name, takes precedence.
    """

    def __init__(
        self, name: str, scopes: tuple[str, ...], context: Context, linked: Mapping[str, tuple[str, ...]]
    ) -> None:
        super().__init__(name, scopes, context)
        self._narrow = scopes[:2]
        self._linked = {without_brackets(path): others for path, others in linked.items()}

    def _text(self, path: str, name: str) -> str | None:
        glossary, system = self._context.knowledge.glossary, self._narrow[1:]
        if not any(glossary.has(key, self._narrow) for key in (path, name)):
            for other in map(without_brackets, self._linked.get(without_brackets(path), ())):
                for key in (other, other.rpartition(".")[2]):
                    if glossary.has(key, system):
                        return self._find(key, system)
        return super()._text(path, name)


def _plain(property_: Property) -> str:
    """Return a description made of the type and the name alone."""
    word = _WORDS.get(property_.types[0], "Value") if property_.types else "Value"
    return f"{word} for {property_.name.replace('_', ' ').replace('-', ' ')}."

"""When connectors, properties and listed values first and last appeared in the vendors' dated documents."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Self

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.serialize import dumps_line


class Span(NamedTuple):
    """The dates of the first and the last document that have something: ``2026-05``, or with a day."""

    first: str
    last: str

    def including(self, other: Span) -> Span:
        """Return the span from the earlier first to the later last date."""
        return Span(min(self.first, other.first), max(self.last, other.last))


@dataclasses.dataclass(frozen=True)
class PropertyHistory:
    """The history of a property; ``values`` has its listed values as JSON text, since ``1`` and ``true`` differ."""

    span: Span
    values: Mapping[str, Span] = dataclasses.field(default_factory=dict)

    def including(self, other: PropertyHistory) -> PropertyHistory:
        """Return what the two say together."""
        values = {**self.values}
        for value, span in other.values.items():
            values[value] = span.including(values.get(value, span))
        return PropertyHistory(self.span.including(other.span), values)


@dataclasses.dataclass(frozen=True)
class ConnectorHistory:
    """The history of a connector, and that of its properties by step and dotted path."""

    span: Span
    properties: Mapping[tuple[str, str], PropertyHistory] = dataclasses.field(default_factory=dict)

    def including(self, other: ConnectorHistory) -> ConnectorHistory:
        """Return what the two say together."""
        properties = {**self.properties}
        for place, found in other.properties.items():
            properties[place] = found.including(properties.get(place, found))
        return ConnectorHistory(self.span.including(other.span), properties)


@dataclasses.dataclass(frozen=True)
class History:
    """The history of all vendors.

    Attributes:
        connectors: By the connector's key.
        documents: The dates of the documents that the history was made from, sorted, by the document's name.
    """

    connectors: Mapping[str, ConnectorHistory] = dataclasses.field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    def first_seen(self, key: str, step: str = "", path: str = "") -> str | None:
        """Return the date of the first document that has a connector or a property; ``None`` if none has."""
        span = self._span(key, step, path)
        return span.first if span is not None else None

    def last_seen(self, key: str, step: str = "", path: str = "") -> str | None:
        """Return the date of the last document that has a connector or a property; ``None`` if none has."""
        span = self._span(key, step, path)
        return span.last if span is not None else None

    def values(self, key: str, step: str, path: str) -> dict[Any, Span]:
        """Return the values that documents have listed for a property, with their dates; lists and objects left out."""
        found = self._property(key, step, path)
        values = ((json.loads(text), span) for text, span in found.values.items()) if found is not None else ()
        return {value: span for value, span in values if not isinstance(value, list | dict)}

    def gained_value(self, key: str, step: str, path: str) -> bool:
        """Return whether a property's list gained a value within a year before the vendor's latest document.

        A list of which no earlier document is at hand has gained nothing, nor has one whose property is new.
        """
        found = self._property(key, step, path)
        dates = self.dates_of(key)
        if found is None or not found.values or not dates:
            return False
        listed = min(span.first for span in found.values.values())
        since = max(listed, _a_year_before(dates[-1]))
        return any(span.first > since for span in found.values.values())

    def dates_of(self, key: str) -> list[str]:
        """Return the dates of the documents of a connector's vendor, sorted."""
        vendor = key.partition("/")[0]
        return sorted(
            {date for name, dates in self.documents.items() if name.startswith(f"{vendor}/") for date in dates}
        )

    def with_document(self, document: str, date: str, connectors: Iterable[Connector]) -> Self:
        """Return this history extended by a document and its date."""
        changed = {**self.connectors}
        for connector in connectors:
            found = _connector_history(connector, Span(date, date))
            changed[connector.key] = found.including(changed.get(connector.key, found))
        dates = tuple(sorted({*self.documents.get(document, ()), date}))
        return dataclasses.replace(self, connectors=changed, documents={**self.documents, document: dates})

    def _property(self, key: str, step: str, path: str) -> PropertyHistory | None:
        connector = self.connectors.get(key)
        return connector.properties.get((step, path)) if connector is not None else None

    def _span(self, key: str, step: str, path: str) -> Span | None:
        found = self._property(key, step, path) if path else self.connectors.get(key)
        return found.span if found is not None else None


def _connector_history(connector: Connector, span: Span) -> ConnectorHistory:
    properties = {
        (step, path): PropertyHistory(span, {dumps_line(value): span for value in _listed(found)})
        for step, path, found in connector.paths()
    }
    return ConnectorHistory(span, properties)


def _listed(prop: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property or for the items of a list."""
    items = prop.items.enum if prop.items is not None else None
    return (*(prop.accepted or ()), *(items or ()))


def _a_year_before(date: str) -> str:
    return f"{int(date[:4]) - 1}{date[4:]}"

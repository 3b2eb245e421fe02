"""When connectors, properties and listed values first and last appeared in the vendors' dated documents."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Self

from generator.catalog.connector import Connector
from generator.catalog.property_values import item_values
from generator.serialize import dumps_line


class Span(NamedTuple):
    """The dates of the first and the last document that have something: ``2026-05``, or with a day."""

    first: str
    last: str

    def including(self, other: Span) -> Span:
        """Return the span from the first date of both to the last."""
        return Span(min(self.first, other.first), max(self.last, other.last))


@dataclasses.dataclass(frozen=True)
class PropertyHistory:
    """The history of a property; ``values`` has its listed values as JSON text, since ``1`` and ``true`` differ."""

    span: Span
    values: Mapping[str, Span] = dataclasses.field(default_factory=dict)

    def including(self, other: PropertyHistory) -> PropertyHistory:
        """Return the history of both."""
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
        """Return the history of both."""
        properties = {**self.properties}
        for place, history in other.properties.items():
            properties[place] = history.including(properties.get(place, history))
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
        history = self._property(key, step, path)
        values = ((json.loads(text), span) for text, span in history.values.items()) if history is not None else ()
        return {value: span for value, span in values if not isinstance(value, list | dict)}

    def gained_value(self, key: str, step: str, path: str) -> bool:
        """Return whether a property's list gained a value within a year before the vendor's latest document.

        The values in the first document that has the list are not gained.
        """
        history = self._property(key, step, path)
        dates = self.dates_of(key)
        if history is None or not history.values or not dates:
            return False
        listed = min(span.first for span in history.values.values())
        since = max(listed, _a_year_before(dates[-1]))
        return any(span.first > since for span in history.values.values())

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
            history = _connector_history(connector, Span(date, date))
            changed[connector.key] = history.including(changed.get(connector.key, history))
        dates = tuple(sorted({*self.documents.get(document, ()), date}))
        return dataclasses.replace(self, connectors=changed, documents={**self.documents, document: dates})

    def _property(self, key: str, step: str, path: str) -> PropertyHistory | None:
        connector = self.connectors.get(key)
        return connector.properties.get((step, path)) if connector is not None else None

    def _span(self, key: str, step: str, path: str) -> Span | None:
        history = self._property(key, step, path) if path else self.connectors.get(key)
        return history.span if history is not None else None


def _connector_history(connector: Connector, span: Span) -> ConnectorHistory:
    properties = {
        (step, path): PropertyHistory(
            span, {dumps_line(value): span for value in (*(property_.accepted or ()), *item_values(property_))}
        )
        for step, path, property_ in connector.paths()
    }
    return ConnectorHistory(span, properties)


def _a_year_before(date: str) -> str:
    return f"{int(date[:4]) - 1}{date[4:]}"

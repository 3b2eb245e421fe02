"""``history``: prints since when the documents have a connector, its properties and their listed values."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.catalog.history import ConnectorHistory, History, Span
from generator.catalog.history_file import load_history
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from templates.connector_catalog.nearest import similar


@dataclasses.dataclass
class Told:
    """The lines to print, and the diagnostics."""

    lines: list[str]
    diagnostics: Diagnostics


def tell(layout: Layout, name: str, *, everything: bool = False) -> Told:
    """Return the history of a connector, or an error that suggests similar names.

    Args:
        layout: The project.
        name: ``<vendor>/<role>/<type>``, or ``<vendor>/<type>`` for the connectors of both roles.
        everything: Whether properties and values with the same dates as the connector are listed too.
    """
    told = Told([], Diagnostics())
    history = load_history(layout.history, told.diagnostics)
    found = [key for key in history.connectors if name in (key, _without_role(key))]
    for key in found:
        told.lines += _lines(key, history, everything)
    if not found:
        names = sorted({*history.connectors, *map(_without_role, history.connectors)})
        near = similar(name[:100], tuple(names), 3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        told.diagnostics.error("unknown-connector", name[:100], f"no dated document has this connector{hint}")
    return told


def _without_role(key: str) -> str:
    vendor, _, type_ = key.split("/", 2)
    return f"{vendor}/{type_}"


def _lines(key: str, history: History, everything: bool) -> Iterator[str]:
    connector, dates = history.connectors[key], history.dates_of(key)
    yield f"{key}: {_words(connector.span, dates)}"
    yield f"  documents: {', '.join(dates)}"
    for (step, path), each in sorted(connector.properties.items()):
        place = f"{step}.{path}"
        if everything or each.span != connector.span:
            yield f"  {place}: {_words(each.span, dates)}"
        for value, span in sorted(each.values.items()):
            if everything or span != each.span:
                yield f"  {place} value {value}: {_words(span, dates)}"
    if not everything and _is_constant(connector):
        yield "  every property and listed value: the same dates"


def _is_constant(connector: ConnectorHistory) -> bool:
    every = connector.properties.values()
    return all(
        each.span == connector.span and all(span == each.span for span in each.values.values()) for each in every
    )


def _words(span: Span, dates: list[str]) -> str:
    """Return a span in words. Only dates between the first and the last document are known."""
    since = "in the first document" if span.first == dates[0] else f"since {span.first}"
    return since if span.last == dates[-1] else f"{since}, last in {span.last}"

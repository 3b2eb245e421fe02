"""``history``: prints since when the documents have a connector, its properties and their listed values."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.history import ConnectorHistory, History, Span
from generator.catalog.history_file import load_history
from generator.commands.printed import Printed
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from templates.connector_catalog.nearest import similar


def tell(layout: Layout, name: str, *, everything: bool = False) -> Printed:
    """Return the history of a connector, or an error that suggests similar names.

    Args:
        layout: The project.
        name: ``<vendor>/<role>/<type>``, or ``<vendor>/<type>`` for the connectors of both roles.
        everything: Whether properties and values with the same dates as the connector are listed too.
    """
    diagnostics = Diagnostics()
    history = load_history(layout.history, diagnostics)
    keys = [key for key in history.connectors if name in (key, _without_role(key))]
    if not keys:
        names = sorted({*history.connectors, *map(_without_role, history.connectors)})
        suggestions = similar(name[:100], tuple(names), 3)
        hint = f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""
        diagnostics.error("unknown-connector", name[:100], f"no dated document has this connector{hint}")
    return Printed([line for key in keys for line in _lines(key, history, everything)], diagnostics)


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
    """Return whether every property and listed value has the dates of the connector."""
    properties = connector.properties.values()
    spans = (span for each in properties for span in (each.span, *each.values.values()))
    return all(span == connector.span for span in spans)


def _words(span: Span, dates: list[str]) -> str:
    """Return a span in words. Only dates between the first and the last document are known."""
    since = "in the first document" if span.first == dates[0] else f"since {span.first}"
    return since if span.last == dates[-1] else f"{since}, last in {span.last}"

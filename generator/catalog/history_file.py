"""The files that hold the history: ``catalog/history/<vendor>.json``, with a line for each connector."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import pydantic

from generator.catalog.history import ConnectorHistory, History, PropertyHistory, Span
from generator.diagnostics import Diagnostics
from generator.documents.store import is_capture_name
from generator.folders import files_in
from generator.serialize import dumps_line
from generator.strict_data.models import StrictModel, load_model

_CODE = "history-format"
_DATE = r"20\d\d-\d\d(?:-\d\d)?"
_SPAN = re.compile(f"({_DATE})/({_DATE})")


def is_date(text: str) -> bool:
    """Return whether a text is a date of a document: a month or a day."""
    return re.fullmatch(_DATE, text) is not None


def _to_span(text: Any) -> Span:
    span = _span_of(text) if isinstance(text, str) else None
    if span is None:
        raise ValueError("expected the first and the last date, such as 2025-12/2026-05")
    return span


@functools.lru_cache(maxsize=4096)
def _span_of(text: str) -> Span | None:
    match = _SPAN.fullmatch(text)
    return None if match is None or match[1] > match[2] else Span(match[1], match[2])


_SpanText = Annotated[Span, pydantic.PlainValidator(_to_span)]


class _Line(StrictModel):
    """One connector: names of properties and listed values, grouped by their spans."""

    seen: _SpanText
    properties: dict[str, dict[_SpanText, list[str]]] = pydantic.Field(default_factory=dict)
    values: dict[str, dict[str, dict[_SpanText, list[Any]]]] = pydantic.Field(default_factory=dict)

    @pydantic.model_validator(mode="after")
    def _check(self) -> _Line:
        names: dict[str, set[str]] = {}
        for step, groups in self.properties.items():
            names[step] = _check_distinct(step, (path for paths in groups.values() for path in paths))
        for step, paths in self.values.items():
            for path, spans in paths.items():
                if path not in names.get(step, ()):
                    raise ValueError(f"{step}.{path} has values and is not among the properties")
                _check_distinct(f"{step}.{path}", (dumps_line(value) for values in spans.values() for value in values))
        return self

    def history(self) -> ConnectorHistory:
        """Return the connector's history."""
        properties = {}
        for step, groups in self.properties.items():
            values = self.values.get(step, {})
            for span, paths in groups.items():
                for path in paths:
                    spans_of_values = values.get(path, {}).items()
                    values_of_path = {dumps_line(value): each for each, group in spans_of_values for value in group}
                    properties[step, path] = PropertyHistory(span, values_of_path)
        return ConnectorHistory(self.seen, properties)


def _check_distinct(place: str, texts: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            raise ValueError(f"{place} has a name or a value twice")
        seen.add(text)
    return seen


class _File(StrictModel):
    vendor: str
    documents: dict[str, list[Annotated[str, pydantic.Field(pattern=f"^{_DATE}$")]]]
    connectors: dict[str, _Line]


def load_history(folder: Path, diagnostics: Diagnostics) -> History:
    """Return the history in ``<folder>/<vendor>.json``; an invalid file is an error."""
    connectors: dict[str, ConnectorHistory] = {}
    documents: dict[str, tuple[str, ...]] = {}
    for path in files_in(folder, ".json"):
        file = _load(path, diagnostics)
        if file is None:
            continue
        connectors |= {f"{file.vendor}/{key}": line.history() for key, line in file.connectors.items()}
        documents |= {f"{file.vendor}/{name}": tuple(sorted(dates)) for name, dates in file.documents.items()}
    return History(connectors, documents)


def _load(path: Path, diagnostics: Diagnostics) -> _File | None:
    file = load_model(path, _File, _CODE, diagnostics)
    if file is None:
        return None
    if file.vendor != path.stem:
        diagnostics.error(_CODE, f"{path.name}: vendor", f"expected the vendor {path.stem}, got {file.vendor!r}")
        return None
    invalid = next((name for name in file.documents if not is_capture_name(f"{file.vendor}/{name}", file.vendor)), "")
    if invalid:
        diagnostics.error(_CODE, f"{path.name}: documents", f"invalid name of a document {invalid[:80]!r}")
        return None
    return file


def history_text(history: History, vendor: str) -> str:
    """Return the text of the file of one vendor."""
    start = f"{vendor}/"
    documents = {
        name.removeprefix(start): list(dates)
        for name, dates in sorted(history.documents.items())
        if name.startswith(start)
    }
    lines = [
        f"{dumps_line(key.removeprefix(start))}:{dumps_line(_line(connector))}"
        for key, connector in sorted(history.connectors.items())
        if key.startswith(start)
    ]
    head = f'{{\n"vendor":{dumps_line(vendor)},\n"documents":{dumps_line(documents)},\n"connectors":{{\n'
    return head + ",\n".join(lines) + "\n}\n}\n"


def _line(connector: ConnectorHistory) -> dict[str, Any]:
    steps = sorted({step for step, _ in connector.properties})
    line: dict[str, Any] = {"seen": "/".join(connector.span)}
    properties, values = {}, {}
    for step in steps:
        by_path = {path: each for (name, path), each in sorted(connector.properties.items()) if name == step}
        properties[step] = _grouped((dumps_line(path), each.span) for path, each in by_path.items())
        values[step] = {path: _grouped(each.values.items()) for path, each in by_path.items() if each.values}
    if properties:
        line["properties"] = properties
    if any(values.values()):
        line["values"] = {step: paths for step, paths in values.items() if paths}
    return line


def _grouped(spans: Iterable[tuple[str, Span]]) -> dict[str, list[Any]]:
    """Return values by their span; both are sorted."""
    groups: dict[str, list[str]] = {}
    for text, span in sorted(spans):
        groups.setdefault("/".join(span), []).append(text)
    return {span: [json.loads(text) for text in texts] for span, texts in sorted(groups.items())}

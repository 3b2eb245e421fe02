"""Short ways from a page to its records and connectors."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.pipeline import connectors_of
from generator.reading import Reading, capture_text, read_records

PAGES = Path(__file__).parent.parent / "pages"


@dataclasses.dataclass
class Read:
    """A document that was read, its connectors without corrections, and what there was to say of it."""

    reading: Reading
    connectors: list[Connector]
    diagnostics: Diagnostics

    @property
    def lines(self) -> list[str]:
        """The diagnostics as they are printed."""
        return [str(each) for each in self.diagnostics]

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics."""
        return [each.code for each in self.diagnostics]


def read(path: Path) -> Read:
    """Reads a document that can be read."""
    diagnostics = Diagnostics(path.name)
    reading = read_records(path, None, diagnostics)
    assert reading is not None, [str(each) for each in diagnostics]
    return Read(reading, connectors_of(reading, Knowledge(), diagnostics), diagnostics)


def read_text_of(content: str, folder: Path, name: str = "page.html") -> Read:
    """Reads a document with this content."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return read(path)


def captured(document: Read, folder: Path) -> Read:
    """Reads the capture of a document that was read."""
    source = document.reading.document
    origin = Origin(f"acme/{source.name}", document.reading.records.vendor, source.kind.value, "", "", source.sha256)
    path = folder / f"{source.name}.json"
    path.write_text(capture_text(document.reading, origin), encoding="utf-8")
    return read(path)


def facts(connectors: list[Connector]) -> list[Any]:
    """Connectors in catalog form without what a capture does not keep: descriptions, and the document's name."""
    return [_without(connector.to_json()) for connector in connectors]


def _without(value: Any) -> Any:
    if isinstance(value, list):
        return [_without(each) for each in value]
    if isinstance(value, dict):
        return {name: _without(each) for name, each in value.items() if name not in ("description", "document")}
    return value

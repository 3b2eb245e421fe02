"""Short ways from a page to its records and connectors, and a project with nothing but profiles."""

from __future__ import annotations

import dataclasses
import functools
import shutil
from pathlib import Path
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.paths import Layout
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.pipeline.vendor import connectors_of
from generator.profiles.profile import load_vendors
from generator.records.coverage import Coverage
from generator.records.example import ExampleCorrection, ExampleReader
from generator.records.reader import Context

PAGES = Path(__file__).parent.parent / "pages"
VENDORS = load_vendors(Layout().vendors, Diagnostics())


@dataclasses.dataclass
class Read:
    """A document that was read, its connectors and its diagnostics."""

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


def with_profiles(root: Path) -> Layout:
    """Make a project that has the vendors' profiles and nothing else."""
    shutil.copytree(Layout().vendors, Layout(root).vendors)
    return Layout(root)


def context(vendor: str = "stitch", corrections: tuple[ExampleCorrection, ...] = ()) -> Context:
    """Make what a reader needs besides the blocks."""
    diagnostics = Diagnostics("page")
    return Context(VENDORS[vendor], Coverage(), diagnostics, ExampleReader(corrections, diagnostics))


def read(path: Path, corrections: tuple[ExampleCorrection, ...] = ()) -> Read:
    """Read a document that can be read."""
    diagnostics = Diagnostics(path.name)
    reading = read_records(path, None, diagnostics, vendors=VENDORS, corrections=corrections)
    assert reading is not None, [str(each) for each in diagnostics]
    return Read(reading, connectors_of(reading, Knowledge(), diagnostics), diagnostics)


@functools.cache
def read_once(path: Path) -> Read:
    """Read a document that does not change; once for all tests of a process."""
    return read(path)


def read_text_of(content: str, folder: Path, name: str = "page.html") -> Read:
    """Read a document with this content."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return read(path)


def captured(document: Read, folder: Path) -> Read:
    """Read the capture of a document that was read."""
    source, given = document.reading.document, document.reading.origin
    kind = given.kind if given is not None else source.kind.value
    vendor = document.reading.records.vendor
    origin = Origin(f"{vendor}/{source.name}", vendor, kind, "", "", source.sha256)
    path = folder / f"{source.name}.json"
    path.write_text(capture_text(document.reading, origin), encoding="utf-8")
    return read(path)


def comparable(connectors: list[Connector]) -> list[Any]:
    """Return connectors in catalog form without what a capture does not keep: descriptions, the document's name."""
    return [_without(connector.to_json()) for connector in connectors]


def _without(value: Any) -> Any:
    if isinstance(value, list):
        return [_without(each) for each in value]
    if isinstance(value, dict):
        return {name: _without(each) for name, each in value.items() if name not in ("description", "document")}
    return value

"""The protocol of the readers, the readers that vendors share, and the choice of the reader for a document."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import pkgutil
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, ClassVar, Protocol

import generator.records
from generator.blocks.block import List, Page, Table
from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.coverage import Coverage
from generator.records.example import ExampleReader
from generator.records.openapi.extensions import Extension
from generator.records.prose.description import Phrase
from generator.records.record import PageRecords
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class Context:
    """The input of a reader besides the blocks: the vendor's profile, and the collectors of its results."""

    vendor: Vendor
    coverage: Coverage
    diagnostics: Diagnostics
    examples: ExampleReader

    def key(self, role: str, type_: str) -> str:
        """Return the key of one of the vendor's connectors."""
        return f"{self.vendor.name}/{role}/{type_}"

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases that the vendor uses for conditions."""
        return _package_attribute(self.vendor.name, "PHRASES")

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """The vendor's own keywords in OpenAPI files."""
        return _package_attribute(self.vendor.name, "EXTENSIONS")

    @property
    def unused_keywords(self) -> frozenset[str]:
        """The keywords in the vendor's OpenAPI files that are known to state nothing."""
        return frozenset(_package_attribute(self.vendor.name, "UNUSED_KEYWORDS"))

    @property
    def site(self) -> str:
        """The address of the vendor's documentation; empty if the profile has none."""
        return next(iter(self.vendor.links.values()), "")

    def steps(self, role: str) -> tuple[str, ...]:
        """Return the names of the steps that the profile states for a role."""
        parts = self.vendor.requests[role].parts if role in self.vendor.requests else {}
        return tuple(step for steps in parts.values() for step in steps)


class Reader(Protocol):
    """Reads some kinds of document of one vendor. ``READERS`` in ``generator.records.<vendor>`` lists the readers."""

    kinds: ClassVar[Collection[Kind]]

    def recognises(self, document: Document) -> int:
        """Return the number of marks of the vendor in a document; 0 if it is not one of the vendor's."""

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page | Specification | None:
        """Return the blocks of a document, or ``None`` and an error."""

    @property
    def records(self) -> Callable[[Any, Context], PageRecords | None]:
        """Return the records of the blocks, or ``None`` and an error if they are not the vendor's after all."""


@dataclasses.dataclass(frozen=True)
class Vocabulary:
    """The words that announce the subject of a section on a vendor's pages.

    Attributes:
        announcements: Found in headings and sentences that only the description of a connector has.
        unrelated: Matches the headings of chapters whose tables and payloads are not about connectors.
        is_property: Returns whether a table or a list has the form that properties have on this vendor's pages. The
            forms of ``property_shape.py`` need not be named. One in no connector's section is an error.
    """

    announcements: tuple[re.Pattern[str], ...] = ()
    unrelated: re.Pattern[str] | None = None
    is_property: Callable[[Table | List], bool] | None = None

    def is_announcement(self, text: str) -> bool:
        """Return whether a heading or a sentence belongs to the description of a connector."""
        return any(pattern.search(text) for pattern in self.announcements)

    def is_own_form(self, block: Table | List) -> bool:
        """Return whether a block has the form that properties have on this vendor's pages alone."""
        return self.is_property is not None and self.is_property(block)

    def is_unrelated(self, heading: str) -> bool:
        """Return whether the chapter below a heading is about something else."""
        return self.unrelated is not None and self.unrelated.fullmatch(heading) is not None


@dataclasses.dataclass(frozen=True)
class PageReader:
    """Reads pages: HTML, or the text extracted from it, with a pattern for the vendor's marks."""

    marks: re.Pattern[str]
    records: Callable[[Page, Context], PageRecords | None]
    vocabulary: Vocabulary = Vocabulary()
    kinds: ClassVar = (Kind.HTML, Kind.TEXT)

    def recognises(self, document: Document) -> int:
        """Return the number of marks in the text."""
        return len(self.marks.findall(document.content))

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page:
        """Return the page's sections."""
        # Imported here: captures are read without the parsers.
        from generator.blocks.html import read_html
        from generator.blocks.text import read_text

        return (read_html if document.kind is Kind.HTML else read_text)(document.content, diagnostics)


@dataclasses.dataclass(frozen=True)
class OpenapiReader:
    """Reads OpenAPI files, with a pattern for the paths of the vendor's API."""

    paths: re.Pattern[str]
    records: Callable[[Specification, Context], PageRecords | None]
    kinds: ClassVar = (Kind.OPENAPI,)

    def recognises(self, document: Document) -> int:
        """Return the number of paths that are the vendor's."""
        paths = document.data.get("paths")
        return sum(self.paths.fullmatch(path) is not None for path in (paths if isinstance(paths, dict) else ()))

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Specification | None:
        """Return the file's operations and schemas."""
        from generator.blocks.openapi import read_openapi

        return read_openapi(document.data, diagnostics)


@functools.cache
def readers_of(vendor: str) -> tuple[Reader, ...]:
    """Return the readers in ``generator.records.<vendor>``; a missing package has none."""
    return _package_attribute(vendor, "READERS")


@functools.cache
def _package_attribute(vendor: str, name: str) -> tuple[Any, ...]:
    """Return a tuple that the vendor's package defines; empty if there is no package or no such name."""
    packages = {package.name for package in pkgutil.iter_modules(generator.records.__path__) if package.ispkg}
    if vendor not in packages:
        return ()
    module = importlib.import_module(f"{generator.records.__name__}.{vendor}")
    return tuple(getattr(module, name, ()))


def recognise(document: Document, vendors: Iterable[str]) -> tuple[str, Reader] | None:
    """Return the vendor with the most marks in a document, and the reader; ``None`` if there are no marks."""
    candidates = [(vendor, reader) for vendor in vendors for reader in readers_of(vendor)]
    counts = [reader.recognises(document) if document.kind in reader.kinds else 0 for _, reader in candidates]
    most = max(counts, default=0)
    return candidates[counts.index(most)] if most else None


def reader_for(vendor: str, kind: str) -> Reader | None:
    """Return the vendor's reader for a kind of document, such as ``html``."""
    return next((reader for reader in readers_of(vendor) if kind in [each.value for each in reader.kinds]), None)

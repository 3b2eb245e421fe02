"""The protocol of the readers, and the readers for the kinds of document that vendors share."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection
from typing import Any, ClassVar, Protocol

from generator.blocks.block import Page
from generator.blocks.html import read_html
from generator.blocks.openapi import read_openapi
from generator.blocks.specification import Specification
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.coverage import Coverage
from generator.records.example import ExampleReader
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

    def steps(self, role: str) -> tuple[str, ...]:
        """Return the names of the steps that the profile states for a role."""
        parts = self.vendor.requests[role].parts if role in self.vendor.requests else {}
        return tuple(step for steps in parts.values() for step in steps)


class Reader(Protocol):
    """Reads some kinds of document of one vendor; ``generator.records.<vendor>`` lists its readers in ``READERS``."""

    kinds: ClassVar[Collection[Kind]]

    def recognises(self, document: Document) -> int:
        """Return how many marks of the vendor a document bears; 0 if it is not one of the vendor's."""

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page | Specification | None:
        """Return the blocks of a document, or ``None`` and an error."""

    def records(self, blocks: Any, context: Context) -> PageRecords | None:
        """Return the records of the blocks, or ``None`` and an error if they are not the vendor's after all."""


@dataclasses.dataclass(frozen=True)
class PageReader:
    """Reads pages: HTML, or the text extracted from it, with a pattern for the vendor's marks."""

    marks: re.Pattern[str]
    read: Callable[[Page, Context], PageRecords | None]
    kinds: ClassVar = (Kind.HTML, Kind.TEXT)

    def recognises(self, document: Document) -> int:
        """Return the number of marks in the text."""
        return len(self.marks.findall(document.content))

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page:
        """Return the page's sections."""
        return (read_html if document.kind is Kind.HTML else read_text)(document.content, diagnostics)

    def records(self, blocks: Page, context: Context) -> PageRecords | None:
        """Return the records of the page."""
        return self.read(blocks, context)


@dataclasses.dataclass(frozen=True)
class OpenapiReader:
    """Reads OpenAPI files, with a pattern for the paths of the vendor's API."""

    paths: re.Pattern[str]
    read: Callable[[Specification, Context], PageRecords | None]
    kinds: ClassVar = (Kind.OPENAPI,)

    def recognises(self, document: Document) -> int:
        """Return the number of paths that are the vendor's."""
        paths = document.data.get("paths")
        return sum(self.paths.fullmatch(path) is not None for path in (paths if isinstance(paths, dict) else ()))

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Specification | None:
        """Return the file's operations and schemas."""
        return read_openapi(document.data, diagnostics)

    def records(self, blocks: Specification, context: Context) -> PageRecords | None:
        """Return the records of the file."""
        return self.read(blocks, context)

"""Reads a page, or the text extracted from one, into sections of blocks."""

from __future__ import annotations

from generator.blocks.block import Page
from generator.blocks.html import read_html
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind


def read_page(document: Document, diagnostics: Diagnostics) -> Page:
    """Return the page in a document of kind HTML or text."""
    read = read_html if document.kind is Kind.HTML else read_text
    return read(document.content, diagnostics)

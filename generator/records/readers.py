"""Discovers the vendors' readers and chooses the one for a document."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable

import generator.records
from generator.documents.document import Document
from generator.records.reader import Reader


@functools.cache
def readers_of(vendor: str) -> tuple[Reader, ...]:
    """Return the readers in ``generator.records.<vendor>``; none if there is no such package."""
    packages = {each.name for each in pkgutil.iter_modules(generator.records.__path__) if each.ispkg}
    if vendor not in packages:
        return ()
    module = importlib.import_module(f"{generator.records.__name__}.{vendor}")
    return tuple(getattr(module, "READERS", ()))


def recognise(document: Document, vendors: Iterable[str]) -> tuple[str, Reader] | None:
    """Return the vendor whose marks a document bears most often and the reader, or ``None`` if it bears none."""
    candidates = [(vendor, reader) for vendor in vendors for reader in readers_of(vendor)]
    marks = [reader.recognises(document) if document.kind in reader.kinds else 0 for _, reader in candidates]
    most = max(marks, default=0)
    return candidates[marks.index(most)] if most else None


def reader_for(vendor: str, kind: str) -> Reader | None:
    """Return the vendor's reader for a kind of document, such as ``html``."""
    return next((reader for reader in readers_of(vendor) if kind in [each.value for each in reader.kinds]), None)

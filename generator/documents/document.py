"""Reads a document from a file."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.documents.encodings import decode
from generator.documents.kind import Kind, parse_content
from generator.strict_data.fault import DataError
from generator.strict_data.files import read_regular_file

__all__ = ["Document", "Kind", "read_document", "stem_without_date"]

_DATED = re.compile(r"(?P<stem>.+?)[-_.](?P<date>20\d\d-\d\d(?:-\d\d)?)")


@dataclasses.dataclass(frozen=True)
class Document:
    """One document.

    Attributes:
        name: The name of its file.
        kind: Its kind.
        content: Its text.
        sha256: Digest of its bytes, in hexadecimal.
        data: The value of a capture or an OpenAPI file; otherwise ``None``.
        date: The date in its file name (``2026-08``); may be empty.
    """

    name: str
    kind: Kind
    content: str
    sha256: str
    data: Any = None
    date: str = ""


def read_document(path: Path, diagnostics: Diagnostics) -> Document | None:
    """Return the document in a file, or ``None`` and an error."""
    try:
        raw = read_regular_file(path)
    except DataError as fault:
        diagnostics.error(fault.code, fault.place, str(fault))
        return None
    text = decode(raw, diagnostics)
    content = parse_content(text, diagnostics) if text is not None else None
    if text is None or content is None:
        return None
    dated = _DATED.fullmatch(path.stem)
    date = dated["date"] if dated is not None else ""
    return Document(path.name, content.kind, text, hashlib.sha256(raw).hexdigest(), content.data, date)


def stem_without_date(name: str) -> str:
    """Return a file's name without extension and date."""
    stem = Path(name).stem
    dated = _DATED.fullmatch(stem)
    return dated["stem"] if dated is not None else stem

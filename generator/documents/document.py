"""Reads a document from a file and determines its kind."""

from __future__ import annotations

import codecs
import dataclasses
import enum
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics

_DATED = re.compile(r"(?P<stem>.+?)[-_.](?P<date>20\d\d-\d\d(?:-\d\d)?)")
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|h[1-6]|p|table|tr|td|ul|li|section|article|main)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset=[\"']?(?P<name>[\w-]+)", re.IGNORECASE)
_LIMIT = 64 * 1024 * 1024


class Kind(enum.Enum):
    """The kind of a document, by its content."""

    HTML = "html"
    TEXT = "text"
    OPENAPI = "openapi"
    CAPTURE = "capture"


@dataclasses.dataclass(frozen=True)
class Document:
    """One document.

    Attributes:
        sha256: Digest of its bytes, in hexadecimal.
        data: The JSON value of a capture or an OpenAPI file; otherwise ``None``.
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
        if path.stat().st_size > _LIMIT:
            diagnostics.error("too-large", "", f"the file is larger than {_LIMIT // 2**20} MiB")
            return None
        raw = path.read_bytes()
    except OSError as fault:
        diagnostics.error("not-readable", "", f"cannot read the file: {fault.strerror}")
        return None
    content = _decode(raw, diagnostics)
    kind, data = _kind(content, diagnostics) if content is not None else (None, None)
    if content is None or kind is None:
        return None
    dated = _DATED.fullmatch(path.stem)
    return Document(path.name, kind, content, hashlib.sha256(raw).hexdigest(), data, dated["date"] if dated else "")


def stem_without_date(name: str) -> str:
    """Return a file's name without extension and date."""
    stem = Path(name).stem
    dated = _DATED.fullmatch(stem)
    return dated["stem"] if dated else stem


def _decode(raw: bytes, diagnostics: Diagnostics) -> str | None:
    if not raw.removeprefix(codecs.BOM_UTF8).strip():
        diagnostics.error("empty-document", "", "the file is empty; expected a page, its text, or a capture")
        return None
    if b"\0" in raw:
        diagnostics.error("not-text", f"byte {raw.index(0)}", "the file is binary; expected HTML, text or JSON")
        return None
    charset = _CHARSET.search(raw[:2048])
    place = ""
    for encoding in ("utf-8-sig", charset["name"].decode("ascii") if charset else "utf-8"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as fault:
            place = place or f"byte {fault.start}"
        except LookupError:
            pass
    diagnostics.error("not-text", place, "the file is neither UTF-8 nor in its declared encoding")
    return None


def _kind(content: str, diagnostics: Diagnostics) -> tuple[Kind | None, Any]:
    start = content.lstrip()
    if not start.startswith("{"):
        return (Kind.HTML if len(_TAG.findall(content[:20_000])) > 2 else Kind.TEXT), None
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as fault:
        # A page's extracted text can begin with a payload; rows of tables tell it from a JSON file that is cut off.
        if re.search(r"^[^\S\n]*+(?:(?<= )\||\|?[\w ()*`]++\|)", content, re.MULTILINE) and not start.startswith(
            '{"openapi"'
        ):
            return Kind.TEXT, None
        diagnostics.error("not-json", "", f"invalid JSON: {fault}")
        return None, None
    if isinstance(data, dict) and "capture" in data and ("sections" in data or "specification" in data):
        return Kind.CAPTURE, data
    if isinstance(data, dict) and "openapi" in data:
        return Kind.OPENAPI, data
    diagnostics.error("unknown-document", "", "the JSON file is neither a capture nor an OpenAPI file")
    return None, None

"""Determines the kind of a document from its text, and parses JSON and YAML."""

from __future__ import annotations

import enum
import re
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostics
from generator.strict_data.fault import DataError
from generator.strict_data.json_text import parse_json
from generator.strict_data.yaml_text import parse_yaml
from templates.connector_catalog.bounds import PAGE

_TAG = re.compile(r"<(?:!doctype|html|head|body|div|h[1-6]|p|table|tr|td|ul|li|section|article|main)\b", re.IGNORECASE)
_ROW_OF_TABLE = re.compile(r"^[ \t]*+\|?[\w ()*`]++\|", re.MULTILINE)

# The beginnings of lines that are not indented in an OpenAPI file in YAML.
_OUTER_LINE = re.compile(r"^[^\s#].*", re.MULTILINE)
_OPENAPI_KEY = re.compile(r"([\"']?)openapi\1[ \t]*:[ \t]+[\"']?\d")
_OUTER = re.compile(r"(?:[A-Za-z_$][\w.$-]*|\"[^\"\n]+\"|'[^'\n]+')[ \t]*:(?:\s|$)|-(?:\s|$)|---|%YAML|[]}]")


class Kind(enum.Enum):
    """The kind of a document, by its content."""

    HTML = "html"
    TEXT = "text"
    OPENAPI = "openapi"
    CAPTURE = "capture"


class Content(NamedTuple):
    """The kind of a document and, of JSON and YAML, its value."""

    kind: Kind
    data: Any = None


def parse_content(text: str, diagnostics: Diagnostics) -> Content | None:
    """Determine the kind of a document and parse JSON and YAML; return ``None``, with an error, for invalid text."""
    if text.lstrip().startswith("{"):
        return _parse_json(text, diagnostics)
    if _is_openapi_in_yaml(text):
        return _parse_yaml(text, diagnostics)
    if len(_TAG.findall(text[:20_000])) <= 2:
        return Content(Kind.TEXT)
    if len(text) > PAGE.bytes or text.count("<") > PAGE.containers:
        message = f"the page is larger than {PAGE.bytes // 2**20} MiB or has more than {PAGE.containers:,} elements"
        diagnostics.error("too-large", "", message)
        return None
    return Content(Kind.HTML)


def _is_openapi_in_yaml(text: str) -> bool:
    """Return whether only the keys of a YAML mapping, and no prose, precede the key ``openapi``."""
    if "openapi" not in text:
        return False
    for line in _OUTER_LINE.finditer(text):
        if _OPENAPI_KEY.match(text, line.start()) is not None:
            return True
        if _OUTER.match(text, line.start()) is None:
            return False
    return False


def _parse_json(text: str, diagnostics: Diagnostics) -> Content | None:
    try:
        data = parse_json(text)
    except DataError as fault:
        # A page's extracted text can begin with a payload. Unlike a JSON file that is cut off, it has rows of tables.
        is_text = _ROW_OF_TABLE.search(text) is not None and not text.lstrip().startswith('{"openapi"')
        if fault.code == "not-json" and is_text:
            return Content(Kind.TEXT)
        diagnostics.error(fault.code, fault.place, str(fault))
        return None
    if isinstance(data, dict) and "capture" in data and ("sections" in data or "specification" in data):
        return Content(Kind.CAPTURE, data)
    if isinstance(data, dict) and "openapi" in data:
        return Content(Kind.OPENAPI, data)
    diagnostics.error("unknown-document", "", "the JSON file is neither a capture nor an OpenAPI file")
    return None


def _parse_yaml(text: str, diagnostics: Diagnostics) -> Content | None:
    try:
        data = parse_yaml(text)
    except DataError as fault:
        diagnostics.error(fault.code, fault.place, str(fault))
        return None
    if isinstance(data, dict) and "openapi" in data:
        return Content(Kind.OPENAPI, data)
    diagnostics.error("unknown-document", "", "the YAML file is not an OpenAPI file")
    return None

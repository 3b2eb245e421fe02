"""Determines the kind of a document from its text, and parses JSON and YAML."""

from __future__ import annotations

import enum
import re
from typing import Any

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


def find_kind(content: str, diagnostics: Diagnostics) -> tuple[Kind | None, Any]:
    """Return a document's kind and, of JSON and YAML, its value; ``None`` and an error if it cannot be read."""
    if content.lstrip().startswith("{"):
        return _kind_of_json(content, diagnostics)
    if _is_openapi_in_yaml(content):
        return _kind_of_yaml(content, diagnostics)
    if len(_TAG.findall(content[:20_000])) <= 2:
        return Kind.TEXT, None
    if len(content) > PAGE.bytes or content.count("<") > PAGE.containers:
        message = f"the page is larger than {PAGE.bytes // 2**20} MiB or has more than {PAGE.containers:,} elements"
        diagnostics.error("too-large", "", message)
        return None, None
    return Kind.HTML, None


def _is_openapi_in_yaml(content: str) -> bool:
    """Return whether the keys of a YAML mapping, and no prose, lead to the key ``openapi``."""
    if "openapi" not in content:
        return False
    for line in _OUTER_LINE.finditer(content):
        if _OPENAPI_KEY.match(content, line.start()) is not None:
            return True
        if _OUTER.match(content, line.start()) is None:
            return False
    return False


def _kind_of_json(content: str, diagnostics: Diagnostics) -> tuple[Kind | None, Any]:
    try:
        data = parse_json(content)
    except DataError as fault:
        # A page's extracted text can begin with a payload. Unlike a JSON file that is cut off, it has rows of tables.
        is_text = _ROW_OF_TABLE.search(content) is not None and not content.lstrip().startswith('{"openapi"')
        if fault.code == "not-json" and is_text:
            return Kind.TEXT, None
        diagnostics.error(fault.code, fault.place, str(fault))
        return None, None
    if isinstance(data, dict) and "capture" in data and ("sections" in data or "specification" in data):
        return Kind.CAPTURE, data
    if isinstance(data, dict) and "openapi" in data:
        return Kind.OPENAPI, data
    diagnostics.error("unknown-document", "", "the JSON file is neither a capture nor an OpenAPI file")
    return None, None


def _kind_of_yaml(content: str, diagnostics: Diagnostics) -> tuple[Kind | None, Any]:
    try:
        data = parse_yaml(content)
    except DataError as fault:
        diagnostics.error(fault.code, fault.place, str(fault))
        return None, None
    if isinstance(data, dict) and "openapi" in data:
        return Kind.OPENAPI, data
    diagnostics.error("unknown-document", "", "the YAML file is not an OpenAPI file")
    return None, None

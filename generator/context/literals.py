"""Values as text of the language that they are printed in: the only way from a vendor's text into an output."""

from __future__ import annotations

import json
import re
from typing import Any

from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT

PATTERN_NAMES = {DATE: "DATE", DATE_TIME: "DATE_TIME", INTEGER: "INTEGER", MIDNIGHT: "MIDNIGHT"}
"""The names of the patterns that the package defines."""

_UNSAFE = re.compile(r"[^\x20-\x7e]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~$])")
_ENTITIES = str.maketrans({"<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;", "|": "&#124;", "&": "&amp;"})
_PLAIN_CODE = re.compile(
    r"[A-Za-z0-9_./:@%+*,;=()\[\]-](?:[A-Za-z0-9_./:@%+*,;=()\[\] -]*[A-Za-z0-9_./:@%+*,;=()\[\]-])?"
)
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=:])")


def python_literal(value: Any) -> str:
    """Return the Python expression of a JSON value or of constraints, in printable ASCII only.

    Strings are printed in double quotes, so that a formatter has nothing to change.
    """
    if isinstance(value, str):
        # JSON's escapes for control characters and quotes are Python's too; what is left outside ASCII is not safe
        # to show (it may turn the reading direction), and JSON writes it as \\uXXXX pairs that Python reads otherwise.
        body = json.dumps(value, ensure_ascii=False)
        return _UNSAFE.sub(_python_escape, body)
    if isinstance(value, dict):
        # A formatter keeps one entry per line where the last one has a comma.
        return "{" + "".join(f"{python_literal(k)}: {python_literal(v)}, " for k, v in value.items()) + "}"
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _constructor(value)
    if isinstance(value, list):
        return "[" + ", ".join(python_literal(each) for each in value) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(python_literal(each) for each in value) + ("," if len(value) == 1 else "") + ")"
    return repr(value)


def _constructor(value: Any) -> str:
    """Return the call that makes a named tuple; fields that have their default are left out."""
    defaults = value._field_defaults
    arguments = []
    for name, each in value._asdict().items():
        source = PATTERN_NAMES.get(each, "") if name == "pattern" else ""
        source = source or python_literal(each)
        if name not in defaults:
            arguments.append(source)
        elif each != defaults[name]:
            arguments.append(f"{name}={source}")
    return f"{type(value).__name__}({', '.join(arguments)})"


def docstring(text: str) -> str:
    """A Python docstring that holds the text, on one line."""
    return f'""{python_literal(text)}""'


def _python_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def markdown_text(text: str) -> str:
    """Text as Markdown that shows it as it is, on one line, safe in a table cell and for MDX."""
    line = " ".join(_visible(text).split())
    line = _MARKDOWN.sub(lambda match: _escaped(match[1]), line.replace("&", "&amp;"))
    return _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", line)


def _escaped(character: str) -> str:
    return character.translate(_ENTITIES) if character in "<>{}|" else f"\\{character}"


def markdown_code(value: Any) -> str:
    """A JSON value as inline code, safe in a table cell and for MDX; a string without its quotation marks."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if _PLAIN_CODE.fullmatch(text):
        return f"`{text}`"
    return f"<code>{markdown_text(text)}</code>" if _visible(text).strip() else '<code>""</code>'


def markdown_json(value: Any) -> str:
    """A JSON value as the text of a code block; no line of it can end the block."""
    return json.dumps(value, indent=2, ensure_ascii=True)


def html_id(text: str) -> str:
    """Text as an id of an element: letters, digits, dots, hyphens and underscores."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", text)


def _visible(text: str) -> str:
    """Without control characters and without the marks that turn the reading direction."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", text)

"""Values as text of the language that they are printed in: the only way from a vendor's text into an output.

Each function escapes what its language, or a reader of its text, would take for something else.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT

PATTERN_NAMES = {DATE: "DATE", DATE_TIME: "DATE_TIME", INTEGER: "INTEGER", MIDNIGHT: "MIDNIGHT"}
"""The names of the patterns that the package defines."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNSAFE = re.compile(r"[^\x20-\x7e]")
_TYPESCRIPT_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_MARKDOWN = str.maketrans(
    {character: f"\\{character}" for character in r"\`*_[]#~$"}
    | {"<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;", "|": "&#124;", "&": "&amp;"}
)
_PLAIN_CODE = re.compile(r"(?! )[A-Za-z0-9_./:@%+*,;=()\[\] -]+(?<! )")
# What begins a placeholder of a template engine; JSON itself has no such pair.
_PLACEHOLDER = re.compile(r"\{(?=[{%#])|[$#](?=\{)|<(?=%)")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=:])")
# Letters and marks that show nothing, although Unicode takes them for printable: joiners, fillers, selectors.
_BLANK = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def python_literal(value: Any) -> str:
    """Return the Python expression of a JSON value or of constraints, in printable ASCII only.

    Strings are printed in double quotes, so that a formatter has nothing to change.
    """
    if isinstance(value, str):
        # JSON's escapes for control characters and quotes are Python's too; what is left outside ASCII is not safe
        # to show (it may turn the reading direction), and JSON writes it as \\uXXXX pairs that Python reads otherwise.
        return _UNSAFE.sub(lambda match: ascii(match[0])[1:-1], json.dumps(value, ensure_ascii=False))
    if isinstance(value, dict):
        # A formatter keeps one entry per line where the last one has a comma.
        return "{" + "".join(f"{python_literal(k)}: {python_literal(v)}, " for k, v in value.items()) + "}"
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _constructor(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(python_literal, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(python_literal, value)) + ("," if len(value) == 1 else "") + ")"
    return repr(value)


def _constructor(value: Any) -> str:
    """Return the call that makes a named tuple; fields that have their default are left out."""
    defaults = value._field_defaults
    arguments = []
    for name, each in value._asdict().items():
        if name in defaults and each == defaults[name]:
            continue
        source = PATTERN_NAMES[each] if name == "pattern" and each in PATTERN_NAMES else python_literal(each)
        arguments.append(f"{name}={source}" if name in defaults else source)
    return f"{type(value).__name__}({', '.join(arguments)})"


def python_ascii(source: str) -> str:
    """Return Python source in ASCII, given source with other characters in string literals only."""
    return _NOT_ASCII.sub(lambda match: ascii(match[0])[1:-1], source)


def docstring(text: str) -> str:
    """Return a text as a Python docstring of one line."""
    return f'""{python_literal(text)}""'


def typescript_literal(value: Any) -> str:
    """Return the TypeScript literal type of a scalar JSON value, in ASCII."""
    return json.dumps(value, ensure_ascii=True)


def typescript_name(name: str) -> str:
    """Return the name of a member of a TypeScript object: as it is, or in quotation marks."""
    return name if _TYPESCRIPT_NAME.fullmatch(name) else typescript_literal(name)


def typescript_comment(text: str) -> str:
    """Return a text as one line of a TypeScript comment, which it cannot end and in which no tag begins."""
    line = " ".join(_visible(text).split())
    return line.replace("*/", "*\\/").replace("@", "\\@")


def docstring_line(text: str) -> str:
    """Return a text as one line of a Python docstring of several lines."""
    return python_literal(text)[1:-1]


def markdown_text(text: str) -> str:
    """Return a text as Markdown that shows it as it is, on one line, safe in a table cell and for MDX."""
    line = " ".join(_visible(text).split()).translate(_MARKDOWN)
    return _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", line)


def _visible(text: str) -> str:
    """Normalise a text to Unicode's form C and drop invisible characters: controls, marks of direction."""
    normal = unicodedata.normalize("NFC", text)
    return _BLANK.sub("", "".join(each for each in normal if each.isprintable() or each.isspace()))


def markdown_code(value: Any) -> str:
    """Return a JSON value as inline code, safe in a table cell and for MDX; a string without its quotation marks."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if _PLAIN_CODE.fullmatch(text):
        return f"`{text}`"
    shown = markdown_text(text) or '""'
    return f"<code>{shown}</code>"


def markdown_json(value: Any) -> str:
    """Return a JSON value as the text of a code block: no line ends the block, no template engine finds code in it."""
    return without_placeholders(json.dumps(value, indent=2, ensure_ascii=True))


def without_placeholders(text: str) -> str:
    """Escape what template engines take for code, in the text of a language that has JSON's escapes."""
    return _PLACEHOLDER.sub(unicode_escape, text)


def visible_escapes(text: str) -> str:
    """Escape the letters and marks that show nothing, in the text of a language that has such escapes."""
    return text if text.isascii() else _BLANK.sub(unicode_escape, text)


def unicode_escape(match: re.Match[str]) -> str:
    r"""Return the escape of the matched character in languages that have ``\u`` and ``\U``."""
    code = ord(match[0])
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"

"""JSON values and calls as Python, in the form that formatters leave as it is. Needs the standard library only.

The configuration builder writes the same (``templates/builder/src/outputs/python.ts``).
"""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

_INDENT = "    "
_LINE = "\n"


def arguments(values: Mapping[str, Any]) -> str:
    """Return the arguments of a call, each on a line of its own; names that Python cannot have are unpacked."""
    named = {name: each for name, each in values.items() if _is_name(name)}
    others = {name: each for name, each in values.items() if name not in named}
    lines = [f"{_INDENT}{name}={literal(each, 1)},\n" for name, each in named.items()]
    lines += [f"{_INDENT}**{literal(others, 1)},\n"] if others else []
    return f"\n{''.join(lines)}" if lines else ""


def literal(value: Any, depth: int = 0) -> str:
    """Return a JSON value as Python, each item of a list or object on a line of its own."""
    below, end = _INDENT * (depth + 1), _INDENT * depth
    if isinstance(value, dict) and value:
        items = [f"{below}{literal(name)}: {literal(each, depth + 1)}," for name, each in value.items()]
        return _LINE.join(["{", *items, f"{end}}}"])
    if isinstance(value, list) and value:
        return _LINE.join(["[", *(f"{below}{literal(each, depth + 1)}," for each in value), f"{end}]"])
    return _string(value) if isinstance(value, str) else repr(value)


def _is_name(name: str) -> bool:
    # Python changes some letters outside ASCII to others in names, and nothing may be assigned to `__debug__`.
    return name.isascii() and name.isidentifier() and not iskeyword(name) and name != "__debug__"


def _string(text: str) -> str:
    """Return a string literal in double quotes, or in single quotes where fewer have to be escaped."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    # With a quote of each kind at its end, `repr` escapes the single ones and takes these for its own.
    body = repr(f"{text}\"'")[1:-4].replace("\\'", "'")
    return quote + body.replace(quote, f"\\{quote}") + quote

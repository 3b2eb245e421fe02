"""A request as Python that uses the models, in the form that formatters leave as it is.

The configuration builder writes the same (``templates/builder/src/outputs/python.ts``).
"""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from typing import Any

from generator.context.literals import visible_escapes, without_placeholders

_INDENT = "    "


def python_request(module: str, model: str, properties: Mapping[str, Any], envelope: Mapping[str, Any]) -> str:
    """Return the source of a module that makes a request.

    Args:
        module: The module that has the model.
        model: The model's name.
        properties: The connector's properties.
        envelope: What the request has beside them.
    """
    expression = f"{model}({_arguments(properties)}).to_payload({_arguments(envelope)})"
    return f"from {module} import {model}\n\nrequest = {expression}"


def _arguments(values: Mapping[str, Any]) -> str:
    lines = [f"{_INDENT}{name}={_literal(each, 1)},\n" for name, each in values.items() if _is_named(name)]
    others = {name: each for name, each in values.items() if not _is_named(name)}
    if others:
        lines.append(f"{_INDENT}**{_literal(others, 1)},\n")
    return "\n" + "".join(lines) if lines else ""


def _is_named(name: str) -> bool:
    # Python normalises names, which may replace letters outside ASCII.
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name)


def _literal(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return _string(value)
    if not isinstance(value, dict | list) or not value:
        return repr(value)
    below = _INDENT * (depth + 1)
    if isinstance(value, dict):
        lines = [f"{below}{_string(name)}: {_literal(each, depth + 1)},\n" for name, each in value.items()]
        return "{\n" + "".join(lines) + _INDENT * depth + "}"
    lines = [f"{below}{_literal(each, depth + 1)},\n" for each in value]
    return "[\n" + "".join(lines) + _INDENT * depth + "]"


def _string(text: str) -> str:
    """Return a string in double quotes, or in single quotes where fewer have to be escaped."""
    mark = "'" if text.count('"') > text.count("'") else '"'
    # With a quote of each kind at its end, `repr` escapes the single ones and takes these for its own.
    body = repr(f"{text}\"'")[1:-4].replace("\\'", "'").replace(mark, f"\\{mark}")
    return f"{mark}{visible_escapes(without_placeholders(body))}{mark}"

"""A request as YAML that readers of every version understand alike.

The configuration builder writes the same (``templates/builder/src/outputs/yaml.ts``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.context.literals import without_placeholders
from templates.connector_catalog.yaml_scalars import is_plain

_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_LONGEST_KEY = 1000
"""Characters: readers may refuse a key of more than 1,024 that has no question mark before it."""


def yaml_text(value: Any) -> str:
    """Return the YAML of a JSON value, in ASCII, without a newline at its end."""
    return "\n".join(_lines(value, ""))


def _lines(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for name, each in value.items():
            key = _scalar(name)
            start = indent
            if len(key) > _LONGEST_KEY:
                yield f"{indent}? {key}"
            else:
                start += key
            if isinstance(each, dict) and each:
                yield f"{start}:"
                yield from _lines(each, f"{indent}  ")
            elif isinstance(each, list) and each:
                yield f"{start}:"
                yield from _lines(each, indent)
            else:
                yield f"{start}: {_scalar(each)}"
    elif isinstance(value, list) and value:
        for each in value:
            first, *others = _lines(each, f"{indent}  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from others
    else:
        yield indent + _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return value if is_plain(value) else _quoted(value)
    text = json.dumps(value)
    # Without a point, YAML 1.1 takes a number with an exponent for a string.
    return text.replace("e", ".0e") if isinstance(value, float) and "e" in text and "." not in text else text


def _quoted(text: str) -> str:
    return without_placeholders(_NOT_ASCII.sub(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"

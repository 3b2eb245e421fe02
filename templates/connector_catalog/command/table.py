"""A table of properties, with wrapped cells so that rows fit on a screen."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from .console import Console, shown

_WIDEST = 32
_FLAGS = {
    "createOnly": "create only",
    "readOnly": "set by the vendor",
    "writeOnly": "never returned",
    "deprecated": "deprecated",
}


def rows_of(properties: Sequence[dict[str, Any]], above: str = "") -> list[tuple[str, ...]]:
    """Return the rows of properties and of those inside of them: path, type, requirement, condition, and so on."""
    rows: list[tuple[str, ...]] = []
    for each in properties:
        path = above + each["name"]
        items = each.get("items") or {}
        values = each.get("enum") or items.get("enum") or ([each["const"]] if "const" in each else [])
        rows.append(
            (
                path,
                _type(each, items),
                _requirement(each),
                _condition(each),
                ", ".join(map(_literal, values)),
                _literal(each["default"]) if "default" in each else "",
                "secret" if each.get("secret") else "",
            )
        )
        rows += rows_of(each.get("properties") or [], f"{path}.")
        rows += rows_of(items.get("properties") or [], f"{path}[].")
    return rows


def _type(described: dict[str, Any], items: dict[str, Any]) -> str:
    types = _types(described.get("type"))
    return types.replace("array", f"array of {_types(items['type'])}") if items.get("type") else types


def _types(given: Any) -> str:
    return given if isinstance(given, str) else " or ".join(given or ())


def _requirement(described: dict[str, Any]) -> str:
    flags = [words for name, words in _FLAGS.items() if described.get(name)]
    stated = described.get("requirement") or ""
    return ", ".join(([{"readOnly": ""}.get(stated, stated)] if stated != "readOnly" else []) + flags).strip(", ")


def _condition(described: dict[str, Any]) -> str:
    return " and ".join(
        f"{each['property']} is {' or '.join(map(_literal, each['in']))}"
        for each in described.get("requiredWhen") or ()
    )


def _literal(value: Any) -> str:
    return value if isinstance(value, str) and value else json.dumps(value)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], console: Console) -> str:
    """Return rows below a head, without columns that are empty in all rows."""
    used = [index for index in range(len(head)) if any(row[index] for row in rows)]
    cells = [[_lines(row[index]) for index in used] for row in rows]
    names = [head[index] for index in used]
    widths = [
        max([len(name)] + [len(line) for row in cells for line in row[column]]) for column, name in enumerate(names)
    ]
    lines = [console.style(_joined(names, widths), "bold")]
    for row in cells:
        lines += [_joined(parts, widths) for parts in zip_longest(*row, fillvalue="")]
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    # Words are not broken, so that names and values can be copied.
    return textwrap.wrap(shown(text), _WIDEST, break_long_words=False, break_on_hyphens=False) or [""]


def _joined(parts: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()

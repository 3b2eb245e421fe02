"""The commands that show the catalog: ``list``, ``search``, ``show``, ``example``, ``schema``, ``standalone``."""

from __future__ import annotations

import json
import textwrap
from argparse import Namespace
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from .. import registry
from ..escaping import shown
from ..registry import Entry, UnknownConnectorError
from ..vendors import vendors
from ..wording import did_you_mean
from .console import Console
from .example import example_request
from .standalone import standalone

_CONDITIONS = {"REQUIRED WHEN": "requiredWhen", "APPLIES WHEN": "appliesWhen", "EXPECTED WHEN": "expectedWhen"}
_HEAD = ("PROPERTY", "TYPE", "REQUIREMENT", *_CONDITIONS, "VALUES", "DEFAULT", "SECRET", "NOTE")
_WIDEST = 32
_FLAGS = {
    "createOnly": "create only",
    "readOnly": "set by the vendor",
    "writeOnly": "never returned",
    "deprecated": "deprecated",
}


def list_connectors(options: Namespace, console: Console) -> int:
    """List the connectors of the catalog."""
    roles = {options.role} if options.role else {"source", "destination"}
    names = {options.vendor} if options.vendor else set(vendors())
    _write_entries([each for each in registry.entries() if each.vendor in names and each.role in roles], console)
    return 0


def search_connectors(options: Namespace, console: Console) -> int:
    """List the connectors that match; the status is 1 if there are none."""
    found = registry.search(" ".join(options.words))
    _write_entries(found, console)
    if not found:
        console.say("no connector has all of these words in its id or name")
    return 0 if found else 1


def _write_entries(entries: Sequence[Entry], console: Console) -> None:
    widths = [max((len(each[index]) for each in entries), default=0) for index in range(3)]
    for each in entries:
        vendor, role, type_ = (text.ljust(width) for text, width in zip(each[:3], widths, strict=True))
        console.write(f"{vendor}  {role}  {console.style(type_, 'bold')}  {shown(each.name)}\n")


def _view(text_of: Callable[[Namespace, Console], str]) -> Callable[[Namespace, Console], int]:
    """Make a command of a function that returns the text for a connector; the status is 2 if there is none."""

    def run(options: Namespace, console: Console) -> int:
        try:
            text = text_of(options, console)
        except UnknownConnectorError as unknown:
            hint = did_you_mean(unknown.near)
            message = f"unknown {options.vendor} connector {options.type!r}{'; ' if hint else ''}{hint}"
            console.say(f"connector-catalog: {message}")
            return 2
        console.write(text)
        return 0

    return run


@_view
def show_connector(options: Namespace, console: Console) -> str:
    """Show the properties of a connector."""
    entry = registry.find(options.vendor, options.type)
    described = registry.describe(entry.vendor, entry.type)
    title = console.style(shown(entry.name), "bold")
    text = f"{title}: {entry.vendor} {entry.role} {entry.type}, model {entry.model}\n"
    for step in described["steps"]:
        text += f"\n{console.style(shown(step['name']), 'cyan')}\n{_table(_HEAD, _rows(step['properties']), console)}"
        text += "".join(f"{shown(rule)}\n" for rule in _rules(step.get("rules") or ()))
    return text if described["steps"] else f"{text}\nThe connector takes no properties.\n"


@_view
def show_example(options: Namespace, _: Console) -> str:
    """Print a request for a connector."""
    return json.dumps(example_request(options.vendor, options.type, full=options.full), indent=2) + "\n"


@_view
def show_schema(options: Namespace, _: Console) -> str:
    """Print the JSON Schema of a connector's properties."""
    return json.dumps(registry.schema(options.vendor, options.type), indent=2) + "\n"


@_view
def show_standalone(options: Namespace, _: Console) -> str:
    """Print a connector's validator as one module."""
    return standalone(options.vendor, options.type)


def _rules(rules: Sequence[dict[str, Any]]) -> list[str]:
    """Return in words the rules that concern several properties."""
    words = [f"At least one of: {', '.join(rule['anyOf'])}" for rule in rules if "anyOf" in rule]
    words += [f"At most one of: {', '.join(rule['atMostOne'])}" for rule in rules if "atMostOne" in rule]
    return words


def _rows(properties: Sequence[dict[str, Any]], above: str = "") -> list[tuple[str, ...]]:
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
                *(_condition(each.get(name)) for name in _CONDITIONS.values()),
                _values(each, values),
                _default(each),
                "secret" if each.get("secret") else "",
                " ".join(filter(None, [each.get("note"), each.get("link")])),
            )
        )
        for holder, place in ((each, path), (items, f"{path}[]")):
            rows += _rows(holder.get("properties") or [], f"{place}.")
            for variant in holder.get("variants") or ():
                rows += _rows(variant["properties"], f"{place}[{variant['name']}].")
    return rows


def _type(described: dict[str, Any], items: dict[str, Any]) -> str:
    types = _types(described.get("type"))
    return types.replace("array", f"array of {_types(items['type'])}") if items.get("type") else types


def _types(given: Any) -> str:
    return given if isinstance(given, str) else " or ".join(given or ())


def _requirement(described: dict[str, Any]) -> str:
    flags = [words for name, words in _FLAGS.items() if described.get(name)]
    stated = described.get("requirement")
    return ", ".join([stated, *flags] if stated and stated != "readOnly" else flags)


def _condition(stated: list[dict[str, Any]] | None) -> str:
    return " and ".join(f"{each['property']} is {' or '.join(map(_literal, each['in']))}" for each in stated or ())


def _values(described: dict[str, Any], values: list[Any]) -> str:
    old = described.get("deprecatedValues") or []
    listed = [f"{_literal(each)} (deprecated)" if each in old else _literal(each) for each in values]
    return ", ".join([*listed, *(["..."] if described.get("enumOpen") and listed else [])])


def _default(described: dict[str, Any]) -> str:
    others = [
        f"{_literal(each['value'])} if {' or '.join(each['anyGiven'])} is given"
        for each in described.get("defaultWhen") or ()
    ]
    return ", ".join([*others, *([_literal(described["default"])] if "default" in described else [])])


def _literal(value: Any) -> str:
    return value if isinstance(value, str) and value else json.dumps(value)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], console: Console) -> str:
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

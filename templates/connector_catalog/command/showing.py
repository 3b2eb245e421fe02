"""The commands that show the catalog: ``list``, ``search``, ``show``, ``example``, ``schema``, ``standalone``."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

from .. import registry
from ..registry import Entry, UnknownConnectorError
from ..vendors import vendors
from ..wording import did_you_mean
from .console import Console, shown
from .example import example_request
from .standalone import standalone
from .table import rows_of, table

_HEAD = ("PROPERTY", "TYPE", "REQUIREMENT", "REQUIRED WHEN", "VALUES", "DEFAULT", "SECRET")


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


def show_connector(options: Namespace, console: Console) -> int:
    """Show the properties of a connector."""
    return _of_connector(options, console, lambda: _shown(options, console))


def _shown(options: Namespace, console: Console) -> str:
    entry = registry.find(options.vendor, options.type)
    described = registry.describe(entry.vendor, entry.type)
    title = console.style(shown(entry.name), "bold")
    text = f"{title}: {entry.vendor} {entry.role} {entry.type}, model {entry.model}\n"
    for step in described["steps"]:
        text += f"\n{console.style(shown(step['name']), 'cyan')}\n{table(_HEAD, rows_of(step['properties']), console)}"
    return text if described["steps"] else f"{text}\nThe connector takes no properties.\n"


def show_example(options: Namespace, console: Console) -> int:
    """Print a request for a connector."""
    return _of_connector(
        options, console, lambda: _json(example_request(options.vendor, options.type, full=options.full))
    )


def show_schema(options: Namespace, console: Console) -> int:
    """Print the JSON Schema of a connector's properties."""
    return _of_connector(options, console, lambda: _json(registry.schema(options.vendor, options.type)))


def show_standalone(options: Namespace, console: Console) -> int:
    """Print a connector's validator as one module."""
    return _of_connector(options, console, lambda: standalone(options.vendor, options.type))


def _json(value: Any) -> str:
    return json.dumps(value, indent=2) + "\n"


def _of_connector(options: Namespace, console: Console, write: Callable[[], str]) -> int:
    try:
        text = write()
    except UnknownConnectorError as unknown:
        hint = did_you_mean(unknown.near)
        console.say(
            f"connector-catalog: unknown {options.vendor} connector {options.type!r}{'; ' if hint else ''}{hint}"
        )
        return 2
    console.write(text)
    return 0

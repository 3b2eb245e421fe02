"""The commands that list connectors: ``list`` and ``search``."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from .. import registry
from ..entry import Entry
from ..escaping import shown
from ..references import page_of
from ..searching import search
from ..wording import join_and
from .console import Console


def list_connectors(options: Namespace, console: Console) -> int:
    """List the connectors of the catalog."""
    _write(_chosen(registry.entries(), options), options, console)
    return 0


def search_connectors(options: Namespace, console: Console) -> int:
    """List the matching connectors, the nearest first; the status is 1 if none matches."""
    matches = _chosen(search(" ".join(options.words)), options)
    _write(matches, options, console)
    if not matches:
        console.say("no connector has all of these words in its id or name")
    return 0 if matches else 1


def _chosen(entries: Sequence[Entry], options: Namespace) -> list[Entry]:
    return [each for each in entries if options.vendor in (None, each.vendor) and options.role in (None, each.role)]


def _write(entries: Sequence[Entry], options: Namespace, console: Console) -> None:
    if options.json:
        lines = ",\n".join(json.dumps(_fields(each)) for each in entries)
        console.write(f"[\n{lines}\n]\n" if lines else "[]\n")
        return
    widths = [max((len(each[index]) for each in entries), default=0) for index in range(3)]
    for each in entries:
        vendor, role, type_ = (text.ljust(width) for text, width in zip(each[:3], widths, strict=True))
        gone = f"  (no longer in {shown(join_and(each.absent_from))})" if each.absent_from else ""
        console.write(f"{vendor}  {role}  {console.style(type_, 'bold')}  {shown(each.name)}{gone}\n")


def _fields(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "key": entry.key,
        "vendor": entry.vendor,
        "role": entry.role,
        "type": entry.type,
        "name": entry.name,
        "model": entry.model,
        "reference": page_of(entry.key),
    }
    return fields | ({"absentFrom": [*entry.absent_from]} if entry.absent_from else {})

"""The command ``reference``: where the reference describes a connector or one of its properties."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Mapping

from ..entry import Entry
from ..nearest import nearest
from ..property_definitions import walk
from ..references import anchor_of, page_of
from ..registry import UnknownConnectorError, definition_of
from ..requests import shape_of
from .console import Console
from .naming import SeveralConnectorsError, resolve, say_not_found

_INDEX = re.compile(r"\[\d*\]")


def print_reference(options: Namespace, console: Console) -> int:
    """Print the link, or the page if no base URL is known; the status is 2 if the place does not exist."""
    try:
        entry, rest = resolve(options.words, most_after=1)
    except (UnknownConnectorError, SeveralConnectorsError) as error:
        return say_not_found(error, options, console)
    reference = page_of(entry.key)
    if rest:
        anchors = anchors_of(entry)
        path = _without_part(entry, _INDEX.sub("", rest[0]), anchors)
        if path not in anchors:
            hint = nearest(path, anchors)
            message = f"{entry.key} has no property {rest[0]!r}{'; ' if hint else ''}{hint}"
            console.say(f"connector-catalog {options.command}: {message}")
            return 2
        reference = f"{reference}#{anchors[path]}"
    console.write(f"{options.links.to(reference) or reference}\n")
    return 0


def anchors_of(entry: Entry) -> dict[str, str]:
    """Return the anchor of each property by its path, as ``show`` prints it but without ``[]``.

    Without the names of variants in brackets, as in a problem, a path is that of the first variant.
    """
    anchors: dict[str, str] = {}
    for step in definition_of(entry.vendor, entry.type)["steps"]:
        for each in walk(step["properties"]):
            path, names = (place.replace("[]", "") for place in (each.path, each.system_path))
            anchors.setdefault(path, anchor_of(step["name"], path))
            anchors.setdefault(names, anchor_of(step["name"], path))
    return anchors


def _without_part(entry: Entry, path: str, known: Mapping[str, str]) -> str:
    """Return a path without the part of a request that it begins with."""
    part, _, rest = path.partition(".")
    return rest if part in shape_of(entry).parts and path not in known else path

"""The command ``reference``: where the reference describes a connector or one of its properties."""

from __future__ import annotations

import re
from argparse import Namespace

from ..nearest import nearest
from ..reference_anchors import anchors_of
from ..references import page_of
from ..registry import Entry, UnknownConnectorError
from ..requests import shape_of
from .console import Console
from .resolving import SeveralConnectorsError, resolve, say_not_found

_BRACKETS = re.compile(r"\[[^\]]*\]")


def print_reference(options: Namespace, console: Console) -> int:
    """Print the link, or the page where no base URL is known; the status is 2 if there is no such place."""
    try:
        entry, rest = resolve(options.words, most_after=1)
    except (UnknownConnectorError, SeveralConnectorsError) as error:
        return say_not_found(error, options, console)
    reference = page_of(entry.key)
    if rest:
        anchor = _anchor(entry, rest[0])
        if anchor is None:
            hint = nearest(_plain(entry, rest[0]), anchors_of(entry))
            message = f"{entry.key} has no property {rest[0]!r}{'; ' if hint else ''}{hint}"
            console.say(f"connector-catalog {options.command}: {message}")
            return 2
        reference = f"{reference}#{anchor}"
    console.write(f"{options.links.to(reference) or reference}\n")
    return 0


def _anchor(entry: Entry, path: str) -> str | None:
    """Return the anchor of a property by its path, as problems and ``show`` have it."""
    return anchors_of(entry).get(_plain(entry, path))


def _plain(entry: Entry, path: str) -> str:
    plain = _BRACKETS.sub("", path)
    part, _, rest = plain.partition(".")
    return rest if part in shape_of(entry).parts and plain not in anchors_of(entry) else plain

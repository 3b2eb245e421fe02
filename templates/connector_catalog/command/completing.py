"""Shell completion of connector names."""

from __future__ import annotations

from argparse import Namespace

from ..registry import entries
from ..vendors import vendors


def types_beginning(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Return the ids of the vendor that is given, or of any."""
    vendor = parsed_args.vendor
    return [each.type for each in entries() if vendor in (None, each.vendor) and each.type.startswith(prefix)]


def connectors_beginning(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Return the ids of the vendor that is given as a word, else vendors, and keys or ids where one is begun."""
    named = [each for each in parsed_args.words or () if each in vendors()]
    if named:
        return [each.type for each in entries() if each.vendor == named[0] and each.type.startswith(prefix)]
    names = [*vendors(), *(name for each in entries() for name in (each.key, each.type) if prefix)]
    return [each for each in dict.fromkeys(names) if each.startswith(prefix)]


def targets_beginning(prefix: str, **_: object) -> list[str]:
    """Return vendors, and the connectors of one where its name is followed by a slash."""
    names = [f"{each.vendor}/{each.type}" for each in entries()] if "/" in prefix else [*vendors()]
    return [each for each in names if each.startswith(prefix)]

"""Shell completion by argcomplete, which is imported only when a shell asks for completions."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, Namespace
from importlib import import_module

from ..registry import entries


def complete(parser: ArgumentParser) -> None:
    """Print the completions and exit, if a shell asks for them."""
    if "_ARGCOMPLETE" not in os.environ:
        return
    try:
        argcomplete = import_module("argcomplete")
    except ImportError:
        return
    argcomplete.autocomplete(parser)


def completes_types(action: Action) -> None:
    """Complete an argument with the ids of connectors."""
    action.completer = _types  # type: ignore[attr-defined] # where argcomplete looks for it


def _types(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    vendor = parsed_args.vendor
    return [each.type for each in entries() if vendor in (None, each.vendor) and each.type.startswith(prefix)]

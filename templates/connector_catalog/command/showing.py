"""The commands that show one connector: ``show``, ``example``, ``schema`` and ``standalone``."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable

from .. import registry
from ..describing import describe
from ..entry import Entry
from ..escaping import shown
from ..references import page_of
from ..registry import UnknownConnectorError
from ..wording import join_and
from .console import Console
from .counterpart_lines import counterparts_of, text_of_system
from .described import text_of_step
from .example import example_request
from .naming import SeveralConnectorsError, resolve, say_not_found
from .standalone import standalone


def _view(text_of: Callable[[Entry, Namespace, Console], str]) -> Callable[[Namespace, Console], int]:
    """Make a command of a function that returns text about a connector; the status is 2 for an unknown connector."""

    def run(options: Namespace, console: Console) -> int:
        try:
            entry, _ = resolve(options.words)
        except (UnknownConnectorError, SeveralConnectorsError) as error:
            return say_not_found(error, options, console)
        console.write(text_of(entry, options, console))
        return 0

    return run


@_view
def show_connector(entry: Entry, options: Namespace, console: Console) -> str:
    """Show the properties of a connector."""
    described = describe(entry.vendor, entry.type)
    if options.json:
        return json.dumps(described, indent=2) + "\n"
    title = console.style(shown(entry.name), "bold")
    text = f"{title}\n{entry.key}\nModel {entry.model}\nReference {page_of(entry.key)}\n"
    text += f"No longer in {shown(join_and(entry.absent_from))}.\n" if entry.absent_from else ""
    text += text_of_system(described)
    steps = [text_of_step(each, console, counterparts_of(described)) for each in described["steps"]]
    return text + "".join(steps) if steps else f"{text}\nThe connector takes no properties.\n"


@_view
def show_example(entry: Entry, options: Namespace, _: Console) -> str:
    """Print a request for a connector."""
    return json.dumps(example_request(entry.vendor, entry.type, full=options.full), indent=2) + "\n"


@_view
def show_schema(entry: Entry, _: Namespace, __: Console) -> str:
    """Print the JSON Schema of a connector's properties."""
    return json.dumps(registry.schema(entry.vendor, entry.type), indent=2) + "\n"


@_view
def show_standalone(entry: Entry, _: Namespace, __: Console) -> str:
    """Print a connector's validator as one module."""
    return standalone(entry.vendor, entry.type)

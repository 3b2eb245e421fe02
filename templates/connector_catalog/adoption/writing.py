"""The text of adopted connections in each format."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Literal

from .adopted import Connection

Format = Literal["json", "yaml", "python"]

_PACKAGE = __package__.rpartition(".")[0]


def text_of(connections: Sequence[Connection], format_: Format = "json") -> str:
    """Return the text of connections whose connectors are known, with all of them in one file.

    Raises:
        ModuleNotFoundError: The format is YAML, and PyYAML is not installed.
    """
    # Each format is imported when it is asked for.
    module = import_module(f"{__package__}.{format_}_text")
    more = (_PACKAGE,) if format_ == "python" else ()
    text: str = getattr(module, f"{format_}_text")(connections, *more)
    return text

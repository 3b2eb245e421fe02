"""Arguments that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..links import VARIABLE, BadUrlError, Links, links
from .console import Console

PROGRAM = "connector-catalog"


def parser_for(make: Callable[..., Any], name: str, description: str, **others: Any) -> ArgumentParser:
    """Return the parser that a function makes, with its description as it is written."""
    parser: ArgumentParser = make(
        name, description=description, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **others
    )
    return parser


def add_base_url(parser: ArgumentParser) -> None:
    """Add the option from which links to the reference are made."""
    parser.add_argument(
        "--base-url",
        dest="links",
        type=_links,
        default="",
        metavar="URL",
        help=f"where the reference is published (default: {VARIABLE}, or what the package was built with)",
    )


def _links(text: str) -> Links:
    try:
        return links(text)
    except BadUrlError as error:
        raise ArgumentTypeError(str(error)) from None


def lazy(module: str, function: str) -> Callable[[Namespace, Console], int]:
    """Return a command that is imported when it runs, so that other commands and the help start fast."""

    def run(options: Namespace, console: Console) -> int:
        status: int = getattr(import_module(f"{__package__}.{module}"), function)(options, console)
        return status

    return run

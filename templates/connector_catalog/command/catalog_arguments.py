"""The arguments of the commands that list and show connectors."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from ..vendors import vendors
from .completing import connectors_beginning
from .parsers import PROGRAM, add_base_url, lazy, parser_for

_SEARCH = "List the connectors whose id or name contains all of these words, ignoring case, the nearest first."
_REFERENCE = """Print the link to a connector's page of the reference, or to one PROPERTY on it; without a base URL,
the page's path. {page} in a base URL stands for the page; without that, /{page}.html is added."""
_CONNECTOR = """A CONNECTOR is its vendor and the type that the vendor's API takes (`VENDOR TYPE`), its key in the
catalog (`VENDOR/ROLE/TYPE`), or the type alone where no other vendor has the same."""


def add_lists(commands: Any) -> None:
    """Add the commands that list connectors."""

    def add(name: str, function: str, about: str, help_: str) -> ArgumentParser:
        parser = parser_for(commands.add_parser, name, about, help=help_)
        parser.add_argument("--vendor", choices=tuple(vendors()), help="only connectors of this vendor")
        parser.add_argument("--role", choices=("source", "destination"), help="only connectors of this role")
        parser.add_argument("--json", action="store_true", help="print a JSON list")
        parser.set_defaults(run=lazy("catalog_lists", function))
        return parser

    add("list", "list_connectors", "List the connectors of the catalog.", "list connectors")
    searching = add("search", "search_connectors", _SEARCH, "search connectors")
    searching.add_argument("words", nargs="+", metavar="WORD")


def add_views(commands: Any) -> None:
    """Add the commands that show one connector."""

    def add(name: str, command: str, about: str, help_: str, after: str = "") -> ArgumentParser:
        parser = parser_for(commands.add_parser, name, f"{about}\n\n{_CONNECTOR}", help=help_)
        parser.usage = f"{PROGRAM} {name} [options] CONNECTOR{after}"
        words = parser.add_argument("words", nargs="+", metavar="CONNECTOR", help="one or two words, as above")
        words.completer = connectors_beginning  # type: ignore[attr-defined] # where argcomplete looks for it
        parser.set_defaults(run=lazy(*command.split(".")))
        return parser

    show = add("show", "showing.show_connector", "Show the properties of a connector.", "show a connector's properties")
    show.add_argument("--json", action="store_true", help="print the connector as the catalog has it")
    about = "Print a request for a connector as JSON, with placeholders to fill in."
    example = add("example", "showing.show_example", about, "print a request to fill in")
    example.add_argument("--full", action="store_true", help="include optional properties")
    add("schema", "showing.show_schema", "Print the JSON Schema of a connector's properties.", "print a JSON Schema")
    about = "Print a connector's validator as one Python module that needs the standard library only."
    add("standalone", "showing.show_standalone", about, "print a validator as one file")
    reference = add(
        "reference",
        "referring.print_reference",
        _REFERENCE,
        "print the link to the reference",
        after=" [PROPERTY]",
    )
    add_base_url(reference)

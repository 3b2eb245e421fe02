"""Arguments of the commands that read files of requests or responses."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from ..registry import UnknownConnectorError, entries, find
from ..searching import suggested_keys
from ..vendors import vendors
from ..wording import did_you_mean, join_or
from .completing import types_beginning
from .ignore_patterns import INCLUDED
from .parsers import add_base_url


def add_connector(parser: ArgumentParser, noun: str) -> None:
    """Add the options for the connector of all payloads; ``noun`` names the payloads in the help."""
    parser.add_argument("--vendor", choices=tuple(vendors()), help=f"vendor of all {noun}")
    types = parser.add_argument("--type", metavar="TYPE", help=f"id of the connector of all {noun}")
    types.completer = types_beginning  # type: ignore[attr-defined] # where argcomplete looks for it


def add_action(parser: ArgumentParser) -> None:
    """Add the option for the action of the requests."""
    parser.add_argument(
        "--action",
        choices=("create", "update", "draft"),
        default="create",
        help="action of the requests; a draft may lack required properties (default: create)",
    )


def add_files(parser: ArgumentParser) -> None:
    """Add the files, the patterns for the files of folders, and the format of the findings."""
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="default: text")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="processes for .jsonl (default: one per core)")
    add_base_url(parser)
    for name, help_ in (
        ("--include", f"validate these files of a folder instead of {join_or(INCLUDED)}; may be given several times"),
        ("--exclude", "leave out these files and folders of a folder; may be given several times"),
    ):
        parser.add_argument(name, action="append", default=[], metavar="PATTERN", help=help_)
    parser.add_argument("files", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")


def set_vendor(parser: ArgumentParser, options: Namespace) -> None:
    """Set the vendor of ``--type``; an unknown type is wrong usage instead of a problem of each payload."""
    if options.type is None:
        return
    vendors_with = {each.vendor for each in entries() if each.type == options.type}
    if options.vendor is None and len(vendors_with) == 1:
        options.vendor = vendors_with.pop()
    elif options.vendor is None and vendors_with:
        parser.error(f"--type {options.type} needs --vendor {join_or(sorted(vendors_with))}")
    elif options.vendor is None:
        hint = did_you_mean(suggested_keys(options.type))
        parser.error(f"argument --type: unknown connector{'; ' if hint else ''}{hint}")
    elif options.vendor not in vendors_with:
        try:
            find(options.vendor, options.type)
        except UnknownConnectorError as unknown:
            hint = did_you_mean(unknown.near)
            parser.error(f"argument --type: unknown {options.vendor} connector{'; ' if hint else ''}{hint}")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise ArgumentTypeError("expected a number from 1 to 1024")
    return int(text)

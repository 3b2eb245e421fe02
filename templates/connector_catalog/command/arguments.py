"""The commands, their arguments and their help."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

from ..registry import UnknownConnectorError, entries, find
from ..vendors import request_fields, vendors
from ..wording import did_you_mean, join_or
from .adopt_arguments import ADOPT, add_adopt
from .console import Console, version

PROGRAM = "connector-catalog"

_STATUSES = """
exit status:
  0  all payloads are accepted, possibly with warnings
  1  there are errors
  2  wrong usage, or an unreadable file
"""
_COMPLETION = f"""
shell completion, for bash and zsh:
  pip install 'connector-catalog[completion]'
  eval "$(register-python-argcomplete {PROGRAM})"
"""
_VALIDATE = f"""Validate requests against the catalog, offline. A FILE contains a request, a JSON list of
requests, one request per line (.jsonl, .ndjson), or YAML documents; - is standard input. A request
names its connector by {{fields}}.
Payloads that do not need --vendor and --type, and may be the connector's properties alone.

Each problem is one line: file:line: path: message; hint [code] (page of the reference). A warning or
a note has its level before the path. Values of payloads are never shown.
{_STATUSES}
examples:
  {PROGRAM} validate connections/*.json
  {PROGRAM} validate --format github --unknown warn requests.jsonl
  {PROGRAM} validate --vendor VENDOR --type TYPE properties.yaml
"""


def parser_of() -> ArgumentParser:
    """Return the parser of all commands; its namespaces have the command's function in ``run``."""
    description = f"Validate and look up the configuration of data connectors.\n{_STATUSES}{_COMPLETION}"
    parser = _parser(ArgumentParser, PROGRAM, description)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version()}", help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    about = _VALIDATE.format(fields=join_or(request_fields()))
    _add_validate(_parser(commands.add_parser, "validate", about, help="validate files of requests"))
    _add_adopt(_parser(commands.add_parser, "adopt", ADOPT, help="make requests of an API's response"))
    _add_lists(commands)
    _add_views(commands)
    if "_ARGCOMPLETE" in os.environ:
        # A shell asks for completions, which are printed; then the process ends.
        with suppress(ImportError):
            import_module("argcomplete").autocomplete(parser)
    return parser


def _parser(make: Callable[..., Any], name: str, description: str, **others: Any) -> ArgumentParser:
    made: ArgumentParser = make(
        name, description=description, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **others
    )
    return made


def _add_validate(parser: ArgumentParser) -> None:
    parser.add_argument("--vendor", choices=tuple(vendors()), help="vendor of all payloads")
    _complete_types(parser.add_argument("--type", metavar="TYPE", help="id of the connector of all payloads"))
    parser.add_argument(
        "--action",
        choices=("create", "update", "draft"),
        default="create",
        help="what the requests do; of a draft nothing is missing (default: create)",
    )
    parser.add_argument(
        "--unknown",
        choices=("error", "warn", "allow"),
        default="error",
        help="how to treat names that the catalog does not know (default: error)",
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="default: text")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="processes for .jsonl (default: one per core)")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")

    validate_files = _lazy("validating", "validate_files")

    def run(options: Namespace, console: Console) -> int:
        _set_vendor(parser, options)
        return validate_files(options, console)

    parser.set_defaults(run=run)


def _add_adopt(parser: ArgumentParser) -> None:
    parser.add_argument("--vendor", choices=tuple(vendors()), help="vendor of all responses")
    _complete_types(parser.add_argument("--type", metavar="TYPE", help="id of the connector of all responses"))
    add_adopt(parser)
    adopt_files = _lazy("adopting", "adopt_files")

    def run(options: Namespace, console: Console) -> int:
        _set_vendor(parser, options)
        return adopt_files(options, console)

    parser.set_defaults(run=run)


def _set_vendor(parser: ArgumentParser, options: Namespace) -> None:
    """Set the vendor of ``--type``; an unknown type is wrong usage, and not a problem of each payload."""
    if options.type is None:
        return
    having = {each.vendor for each in entries() if each.type == options.type}
    if options.vendor is None and len(having) == 1:
        options.vendor = having.pop()
    elif options.vendor is None:
        parser.error("--type needs --vendor")
    elif options.vendor not in having:
        try:
            find(options.vendor, options.type)
        except UnknownConnectorError as unknown:
            hint = did_you_mean(unknown.near)
            parser.error(f"argument --type: unknown {options.vendor} connector{'; ' if hint else ''}{hint}")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise ArgumentTypeError("expected a number from 1 to 1024")
    return int(text)


def _add_lists(commands: Any) -> None:
    listing = _parser(commands.add_parser, "list", "List the connectors of the catalog.", help="list connectors")
    listing.add_argument("--vendor", choices=tuple(vendors()), help="only connectors of this vendor")
    listing.add_argument("--role", choices=("source", "destination"), help="only connectors of this role")
    listing.set_defaults(run=_lazy("showing", "list_connectors"))

    about = "List the connectors whose id or name contains all of these words, ignoring case."
    searching = _parser(commands.add_parser, "search", about, help="search connectors")
    searching.add_argument("words", nargs="+", metavar="WORD")
    searching.set_defaults(run=_lazy("showing", "search_connectors"))


def _add_views(commands: Any) -> None:
    def add(name: str, function: str, about: str, help_: str) -> ArgumentParser:
        parser = _parser(commands.add_parser, name, about, help=help_)
        names = tuple(vendors())
        parser.add_argument("vendor", choices=names, metavar="VENDOR", help=join_or(names))
        _complete_types(parser.add_argument("type", metavar="TYPE", help="id that the vendor's API takes"))
        parser.set_defaults(run=_lazy("showing", function))
        return parser

    add("show", "show_connector", "Show the properties of a connector.", "show a connector's properties")
    about = "Print a request for a connector as JSON, with placeholders to fill in."
    example = add("example", "show_example", about, "print a request to fill in")
    example.add_argument("--full", action="store_true", help="include optional properties")
    add("schema", "show_schema", "Print the JSON Schema of a connector's properties.", "print a JSON Schema")
    about = "Print a connector's validator as one Python module that needs the standard library only."
    add("standalone", "show_standalone", about, "print a validator as one file")


def _complete_types(action: Action) -> None:
    def types(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
        vendor = parsed_args.vendor
        return [each.type for each in entries() if vendor in (None, each.vendor) and each.type.startswith(prefix)]

    action.completer = types  # type: ignore[attr-defined] # where argcomplete looks for it


def _lazy(module: str, function: str) -> Callable[[Namespace, Console], int]:
    """Return a command that is imported when it runs, so that other commands and the help start fast."""

    def run(options: Namespace, console: Console) -> int:
        status: int = getattr(import_module(f"{__package__}.{module}"), function)(options, console)
        return status

    return run

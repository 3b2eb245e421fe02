"""The commands, their arguments and their help."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from importlib import import_module

from ..registry import UnknownConnectorError, entries, find
from ..searching import suggested_keys
from ..vendors import request_fields, vendors
from ..warning_codes import refuse_other_codes
from ..wording import did_you_mean, join_or
from .adopt_arguments import ADOPT, add_adopt
from .catalog_arguments import add_lists, add_views
from .completing import types_beginning
from .console import Console, version
from .convert_arguments import CONVERT, add_convert
from .ignore_patterns import INCLUDED
from .parsers import PROGRAM, add_base_url, lazy, parser_for

_STATUSES = """
exit status:
  0  all payloads are accepted, possibly with warnings
  1  there are errors
  2  wrong usage, an unreadable file, or a folder without payloads
"""
_COMPLETION = f"""
shell completion, for bash and zsh:
  pip install 'connector-catalog[completion]'
  eval "$(register-python-argcomplete {PROGRAM})"
"""
_VALIDATE = f"""Validate requests against the catalog, offline. A file contains a request, a JSON list of
requests, one request per line (.jsonl, .ndjson), or YAML documents; - is standard input. A request
names its connector by {{fields}}.
Payloads that do not need --vendor and --type, and may be the connector's properties alone.

Of a folder, the files below it are validated, without hidden folders, links to folders, and what
.gitignore leaves out. A PATTERN has the form of those in .gitignore, and counts from the folder on.
Files that name no connector are no payloads: a note says that they are skipped. A file that is
named itself is always validated.

Each problem is one line: file:line: path: message; hint [code] (page of the reference). A warning or
a note has its level before the path. Values of payloads are never shown.
{_STATUSES}
examples:
  {PROGRAM} validate connections/*.json
  {PROGRAM} validate --exclude drafts/ .
  {PROGRAM} validate --format github --unknown warn requests.jsonl
  {PROGRAM} validate --vendor VENDOR --type TYPE properties.yaml
"""


def parser_of() -> ArgumentParser:
    """Return the parser of all commands; its namespaces have the command's function in ``run``."""
    description = f"Validate and look up the configuration of data connectors.\n{_STATUSES}{_COMPLETION}"
    parser = parser_for(ArgumentParser, PROGRAM, description)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version()}", help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    about = _VALIDATE.format(fields=join_or(request_fields()))
    _add_validate(parser_for(commands.add_parser, "validate", about, help="validate files of requests"))
    _add_adopt(parser_for(commands.add_parser, "adopt", ADOPT, help="make requests of an API's response"))
    about = "make requests for another vendor of requests"
    _add_convert(parser_for(commands.add_parser, "convert", CONVERT, help=about))
    add_lists(commands)
    add_views(commands)
    if "_ARGCOMPLETE" in os.environ:
        # A shell asks for completions, which are printed; then the process ends.
        with suppress(ImportError):
            import_module("argcomplete").autocomplete(parser)
    return parser


def _add_validate(parser: ArgumentParser) -> None:
    _add_connector(parser, "payloads")
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
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        type=_code,
        metavar="CODE",
        help="code of warnings or notes to leave out; may be given several times",
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="default: text")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="processes for .jsonl (default: one per core)")
    add_base_url(parser)
    for name, help_ in (
        ("--include", f"validate these files of a folder instead of {join_or(INCLUDED)}; may be given several times"),
        ("--exclude", "leave out these files and folders of a folder; may be given several times"),
    ):
        parser.add_argument(name, action="append", default=[], metavar="PATTERN", help=help_)
    parser.add_argument("files", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    _set_run(parser, "validating", "validate_files")


def _add_adopt(parser: ArgumentParser) -> None:
    _add_connector(parser, "responses")
    add_adopt(parser)
    _set_run(parser, "adopting", "adopt_files")


def _add_convert(parser: ArgumentParser) -> None:
    _add_connector(parser, "payloads")
    add_convert(parser)
    _set_run(parser, "converting", "convert_files")


def _add_connector(parser: ArgumentParser, of: str) -> None:
    """Add the options that name the connector of everything in the files."""
    parser.add_argument("--vendor", choices=tuple(vendors()), help=f"vendor of all {of}")
    types = parser.add_argument("--type", metavar="TYPE", help=f"id of the connector of all {of}")
    types.completer = types_beginning  # type: ignore[attr-defined] # where argcomplete looks for it


def _set_run(parser: ArgumentParser, module: str, function: str) -> None:
    command = lazy(module, function)

    def run(options: Namespace, console: Console) -> int:
        _set_vendor(parser, options)
        return command(options, console)

    parser.set_defaults(run=run)


def _set_vendor(parser: ArgumentParser, options: Namespace) -> None:
    """Set the vendor of ``--type``; an unknown type is wrong usage, and not a problem of each payload."""
    if options.type is None:
        return
    having = {each.vendor for each in entries() if each.type == options.type}
    if options.vendor is None and len(having) == 1:
        options.vendor = having.pop()
    elif options.vendor is None and having:
        parser.error(f"--type {options.type} needs --vendor {join_or(sorted(having))}")
    elif options.vendor is None:
        hint = did_you_mean(suggested_keys(options.type))
        parser.error(f"argument --type: unknown connector{'; ' if hint else ''}{hint}")
    elif options.vendor not in having:
        try:
            find(options.vendor, options.type)
        except UnknownConnectorError as unknown:
            hint = did_you_mean(unknown.near)
            parser.error(f"argument --type: unknown {options.vendor} connector{'; ' if hint else ''}{hint}")


def _code(text: str) -> str:
    try:
        refuse_other_codes([text])
    except ValueError as refused:
        raise ArgumentTypeError(str(refused)) from None
    return text


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise ArgumentTypeError("expected a number from 1 to 1024")
    return int(text)

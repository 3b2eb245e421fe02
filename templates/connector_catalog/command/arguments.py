"""The commands, their arguments and their help."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..registry import UnknownConnectorError, entries, find, vendors
from .console import Console
from .version import version

PROGRAM = "connector-catalog"

_STATUSES = """
exit status:
  0  all payloads are valid, or have warnings only
  1  problems
  2  usage, or a file that cannot be read
"""
_VALIDATE = f"""Validate requests against the catalog, offline. A FILE holds a request, a JSON list of
requests, a request per line (.jsonl, .ndjson), or YAML documents; - is standard input. A request says
for which connector it is, by 'service' (Fivetran) or by 'type' beside 'properties' (Stitch). Where it
does not, say --vendor and --type; then a payload may be the connector's properties alone.

Each problem is one line: file:line: path: message; hint [code] (page of the reference). No value of a
payload is ever shown.
{_STATUSES}
examples:
  {PROGRAM} validate connections/*.json
  {PROGRAM} validate --format github --unknown warn requests.jsonl
  {PROGRAM} validate --vendor stitch --type platform.mysql properties.yaml
"""


def parser_of() -> ArgumentParser:
    """The parser of all commands; a namespace from it has the command's function in ``run``."""
    description = f"What the payloads of data connectors must look like.\n{_STATUSES}"
    parser = _parser(ArgumentParser, PROGRAM, description)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version()}", help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    _add_validate(_parser(commands.add_parser, "validate", _VALIDATE, help="validate files of requests"))
    _add_showing(commands)
    return parser


def _parser(make: Callable[..., Any], name: str, description: str, **others: Any) -> ArgumentParser:
    made: ArgumentParser = make(
        name, description=description, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **others
    )
    return made


def _add_validate(parser: ArgumentParser) -> None:
    parser.add_argument("--vendor", choices=vendors(), help="whose requests they are")
    parser.add_argument("--type", metavar="TYPE", help="id of the connector that all payloads are for")
    parser.add_argument(
        "--action", choices=("create", "update"), default="create", help="what the requests do (default: create)"
    )
    parser.add_argument(
        "--unknown",
        choices=("error", "warn", "allow"),
        default="error",
        help="what to do with names that the catalog does not know (default: error)",
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="default: text")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="processes for .jsonl (default: one per core)")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")

    run_late = _late("validating", "validate_files")

    def run(options: Namespace, console: Console) -> int:
        _complete(parser, options)
        return run_late(options, console)

    parser.set_defaults(run=run)


def _complete(parser: ArgumentParser, options: Namespace) -> None:
    """Finds the vendor of ``--type``; a wrong type is a mistake of usage, and not one of each payload."""
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
            near = f"; did you mean {' or '.join(map(repr, unknown.near))}?" if unknown.near else ""
            parser.error(f"argument --type: the catalog has no such {options.vendor} connector{near}")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise ArgumentTypeError("expected a number from 1 to 1024")
    return int(text)


def _add_showing(commands: Any) -> None:
    listing = _parser(commands.add_parser, "list", "List the connectors of the catalog.", help="list connectors")
    listing.add_argument("--vendor", choices=vendors(), help="only this vendor's")
    listing.add_argument("--role", choices=("source", "destination"), help="only those of this role")
    listing.set_defaults(run=_late("showing", "list_connectors"))

    about = "List the connectors whose id or name holds all of these words, whatever their case."
    searching = _parser(commands.add_parser, "search", about, help="search connectors")
    searching.add_argument("words", nargs="+", metavar="WORD")
    searching.set_defaults(run=_late("showing", "search_connectors"))

    about = "Show the facts of each property of a connector."
    _connector(_parser(commands.add_parser, "show", about, help="show a connector's properties"), "show_connector")
    about = "Print a request for a connector as JSON, with placeholders, as a file to begin with."
    example = _parser(commands.add_parser, "example", about, help="print a request to begin with")
    _connector(example, "show_example")
    example.add_argument("--full", action="store_true", help="with every property, not only the required ones")
    about = "Print the JSON Schema of a connector's properties."
    _connector(_parser(commands.add_parser, "schema", about, help="print a JSON Schema"), "show_schema")

    about = f'Print a completion script. For bash: eval "$({PROGRAM} completion bash)" in ~/.bashrc.'
    completion = _parser(commands.add_parser, "completion", about, help="print a script that completes in a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    completion.set_defaults(run=_completion)


def _connector(parser: ArgumentParser, function: str) -> None:
    parser.add_argument("vendor", choices=vendors(), metavar="VENDOR", help=" or ".join(vendors()))
    parser.add_argument("type", metavar="TYPE", help="id that the vendor's API takes")
    parser.set_defaults(run=_late("showing", function))


def _late(module: str, function: str) -> Callable[[Namespace, Console], int]:
    """A command that is imported when it runs, so that the others and the help are quick."""

    def run(options: Namespace, console: Console) -> int:
        status: int = getattr(import_module(f"{__package__}.{module}"), function)(options, console)
        return status

    return run


def _completion(options: Namespace, console: Console) -> int:
    script: str = import_module(f"{__package__}.completion").script_of(options.shell, parser_of())
    console.write(script)
    return 0

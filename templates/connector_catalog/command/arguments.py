"""The commands, their arguments and their help."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from .. import build
from ..vendors import request_fields
from ..warning_codes import refuse_other_codes
from ..wording import join_or
from .adopt_arguments import ADOPT, add_adopt
from .catalog_arguments import add_lists, add_views
from .console import Console
from .convert_arguments import CONVERT, add_convert
from .parsers import PROGRAM, lazy, parser_for
from .request_arguments import add_action, add_connector, add_files, set_vendor
from .upgrade_arguments import CHECK_UPGRADE, add_check_upgrade

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
    parser.add_argument("--version", action=_Versions, help="print the versions of the package and of its data")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    about = _VALIDATE.format(fields=join_or(request_fields()))
    _add_validate(parser_for(commands.add_parser, "validate", about, help="validate files of requests"))
    help_ = "tell what an upgrade of the catalog changes for files of requests"
    add_check_upgrade(parser_for(commands.add_parser, "check-upgrade", CHECK_UPGRADE, help=help_))
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


class _Versions(Action):
    """Prints the versions and ends, as argparse's action ``version`` does, but looks them up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: ARG002 # argparse gives it
        super().__init__(option_strings, dest=SUPPRESS, default=SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Print the versions and end."""
        sys.stdout.write(f"{PROGRAM} {build.__version__}, data {build.data_version}\n")
        parser.exit()


def _add_validate(parser: ArgumentParser) -> None:
    add_connector(parser, "payloads")
    add_action(parser)
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
    add_files(parser)
    _set_run(parser, "validating", "validate_files")


def _add_adopt(parser: ArgumentParser) -> None:
    add_connector(parser, "responses")
    add_adopt(parser)
    _set_run(parser, "adopting", "adopt_files")


def _add_convert(parser: ArgumentParser) -> None:
    add_connector(parser, "payloads")
    add_convert(parser)
    _set_run(parser, "converting", "convert_files")


def _set_run(parser: ArgumentParser, module: str, function: str) -> None:
    command = lazy(module, function)

    def run(options: Namespace, console: Console) -> int:
        set_vendor(parser, options)
        return command(options, console)

    parser.set_defaults(run=run)


def _code(text: str) -> str:
    try:
        refuse_other_codes([text])
    except ValueError as refused:
        raise ArgumentTypeError(str(refused)) from None
    return text

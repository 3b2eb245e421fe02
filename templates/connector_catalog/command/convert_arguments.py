"""The arguments of the command ``convert``, and its help."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from ..conversion.connectors import parse_target
from ..registry import UnknownConnectorError
from ..wording import join_or
from .completing import targets_beginning
from .ignore_patterns import INCLUDED

CONVERT = """Convert requests to another vendor's API, by reviewed links between properties that mean the
same. A PATH is a file of requests, a folder, or - for standard input, as in `validate`. Payloads that do
not name their connector need --vendor and --type, and may be the connector's properties alone.

Types, units, listed values and nesting are converted. Secrets and references to secrets are copied, so
the requests contain the secrets of the files. Standard error has a line for each property that could not
be converted, with the reason, and for each problem of the new request. No line contains a value.

reasons:
  no-counterpart  the other vendor or connector has no corresponding property or value
  undecided       the corresponding property has not been reviewed
  not-accepted    the other vendor does not accept the value
  needs-choice    the properties fit several variants of an object
  not-applicable  the property does not apply together with the other properties
  ambiguous       another property is converted to the same one
  unit            the units of the two numbers are not known
  other-default   the property is left out, and the default of the other vendor differs
  masked          the value is the mask of a secret
  invalid         expected an object or a list
  unknown         the catalog does not know the property

exit status:
  0  the requests are valid, possibly with warnings
  1  a request has errors, such as a missing property, or there is no connector to convert to
  2  wrong usage, an unreadable file, or a file that exists

examples:
  connector-catalog convert --to VENDOR request.json
  connector-catalog convert --to VENDOR/TYPE --format yaml --output converted connections/
  connector-catalog convert --to VENDOR --report gaps.json requests.jsonl > converted.json
"""


def add_convert(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    help_ = "the vendor to convert to, or one of its connectors"
    to = parser.add_argument("--to", required=True, type=_target, metavar="VENDOR[/TYPE]", help=help_)
    to.completer = targets_beginning  # type: ignore[attr-defined] # where argcomplete looks for it
    parser.add_argument("--format", choices=("json", "yaml", "python"), default="json", help="default: json")
    parser.add_argument("--output", metavar="DIR", help="write a file for each request into this folder")
    parser.add_argument("--report", metavar="FILE", help="write the properties that could not be converted, as JSON")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    for name, help_ in (
        ("--include", f"convert these files of a folder instead of {join_or(INCLUDED)}; may be given several times"),
        ("--exclude", "leave out these files and folders of a folder; may be given several times"),
    ):
        parser.add_argument(name, action="append", default=[], metavar="PATTERN", help=help_)
    parser.add_argument("files", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")


def _target(text: str) -> str:
    try:
        parse_target(text)
    except UnknownConnectorError as error:
        raise ArgumentTypeError(str(error)) from None
    return text

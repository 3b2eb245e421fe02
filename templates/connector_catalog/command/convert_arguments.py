"""The arguments of the command ``convert``, and its help."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from ..conversion.connectors import parsed
from ..registry import UnknownConnectorError
from ..wording import join_or
from .completing import targets_beginning
from .ignore_patterns import INCLUDED

CONVERT = """Make requests for another vendor's API of requests, by what people have reviewed about which
properties mean the same. A PATH is what `validate` takes: a file of requests, a folder, or - for standard
input. Payloads that do not name their connector need --vendor and --type, and may be the connector's
properties alone.

Values are carried over as the other vendor takes them; secrets and references to secrets are carried over
as they are, so the requests have the secrets that the files have. Nothing is guessed: standard error has a
line for each property that could not be carried over, with the reason, and for each problem of the request
that was made. No line has a value.

reasons:
  no-counterpart  the other vendor or connector has no such property or value
  undecided       nobody has reviewed which property means the same
  not-accepted    the value is not one that the other vendor accepts
  needs-choice    the properties do not tell which of several objects is meant
  not-applicable  it has no meaning beside what else is carried over
  ambiguous       another property is carried over to the same one
  unit            the units of the two numbers are not known
  other-default   it is left out, and the two vendors do different things by default
  masked          a mask stands for a secret
  invalid         it is no object or list where one is expected
  unknown         the catalog does not know the property

exit status:
  0  the requests are valid, possibly with warnings
  1  a request lacks something, or there is no connector to convert to
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
    parser.add_argument("--report", metavar="FILE", help="write what could not be carried over to this file, as JSON")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    for name, help_ in (
        ("--include", f"convert these files of a folder instead of {join_or(INCLUDED)}; may be given several times"),
        ("--exclude", "leave out these files and folders of a folder; may be given several times"),
    ):
        parser.add_argument(name, action="append", default=[], metavar="PATTERN", help=help_)
    parser.add_argument("files", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")


def _target(text: str) -> str:
    try:
        parsed(text)
    except UnknownConnectorError as error:
        raise ArgumentTypeError(str(error)) from None
    return text

"""The arguments of the command ``adopt``, and its help."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from ..adoption.reference_names import TEMPLATE, ReferenceNames

ADOPT = """Make requests of a response of a vendor's API: of one connection, a list or a page. An ANSWER is a file
of JSON, of one response per line (.jsonl, .ndjson) or of YAML; - is standard input.

A reference such as ${env:NAME} stands for each secret, and `validate` accepts it there. What the vendor sets is
left out. What the catalog does not know is left out and named. The output has no secret.

fields of a template of references:
  {vendor} {type} {name} {path}   letters, digits, dots, hyphens and underscores
  {VENDOR} {TYPE} {NAME} {PATH}   as in names of environment variables

exit status:
  0  the requests are valid, possibly with warnings
  1  a request lacks something, or the catalog does not know a connector
  2  wrong usage, an unreadable file, or a file that exists

examples:
  connector-catalog adopt answer.json
  connector-catalog adopt --format yaml --output connections pages/*.json
  connector-catalog adopt --secrets '${vault:kv/{vendor}/{name}#{path}}' answer.json
"""


def add_adopt(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--format", choices=("json", "yaml", "python"), default="json", help="default: json")
    parser.add_argument("--output", metavar="DIR", help="write a file for each connection into this folder")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    help_ = f"template of the references (default: {TEMPLATE})"
    parser.add_argument("--secrets", type=_template, default=TEMPLATE, metavar="TEMPLATE", help=help_)
    help_ = "keep what the catalog does not know; nothing tells whether it is secret"
    parser.add_argument("--keep-unknown", action="store_true", help=help_)
    parser.add_argument("files", nargs="+", metavar="ANSWER", help="a file, or - for standard input")


def _template(text: str) -> str:
    try:
        ReferenceNames(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
    return text

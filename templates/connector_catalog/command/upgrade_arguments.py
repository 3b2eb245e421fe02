"""The arguments and the help of the command ``check-upgrade``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..registry import entries
from .console import Console
from .parsers import PROGRAM, lazy
from .request_arguments import add_action, add_connector, add_files, set_vendor

CHECK_UPGRADE = f"""Check how the changes since a version of the data affect files of requests: removed, renamed and
moved properties, values that are no longer accepted, newly required properties, and properties whose
meaning has changed. Changes that do not affect the files are not listed. `{PROGRAM} --version`
prints the version of the data in this package.

Files and folders are read as in `validate`. Breaking changes come first. Errors with other causes are
counted; `validate` lists them. Values of payloads are never shown.

exit status:
  0  no change breaks a payload
  1  a change breaks a payload that was accepted, or a payload cannot be checked
  2  wrong usage, an unknown version, an unreadable file, or a folder without payloads

examples:
  {PROGRAM} check-upgrade 1.0.0 connections/
  {PROGRAM} check-upgrade --format github 1.0.0 requests.jsonl
"""


def add_check_upgrade(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("since", metavar="OLD_VERSION", help="version of the data that the files were written for")
    add_connector(parser, "payloads")
    add_action(parser)
    add_files(parser)
    check_files = lazy("upgrading", "check_files")

    def run(options: Namespace, console: Console) -> int:
        # A removed connector is a finding, not wrong usage.
        if options.vendor is None or any(each.type == options.type for each in entries()):
            set_vendor(parser, options)
        return check_files(options, console)

    parser.set_defaults(run=run)

"""The command ``check-upgrade`` on the command line: its arguments and its help."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..registry import entries
from .console import Console
from .parsers import PROGRAM, lazy
from .request_arguments import add_action, add_connector, add_files, set_vendor

CHECK_UPGRADE = f"""Tell what has changed for files of requests between a version of the data and the one of this
package: properties that they use and that were removed, renamed or moved, values that are no longer
accepted, what they lack and is now required, and what now means something else. Changes that do not
affect the files are not listed. `{PROGRAM} --version` prints the version of the data.

Files and folders are read as by `validate`. What breaks a request comes first. An error that no change
explains is counted, and `validate` lists it. Values of payloads are never shown.

exit status:
  0  no payload breaks, but some may be affected
  1  an upgrade breaks a payload that was accepted, or a payload cannot be checked
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
        # A connector that was removed is a finding, and no wrong usage.
        if options.vendor is None or any(each.type == options.type for each in entries()):
            set_vendor(parser, options)
        return check_files(options, console)

    parser.set_defaults(run=run)

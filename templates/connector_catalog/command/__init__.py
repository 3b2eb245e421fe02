"""The command line: the only place of the package that prints and that picks the exit status.

0: all payloads are valid, or have warnings only. 1: problems. 2: usage, or a file that cannot be read.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from .arguments import parser_of
from .console import Console

_USAGE = 2
_INTERRUPTED = 130
_PIPE_BROKEN = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: What stands behind the command's name; by default that of this process.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets its number, not an exception.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone.
        _write_no_more()
        return _PIPE_BROKEN
    except OSError as error:
        # A full disk, or a file that breaks off while it is read.
        _write_no_more()
        sys.stderr.write(f"connector-catalog: {error.strerror or 'input or output failed'}\n")
        return _USAGE
    return status


def _write_no_more() -> None:
    # What is still buffered would raise once more when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = parser_of().parse_args(arguments)
        status: int = options.run(options, Console(sys.stdout, sys.stderr))
    except SystemExit as end:
        # Help has been printed, or a mistake of usage; that it may still be buffered matters to `main`.
        return int(end.code or 0)
    return status

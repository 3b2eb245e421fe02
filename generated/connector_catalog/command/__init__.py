# PYTHON_ARGCOMPLETE_OK
"""The command line: the only part of the package that prints and that sets the exit status.

0: all payloads are accepted, possibly with warnings. 1: there are errors. 2: wrong usage, or an unreadable file.
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
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, by default with the arguments of this process, and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character gets its number, not an exception.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of the output has closed it.
        _discard_output()
        return _BROKEN_PIPE
    except OSError as error:
        # A full disk, or a file that fails while it is read.
        _discard_output()
        sys.stderr.write(f"connector-catalog: {error.strerror or 'input or output failed'}\n")
        return _USAGE
    return status


def _discard_output() -> None:
    # The buffered output would raise again when Python exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = parser_of().parse_args(arguments)
        status: int = options.run(options, Console(sys.stdout, sys.stderr))
    except SystemExit as end:
        # Help was printed, or usage is wrong. `main` still has to flush.
        return int(end.code or 0)
    return status

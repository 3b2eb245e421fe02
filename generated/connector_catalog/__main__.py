# PYTHON_ARGCOMPLETE_OK
"""Run the command line: ``python -m connector_catalog``."""

from __future__ import annotations

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main())

"""Runs the command line: ``python -m generator``."""

import atexit
import gc

from generator.cli import main

if __name__ == "__main__":
    # The process ends: the interpreter's last collection of garbage would only look at what is freed anyway.
    atexit.register(gc.freeze)
    main()

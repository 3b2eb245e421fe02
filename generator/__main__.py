"""Runs the command line: ``python -m generator``."""

import atexit
import gc

from generator.command_line.main import main

if __name__ == "__main__":
    # Skip the garbage collection at exit: the process ends anyway.
    atexit.register(gc.freeze)
    main()

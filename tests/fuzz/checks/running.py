"""Whether a generated module can be imported."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import PurePosixPath


def faults_of_import(path: str, text: str) -> Iterator[str]:
    """Yield what goes wrong when a module of a connector is imported; its syntax tree must have been checked."""
    parts = PurePosixPath(path).with_suffix("").parts[1:]
    module = types.ModuleType(".".join(parts))
    module.__package__ = ".".join(parts[:-1])
    sys.modules[module.__name__] = module  # pydantic looks for the names of annotations there
    try:
        exec(compile(text, path, "exec"), module.__dict__)
    except Exception as fault:
        yield f"cannot be imported: {type(fault).__name__}: {str(fault).splitlines()[0]:.200}"
    finally:
        del sys.modules[module.__name__]

"""Writes the requests of ``adopt`` and ``convert`` to standard output or to files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..adoption.adopted import Connection
from ..adoption.file_names import FileNames
from ..adoption.writing import text_of
from ..escaping import shown
from .console import Console


def write_requests(connections: Sequence[Connection], options: Namespace, console: Console) -> bool:
    """Write the requests to standard output, or each to a file; return ``False`` if that fails."""
    try:
        _write(connections, options, console)
    except ModuleNotFoundError:
        console.say("connector-catalog: YAML needs PyYAML; pip install connector-catalog[yaml]")
        return False
    except OSError as error:
        console.say(f"connector-catalog: {error.filename}: {error.strerror}")
        return False
    return True


def _write(connections: Sequence[Connection], options: Namespace, console: Console) -> None:
    if options.output is None:
        console.write(text_of(connections, options.format) if connections else "")
        return
    folder, names = Path(options.output), FileNames(options.format)
    texts = {folder / names.make(each): text_of([each], options.format) for each in connections}
    for path in texts if not options.force else ():
        if path.exists() or path.is_symlink():
            raise FileExistsError(0, "it exists; use --force to replace it", str(path))
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        with path.open("w" if options.force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        console.write(f"{shown(str(path))}\n")

"""Remembers earlier runs: a run with nothing to do ends at once.

Others read only the vendors, and print only the connectors, that have changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import folders, paths
from generator.disk import content_of, write
from generator.paths import Layout
from generator.workspace import Workspace

_MADE = frozenset(["node_modules", "dist"])


class Cache:
    """The entries, outputs and digests that earlier runs have kept.

    Args:
        layout: The project, or a copy of its inputs.
        workspace: The project's, whose folder has what is kept.
        output: The folder that the outputs are written to.
        owned: The folders below it that hold outputs and nothing else.
        base_url: Where the schemas are published.
    """

    def __init__(
        self, layout: Layout, workspace: Workspace, output: Path, owned: tuple[str, ...], base_url: str = ""
    ) -> None:
        self._last_run = workspace.folder / "last_run.json"
        self._workspace = workspace
        self._folder = workspace.folder
        self._output = output
        self._owned = owned
        self._tools = digest_of_tools()
        # All paths are relative, so the cache stays valid if the project is moved or restored elsewhere.
        data = digest_of_files(layout.inputs(), layout.root)
        place = os.path.relpath(output, workspace.root)
        self._inputs = {"tools": self._tools, "data": data, "output": place, "base_url": base_url}

    def remembered(self) -> str | None:
        """Return the last line of the run that wrote what is on disk now, from the same inputs; else ``None``."""
        kept = _loaded(str(self._last_run))
        same = kept.get("inputs") == self._inputs and kept.get("outputs") == self._on_disk()
        return str(kept["summary"]) if same and "summary" in kept else None

    def remember(self, files: Mapping[str, str], summary: str) -> None:
        """Keep the digests of what a finished run has made, even if the disk has changed since."""
        outputs = _digest_of_contents({path: text.encode() for path, text in files.items()})
        kept = {"inputs": self._inputs, "outputs": outputs, "summary": summary}
        self._write(self._last_run, json.dumps(kept))

    def load(self, name: str, source: str) -> Any:
        """Return the value kept under a name if the same tools made it from the same source, else ``None``."""
        # Imported here: a run that has nothing to do loads nothing. It is twice as fast as the standard library.
        from pydantic_core import from_json

        kept = _loaded(self._path(name), from_json)
        return kept.get("value") if kept.get("source") == self._digest(source) else None

    def keep(self, name: str, source: str, value: Any) -> None:
        """Keep a JSON value that was made of a source, under a name such as ``vendors/acme``."""
        self._write(Path(self._path(name)), json.dumps({"source": self._digest(source), "value": value}))

    def _write(self, path: Path, text: str) -> None:
        # Not synced to disk: files that a crash damages are made again.
        staged = self._workspace.create() / "kept"
        write(staged, text.encode(), sync=False)
        try:
            staged.replace(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(path)

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}.json"

    def _digest(self, source: str) -> str:
        return hashlib.sha256(f"{self._tools}\0{source}".encode()).hexdigest()

    def _on_disk(self) -> str:
        owned = {path for folder in self._owned for path in folders.files_below(self._output, folder)}
        owned |= {path for path in (paths.INDEX, paths.META_SCHEMA) if (self._output / path).is_file()}
        return _digest_of_contents({path: content_of(f"{self._output}/{path}") for path in owned})


def digest_of_tools() -> str:
    """Return the digest of all that shapes the outputs except the data: the source and the installed libraries.

    The name of a library's metadata folder contains its version. What `make builder` installs and makes is left out.
    """
    ours = (paths.GENERATOR, paths.TEMPLATES)
    found = [(each.parent, path) for each in ours for path in folders.files_below(each.parent, each.name)]
    files = [parent / path for parent, path in found if _MADE.isdisjoint(path.split("/"))]
    libraries = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return hashlib.sha256("\0".join([digest_of_files(files, paths.PROJECT), *libraries]).encode()).hexdigest()


def digest_of_files(files: Iterable[Path], root: Path) -> str:
    """Return the digest of files, by their paths from a root; those that do not exist are left out."""
    return _digest_of_contents({os.path.relpath(path, root): path.read_bytes() for path in files if path.is_file()})


def _digest_of_contents(contents: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for path, content in sorted(contents.items()):
        total.update(f"{path}\0{hashlib.sha256(content).hexdigest()}\0".encode())
    return total.hexdigest()


def _loaded(path: str, parse: Callable[[bytes], Any] = json.loads) -> dict[str, Any]:
    try:
        kept = parse(content_of(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}

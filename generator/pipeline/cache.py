"""Remembers earlier runs: a run with nothing to do ends at once.

Others read only the vendors, and print only the connectors, that have changed.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator import paths
from generator.files import folders
from generator.files.disk import content_of, write
from generator.files.workspace import Workspace
from generator.paths import Layout

_MADE = frozenset(["node_modules", "dist"])


class Cache:
    """Results of earlier runs, and the digests of the files on disk.

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
        try:
            kept = json.loads(content_of(str(self._last_run)))
            same = kept["inputs"] == self._inputs and kept["outputs"] == _digest_of_digests(self.on_disk)
            return str(kept["summary"]) if same else None
        except (OSError, ValueError, RecursionError, LookupError, TypeError):
            return None

    def remember(self, digests: Mapping[str, str], summary: str) -> None:
        """Keep the last line of a run with the digests of its files, even if the disk has changed since."""
        kept = {"inputs": self._inputs, "outputs": _digest_of_digests(digests), "summary": summary}
        self._write(self._last_run, json.dumps(kept).encode())

    @functools.cached_property
    def on_disk(self) -> dict[str, str]:
        """The digests of the output's files as they were at the first look, by path."""
        owned = {path for folder in self._owned for path in folders.files_below(self._output, folder)}
        owned |= {path for path in (paths.INDEX, paths.META_SCHEMA) if (self._output / path).is_file()}
        return {path: digest_of(content_of(f"{self._output}/{path}")) for path in owned}

    def load(self, name: str, source: str = "") -> bytes | None:
        """Return the content kept under a name if the same tools made it from the same source, else ``None``."""
        try:
            made_from, _, content = content_of(self._path(name)).partition(b"\n")
        except OSError:
            return None
        return content if made_from == self._digest(source) else None

    def keep(self, name: str, content: bytes, source: str = "") -> None:
        """Keep content under a name such as ``vendors/acme``, with the digest of what it was made from."""
        self._write(Path(self._path(name)), self._digest(source) + b"\n" + content)

    def _write(self, path: Path, content: bytes) -> None:
        # Not synced to disk: files that a crash damages are made again.
        staged = self._workspace.create() / "kept"
        write(staged, content, sync=False)
        try:
            staged.replace(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(path)

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}.json"

    def _digest(self, source: str) -> bytes:
        return digest_of(f"{self._tools}\0{source}".encode()).encode()


def digest_of_tools() -> str:
    """Return the digest of all that shapes the outputs except the data: the source and the installed libraries.

    The name of a library's metadata folder contains its version. What `make builder` installs and makes is left out.
    """
    ours = (paths.GENERATOR, paths.TEMPLATES)
    found = [(each.parent, path) for each in ours for path in folders.files_below(each.parent, each.name)]
    files = [parent / path for parent, path in found if _MADE.isdisjoint(path.split("/"))]
    libraries = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return digest_of("\0".join([digest_of_files(files, paths.PROJECT), *libraries]).encode())


def digest_of_files(files: Iterable[Path], root: Path) -> str:
    """Return the digest of files, by their paths from a root; those that do not exist are left out."""
    existing = (path for path in files if path.is_file())
    return _digest_of_digests({os.path.relpath(path, root): digest_of(path.read_bytes()) for path in existing})


def digest_of(content: bytes) -> str:
    """Return the digest of a file's content."""
    return hashlib.sha256(content).hexdigest()


def _digest_of_digests(digests: Mapping[str, str]) -> str:
    return digest_of("".join(f"{path}\0{digest}\0" for path, digest in sorted(digests.items())).encode())

"""Remembers what the last run read and wrote: a run with nothing to do ends at once, others print what has changed."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.metadata
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import paths, tree
from generator.paths import Layout

_PINS = ("datamodel-code-generator", "jinja2", "pydantic", "ruff", "lxml", "beautifulsoup4", "pyyaml")


@dataclasses.dataclass(frozen=True)
class Printed:
    """What a connector's files were printed from, as a digest, and the files."""

    source: str
    files: tuple[str, ...]


class Stamp:
    """The digests of a run's inputs and outputs, kept in ``.cache/``."""

    def __init__(self, layout: Layout, output: Path, owned: tuple[str, ...]) -> None:
        self._layout = layout
        self._output = output
        self._owned = owned
        self._tools = _digest_of(_tools(), versions=True)
        self._data = _digest_of(_data(layout))
        self._digests = self._on_disk()
        self._kept = self._load()

    def remembered(self) -> str | None:
        """The last line of the run that wrote what is on disk now, from the same inputs; else ``None``."""
        same = self._kept.get("data") == self._data and self._kept.get("outputs") == self._digests
        return str(self._kept["summary"]) if same else None

    def is_intact(self, files: Iterable[str]) -> bool:
        """Whether these files are on disk as the last run, by the same tools, has left them."""
        outputs = self._kept.get("outputs", {})
        return all(path in outputs and outputs[path] == self._digests.get(path) for path in files)

    def printed(self) -> dict[str, Printed]:
        """By connector, what was printed by the same tools and is on disk as it was printed."""
        known = {key: Printed(source, tuple(files)) for key, (source, files) in self._kept.get("printed", {}).items()}
        return {key: each for key, each in known.items() if self.is_intact(each.files)}

    def remember(self, written: Iterable[str], printed: Mapping[str, Printed], summary: str) -> None:
        """Keeps the digests of a run's outputs; ``written`` are the files that have changed on disk since it began."""
        for path in written:
            file = self._output / path
            if file.is_file():
                self._digests[path] = _digest(file)
            else:
                self._digests.pop(path, None)
        kept = {
            "tools": self._tools,
            "data": self._data,
            "output": str(self._output),
            "summary": summary,
            "outputs": self._digests,
            "printed": {key: [each.source, list(each.files)] for key, each in sorted(printed.items())},
        }
        tree.write_atomically(self._layout.cache, json.dumps(kept))

    def _load(self) -> dict[str, Any]:
        """What is kept of the last run, if it was one by the same tools to the same place."""
        try:
            kept = json.loads(self._layout.cache.read_text(encoding="utf-8"))
            shapes = {"tools": str, "data": str, "output": str, "summary": str, "outputs": dict, "printed": dict}
            prints = [(source, *files) for source, files in kept["printed"].values()]
            sound = all(isinstance(text, str) for each in prints for text in each)
            if sound and all(isinstance(kept[name], shape) for name, shape in shapes.items()):
                return kept if (kept["tools"], kept["output"]) == (self._tools, str(self._output)) else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return {}

    def _on_disk(self) -> dict[str, str]:
        """The digest of each file that a run owns, as it is on disk."""
        owned = {path for folder in self._owned for path in tree.files_below(self._output, folder)}
        owned |= {path for path in (paths.INDEX, paths.META_SCHEMA) if (self._output / path).is_file()}
        return {path: _digest(self._output / path) for path in sorted(owned)}


def digest_of_text(*texts: str) -> str:
    """The digest of texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _tools() -> Iterable[Path]:
    return [*paths.GENERATOR.rglob("*.py"), *(path for path in paths.TEMPLATES.rglob("*") if path.is_file())]


def _data(layout: Layout) -> Iterable[Path]:
    files = [*layout.captures.rglob("*.json"), *layout.corrections.glob("*.json"), *layout.vendors.glob("*.yaml")]
    return [*files, layout.glossary, layout.secrecy, layout.names]


def _digest_of(files: Iterable[Path], *, versions: bool = False) -> str:
    total = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        total.update(f"{path}\0{_digest(path)}\0".encode())
    for name in _PINS if versions else ():
        total.update(f"{name}=={importlib.metadata.version(name)}\0".encode())
    return total.hexdigest()

"""Remembers what the last run read and wrote, so that a run with nothing to do ends at once."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable
from pathlib import Path

from generator import paths, tree
from generator.paths import Layout

_PINS = ("datamodel-code-generator", "jinja2", "pydantic", "ruff", "lxml", "beautifulsoup4", "pyyaml")


class Stamp:
    """The digests of a run's inputs and outputs, kept in ``.cache/``."""

    def __init__(self, layout: Layout, output: Path, owned: tuple[str, ...]) -> None:
        self._layout = layout
        self._output = output
        self._owned = owned
        self._inputs = _digest_of_inputs(layout)

    def remembered(self) -> str | None:
        """The last line of the run that wrote what is on disk now, from the same inputs; else ``None``."""
        try:
            kept = json.loads(self._layout.cache.read_text(encoding="utf-8"))
            same = kept["inputs"] == self._inputs and kept["output"] == str(self._output)
            if same and kept["outputs"] == self._digests():
                return str(kept["summary"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def remember(self, files: Iterable[str], summary: str) -> None:
        """Keeps the digests of the files that a run has written."""
        kept = {
            "inputs": self._inputs,
            "output": str(self._output),
            "summary": summary,
            "outputs": self._digests(files),
        }
        tree.write_atomically(self._layout.cache, json.dumps(kept))

    def _digests(self, files: Iterable[str] = ()) -> dict[str, str]:
        """The digest of each file that a run owns, as it is on disk."""
        owned = {path for folder in self._owned for path in tree.files_below(self._output, folder)}
        return {path: _digest(self._output / path) for path in sorted(owned | {*files, paths.INDEX, paths.META_SCHEMA})}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest_of_inputs(layout: Layout) -> str:
    total = hashlib.sha256()
    inputs = [*paths.GENERATOR.rglob("*.py"), *(path for path in paths.TEMPLATES.rglob("*") if path.is_file())]
    inputs += [*layout.captures.rglob("*.json"), *layout.corrections.glob("*.json"), layout.glossary, layout.secrecy, layout.names]
    for path in sorted(path for path in inputs if path.is_file()):
        total.update(f"{path}\0{_digest(path)}\0".encode())
    for name in _PINS:
        total.update(f"{name}=={importlib.metadata.version(name)}\0".encode())
    return total.hexdigest()

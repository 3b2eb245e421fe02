"""The captures that a project keeps: ``catalog/documents/<vendor>/<name>.json``."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any


@dataclasses.dataclass(frozen=True)
class Origin:
    """Where a capture came from.

    Attributes:
        name: ``<vendor>/<name>``: how sources call the document.
        vendor: Whose document it is.
        kind: What the document was: ``html`` or ``text``.
        url: Where it is published; empty where that is not known.
        date: When it was read; as exact as is known.
        sha256: Of the document's bytes, in hexadecimal.
    """

    name: str
    vendor: str
    kind: str
    url: str
    date: str
    sha256: str

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Origin:
        """The origin that a capture states."""
        return cls(**{field.name: str(data.get(field.name, "")) for field in dataclasses.fields(cls)})


def capture_paths(folder: Path) -> list[Path]:
    """The files of all captures, in a fixed order."""
    return sorted(folder.glob("*/*.json"))


def capture_path(folder: Path, name: str) -> Path:
    """The file of the capture of this name."""
    return folder / f"{name}.json"

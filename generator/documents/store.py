"""The captures that a project keeps: ``catalog/documents/<vendor>/<name>.json``."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any


@dataclasses.dataclass(frozen=True)
class Origin:
    """The document that a capture was made from.

    Attributes:
        name: ``<vendor>/<name>``, the name in sources.
        kind: The document's kind: ``html``, ``text`` or ``openapi``.
        url: Its URL; empty if unknown.
        date: When it was fetched, as exactly as is known.
        sha256: Digest of its bytes, in hexadecimal.
    """

    name: str
    vendor: str
    kind: str
    url: str
    date: str
    sha256: str

    @classmethod
    def from_json(cls, data: Any) -> Origin | None:
        """Return the origin that a capture states; ``None`` if it states none."""
        names = [field.name for field in dataclasses.fields(cls)]
        if not isinstance(data, dict) or not all(isinstance(data.get(name, ""), str) for name in names):
            return None
        origin = cls(**{name: data.get(name, "") for name in names})
        return origin if origin.name and origin.vendor else None


def is_capture_name(name: str, vendor: str) -> bool:
    """Return whether a capture of this vendor may have this name, which is also the path of its file."""
    return re.fullmatch(rf"{re.escape(vendor)}/[A-Za-z0-9][\w.-]*", name, re.ASCII) is not None and ".." not in name


def capture_paths(folder: Path) -> list[Path]:
    """Return the files of all captures, sorted."""
    return sorted(folder.glob("*/*.json"))


def captures_of(folder: Path, vendor: str) -> list[Path]:
    """Return the files of the captures of one vendor, sorted."""
    return sorted((folder / vendor).glob("*.json"))


def vendors_with_captures(folder: Path) -> list[str]:
    """Return the names of the vendors that have captures, sorted."""
    return sorted({path.parent.name for path in capture_paths(folder)})


def known_url(path: Path) -> str:
    """Return the URL that a capture states; empty if there is none."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["document"]["url"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def capture_path(folder: Path, name: str) -> Path:
    """Return the file of the capture with this name."""
    return folder / f"{name}.json"

"""The captures that a project keeps: ``catalog/documents/<vendor>/<name>.json``."""

from __future__ import annotations

import dataclasses
import json
import re
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
    def from_json(cls, data: Any) -> Origin | None:
        """The origin that a capture states; ``None`` where it states none in this form."""
        names = [field.name for field in dataclasses.fields(cls)]
        if not isinstance(data, dict) or not all(isinstance(data.get(name, ""), str) for name in names):
            return None
        origin = cls(**{name: data.get(name, "") for name in names})
        return origin if origin.name and origin.vendor else None


def is_capture_name(name: str, vendor: str) -> bool:
    """Whether a capture of this vendor may have this name: ``<vendor>/<name>``, which is also where its file is."""
    return re.fullmatch(rf"{re.escape(vendor)}/[A-Za-z0-9][\w.-]*", name, re.ASCII) is not None and ".." not in name


def capture_paths(folder: Path) -> list[Path]:
    """The files of all captures, in a fixed order."""
    return sorted(folder.glob("*/*.json"))


def known_url(path: Path) -> str:
    """The address that a capture states; empty where there is no capture, or none with an address."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return str(data["document"]["url"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def capture_path(folder: Path, name: str) -> Path:
    """The file of the capture of this name."""
    return folder / f"{name}.json"

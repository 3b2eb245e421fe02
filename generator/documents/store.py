"""The captures that a project keeps: ``catalog/documents/<vendor>/<name>.json``."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.documents.answer import NO_VERSION, Version
from generator.files.folders import files_in, folders_in
from generator.strict_data.load import load_json

_LONGEST_NAME = 200
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE | re.ASCII)

_NAMES = ("name", "vendor", "kind", "url", "date", "sha256")
_VERSION = ("etag", "lastModified")


@dataclasses.dataclass(frozen=True)
class Origin:
    """The document that a capture was made from.

    Attributes:
        name: ``<vendor>/<name>``, the name in sources.
        kind: The document's kind: ``html``, ``text`` or ``openapi``.
        url: Its URL; empty if unknown.
        date: When it was fetched, as exactly as is known.
        sha256: Digest of its bytes, in hexadecimal.
        version: The server's version of these bytes. The capture has it, and not a cache, so that a fresh clone asks
            for a newer version only, and because it means nothing without the capture of these bytes.
    """

    name: str
    vendor: str
    kind: str
    url: str
    date: str
    sha256: str
    version: Version = dataclasses.field(default=NO_VERSION, repr=False)

    @classmethod
    def from_json(cls, data: Any) -> Origin | None:
        """Return the origin that a capture states; ``None`` if it is missing, or its name is not a valid file name."""
        if not isinstance(data, dict) or not all(isinstance(data.get(name, ""), str) for name in (*_NAMES, *_VERSION)):
            return None
        version = Version(*(data.get(name, "") for name in _VERSION)).in_standard_form()
        origin = cls(**{name: data.get(name, "") for name in _NAMES}, version=version)
        return origin if origin.vendor and is_capture_name(origin.name, origin.vendor) else None

    def stated(self) -> dict[str, str]:
        """Return the fields that the catalog states about the document, as JSON values."""
        return {name: getattr(self, name) for name in _NAMES}

    def to_json(self) -> dict[str, str]:
        """Return all fields, as captures store them, with the server's version if there is one."""
        return self.stated() | {name: text for name, text in zip(_VERSION, self.version, strict=True) if text}


def is_capture_name(name: str, vendor: str) -> bool:
    """Return whether a capture of this vendor may have this name, which is also the path of its file.

    It must be a plain file name on every system: ASCII, at most 200 characters, no device of Windows.
    """
    folder, _, stem = name.partition("/")
    return (
        folder == vendor
        and re.fullmatch(r"[a-z][a-z0-9_]*", folder) is not None
        and re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", stem) is not None
        and ".." not in stem
        and len(name) <= _LONGEST_NAME
        and not is_device_name(folder)
        and not is_device_name(stem)
    )


def is_device_name(name: str) -> bool:
    """Return whether Windows takes a file's name for a device, which it does in every folder, with every extension."""
    return _DEVICE.fullmatch(name) is not None


def has_its_own_path(origin: Origin, path: Path, folder: Path, diagnostics: Diagnostics) -> bool:
    """Return whether a capture's path matches its name; otherwise add an error."""
    if path == capture_path(folder, origin.name):
        return True
    message = f"the capture's document is {origin.name}; expected the name of its own file"
    diagnostics.error("capture-name", "/document/name", message)
    return False


def capture_paths(folder: Path) -> list[Path]:
    """Return the files of all captures, sorted."""
    return [path for vendor_folder in folders_in(folder) for path in files_in(vendor_folder, ".json")]


def captures_of(folder: Path, vendor: str) -> list[Path]:
    """Return the files of the captures of one vendor, sorted."""
    return files_in(folder / vendor, ".json")


def vendors_with_captures(folder: Path) -> list[str]:
    """Return the names of the vendors that have captures, sorted."""
    return sorted({path.parent.name for path in capture_paths(folder)})


def known_origin(path: Path) -> Origin | None:
    """Return the document that a capture states, or ``None`` if the capture is missing."""
    data = load_json(path, "capture-format", Diagnostics())
    return Origin.from_json(data.get("document")) if isinstance(data, dict) else None


def capture_path(folder: Path, name: str) -> Path:
    """Return the file of the capture with this name."""
    return folder / f"{name}.json"

"""The base URL below which the schemas are published: every schema's ``$id`` begins with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from generator.diagnostics import Diagnostics
from generator.strict_data.fault import DataError
from generator.strict_data.files import read_regular_file

SETTING = "[tool.connector-catalog] base-url"
VERSION = "v1"
"""The version in the schemas' addresses; it changes if requests that were accepted are refused by design."""

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_URL = re.compile(rf"https://{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?(?:/[A-Za-z0-9._~-]+)*/?")
_LONGEST = 500


class BaseUrl(str):
    """An absolute ``https`` URL without query, fragment or ``/`` at its end."""

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the URL that a text is; ``None`` if it cannot be a base."""
        parts = text.split("/")
        if len(text) > _LONGEST or _URL.fullmatch(text) is None or {".", ".."} & set(parts):
            return None
        return cls(text.rstrip("/"))

    def schema(self, path: str, version: str = VERSION) -> str:
        """Return the address of a schema, given its path below the folder of schemas."""
        return f"{self}/schemas/{version}/{quote(path)}"


NOWHERE = BaseUrl("https://connector-catalog.invalid")
"""The base URL of a project that states none: no host has a name below ``.invalid``."""


def read_base_url(project: Path, given: str | None, diagnostics: Diagnostics) -> BaseUrl:
    """Return the base URL that is given, or else the one in a project's ``pyproject.toml``.

    Args:
        project: The project's folder.
        given: The URL that the user gives; ``None`` where the project decides.
        diagnostics: Where errors go: a file that cannot be read, or a value that is not a base URL.
    """
    name = "--base-url" if given is not None else "pyproject.toml"
    stated = given if given is not None else _stated(project / name, diagnostics)
    found = BaseUrl.of(stated) if isinstance(stated, str) else None
    if found is None and stated is not None:
        expected = "expected an https URL without query and fragment, such as https://schemas.example.org/catalog"
        diagnostics.error("base-url", SETTING if given is None else name, f"not a base URL; {expected}")
    return found or NOWHERE


def _stated(path: Path, diagnostics: Diagnostics) -> Any:
    """Return the setting's value, of any type, or ``None`` if it is not set."""
    if not path.exists():
        return None
    try:
        settings: Any = tomllib.loads(read_regular_file(path).decode())
    except (DataError, ValueError, RecursionError) as fault:
        diagnostics.error("base-url", path.name, f"{path.name} cannot be read: {fault}")
        return None
    for key in ("tool", "connector-catalog", "base-url"):
        settings = settings.get(key) if isinstance(settings, dict) else None
    return settings

"""Loads the JSON and YAML files of a project; a fault is a diagnostic that names the file and the place in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.strict_data.fault import DataError
from generator.strict_data.files import read_regular_file
from generator.strict_data.json_text import parse_json
from generator.strict_data.yaml_text import parse_yaml


def load_yaml(path: Path, code: str, diagnostics: Diagnostics) -> Any:
    """Return the value of a YAML file; ``None``, with an error of this code, where it cannot be read."""
    return _load(path, "YAML", parse_yaml, code, diagnostics)


def load_mapping(path: Path, code: str, expected: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """Load a mapping from a YAML file; any other value is an error and gives an empty mapping."""
    before = len(diagnostics)
    data = load_yaml(path, code, diagnostics)
    if isinstance(data, dict):
        return data
    if len(diagnostics) == before:
        diagnostics.error(code, path.name, f"expected a mapping {expected}")
    return {}


def load_json(path: Path, code: str, diagnostics: Diagnostics) -> Any:
    """Return the value of a JSON file; ``None``, with an error of this code, where it cannot be read."""
    return _load(path, "JSON", parse_json, code, diagnostics)


def load_json_text(path: Path, code: str, diagnostics: Diagnostics) -> str | None:
    """Return the text of a valid JSON file, for a model to validate; ``None``, with an error, for any other file."""

    def check(text: str) -> str:
        parse_json(text)
        return text

    text: str | None = _load(path, "JSON", check, code, diagnostics)
    return text


def _load(path: Path, form: str, parse: Callable[[str], Any], code: str, diagnostics: Diagnostics) -> Any:
    try:
        return parse(read_regular_file(path).decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        diagnostics.error(code, path.name, f"invalid {form}: the file is not UTF-8 (byte {fault.start})")
    except DataError as fault:
        place = f" ({fault.place})" if fault.place else ""
        diagnostics.error(fault.code if fault.is_unreadable else code, path.name, f"{fault}{place}")
    return None

"""Display names of the connectors whose documents give them none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics


def name_all(connectors: Iterable[Connector], names: dict[str, str]) -> None:
    """Names each connector that has no name: as the table has it, else by the words of its id."""
    for connector in connectors:
        connector.name = connector.name or names.get(connector.type) or spelled(connector.type)


def spelled(type_: str) -> str:
    """``Google Ads`` for ``google_ads``."""
    return " ".join(word[0].upper() + word[1:] for word in type_.replace("-", "_").split("_") if word)


def load_names(path: Path, diagnostics: Diagnostics) -> dict[str, str]:
    """The names by id in a YAML file; entries of a wrong form are errors."""
    if not path.is_file():
        return {}
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        diagnostics.error("names-format", path.name, f"the names cannot be read: {fault}")
        return {}
    if not isinstance(data, dict) or not all(isinstance(name, str) and name.strip() for name in data.values()):
        diagnostics.error("names-format", path.name, "the file is not a map from ids to names")
        return {}
    return {str(type_): name for type_, name in data.items()}

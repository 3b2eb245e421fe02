"""Display names of the connectors whose documents give them none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.catalog.connector import Connector
from generator.catalog.yaml_map import load_map
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
    data = load_map(path, "names-format", "from ids to names", diagnostics)
    for type_, name in data.items():
        if not isinstance(name, str) or not name.strip():
            diagnostics.error("names-format", path.name, f"{type_}: expected a name, not {name!r}")
    return {type_: name for type_, name in data.items() if isinstance(name, str)}

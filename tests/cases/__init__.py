"""Small connectors in catalog form, one shape each, and what the generator prints for them."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.context.catalog_shape import catalog_shape_of
from generator.documents.store import Origin
from generator.outputs.catalog_files import catalog_files
from generator.outputs.connector_files import connector_files as print_connectors
from generator.outputs.formatting import format_python
from generator.outputs.package import source_files
from generator.outputs.printed import ConnectorFiles
from generator.outputs.task import Task
from generator.paths import PACKAGE
from tests.vendors import ACME, ACME_PROFILE, PROFILES, VENDORS, api

FOLDER = Path(__file__).parent
CASES = sorted(path.stem for path in FOLDER.glob("*.json"))
HOSTILE = [case for case in CASES if case.startswith(("hostile", "very_long"))]
ORIGIN = Origin("stitch/case", "stitch", "html", "https://vendor.example/docs", "2026-08", "0" * 64)

_FAULTS: dict[str, Exception] = {}


def load(case: str) -> Connector:
    """The connector of a case."""
    return Connector.model_validate(json.loads((FOLDER / f"{case}.json").read_text(encoding="utf-8")))


@functools.cache
def all_printed() -> dict[str, dict[str, str]]:
    """The formatted files of every case, by the path in the project; ruff is started once for all of them."""
    made = {case: _print(case) for case in CASES}
    formatted = format_python({path: text for each in made.values() for path, text in each.items()})
    return {case: {path: formatted[path] for path in files} for case, files in made.items()}


def _print(case: str) -> dict[str, str]:
    # A case that cannot be printed must fail the tests of that case, not those of all cases.
    try:
        return connector_files(load(case)).files
    except Exception as fault:
        _FAULTS[case] = fault
        return {}


def connector_files(connector: Connector, origin: Origin = ORIGIN) -> ConnectorFiles:
    """The outputs of a connector of one of this project's vendors."""
    sent = api(connector.vendor, connector.role, {"name": "<NAME>"})
    (made,) = print_connectors([Task(connector, {**VENDORS, "acme": ACME}[connector.vendor], origin, api=sent)])
    return made


def printed(case: str, kind: str) -> str:
    """One output of a case: ``schema``, ``model``, ``stub``, ``validator`` or ``reference``."""
    files = all_printed()[case]
    if case in _FAULTS:
        raise AssertionError(f"the case {case} cannot be printed") from _FAULTS[case]
    return next(text for path, text in files.items() if kind_of(path) == kind)


def kind_of(path: str) -> str:
    """Which output a file in ``generated/`` is."""
    if path.endswith(".json"):
        return "schema"
    if path.endswith(".md"):
        return "reference"
    if path.endswith(".pyi"):
        return "stub"
    if not path.endswith(".py"):
        raise ValueError(f"no kind of output is known for {path}")
    return "validator" if "/validators/" in path else "model"


def write_package(connectors: list[Connector], folder: Path) -> Path:
    """Writes the import package of some connectors below a folder; returns what goes into ``sys.path``."""
    made = {each.key: connector_files(each) for each in connectors}
    files = {path: text for each in made.values() for path, text in each.files.items()}
    catalog = Catalog(tuple(connectors), {}, (ORIGIN,), {**PROFILES, "acme": ACME_PROFILE})
    files |= catalog_files(catalog_shape_of(catalog), {key: each.shared for key, each in made.items()})
    files |= {f"{PACKAGE}/{path}": text for path, text in source_files().items()}
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return (folder / PACKAGE).parent

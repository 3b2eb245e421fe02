"""What is attacked, and by which part: a vendor's document, an output and a part have one line each."""

from __future__ import annotations

import fnmatch
import importlib
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.paths import GENERATED, PACKAGE, REFERENCE
from tests.fuzz.checks.data import faults_of_json, faults_of_lines, faults_of_schema
from tests.fuzz.checks.markdown import faults_of_markdown
from tests.fuzz.checks.python import faults_of_python, faults_of_shared_python
from tests.fuzz.report import Report

TESTS = Path(__file__).parent.parent

PARTS: dict[str, str] = {
    "injections": "tests.fuzz.injections",
    "projects": "tests.fuzz.projects",
    "site": "tests.fuzz.site",
    "bad-files": "tests.fuzz.bad_files",
    "differential": "tests.fuzz.differential",
    "scaling": "tests.fuzz.scaling",
    "readers": "tests.fuzz.readers",
    "pages": "tests.fuzz.mutations",
    "specifications": "tests.fuzz.specification_mutations",
    "payload-files": "tests.fuzz.payload_files",
    "kills": "tests.fuzz.kills",
}
"""The modules with ``run(seed, count) -> Report``, by the part's name."""

COUNTS: dict[str, int] = {
    "injections": 20_000,
    "projects": 5_000,
    "site": 5_000,
    "bad-files": 2_000,
    "differential": 10_000,
    "scaling": 10,
    "readers": 2_000,
    "pages": 5_000,
    "specifications": 5_000,
    "payload-files": 1_000,
    "kills": 100,
}
"""How many cases ``make fuzz`` runs of each part."""

OUTPUTS: dict[str, Callable[[str], Iterable[str]]] = {
    f"{PACKAGE}/schemas/catalog.json": faults_of_json,
    f"{PACKAGE}/schemas/*.json": faults_of_schema,
    f"{PACKAGE}/*.json": faults_of_json,
    f"{PACKAGE}/data/*.jsonl": faults_of_lines,
    f"{PACKAGE}/*/__init__.py": faults_of_shared_python,
    f"{PACKAGE}/ids.py": faults_of_shared_python,
    f"{PACKAGE}/*.pyi": faults_of_shared_python,
    f"{PACKAGE}/*.py": faults_of_python,
    f"{PACKAGE}/py.typed": lambda _: (),
    f"{REFERENCE}/*.md": faults_of_markdown,
    "catalog/*.json": faults_of_json,
}
"""The check of each output, by a pattern of its path; the first that fits."""

DOCUMENTS: tuple[str, ...] = (
    "pages/*/*.html",
    "pages/*/*.txt",
    "faulty_pages/*.html",
    "faulty_pages/*.txt",
    "faulty_pages/*.json",
    "fuzz/corpus/documents/*",
)
"""Where the documents are that mutations start from; a vendor's small pages are found by themselves."""


def check_of(path: str) -> Callable[[str], Iterable[str]]:
    """Return the check of an output.

    Raises:
        KeyError: The output has no line in ``OUTPUTS``.
    """
    for pattern, check in OUTPUTS.items():
        if fnmatch.fnmatchcase(path, pattern):
            return check
    raise KeyError(f"no check is known for {path}: it needs a line in OUTPUTS")


def documents() -> list[Path]:
    """Return the documents that mutations start from."""
    return sorted(path for pattern in DOCUMENTS for path in TESTS.glob(pattern) if not path.match("*.records.json"))


def load(part: str) -> Callable[[int, int], Report] | None:
    """Return what runs a part; ``None`` where its module is not there."""
    name = PARTS[part]
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as fault:
        if fault.name != name:
            raise
        return None
    run: Callable[[int, int], Report] = module.run
    return run


__all__ = ["COUNTS", "GENERATED", "OUTPUTS", "PARTS", "check_of", "documents", "load"]

"""What is attacked, and by which part: a vendor's document, an output and a part have one line each."""

from __future__ import annotations

import fnmatch
import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from generator.paths import PACKAGE, REFERENCE
from tests.fuzz.checks.data import faults_of_json, faults_of_lines, faults_of_schema
from tests.fuzz.checks.markdown import faults_of_markdown
from tests.fuzz.checks.python import faults_of_python, faults_of_shared_python
from tests.fuzz.checks.stubs import faults_of_stub
from tests.fuzz.report import Report

TESTS = Path(__file__).parent.parent


class Part(NamedTuple):
    """A part: its module, which has ``run(seed, count) -> Report``, and its cases in ``make fuzz`` and in a test."""

    module: str
    cases: int
    cases_in_test: int


PARTS: dict[str, Part] = {
    "injections": Part("tests.fuzz.injections", 50_000, 500),
    "projects": Part("tests.fuzz.projects", 50_000, 1_000),
    "site": Part("tests.fuzz.site", 1_000, 50),
    "bad-files": Part("tests.fuzz.bad_files", 2_000, 12),
    "payload-files": Part("tests.fuzz.payload_files", 300, 20),
    "differential": Part("tests.fuzz.differential", 50_000, 500),
    "scaling": Part("tests.fuzz.scaling", 11, 1),
    "readers": Part("tests.fuzz.readers", 10_000, 100),
    "pages": Part("tests.fuzz.mutations", 5_000, 10),
    "specifications": Part("tests.fuzz.specification_mutations", 5_000, 20),
    "kills": Part("tests.fuzz.kills", 100, 1),
    "refresh-kills": Part("tests.fuzz.refresh_kills", 100, 1),
    "refresh-faults": Part("tests.fuzz.refresh_faults", 200, 6),
}
"""What there is to run, by name."""

OUTPUTS: dict[str, Callable[[str], Iterable[str]]] = {
    f"{PACKAGE}/schemas/catalog.json": faults_of_json,
    f"{PACKAGE}/schemas/*.json": faults_of_schema,
    f"{PACKAGE}/*.json": faults_of_json,
    f"{PACKAGE}/data/*.jsonl": faults_of_lines,
    f"{PACKAGE}/*/__init__.py": faults_of_shared_python,
    f"{PACKAGE}/ids.py": faults_of_shared_python,
    f"{PACKAGE}/__init__.pyi": faults_of_shared_python,
    f"{PACKAGE}/converted_field.pyi": faults_of_shared_python,
    f"{PACKAGE}/*/__init__.pyi": faults_of_shared_python,
    f"{PACKAGE}/*/stub_names_*.pyi": faults_of_shared_python,
    f"{PACKAGE}/*/envelopes.py": faults_of_shared_python,
    f"{PACKAGE}/fields.pyi": faults_of_shared_python,
    f"{PACKAGE}/*.pyi": faults_of_stub,
    f"{PACKAGE}/*.py": faults_of_python,
    f"{PACKAGE}/py.typed": lambda _: (),
    f"{REFERENCE}/*.md": faults_of_markdown,
    f"{REFERENCE}/*.json": faults_of_json,
    "catalog/*.json": faults_of_json,
}
"""The check of each output, by a pattern of its path; the first that fits."""

DOCUMENTS: tuple[str, ...] = (
    "pages/*/*.html",
    "pages/*/*.txt",
    "pages/*/*.yaml",
    "faulty_pages/*.html",
    "faulty_pages/*.txt",
    "faulty_pages/*.json",
    "faulty_pages/*.yaml",
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
    name = PARTS[part].module
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as fault:
        if not (fault.name or "").startswith("tests.fuzz."):
            raise
        return None
    run: Callable[[int, int], Report] = module.run
    return run

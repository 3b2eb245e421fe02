"""Hostile texts at every place of a connector, through every output of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from generator.context.fault import OutputError
from generator.outputs.connector_files import connector_files
from generator.outputs.task import Task
from tests.fuzz import places
from tests.fuzz.checks.data import faults_of_json
from tests.fuzz.checks.running import faults_of_import
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.registry import check_of
from tests.fuzz.report import Report
from tests.vendors import ACME

_LONG = 1_000
_PATH = re.compile(r"generated/(?:[a-z0-9_][A-Za-z0-9_.-]*/)+[a-z0-9_][A-Za-z0-9_.-]*\.[a-z]+")


def run(seed: int, count: int) -> Report:
    """Print connectors with hostile texts until so many cases (a text, a place, an output) are checked."""
    texts = list(range(len(HOSTILE)))
    random.Random(seed).shuffle(texts)
    # Renderers are slow with the long ones.
    texts.sort(key=lambda text: len(HOSTILE[text]) > _LONG)
    cases, failures = 0, []
    for text in texts:
        if cases >= count:
            break
        outputs, found = attack(text)
        cases += len(places.PLACES) * outputs
        failures += [f"text {text} {HOSTILE[text]!r:.60}: {fault}" for fault in found]
    return Report(cases, tuple(failures))


def attack(text: int) -> tuple[int, list[str]]:
    """Return how many outputs a connector that holds a text has, and what of it is alive in them."""
    try:
        (made,) = connector_files([Task(places.connector(text), ACME, places.origin(text), api=places.api(text))])
    except OutputError as fault:
        # Nothing is written. That two names collide is a reason; that only the audit stops a text is none.
        return 1, [f"stopped by the audit alone: {fault}"] if fault.code == "unsafe-output" else []
    faults = [fault for path, content in made.files.items() for fault in faults_of_file(path, content)]
    faults += [f"data: {fault}" for fault in faults_of_json(made.shared.data)]
    lines = {(uri, action): line for uri, own in made.shared.definitions.items() for action, line in own.items()}
    for (_, action), line in lines.items():
        definition = "{" + line.strip().removesuffix(",") + "}"
        faults += [f"definition to {action}: {fault}" for fault in faults_of_json(definition)]
        if "\n" in line.strip():
            faults.append(f"definition to {action}: more than one line")
    if "\n" in made.shared.data:
        faults.append("data: more than one line")
    return len(made.files) + 1 + len(lines), faults


def faults_of_file(path: str, content: str) -> Iterator[str]:
    """Yield the faults of an output, each with the output's path."""
    if not _PATH.fullmatch(path) or ".." in path:
        yield f"the path {path!r}"
    faults = list(check_of(path)(content))
    if not faults and path.endswith(".py") and "__init__" not in path:
        faults = list(faults_of_import(path, content))
    yield from (f"{path}: {fault}" for fault in faults)

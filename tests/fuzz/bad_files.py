"""Bad files for every kind of document and everything that people write: no traceback, no hanging, little memory."""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from generator.command_line.main import main
from generator.paths import Layout
from tests.fuzz import bad_content
from tests.fuzz.projects import good_project
from tests.fuzz.registry import documents
from tests.fuzz.report import Report
from tests.fuzz.watched import Case, watch

_HAND_WRITTEN = (
    "vendors/*.yaml",
    "glossary.yaml",
    "names.yaml",
    "secrecy.yaml",
    "corrections/*.json",
    "history/*.json",
)
_CAPTURED = ("documents/*/*.json", "connectors/*/*/*.json")
_SAVED = Layout().root / ".fuzz" / "bad-files"
CORPUS = Path(__file__).parent / "corpus"
KINDS = {
    "profiles": "vendors/stitch.yaml",
    "glossaries": "glossary.yaml",
    "names": "names.yaml",
    "secrecy": "secrecy.yaml",
    "corrections": "corrections/stitch.json",
    "histories": "history/stitch.json",
    "captures": "documents/stitch/page.json",
    "connectors": "connectors/stitch/source/platform.acme.json",
}
"""The file that a file of the corpus takes the place of, by the name of its folder."""


def replay(seed: int, number: int) -> str:
    """Run one case again; return what goes wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        good_project(Path(folder, "good"))
        return next(iter(watch([_case(Path(folder), seed, number)])), "")


def run(seed: int, count: int) -> Report:
    """Give the commands so many bad files; a case is a file and a command."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        good_project(root / "good")
        cases = [_case(root, seed, number) for number in range(count)]
        return Report(count, watch(cases))


def _case(root: Path, seed: int, number: int) -> Case:
    return Case(f"{seed}:{number}", lambda: attack(root, seed, number))


def attack(root: Path, seed: int, number: int) -> str:
    """Return what goes wrong with one bad file; empty if nothing does. A file that fails is kept."""
    chance = random.Random(f"{seed}:{number}")
    place = root / f"case-{number}"
    place.mkdir()
    try:
        name, file, command = _made(root / "good", place, chance)
        fault = faults_of_command(command)
        if fault and file.is_file():
            kept = _SAVED / f"{seed}-{number}-{file.name}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, kept)
            fault += f" (kept as {kept.relative_to(Layout().root)})"
        again = f"python -c 'from tests.fuzz.bad_files import replay; print(replay({seed}, {number}))'"
        return f"{name}: {command[2]}: {fault}; {again}" if fault else ""
    finally:
        shutil.rmtree(place)


def _made(good: Path, place: Path, chance: random.Random) -> tuple[str, Path, list[str]]:
    """Write a bad file; return its name, its path and the command that reads it."""
    if chance.random() < 0.5:
        source = chance.choice(documents())
        file = place / source.name
        name = _write(source, file, chance)
        return f"{source.name}: {name}", file, ["--project", str(good), "extract", str(file)]
    shutil.copytree(good, place / "project")
    pattern = chance.choice(_HAND_WRITTEN + _CAPTURED)
    found = sorted((place / "project" / "catalog").glob(pattern))
    file = chance.choice(found) if found else place / "project" / "catalog" / pattern.replace("*", "acme")
    file.parent.mkdir(parents=True, exist_ok=True)
    source = good / file.relative_to(place / "project")
    name = _write(source, file, chance)
    return f"{pattern}: {name}", file, ["--project", str(place / "project"), "generate", "--jobs", "1"]


def _write(source: Path, file: Path, chance: random.Random) -> str:
    """Write a bad file in the place of a good one; return what is bad about it."""
    content = source.read_bytes() if source.is_file() else b""
    if chance.random() < 0.05:
        return _write_special(file, chance)
    value = _value(source, content)
    if value is not None and chance.random() < 0.6:
        if file.suffix == ".yaml":
            name, made = bad_content.bad_yaml(value, chance)
        else:
            name, made = "value", bad_content.bad_json(value, chance)
    else:
        name, made = bad_content.bad_bytes(content, chance)
    file.write_bytes(made)
    return name


def _value(source: Path, content: bytes) -> Any:
    try:
        return yaml.safe_load(content) if source.suffix == ".yaml" else json.loads(content)
    except (ValueError, yaml.YAMLError, RecursionError):
        return None


def _write_special(file: Path, chance: random.Random) -> str:
    """Put something that is no file into a file's place."""
    if file.is_file():
        file.unlink()
    kind = chance.choice(("directory", "loop", "pipe", "absent", "dangling", "endless", "no permission"))
    if kind == "directory":
        file.mkdir()
    elif kind == "loop":
        file.symlink_to(file)
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "dangling":
        file.symlink_to(file.parent / "absent")
    elif kind == "endless":
        file.symlink_to("/dev/zero")
    elif kind == "no permission":
        file.write_bytes(b"x")
        file.chmod(0)
    return kind


def faults_of_command(arguments: list[str]) -> str:
    """Run a command of the generator; return what it does that it must not do: end otherwise than with 0, 1 or 2."""
    done = CliRunner().invoke(main, arguments)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        fault = done.exception.__cause__ or done.exception
        trace = fault.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        at = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return f"{type(fault).__name__}{at}: {str(fault)[:200]}"
    if done.exit_code not in (0, 1, 2):
        return f"exit status {done.exit_code}"
    if done.exit_code and not done.stderr.strip():
        return f"exit status {done.exit_code} without a message"
    if "internal error" in done.stderr or "internal-error" in done.stderr:
        return faults_of_command(["--traceback", *arguments])
    if live := {each for each in done.stderr if not each.isprintable()} - {"\n"}:
        return f"prints the characters {sorted(live)}"
    return ""


def faults_of_corpus(kind: str, content: bytes, name: str, root: Path, good: Path) -> str:
    """Return what goes wrong with a file of the corpus; its folder is the kind of file that it stands for."""
    if kind == "documents":
        path = root / name
        path.write_bytes(content)
        return faults_of_command(["--project", str(good), "extract", str(path)])
    project = root / "project"
    shutil.copytree(good, project)
    (project / "catalog" / KINDS[kind]).write_bytes(content)
    return faults_of_command(["--project", str(project), "generate", "--jobs", "1"])

"""Whole projects whose documents and hand-written files hold a hostile text, from the captures to every output."""

from __future__ import annotations

import dataclasses
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.commands.extract import as_table, extract
from generator.commands.generate import Request, generate
from generator.context.catalog_shape import catalog_shape_of
from generator.context.fault import OutputError
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.outputs.files import generated_files
from generator.paths import GENERATED, PROJECT, Layout
from generator.pipeline.catalog import build_catalog
from generator.pipeline.reading import capture_text, read_records
from generator.profiles.profile import load_vendors
from generator.serialize import dumps
from tests.fuzz import hostile_documents
from tests.fuzz.checks.console import faults_of_console, faults_of_line
from tests.fuzz.hostile import HOSTILE, hostile
from tests.fuzz.injections import faults_of_file
from tests.fuzz.registry import check_of
from tests.fuzz.report import Report

_VENDORS = load_vendors(Layout().vendors, Diagnostics())
_FIRST = 500


class Texts:
    """Gives a text for each place, with the place's own token."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.places: list[str] = []

    def __call__(self, place: str) -> str:
        """Return the text for a place."""
        if place not in self.places:
            self.places.append(place)
        return hostile(self.number, _FIRST + self.places.index(place))


def run(seed: int, count: int) -> Report:
    """Generate projects until so many cases (a text, a place, an output) are checked."""
    numbers = list(range(len(HOSTILE)))
    random.Random(seed).shuffle(numbers)
    cases, failures = 0, []
    for number in numbers:
        if cases >= count:
            break
        made, found = attack(number)
        cases += made
        failures += [f"text {number} {HOSTILE[number]!r:.60}: {fault}" for fault in found]
    return Report(cases, tuple(failures))


def attack(number: int) -> tuple[int, list[str]]:
    """Return how many cases a project that holds a text has, and what of it is alive in its outputs."""
    text, faults = Texts(number), []
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        faults += _write(layout, text)
        built = build_catalog(layout)
        lines = [str(each) for each in built.diagnostics]
        faults += [f"diagnostic: {fault}" for line in lines for fault in faults_of_line(line)]
        files = built.catalog.files()
        try:
            files |= generated_files(catalog_shape_of(built.catalog), {}, 1, lambda done, total: None).files
        except OutputError as fault:
            faults += [f"stopped by the audit alone: {fault}"] if fault.code == "unsafe-output" else []
        written = {path: content for path, content in files.items() if not _is_copied(path)}
        faults += [fault for path, content in written.items() for fault in _faults_of_file(path, content)]
    return len(text.places) * len(written), faults


class Plain(Texts):
    """Gives a plain text for each place."""

    def __call__(self, place: str) -> str:
        """Return a word."""
        return "".join(each for each in place.title() if each.isalpha())


def good_project(root: Path) -> Layout:
    """Write a project of made-up documents in which nothing is wrong, with what is generated from it."""
    layout = Layout(root)
    list(_write(layout, Plain(0)))
    for vendor in _VENDORS:
        _put(layout.corrections / f"{vendor}.json", "[]\n")
    for file in layout.root.glob("*.*"):
        file.unlink()
    found = generate(layout, Request(root, jobs=1), lambda done, total: None)
    if found.diagnostics.failed:
        raise AssertionError([str(each) for each in found.diagnostics])
    shutil.rmtree(layout.cache)
    shutil.rmtree(root / GENERATED)
    return layout


def _is_copied(path: str) -> bool:
    return (PROJECT / "templates" / path.removeprefix("generated/")).is_file()


def _faults_of_file(path: str, content: str) -> Iterator[str]:
    if path.startswith("catalog/"):
        yield from (f"{path}: {fault}" for fault in check_of(path)(content))
    else:
        yield from faults_of_file(path, content)


def _write(layout: Layout, text: Texts) -> Iterator[str]:
    """Write what people write and the captures of documents; yield what ``extract`` prints that is live."""
    for name in _VENDORS:
        profile = yaml.safe_load((Layout().vendors / f"{name}.yaml").read_text(encoding="utf-8"))
        _put(layout.vendors / f"{name}.yaml", yaml.safe_dump(profile | {"title": text("title of a vendor") or "x"}))
    for name, (file, write) in hostile_documents.SHAPES.items():
        path = layout.root / file
        _put(path, write(text))
        yield from _printed(layout, path)
        _capture(layout, name, path, text)
    for file, content in hostile_documents.refused_names(text("refused name")):
        _put(layout.root / file, content)
        yield from _printed(layout, layout.root / file)
    sentence, scoped, meaning = (f"What {text(place)} is." for place in ("sentence", "scoped sentence", "meaning"))
    entries = {"first": sentence, "p0": {"*": scoped}, text("entry"): "Nothing.", "p1=x": meaning}
    _put(layout.glossary, yaml.safe_dump(entries))
    _put(layout.names, yaml.safe_dump({"acme": text("display name"), "acme_mail": text("display name")}))
    _put(layout.secrecy, yaml.safe_dump({text("pattern of a name"): text("reason of a pattern") + " at least"}))
    for vendor in _VENDORS:
        _put(layout.corrections / f"{vendor}.json", dumps(_corrections(vendor, text)))
        _put(layout.history / f"{vendor}.json", dumps(_history(vendor, text)))


def _printed(layout: Layout, path: Path) -> Iterator[str]:
    found = extract(layout, [path], None)
    table = "".join(faults_of_console(as_table(found)))
    if table:
        yield f"extract {path.name}: {table}"
    for line in map(str, found.diagnostics):
        yield from (f"extract {path.name}: {fault}" for fault in faults_of_line(line.removeprefix(str(path))))


def _capture(layout: Layout, name: str, path: Path, text: Texts) -> None:
    vendor = name.partition("/")[0]
    reading = read_records(path, vendor, Diagnostics(), vendors=_VENDORS)
    if reading is None:
        return
    kind = reading.document.kind.value
    origin = Origin(name, vendor, kind, text("url"), text("date"), text("digest"))
    _put(layout.captures / f"{name}.json", capture_text(reading, origin))
    if not isinstance(text, Plain):
        # A capture whose name is not that of its file is refused.
        renamed = dataclasses.replace(origin, name=text("name of a document"))
        _put(layout.captures / f"{name}-renamed.json", capture_text(reading, renamed))


def _corrections(vendor: str, text: Texts) -> list[dict[str, Any]]:
    steps = {step for role in _VENDORS[vendor].requests.values() for parts in role.parts.values() for step in parts}
    reason = f"A reason of more than twenty letters. {text('reason')}"
    added = {"type": "string", "description": text("added description"), "enum": [text("added value")]}
    return [
        {"connector": connector, "step": step, "path": "added", "old": None, "new": added, "reason": reason}
        for connector in (
            "stitch/source/platform.acme",
            "fivetran/source/acme",
            "fivetran/source/acme_mail",
            "airbyte/source/source-acme",
        )
        for step in sorted(steps)
        if connector.startswith(vendor)
    ]


def _history(vendor: str, text: Texts) -> dict[str, Any]:
    span = "2026-01/2026-02"
    seen = {"seen": span, "properties": {"form": {span: ["first", text("name in the history")]}}}
    return {
        "vendor": vendor,
        "documents": {text("document in the history"): ["2026-01"]},
        "connectors": {"source/platform.acme": seen},
    }


def _put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", errors="surrogatepass")

"""Mutated documents against each reader: no exception, everything accounted for, the same again, and of a capture.

The choices are guided: a document that gives a diagnostic or a number of records that none has given before is kept,
and later mutations start from it too.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import random
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from generator.catalog.context import Knowledge
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.paths import Layout
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.pipeline.vendor import connectors_of
from generator.profiles.profile import load_vendors
from tests.fuzz import bad_content, hostile_documents
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.projects import Plain
from tests.fuzz.registry import documents
from tests.fuzz.report import Report
from tests.fuzz.watched import limited
from tests.records.reading import comparable

_VENDORS = load_vendors(Layout().vendors, Diagnostics())
_SAVED = Layout().root / ".fuzz" / "readers"
_LARGEST = 50_000
_PARSERS: dict[str, Callable[[str], Any]] = {".json": json.loads, ".yaml": yaml.safe_load}
_PARTS = re.compile(r"<[^<>]*>|\n|[^<>\n]+")
_WORDS = (
    *("<td>", "</td>", "<tr>", "</table>", "<table>", "<h4 id=x>", "</h4>", "<pre>", "</pre>", "<ul><li>", "<br>", "|"),
    *(
        "REQUIRED",
        "OPTIONAL",
        "STRING",
        "OBJECT",
        "ARRAY",
        "<code>",
        "&lt;",
        "&#0;",
        "<!--",
        "-->",
        "<p>",
        "\n\n",
        "{",
        "}",
    ),
    *(
        "Default: `x`.",
        "Required if `x` is `y`.",
        "one of",
        "|---|",
        "<td colspan=9>",
        "<td rowspan=99>",
        "\u00a0",
        "\u200b",
    ),
    *("between 1 and 9", "must be", "at least 10**99", "9" * 400, "e.g.", "[x](y)", "```", "True", "null", '"', "\\"),
)


@dataclasses.dataclass
class _Seed:
    name: str
    content: str
    data: Any = None

    def text(self, data: Any) -> str:
        return yaml.safe_dump(data) if self.name.endswith(".yaml") else json.dumps(data)


def run(seed: int, count: int) -> Report:
    """Read so many mutated documents."""
    chance = random.Random(seed)
    seeds, seen, failures = _seeds(), set(), []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            start = chance.choice(seeds)
            try:
                changed = _mutated(start, seeds, chance)
            except RecursionError:
                continue
            with limited():
                mark, faults = examine(changed.name, changed.content, Path(folder))
            if faults:
                kept = _keep(f"{seed}-{number}-{changed.name}", changed.content)
                failures += [f"{kept}: {fault}" for fault in faults]
            elif mark not in seen and len(changed.content) < _LARGEST:
                seen.add(mark)
                seeds.append(changed)
    return Report(count, tuple(failures))


def _seeds() -> list[_Seed]:
    made = [_Seed(path.name, path.read_bytes().decode("utf-8", "replace")) for path in documents()]
    made += [_Seed(file, write(Plain(0))) for file, write in hostile_documents.SHAPES.values()]
    for each in made:
        parse = _PARSERS.get(Path(each.name).suffix)
        if parse is not None:
            with contextlib.suppress(ValueError, RecursionError, yaml.YAMLError):
                each.data = parse(each.content)
    return made


def _mutated(seed: _Seed, seeds: list[_Seed], chance: random.Random) -> _Seed:
    if seed.data is not None and chance.random() < 0.9:
        data = bad_content.bad_value(seed.data, chance)
        return _Seed(seed.name, seed.text(data), data)
    parts = _PARTS.findall(seed.content)
    for _ in range(chance.randint(1, 5)):
        chance.choice(_CHANGES)(parts, seeds, chance)
    return _Seed(seed.name, "".join(parts)[: 4 * _LARGEST])


def _delete(parts: list[str], _: list[_Seed], chance: random.Random) -> None:
    place = chance.randrange(len(parts) + 1)
    del parts[place : place + chance.choice((1, 1, 3, 20))]


def _repeat(parts: list[str], _: list[_Seed], chance: random.Random) -> None:
    place = chance.randrange(len(parts) + 1)
    parts[place:place] = parts[place : place + chance.choice((1, 5, 30))] * chance.choice((1, 2, 30))


def _move(parts: list[str], _: list[_Seed], chance: random.Random) -> None:
    place = chance.randrange(len(parts) + 1)
    taken = parts[place : place + chance.choice((1, 5, 30))]
    del parts[place : place + len(taken)]
    place = chance.randrange(len(parts) + 1)
    parts[place:place] = taken


def _insert(parts: list[str], _: list[_Seed], chance: random.Random) -> None:
    added = chance.choice(_WORDS) if chance.random() < 0.7 else chance.choice(HOSTILE)
    parts.insert(chance.randrange(len(parts) + 1), added)


def _replace(parts: list[str], _: list[_Seed], chance: random.Random) -> None:
    if parts:
        parts[chance.randrange(len(parts))] = chance.choice((*_WORDS, *HOSTILE))


def _splice(parts: list[str], seeds: list[_Seed], chance: random.Random) -> None:
    other = _PARTS.findall(chance.choice(seeds).content)
    start = chance.randrange(len(other) + 1)
    place = chance.randrange(len(parts) + 1)
    parts[place:place] = other[start : start + chance.randint(1, 60)]


_CHANGES: tuple[Callable[[list[str], list[_Seed], random.Random], None], ...] = (
    _delete,
    _repeat,
    _move,
    _insert,
    _replace,
    _splice,
)


def examine(name: str, content: str, folder: Path) -> tuple[tuple[Any, ...], list[str]]:
    """Return what tells a document from others, and what goes wrong when it is read."""
    path = folder / name
    path.write_text(content, encoding="utf-8", errors="replace")
    diagnostics = Diagnostics(name)
    try:
        first, again = _read(path, diagnostics), _read(path, Diagnostics(name))
        mark = (tuple(sorted({each.code for each in diagnostics})), _size(first[0]), len(first[1]))
        faults = [] if _facts(first) == _facts(again) else ["reading it again gives other records"]
        if first[0] is not None:
            faults += _faults(first[0], first[1], diagnostics, folder)
    except Exception as fault:
        trace = fault.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        at = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return (), [f"{type(fault).__name__} at {at}: {str(fault)[:200]}"]
    return mark, faults


def _read(path: Path, diagnostics: Diagnostics) -> tuple[Reading | None, list[Any]]:
    reading = read_records(path, None, diagnostics, vendors=_VENDORS)
    return reading, connectors_of(reading, Knowledge(), diagnostics) if reading is not None else []


def _size(reading: Reading | None) -> int:
    return 0 if reading is None else min(reading.records.rows, 20)


def _facts(found: tuple[Reading | None, list[Any]]) -> Any:
    return found[0].records if found[0] is not None else None, comparable(found[1])


def _faults(reading: Reading, connectors: list[Any], diagnostics: Diagnostics, folder: Path) -> list[str]:
    faults = []
    try:
        reading.records.connectors[0].name = "x"  # type: ignore[misc]
        faults.append("its records can be changed")
    except (dataclasses.FrozenInstanceError, IndexError):
        pass
    if reading.records.unaccounted and not diagnostics.failed:
        faults.append(f"{reading.records.unaccounted} rows are unaccounted for without an error")
    if not diagnostics.failed and reading.origin is None:
        faults += _faults_of_capture(reading, connectors, folder)
    return faults


def _faults_of_capture(reading: Reading, connectors: list[Any], folder: Path) -> list[str]:
    kind = reading.document.kind.value
    vendor = reading.records.vendor
    origin = Origin(f"{vendor}/x", vendor, kind, "", "", reading.document.sha256)
    path = folder / "capture.json"
    path.write_text(capture_text(reading, origin), encoding="utf-8")
    diagnostics = Diagnostics()
    captured, again = _read(path, diagnostics)
    if captured is None or diagnostics.failed:
        return [f"its capture cannot be read: {next((str(each) for each in diagnostics), '')[:200]}"]
    if comparable(again) != comparable(connectors):
        return ["its capture gives other connectors"]
    return []


def _keep(name: str, content: str) -> str:
    _SAVED.mkdir(parents=True, exist_ok=True)
    path = _SAVED / name
    path.write_text(content, encoding="utf-8", errors="replace")
    return str(path.relative_to(Layout().root))

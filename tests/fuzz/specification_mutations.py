"""Changes one thing of an OpenAPI file after the other: nothing of it may get lost without a diagnostic.

A changed file is read twice, by the generator and by :mod:`tests.fuzz.independent_services`. Either both state the
same, or the generator has a diagnostic that the file did not have before.
"""

from __future__ import annotations

import copy
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from generator.pipeline.reading import Reading, read_records
from generator.profiles.profile import load_vendors
from generator.records.record import PropertyRecord
from tests.fuzz.independent_services import Facts, Services, letters, same
from tests.fuzz.report import Report
from tests.fuzz.specification_mutators import MUTATORS, places

_SHARED = PROJECT.parent / "shared" / "documents" / "fivetran"
_PAGES = Path(__file__).parent.parent / "pages"
_REFERENCE = re.compile(r'"#/components/schemas/([^"]+)"')
_REPAIRS = {"values-of-object", "text-of-object", "values-as-text", "values-in-example", "empty-example", "value-twice"}
_REPAIRED = ("type", "enum", "examples", "items")


def reduced(data: Any, rng: random.Random, count: int = 3) -> Any:
    """Return an OpenAPI file with a few of its services."""
    data = copy.deepcopy(data)
    paths = {
        name: item
        for name, item in data["paths"].items()
        if re.fullmatch(r"/v1/(connections|destinations)(/\{\w+\})?", name)
    }
    schemas = data["components"]["schemas"]
    for create, answer in (
        ("NewConnectorRequestV1", "ConnectorResponseV1"),
        ("NewDestinationRequest", "DestinationExtendedResponse"),
    ):
        mapping = schemas[create]["discriminator"]["mapping"]
        chosen = rng.sample([*mapping], count)
        for name in (create, answer):
            found = schemas[name]["discriminator"]
            found["mapping"] = {each: found["mapping"][each] for each in chosen}
    for item in paths.values():
        item.pop("get", None), item.pop("delete", None)
    kept: dict[str, Any] = {}
    ahead = _REFERENCE.findall(json.dumps(paths))
    while ahead:
        name = ahead.pop()
        if name not in kept:
            kept[name] = schemas[name]
            ahead += _REFERENCE.findall(json.dumps(schemas[name]))
    return {"openapi": data["openapi"], "paths": paths, "components": {"schemas": kept}}


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._path = folder / "x.json"
        self._vendors = load_vendors(Layout().vendors, Diagnostics())

    def read(self, data: Any) -> tuple[Facts | None, Diagnostics]:
        """Return what the generator reads of a file, and its diagnostics."""
        self._path.write_text(json.dumps(data), encoding="utf-8")
        diagnostics = Diagnostics("x.json")
        reading = read_records(self._path, None, diagnostics, vendors=self._vendors)
        return (_facts(reading) if reading is not None else None), diagnostics


def _facts(reading: Reading) -> Facts:
    found: Facts = {}
    for role, envelope in reading.records.envelopes.items():
        found[f"{role} envelope"] = dict(_properties(envelope, "", with_required=False))
    for each in reading.records.connectors:
        steps = (pair for step in each.steps for pair in _properties(step.properties, step.name))
        found[f"{each.role}/{each.type}"] = {
            "": {"others": [], "naming": [f"#/components/schemas/schema_format_{each.naming}"] if each.naming else []},
            **dict(steps),
        }
    return found


def _properties(
    records: Iterable[PropertyRecord], above: str, *, with_required: bool = True
) -> Iterable[tuple[str, dict[str, Any]]]:
    for record in records:
        declared = dict(record.declared)
        items = declared.get("items", {})
        types = items.get("type", [])
        found: dict[str, Any] = {
            "type": sorted(word.lower() for word in record.type_words),
            "enum": declared.pop("enum", None),
            "examples": declared.pop("examples", []),
            "items": {"type": sorted([types] if isinstance(types, str) else types), "enum": items.get("enum")},
            "description": letters(record.description),
            "others": [],
            "secret": declared.pop("secret", False),
            "format": declared.pop("format", None),
        }
        of_envelope = not above and not with_required
        dropped = {"items", "secretFrom", *(("createOnly", "updateOnly", "writeOnly") if of_envelope else ())}
        found |= {name: value for name, value in declared.items() if name not in dropped}
        if record.requirement in ("required", "readOnly") and not of_envelope:
            found["required"] = record.requirement
        path = f"{above}.{record.name}"
        yield path, found
        yield from _properties(record.children, path)


def _differences(seen: Facts, read: Facts, diagnostics: Diagnostics) -> list[str]:
    """Return the places where the two views differ; what a repair explains is no difference."""
    repaired = {each.subject for each in diagnostics if each.code in _REPAIRS}
    found = [f"only one has {key}" for key in seen.keys() ^ read.keys()]
    for key in seen.keys() & read.keys():
        found += [f"{key}: only one has {path}" for path in seen[key].keys() ^ read[key].keys()]
        for path in seen[key].keys() & read[key].keys():
            one, other = seen[key][path], read[key][path]
            subject = f"fivetran/{key} {path}" if "envelope" not in key else f"fivetran {key}{path}"
            is_repaired = bool(repaired & {subject, f"{subject}[]"})
            if one.get("description", "") is None:
                other = other | {"description": None}
            names = [name for name in {**one, **other} if not same(one.get(name), other.get(name))]
            found += [f"{key} {path}: {name}" for name in names if not (is_repaired and name in _REPAIRED)]
    return sorted(found)


def _keys(diagnostics: Diagnostics) -> Counter[tuple[str, str, str]]:
    return Counter((each.code, each.place, each.message) for each in diagnostics)


def run(seed: int, count: int) -> Report:
    """Read ``count`` mutants of a real file with a few services; none where it is not there."""
    files = sorted(_SHARED.glob("openapi-*.json"))
    sources = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    failures: list[str] = []
    if not sources:
        return Report(0)
    base: Any = None
    with tempfile.TemporaryDirectory() as folder:
        reader = _Reader(Path(folder))
        for case in range(count):
            if case % 50 == 0:
                base = reduced(random.Random(f"{seed} {case}").choice(sources), random.Random(f"{seed} {case}"))
                facts, known = reader.read(base)
                if facts is None or (unlike := _differences(Services(base).facts(), facts, known)):
                    failures.append(f"{seed} {case}: unchanged: {unlike[:3] if facts is not None else 'not read'}")
                    continue
            rng = random.Random(f"{seed} mutant {case}")
            fault = _fault(base, known, reader, rng)
            if fault:
                failures.append(f"{seed} {case}: {fault}")
    return Report(count, tuple(failures))


def _fault(base: Any, known: Diagnostics, reader: _Reader, rng: random.Random) -> str:
    """Change one thing of a file; return what is lost silently, or ``""``."""
    mutant = copy.deepcopy(base)
    name = rng.choice([*MUTATORS])
    place = rng.choice([*places(mutant)])
    said = f"{name} {str(place[1])[:40]!r}"
    MUTATORS[name](place, mutant, rng)
    try:
        facts, diagnostics = reader.read(mutant)
    except Exception as fault:
        return f"{said}: {type(fault).__name__}: {fault}"
    if _keys(diagnostics) - _keys(known):
        return ""
    if facts is None:
        return f"{said}: not read, with no diagnostic"
    different = _differences(Services(mutant).facts(), facts, diagnostics)
    return f"{said}: {different[0]} (of {len(different)})" if different else ""

"""All services of an OpenAPI file, against datamodel-code-generator on the same file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.catalog.catalog import load_catalog
from generator.diagnostics import Diagnostics
from generator.paths import CATALOG, PROJECT, Layout
from tests.bench.configurations import configurations, placeholders, without_excluded
from tests.bench.figure import Figure
from tests.bench.process import Taken, watch
from tests.bench.prose import DOCUMENTS
from tests.bench.verdicts import Readers

OPENAPI = DOCUMENTS / "fivetran" / "openapi-2026-05.json"
OTHERS = (DOCUMENTS / "airbyte" / "openapi-2026-06.yaml",)
"""The other OpenAPI files among the documents of the catalog: the peer makes models of all of them."""
CAPTURE = f"{CATALOG}/documents/fivetran/openapi.json"
_TIMES = 10


def figures() -> Iterator[Figure]:
    """Compare acceptance, time and memory with the peer's; measure a change, and ten times as many connectors."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cold = _generate(_copy(folder / "cold"))
        yield from _beside_the_peer(folder, cold)
        yield from _after_a_change(folder / "cold")
        yield from _ten_times(folder)


def _beside_the_peer(folder: Path, cold: Taken) -> Iterator[Figure]:
    if not OPENAPI.is_file():
        yield Figure("example configurations accepted", None, "of them", least=1.0, detail=f"{OPENAPI} is not here")
        return
    models = folder / "models.py"
    peers = [_peer(OPENAPI, models), *(_peer(each, folder / f"{each.stem}.py") for each in OTHERS)]
    seconds, memory = sum(each.seconds for each in peers), max(each.memory for each in peers)
    command = [sys.executable, "-m", "tests.bench.peer", "accept", str(OPENAPI), str(models)]
    told = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout)
    data = json.loads(OPENAPI.read_text(encoding="utf-8"))
    shown, replaced = configurations(data), placeholders(data)
    share = told["accepted"] / told["total"]
    for reader, accepted in _accepted(shown).items():
        peer_accepted = f"datamodel-code-generator's models: {told['accepted']}, {share:.2f}"
        detail = f"{accepted} of {len(shown)}, {replaced} with a placeholder replaced; {peer_accepted}"
        yield Figure(
            f"example configurations that the {reader} accepts", accepted / len(shown), "of them", 1, 1, detail
        )
    yield Figure("importing datamodel-code-generator's module of them all", told["import"], "s")
    detail = f"{cold.seconds:.1f} s, and {seconds:.1f} s for models of {len(peers)} files alone"
    yield Figure("generate, cold, of datamodel-code-generator's time", cold.seconds / seconds, "", 0.12, None, detail)
    detail = f"{cold.memory:,.0f} MB in {cold.processes} processes, and {memory:,.0f} MB"
    yield Figure("generate, cold, of its peak memory", cold.memory / memory, "", 0.20, None, detail)


def _peer(openapi: Path, models: Path) -> Taken:
    return watch([sys.executable, "-m", "tests.bench.peer", "generate", str(openapi), str(models)], PROJECT)


def _accepted(shown: dict[tuple[str, str], dict[str, dict[str, Any]]]) -> dict[str, int]:
    """Count the configurations that each reader accepts."""
    counts: Counter[str] = Counter()
    for connector in load_catalog(PROJECT, Diagnostics()).values():
        steps = shown.get((connector.role, connector.type)) if connector.vendor == "fivetran" else None
        if steps is not None:
            payload = {name: value for step in steps.values() for name, value in step.items()}
            places = Readers.of(connector).places(without_excluded(payload, connector))
            counts.update({reader: not found for reader, found in places.items()})
    return dict(counts)


def _after_a_change(project: Path) -> Iterator[Figure]:
    yield Figure("generate, nothing changed", _generate(project).seconds, "s", 1.0)
    capture = project / CAPTURE
    data = json.loads(capture.read_text(encoding="utf-8"))
    config = data["specification"]["schemas"]["15five_config_V1"]["properties"]["config"]
    config["properties"]["api_key"]["example"] = "another"
    capture.write_text(json.dumps(data), encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*.*")}
    changed = _generate(project)
    written = [path for path in project.rglob("*.*") if before.get(path) != path.stat().st_mtime_ns and path.is_file()]
    # The files that have a line for each connector are its own too.
    bundles = {
        f"fivetran{action}{dialect}.json" for action in ("", "-draft", "-update") for dialect in ("", ".draft-07")
    }
    shared = bundles | {"fivetran.jsonl", "fivetran.schemas.jsonl"}
    others = [path for path in written if "15five" not in path.name and path.name not in shared]
    others = [path for path in others if not path.is_relative_to(Layout(project).cache)]
    yield Figure("generate, one connector's facts changed", changed.seconds, "s", 2.0)
    detail = f"{len(written) - len(others)} files of its own"
    yield Figure("files of others that are written then", float(len(others)), "files", 0, None, detail)


def _ten_times(folder: Path) -> Iterator[Figure]:
    """The same services under other names, in a project that has no other documents."""
    once = _generate(_only_the_file(folder / "once", 1))
    often = _generate(_only_the_file(folder / "often", _TIMES))
    detail = f"{once.seconds:.1f} s and {often.seconds:.1f} s"
    name = f"generate, {_TIMES} times as many connectors"
    yield Figure(name, often.seconds / once.seconds, "times the time", 11.0, None, detail)
    detail = f"{once.worker:.0f} MB and {often.worker:.0f} MB"
    yield Figure("peak memory of a worker then", often.worker / once.worker, "times as much", 1.1, None, detail)


def _copy(project: Path) -> Path:
    shutil.copytree(PROJECT / CATALOG, project / CATALOG, ignore=shutil.ignore_patterns("connectors"))
    return project


def _only_the_file(project: Path, times: int) -> Path:
    _copy(project)
    for vendor in (project / CATALOG / "documents").iterdir():
        if vendor.name != "fivetran":
            shutil.rmtree(vendor)
    # They are about the other documents, too.
    for folder in ("corrections", "envelopes", "systems"):
        shutil.rmtree(project / CATALOG / folder)
    (project / CATALOG / "documents" / "fivetran" / "iterable.json").unlink()
    data = json.loads((project / CAPTURE).read_text(encoding="utf-8"))
    for schema in data["specification"]["schemas"].values():
        mapping = schema.get("mapping", {}) if isinstance(schema, dict) else {}
        for service, target in list(mapping.items()):
            mapping |= {f"{service}_copy{number}": target for number in range(2, times + 1)}
    (project / CAPTURE).write_text(json.dumps(data), encoding="utf-8")
    return project


def _generate(project: Path) -> Taken:
    return watch([sys.executable, "-m", "generator", "--project", str(project), "generate", "--jobs", "2"], PROJECT)

"""The lines that an earlier run has printed, for the connectors that are as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.catalog.connector import Connector
from generator.outputs.connector_files import connector_files
from generator.outputs.kept_lines import SHARED, KeptLines, read_kept
from generator.outputs.schema_bundle import bundle_text
from generator.paths import PACKAGE
from tests import cases
from tests.context.building import Facts, connector, envelope, prop, step


def _write(root: Path, vendor: str, connectors: list[Connector], *properties: Facts) -> KeptLines:
    """Writes the two files of a vendor; returns what they hold."""
    printed = {each.key: connector_files(each, cases.ORIGIN) for each in connectors}
    lines = {key: each.line for key, each in printed.items()}
    definitions = {key: each.definition for key, each in printed.items()}
    bundle = bundle_text(vendor, connectors, definitions, {"source": envelope(*properties)} if properties else {})
    for path, text in (
        (f"{PACKAGE}/data/{vendor}.jsonl", "".join(f"{line}\n" for line in lines.values())),
        (f"{PACKAGE}/schemas/{vendor}.json", bundle),
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return KeptLines(lines, definitions)


@pytest.fixture
def acme() -> list[Connector]:
    described = prop("a", description="What it is.")
    return [connector(step("form", described), type_=f"platform.{name}") for name in ("a", "ab", "b")]


def test_lines_come_back_as_they_were_printed(tmp_path: Path, acme: list[Connector]) -> None:
    written = _write(tmp_path, "stitch", acme)

    assert read_kept(tmp_path, [each.key for each in acme]) == written


def test_only_the_lines_that_are_asked_for_come_back(tmp_path: Path, acme: list[Connector]) -> None:
    written = _write(tmp_path, "stitch", acme)
    key = acme[0].key

    assert read_kept(tmp_path, [key, "stitch/source/platform.c"]) == KeptLines(
        {key: written.lines[key]}, {key: written.definitions[key]}
    )


@pytest.mark.parametrize("case", [case for case in cases.CASES if cases.load(case).vendor == "stitch"])
def test_lines_of_a_case_come_back_whatever_they_hold(case: str, tmp_path: Path) -> None:
    found = cases.load(case)
    written = _write(tmp_path, "stitch", [found, connector(type_="platform.last")])
    kept = read_kept(tmp_path, [found.key])

    assert kept.lines == {found.key: written.lines[found.key]}
    assert kept.definitions == {found.key: written.definitions[found.key]}


def test_an_envelope_is_no_connector(tmp_path: Path) -> None:
    made = connector(step("config", prop("a", description="A.")), vendor="fivetran", type_="acme")
    written = _write(tmp_path, "fivetran", [made], prop("group_id"))

    assert read_kept(tmp_path, [made.key]) == written
    assert read_kept(tmp_path, ["fivetran/source/source"]) == KeptLines()


@pytest.mark.parametrize("path", [path for path in SHARED if "stitch" in path])
def test_where_one_of_the_files_is_not_there_nothing_is_kept(path: str, tmp_path: Path, acme: list[Connector]) -> None:
    _write(tmp_path, "stitch", acme)
    (tmp_path / path).unlink()

    assert read_kept(tmp_path, [each.key for each in acme]) == KeptLines()


def test_where_nothing_is_asked_for_nothing_is_read(tmp_path: Path) -> None:
    assert read_kept(tmp_path, []) == KeptLines()
    assert read_kept(tmp_path, ["stitch/source/platform.a"]) == KeptLines()


def test_files_of_the_vendors_that_are_shared() -> None:
    assert sorted(SHARED) == sorted(
        f"{PACKAGE}/{path}"
        for path in ("data/fivetran.jsonl", "data/stitch.jsonl", "schemas/fivetran.json", "schemas/stitch.json")
    )


def test_lines_that_are_kept_make_the_files_that_a_first_run_makes(tmp_path: Path, acme: list[Connector]) -> None:
    _write(tmp_path, "stitch", acme)
    first = {path: (tmp_path / path).read_bytes() for path in SHARED if "stitch" in path}
    kept = read_kept(tmp_path, [each.key for each in acme])
    bundle = bundle_text("stitch", acme, kept.definitions, {})

    assert bundle.encode() == first[f"{PACKAGE}/schemas/stitch.json"]
    assert all(json.loads(f"{{{definition}}}") for definition in kept.definitions.values())

"""The TypeScript package compiles in strict mode, takes what the vendors' APIs take, and refuses mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.catalog.envelope import Envelope
from generator.outputs.npm import npm_files
from generator.paths import ENVELOPES, PROJECT
from tests import cases
from tests.cases.verdicts import committed
from tests.node.compiling import PROGRAM, compile_programs
from tests.node.tools import needs_node
from tests.vendors import ACME_PROFILE, PROFILES

pytestmark = needs_node

KEYS = (
    *("fivetran/source/adroll", "fivetran/source/iterable", "fivetran/source/postgres"),
    *("fivetran/destination/postgres_warehouse", "airbyte/source/source-postgres", "airbyte/source/source-stripe"),
    *("airbyte/destination/destination-s3", "stitch/source/platform.braintree", "stitch/source/platform.mysql"),
    "stitch/destination/redshift",
)
PROJECT_DATA = {"name": "connector-catalog", "version": "1.0.0", "description": "d"}
EXPECTED = re.compile(r"^ *// @ts-expect-error: .*\n", re.MULTILINE)


def _envelopes(vendor: str) -> dict[str, Envelope]:
    path = PROJECT / ENVELOPES / f"{vendor}.json"
    stated = json.loads(path.read_text(encoding="utf-8"))["envelopes"] if path.is_file() else {}
    return {
        role: Envelope.model_validate(
            {"vendor": vendor, "role": role, "name": PROFILES[vendor].title, "properties": own}
        )
        for role, own in stated.items()
    }


def _written(catalog: Catalog, folder: Path) -> Path:
    for path, text in npm_files(catalog, PROJECT_DATA).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of ten connectors."""
    every = committed()
    envelopes = {vendor: _envelopes(vendor) for vendor in PROFILES}
    catalog = Catalog(tuple(every[key] for key in sorted(KEYS)), envelopes, (), PROFILES)
    return _written(catalog, tmp_path_factory.mktemp("package"))


def test_a_program_over_ten_connectors_compiles_and_its_mistakes_do_not(package: Path, tmp_path: Path) -> None:
    program = PROGRAM.read_text(encoding="utf-8")

    found = compile_programs(package, tmp_path, {"right.ts": program, "wrong.ts": EXPECTED.sub("", program)})
    # The lines that explain another one are indented.
    told = [line for line in found if not line.startswith(" ")]
    wrong = [line for line in told if "wrong.ts(" in line]

    assert [line for line in told if line not in wrong] == []
    mistakes = len(EXPECTED.findall(program))
    assert mistakes == 12
    assert len(wrong) == mistakes


def test_the_declarations_of_every_case_compile(tmp_path: Path) -> None:
    """Hostile texts, awkward names and every kind of property."""
    connectors = {each.key: each for each in map(cases.load, cases.CASES)}
    catalog = Catalog(tuple(connectors[key] for key in sorted(connectors)), {}, (), {**PROFILES, "acme": ACME_PROFILE})

    package = _written(catalog, tmp_path / "package")
    assert compile_programs(package, tmp_path / "cases", {"program.ts": "export {};\n"}) == []

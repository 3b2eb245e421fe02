"""A vendor with its ids inside of a part, in another field for each role, reaches every output by its profile."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests import cases
from tests.context.building import connector, prop, step

MAIN = step(
    "main", prop("host", requirement="required"), prop("port", "integer", createOnly=True), prop("key", secret=True)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a source and a destination."""
    made = [connector(MAIN, role=role, type_=f"acme-{role}") for role in ("source", "destination")]
    connectors = [each.model_copy(update={"vendor": "acme"}) for each in made]
    return cases.write_package(connectors, tmp_path_factory.mktemp("acme"))


def _run(folder: Path, program: str) -> Any:
    call = [sys.executable, "-c", f"import json\n{program}"]
    done = subprocess.run(call, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("name", "role"), [("SourceSource", "source"), ("DestinationDestination", "destination")])
def test_a_model_puts_the_id_into_the_part(name: str, role: str, folder: Path) -> None:
    program = f"""
from connector_catalog.acme import {name}, {name}Update
made = {name}(host="h", key="k")
request = made.to_payload(title="t")
again = {name}.from_payload(request)
changed = {name}Update.from_payload({{"settings": {{"host": "i"}}}})
named = {name}Update.from_payload(request)
alone = {name}.from_payload({{"host": "h"}})
made = [each.to_payload() for each in (again, changed, named, alone)]
print(json.dumps([request, again.envelope, *made]))
"""
    request, envelope, again, changed, named, alone = _run(folder, program)

    settings = {f"{role}Kind": f"acme-{role}", "host": "h", "key": "k"}
    assert request == again == named == {"title": "t", "settings": settings}
    assert envelope == {"title": "t"}
    assert changed == {"settings": {"host": "i"}}
    assert alone == {"settings": {f"{role}Kind": f"acme-{role}", "host": "h"}}


def test_a_model_refuses_the_id_of_another_connector(folder: Path) -> None:
    program = """
from connector_catalog.acme import SourceSource
from pydantic import ValidationError
try:
    SourceSource.from_payload({"settings": {"sourceKind": "acme-other", "host": "h"}})
except ValidationError as fault:
    print(json.dumps([[list(each["loc"]), each["type"]] for each in fault.errors()]))
"""
    assert _run(folder, program) == [[["settings", "sourceKind"], "const"]]


def test_the_bundle_accepts_what_the_models_make(folder: Path) -> None:
    bundle = json.loads((folder / "connector_catalog/schemas/acme.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(bundle)

    for role in ("source", "destination"):
        assert validator.is_valid({"settings": {f"{role}Kind": f"acme-{role}", "host": "h"}})
        assert not validator.is_valid({"settings": {f"{role}Kind": f"acme-{role}", "port": 1}})


def test_the_validator_and_the_reference_know_the_connector(folder: Path) -> None:
    program = """
from connector_catalog.validators.acme.source_source import validate
print(json.dumps([problem.code for problem in validate({"port": "1"})]))
"""
    page = (folder / "reference/acme/source/acme-source.md").read_text(encoding="utf-8")

    assert _run(folder, program) == ["required", "type"]
    assert page.splitlines()[4] == "Acme Data source `acme-source`, model `SourceSource`."
    assert '"sourceKind": "acme-source"' in page

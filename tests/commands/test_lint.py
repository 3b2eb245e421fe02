"""``lint``: each rule of the catalog, the glossary's entries, and the secrets that an OpenAPI file does not mark."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.catalog.rules import RULES
from generator.command_line.main import main
from generator.commands.lint import lint
from generator.paths import CATALOG, Layout
from tests import small_project


def run(layout: Layout, *arguments: str | Path) -> Result:
    done = CliRunner().invoke(main, ["--project", str(layout.root), "lint", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


@pytest.fixture(scope="session")
def made_faultless(made_small_project: Layout, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The small project with the entries of the glossary that its connectors need, and no others; for reading only."""
    layout = small_project.copy(made_small_project, tmp_path_factory.mktemp("faultless") / "project")
    unused = {each.place for each in lint(layout).diagnostics if each.code == "glossary-unused"}
    entries = yaml.safe_load(layout.glossary.read_text(encoding="utf-8"))
    # The small project has no systems.
    kept = {key: _of_no_system(entry) for key, entry in entries.items() if key not in unused}
    layout.glossary.write_text(yaml.safe_dump(kept), encoding="utf-8")
    return layout


def _of_no_system(entry: Any) -> Any:
    if isinstance(entry, str):
        return entry
    return {scope: text for scope, text in entry.items() if not scope.startswith("system/")} or "Sentence."


@pytest.fixture
def faultless(made_faultless: Layout, tmp_path: Path) -> Layout:
    """A small project without a fault, to read and to write in."""
    return small_project.copy(made_faultless, tmp_path / "project")


def test_a_project_without_a_fault_has_none(faultless: Layout) -> None:
    assert run(faultless).exit_code == 0


def test_the_catalog_keeps_its_rules_and_the_figures_say_so(project: Layout) -> None:
    done = run(project)

    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[: len(RULES)] == [f"{rule.name}: {rule.sentence}" for rule in RULES]
    assert any(re.fullmatch(r"text-against-label: [0-9]+ times", line) for line in lines)
    assert any(line.startswith("secrets: ") and " by name, " in line and " by text)" in line for line in lines)
    assert lines[-1].startswith("glossary: ")
    assert lines[-1].endswith(" properties described, 100.0%")


def test_nothing_is_written(small: Layout) -> None:
    before = {path: path.read_bytes() for path in sorted(small.root.rglob("*")) if path.is_file()}
    run(small)

    assert {path: path.read_bytes() for path in sorted(small.root.rglob("*")) if path.is_file()} == before


def test_an_entry_of_the_glossary_that_nothing_asks_for_is_an_error(faultless: Layout) -> None:
    with faultless.glossary.open("a", encoding="utf-8") as file:
        file.write("\nno_property_has_this_name: Words.\n")
    done = run(faultless)

    assert done.exit_code == 1
    assert any(
        "error [glossary-unused]" in line and "no_property_has_this_name" in line for line in done.stderr.splitlines()
    )


def test_a_connector_s_file_at_another_place_is_an_error(faultless: Layout) -> None:
    folder = faultless.root / CATALOG / "connectors" / "stitch" / "source"
    (folder / "platform.hubspot.json").rename(folder / "platform.hubspots.json")
    done = run(faultless)

    assert done.exit_code == 1
    assert any("error [file-name]" in line and "platform.hubspots" in line for line in done.stderr.splitlines())


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


TEXT = {"type": "string"}
CONFIG = {
    "api_key": TEXT | {"format": "password"},
    "client_secret": TEXT,
    "client_id": TEXT,
    "token": TEXT | {"enum": ["a"]},
    "size": TEXT,
}
OPENAPI = {
    "openapi": "3.0.1",
    "paths": {
        "/v1/connections": {
            "post": {"requestBody": {"content": {"application/json": {"schema": _ref("New")}}}},
        }
    },
    "components": {
        "schemas": {
            "New": {
                "properties": {"service": TEXT},
                "discriminator": {
                    "mapping": {name: _ref(f"{name}_New")["$ref"] for name in ("acme", "bolt")},
                },
            },
            # Both services share the schema of config: what is in it is counted once.
            "acme_New": {"allOf": [_ref("New"), _ref("config"), _ref("auth")]},
            "bolt_New": {"allOf": [_ref("New"), _ref("config")]},
            "config": {"properties": {"config": {"type": "object", "properties": CONFIG}}},
            "auth": {"properties": {"auth": {"type": "object", "properties": {"refresh_token": TEXT}}}},
        }
    },
}


@pytest.fixture
def openapi(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(OPENAPI), encoding="utf-8")
    return path


def test_secrets_that_an_openapi_file_does_not_mark_are_listed(faultless: Layout, openapi: Path) -> None:
    done = run(faultless, openapi)
    listed = [line for line in done.stderr.splitlines() if "[unmarked-secret]" in line]

    assert done.exit_code == 0
    assert [line.split("[unmarked-secret] ")[1].partition(":")[0] for line in listed] == [
        "client_secret",
        "refresh_token",
    ]
    assert "/components/schemas/auth/properties/auth/properties/refresh_token: warning" in listed[1]
    assert f"{openapi}: secrets: 1 marked, 2 more by name" in done.stdout.splitlines()


def test_a_name_that_is_no_longer_decided_is_listed(faultless: Layout, openapi: Path) -> None:
    text = faultless.secrecy.read_text(encoding="utf-8")
    faultless.secrecy.write_text(
        "\n".join(line for line in text.splitlines() if "client_id" not in line), encoding="utf-8"
    )

    assert "[unmarked-secret] client_id" in run(faultless, openapi).stderr


@pytest.mark.parametrize("content", ["", "{", "text"])
def test_a_file_that_cannot_be_read_is_an_error(content: str, small: Layout, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(content, encoding="utf-8")
    done = run(small, path)

    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_missing_file_is_an_error(small: Layout, tmp_path: Path) -> None:
    assert run(small, tmp_path / "none.json").exit_code == 2


def test_a_page_of_no_known_vendor_is_an_error(small: Layout, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!DOCTYPE html><html><body><h1>Acme</h1></body></html>", encoding="utf-8")
    done = run(small, path)

    assert done.exit_code == 2
    assert "unknown-document" in done.stderr


def _described(folder: Path, service: str, **descriptions: str) -> Path:
    """Write an OpenAPI file with one service, whose properties have these descriptions."""
    stated = json.loads(json.dumps(OPENAPI).replace("acme", service))
    schemas = stated["components"]["schemas"]
    schemas["config"]["properties"]["config"]["properties"] = {
        name: TEXT | {"description": text} for name, text in descriptions.items()
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(stated), encoding="utf-8")
    return path


def test_descriptions_that_share_no_noun_with_the_document_are_listed(small: Layout, tmp_path: Path) -> None:
    path = _described(
        tmp_path, "iterable", api_key="Your anchor.", events="The events.", schema="", unknown="An anchor."
    )
    done = run(small, path)
    listed = [line for line in done.stderr.splitlines() if "[glossary-nouns]" in line]

    assert len(listed) == 1
    assert "[glossary-nouns] fivetran/source/iterable config.api_key: the catalog's 'Key that" in listed[0]
    assert listed[0].endswith("shares no noun with the document's 'Your anchor.'")
    assert f"{path}: glossary: 1 of 2 descriptions share no noun with the document" in done.stdout.splitlines()


def test_a_connector_that_the_catalog_does_not_have_is_not_compared(small: Layout, tmp_path: Path) -> None:
    path = _described(tmp_path, "harbour", api_key="Your anchor.")

    assert f"{path}: glossary: 0 of 0 descriptions share no noun with the document" in run(small, path).stdout

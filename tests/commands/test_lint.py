"""``lint``: each rule of the catalog, the glossary's entries, and the secrets that an OpenAPI file does not mark."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.catalog.rules import Rule, Subject, canonical_text, described, file_name, known_requirement, known_source
from generator.catalog.rules import run as run_rules
from generator.cli import main
from generator.commands.lint import RULES
from generator.diagnostics import Level
from generator.paths import CATALOG, INDEX, Layout
from generator.serialize import dumps
from tests.catalog.building import connector, prop

FILE = "catalog/connectors/stitch/source/platform.x.json"
GOOD = connector(prop("a", description="A.", requirement="required", sources=[{"document": "stitch/page"}])).to_json()
Change = Callable[[dict[str, Any]], object]


def run(layout: Layout, *arguments: str | Path) -> Result:
    done = CliRunner().invoke(main, ["--project", str(layout.root), "lint", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


def _findings(rule: Rule, folder: Path, change: Change, path: str = FILE) -> list[tuple[str, str, str]]:
    """Return the errors of a rule in a project with one connector, after a change to its JSON."""
    stated = json.loads(json.dumps(GOOD))
    change(stated)
    found = connector().model_validate(stated)
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text(dumps(stated), encoding="utf-8")
    (folder / INDEX).write_text(json.dumps({"documents": [{"name": "stitch/page"}]}), encoding="utf-8")
    diagnostics = run_rules([rule], Subject(folder, {path: found}))
    assert all(each.level is Level.ERROR for each in diagnostics)
    return [(each.code, each.place, each.subject) for each in diagnostics]


def _property(**stated: Any) -> Change:
    return lambda connector: connector["steps"][0]["properties"][0].update(stated)


def _no_change(stated: dict[str, Any]) -> None:
    """Leaves the connector as it is."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_good_connector_keeps_every_rule(rule: Rule, tmp_path: Path) -> None:
    assert _findings(rule, tmp_path, _no_change) == []


@pytest.mark.parametrize(
    ("rule", "change", "subject"),
    [
        (file_name.RULE, lambda stated: stated.update(type="platform.y"), ""),
        (file_name.RULE, lambda stated: stated.update(role="destination"), ""),
        (known_source.RULE, lambda stated: stated.update(sources=[{"document": "stitch/other"}]), ""),
        (known_source.RULE, _property(sources=[{"document": "stitch/other"}]), ""),
        (known_requirement.RULE, _property(requirement="mandatory"), "form.a"),
        (known_requirement.RULE, _property(readOnly=True), "form.a"),
        (described.RULE, _property(description=""), "form.a"),
        (described.RULE, _property(properties=[prop("b")]), "form.a.b"),
    ],
)
def test_a_rule_that_is_not_kept_is_an_error_with_file_and_property(
    rule: Rule, change: Change, subject: str, tmp_path: Path
) -> None:
    assert _findings(rule, tmp_path, change) == [(rule.name, FILE, subject)]


@pytest.mark.parametrize("requirement", ["required", "optional", "conditional", "internal", "readOnly", None])
def test_the_catalog_s_words_are_known_requirements(requirement: str | None, tmp_path: Path) -> None:
    assert _findings(known_requirement.RULE, tmp_path, _property(requirement=requirement)) == []


def test_a_file_that_the_serializer_has_not_written_is_an_error(tmp_path: Path) -> None:
    found = connector().model_validate(GOOD)
    for path, text in (("good.json", dumps(GOOD)), ("bad.json", json.dumps(GOOD))):
        (tmp_path / path).write_text(text, encoding="utf-8")
    subject = Subject(tmp_path, dict.fromkeys(("good.json", "bad.json"), found))

    assert [(each.code, each.place) for each in run_rules([canonical_text.RULE], subject)] == [
        ("canonical-text", "bad.json")
    ]


def test_rules_have_names_and_sentences_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.sentence for rule in RULES}) == len(RULES)


def test_every_module_of_a_rule_is_among_the_rules() -> None:
    modules = {path.stem for path in Path(str(file_name.__file__)).parent.glob("*.py")} - {"__init__"}

    assert {rule.name.replace("-", "_") for rule in RULES} == modules


def test_the_catalog_keeps_its_rules_and_the_figures_say_so(project: Layout) -> None:
    done = run(project)

    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[: len(RULES)] == [f"{rule.name}: {rule.sentence}" for rule in RULES]
    assert any(re.fullmatch(r"text-against-label: [0-9]+ times", line) for line in lines)
    assert any(line.startswith("secrets: ") and " by name, " in line and " by text)" in line for line in lines)
    assert lines[-1].startswith("glossary: ")
    assert lines[-1].endswith(" properties described, 100.0%")


def test_nothing_is_written(project: Layout) -> None:
    before = {path: path.read_bytes() for path in sorted(project.root.rglob("*")) if path.is_file()}
    run(project)

    assert {path: path.read_bytes() for path in sorted(project.root.rglob("*")) if path.is_file()} == before


def test_an_entry_of_the_glossary_that_nothing_asks_for_is_an_error(project: Layout) -> None:
    with project.glossary.open("a", encoding="utf-8") as file:
        file.write("\nno_property_has_this_name: Words.\n")
    done = run(project)

    assert done.exit_code == 1
    assert any(
        "error [glossary-unused]" in line and "no_property_has_this_name" in line for line in done.stderr.splitlines()
    )


def test_a_connector_s_file_at_another_place_is_an_error(project: Layout) -> None:
    folder = project.root / CATALOG / "connectors" / "stitch" / "source"
    (folder / "platform.adroll.json").rename(folder / "platform.adrolled.json")
    done = run(project)

    assert done.exit_code == 1
    assert any("error [file-name]" in line and "platform.adrolled" in line for line in done.stderr.splitlines())


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


def test_secrets_that_an_openapi_file_does_not_mark_are_listed(project: Layout, openapi: Path) -> None:
    done = run(project, openapi)
    listed = [line for line in done.stderr.splitlines() if "[unmarked-secret]" in line]

    assert done.exit_code == 0
    assert [line.split("[unmarked-secret] ")[1].partition(":")[0] for line in listed] == [
        "client_secret",
        "refresh_token",
    ]
    assert "/components/schemas/auth/properties/auth/properties/refresh_token: warning" in listed[1]
    assert f"{openapi}: 1 properties marked as secret, 2 more by their names" in done.stdout.splitlines()


def test_a_name_that_is_no_longer_decided_is_listed(project: Layout, openapi: Path) -> None:
    text = project.secrecy.read_text(encoding="utf-8")
    project.secrecy.write_text(
        "\n".join(line for line in text.splitlines() if "client_id" not in line), encoding="utf-8"
    )

    assert "[unmarked-secret] client_id" in run(project, openapi).stderr


@pytest.mark.parametrize("content", ["", "{", "text"])
def test_a_file_that_cannot_be_read_is_an_error(content: str, project: Layout, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(content, encoding="utf-8")
    done = run(project, path)

    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_missing_file_is_an_error(project: Layout, tmp_path: Path) -> None:
    assert run(project, tmp_path / "none.json").exit_code == 2


def test_a_page_of_no_known_vendor_is_an_error(project: Layout, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!DOCTYPE html><html><body><h1>Acme</h1></body></html>", encoding="utf-8")
    done = run(project, path)

    assert done.exit_code == 2
    assert "unknown-document" in done.stderr

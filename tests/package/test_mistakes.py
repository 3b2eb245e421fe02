"""One mistake is one problem: in each format of the command, and in the bundles of schemas."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from connector_catalog.problem_codes import PROBLEM_CODES

from generator.paths import PACKAGE, PROJECT
from tests.package.mistakes import BASES, MISTAKES, Mistake
from tests.package.running import found, objects, run

KINDS = pytest.mark.parametrize("mistake", MISTAKES, ids=[each.kind for each in MISTAKES])


@functools.cache
def bundle(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((PROJECT / PACKAGE / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return schema


@functools.cache
def checker(vendor: str, definition: str, action: str) -> jsonschema_rs.Draft202012Validator:
    """The bundle with the definition of one connector, to which an update leads at once."""
    whole = bundle(vendor if action == "create" else f"{vendor}-{action}")
    role = definition.partition(":")[0]
    defs = {name: whole["$defs"][name] for name in (role, definition)}
    if action == "update":
        return jsonschema_rs.Draft202012Validator(
            {"$defs": defs, "$ref": f"#/$defs/{definition}"}, validate_formats=True
        )
    chosen = [each for each in whole["allOf"] if each["then"]["$ref"] == f"#/$defs/{definition}"]
    assert len(chosen) == 1
    return jsonschema_rs.Draft202012Validator(whole | {"$defs": defs, "allOf": chosen}, validate_formats=True)


def write(folder: Path, mistake: Mistake) -> Path:
    path = folder / f"x.{mistake.suffix}"
    path.write_text(mistake.text, encoding="utf-8")
    return path


def arguments(mistake: Mistake) -> list[str]:
    vendor, definition, _ = BASES[mistake.base]
    named = ["--vendor", vendor, "--type", definition.partition(":")[2]]
    return ["--action", mistake.action, *(named if mistake.action == "update" else [])]


@pytest.mark.parametrize("base", BASES)
def test_the_request_without_a_mistake_has_no_problem(base: str, tmp_path: Path) -> None:
    vendor, definition, request = BASES[base]
    path = tmp_path / "x.json"
    path.write_text(json.dumps(request))

    assert found(path) == []
    assert checker(vendor, definition, "create").is_valid(request)


def test_there_are_many_kinds_over_three_vendors() -> None:
    assert len({each.kind for each in MISTAKES}) == len(MISTAKES) >= 30
    assert {BASES[each.base][0] for each in MISTAKES} == {"airbyte", "fivetran", "stitch"}


@KINDS
def test_a_mistake_is_one_problem_in_each_format(mistake: Mistake, tmp_path: Path) -> None:
    path = write(tmp_path, mistake)
    (problem,) = objects(path, *arguments(mistake))
    assert (problem["path"], problem["code"], problem["level"]) == (mistake.path, mistake.code, "error")
    assert PROBLEM_CODES[mistake.code].level == "error"
    assert mistake.hint in problem["hint"]
    assert bool(mistake.hint) <= bool(problem["hint"])

    (line,) = run("validate", *arguments(mistake), path).lines
    assert f"[{mistake.code}]" in line
    (line,) = run("validate", "--format", "github", *arguments(mistake), path).lines
    assert line.startswith("::error file=")
    (result,) = json.loads(run("validate", "--format", "sarif", *arguments(mistake), path).out)["runs"][0]["results"]
    assert result["ruleId"] == mistake.code
    places = [each["fullyQualifiedName"] for each in result["locations"][0].get("logicalLocations", [])]
    assert places == ([mistake.path] if mistake.path else [])


@KINDS
def test_a_mistake_is_one_error_of_the_bundle(mistake: Mistake) -> None:
    assert bool(mistake.why) is (mistake.errors != 1)
    if mistake.errors is not None:
        vendor, definition, _ = BASES[mistake.base]
        errors = list(checker(vendor, definition, mistake.action).iter_errors(mistake.request))
        assert len(errors) == mistake.errors, [each.message for each in errors]


def test_several_mistakes_are_one_problem_each(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(
        '{"service": "adroll", "grup_id": "g", "paused": 1, "config": {"shema": "s", "tabel": "t", "sync_mod": "x"}}'
    )

    assert sorted(each[1:] for each in found(path)) == [
        ("config.shema", "unknown"),
        ("config.sync_mod", "unknown"),
        ("config.tabel", "unknown"),
        ("grup_id", "unknown"),
        ("paused", "type"),
    ]


def test_where_unknown_names_are_no_error_the_missing_one_is(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"service": "adroll", "group_id": "g", "config": {"schema": "s", "tabel": "t"}, "auth": {}}')

    for unknown in ("warn", "allow"):
        problems = [each for each in objects(path, "--unknown", unknown) if each["path"].startswith("config")]
        assert [(each["path"], each["code"]) for each in problems] == [("config.table", "required")]
    assert run("validate", path).status == 1

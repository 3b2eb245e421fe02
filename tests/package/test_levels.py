"""Levels of problems: the validators, ``validate`` and the command report the same, and only errors count."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import cases
from tests.bench.payloads import Drawer
from tests.vendors import shape

ADVISED = ["advice", "applicability", "defaults", "exclusive", "open_lists"]
ACTIONS = ["create", "update", "draft"]
PROGRAM = """
import json, sys
from connector_catalog import find, validate
from connector_catalog.requests import validator_of
answers = []
for vendor, type_, properties, request, action in json.load(sys.stdin):
    found = [
        validator_of(find(vendor, type_))(properties, warnings=True, partial=action != "create"),
        validate(vendor, type_, properties, warnings=True, action=action),
        validate(vendor, type_, request, warnings=True, action=action),
        validate(vendor, type_, request, action=action),
    ]
    answers.append([[[each.path, each.code, each.message, each.hint, each.level] for each in one] for one in found])
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package with the connectors of some cases."""
    return cases.write_package([cases.load(case) for case in ADVISED], tmp_path_factory.mktemp("levels"))


def _run(package: Path, *arguments: str, stdin: str = "", status: Sequence[int] = (0,)) -> str:
    call = [sys.executable, *arguments]
    env = {"PYTHONPATH": str(package), "NO_COLOR": "1"}
    done = subprocess.run(call, input=stdin, env=env, capture_output=True, text=True, check=False, cwd=package)
    assert done.returncode in status, done.stderr
    return done.stdout


def _drawn(case: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    connector = cases.load(case)
    drawer = Drawer(connector, random.Random(case))
    payloads = [(drawer.valid() if number % 3 else drawer.broken()).payload for number in range(60)]
    return [(each, shape(connector).assemble(each)) for each in payloads]


@pytest.mark.parametrize("action", ACTIONS)
def test_command_and_validators_report_the_same_of_drawn_payloads(action: str, package: Path) -> None:
    asked = []
    for case in ADVISED:
        vendor = cases.load(case).vendor
        for properties, request in _drawn(case):
            if vendor == "fivetran" and action == "update":
                # The id of a service cannot change.
                del request["service"]
            asked.append((vendor, case, properties, request, action))
    answers = json.loads(_run(package, "-c", PROGRAM, stdin=json.dumps(asked)))
    levels = set()
    for own, alone, whole, errors in answers:
        assert own == alone
        # The parts of a request are before the paths, and a rule of the whole has the path of the part.
        assert sorted(each[1:] for each in own) == sorted(each[1:] for each in whole if each[1] != "other-part")
        assert errors == [each for each in whole if each[4] == "error"]
        levels |= {level for *_, level in whole}
    assert levels == {"error", "warning"}

    for case in ADVISED:
        (vendor,) = {vendor for vendor, of, *_ in asked if of == case}
        lines = [json.dumps(request) for _, of, _, request, _ in asked if of == case]
        path = package / f"{case}.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        options = ["--vendor", vendor, "--type", case, "--action", action, "--format", "json"]
        told = json.loads(_run(package, "-m", "connector_catalog", "validate", *options, str(path), status=(0, 1)))
        expected = [
            [number, *each]
            for number, answer in enumerate((answers[n] for n, one in enumerate(asked) if one[1] == case), 1)
            for each in answer[2]
        ]
        keys = ("line", "path", "code", "message", "hint", "level")
        assert [[each[key] for key in keys] for each in told] == expected


REQUEST = {"type": "advice", "properties": {"mode": "old", "query": "q"}}


@pytest.mark.parametrize(
    ("format_", "told"),
    [
        ("text", "x.json:1: warning: properties.mode: the vendor advises against this value [deprecated-value] (PAGE)"),
        (
            "github",
            (
                "::warning file=x.json,line=1,title=deprecated-value::"
                "properties.mode: the vendor advises against this value (PAGE)"
            ),
        ),
    ],
)
def test_a_warning_has_its_level_and_the_status_is_0(format_: str, told: str, package: Path) -> None:
    (package / "x.json").write_text(json.dumps(REQUEST), encoding="utf-8")

    out = _run(package, "-m", "connector_catalog", "validate", "--format", format_, "x.json")
    assert out.replace("stitch/source/advice.md#form-mode", "PAGE") == f"{told}\n"


def test_json_and_sarif_have_the_level(package: Path) -> None:
    (package / "x.json").write_text(json.dumps(REQUEST), encoding="utf-8")
    call = ["-m", "connector_catalog", "validate", "--format"]
    (listed,) = json.loads(_run(package, *call, "json", "x.json"))
    (log,) = json.loads(_run(package, *call, "sarif", "x.json"))["runs"]

    assert (listed["level"], listed["code"]) == ("warning", "deprecated-value")
    assert log["results"][0]["level"] == "warning"
    assert log["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "warning"}


def test_a_note_is_told_as_one(package: Path) -> None:
    (package / "x.json").write_text(json.dumps({"config": {"user": "u"}}), encoding="utf-8")
    call = ["-m", "connector_catalog", "validate", "--vendor", "fivetran", "--type", "exclusive", "--action", "update"]

    assert _run(package, *call, "x.json").startswith("x.json:1: note: config.user: documented in auth [other-part]")
    assert _run(package, *call, "--format", "github", "x.json").startswith("::notice file=x.json")
    assert json.loads(_run(package, *call, "--format", "sarif", "x.json"))["runs"][0]["results"][0]["level"] == "note"


def test_show_tells_the_facts_of_each_case(package: Path) -> None:
    def shown(vendor: str, case: str) -> str:
        lines = _run(package, "-m", "connector_catalog", "show", vendor, case).splitlines()
        return " ".join(" ".join(line.split()) for line in lines)

    assert "Applies when access is tunnel." in shown("stitch", "applicability")
    assert "Usually needed when " in shown("stitch", "applicability")
    assert "Values: north-1: The cold one. south-1 and others" in shown("stitch", "open_lists")
    assert "old (deprecated), new" in shown("stitch", "advice")
    assert "https://vendor.example/docs/query#form" in shown("stitch", "advice")
    assert "around if gate or bridge is" in shown("stitch", "defaults")
    assert "At most one of: file, folder, bucket" in shown("fivetran", "exclusive")
    assert "At least one of: token, phrase, key, file" in shown("fivetran", "exclusive")


def test_the_data_of_the_package_has_the_facts(package: Path) -> None:
    program = "import json, connector_catalog; print(json.dumps(connector_catalog.describe('stitch', 'defaults')))"
    (step,) = json.loads(_run(package, "-c", program))["steps"]
    route = next(each for each in step["properties"] if each["name"] == "route")

    assert route["defaultWhen"][1] == {"anyGiven": ["ramp"], "value": "over"}

"""SECURITY.md states the bounds that the code has, and the tools are pinned as it says."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.paths import PROJECT
from templates.connector_catalog import bounds

POLICY = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
WORKFLOW = (PROJECT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
PINNED = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
WANTED = (PROJECT / "requirements.in").read_text(encoding="utf-8")
LINE = re.compile(r"^([A-Za-z0-9][\w.-]*)==\S+", re.MULTILINE)


def _table() -> str:
    kinds = {name.lower(): value for name, value in vars(bounds).items() if isinstance(value, bounds.Bounds)}
    assert len(kinds) >= 2
    head = [f"| bound | {' | '.join(kinds)} |", "|---" * (len(kinds) + 1) + "|"]
    fields = bounds.Bounds._fields
    rows = [[f"{getattr(each, field):,}" for each in kinds.values()] for field in fields]
    return "\n".join(head + [f"| {field} | {' | '.join(row)} |" for field, row in zip(fields, rows, strict=True)])


def test_the_table_of_bounds_is_that_of_the_module() -> None:
    table = _table()

    assert table in POLICY, f"SECURITY.md needs this table:\n{table}"


def test_every_pinned_release_has_hashes() -> None:
    parts = re.split(r"^(?=[A-Za-z0-9])", PINNED, flags=re.MULTILINE)
    releases = [part for part in parts if LINE.match(part)]

    assert len(releases) > 70
    assert [part.split()[0] for part in releases if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", part)] == []


def test_what_is_asked_for_is_pinned() -> None:
    asked = {_normalised(name) for name in re.findall(r"^[A-Za-z0-9][\w.-]*", WANTED, re.MULTILINE)}
    pinned = {_normalised(name) for name in LINE.findall(PINNED)}

    assert asked - pinned == set(), "`make lock` pins it"


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.split("==", maxsplit=1)[0]).lower()


def test_the_wheel_is_built_with_what_is_pinned() -> None:
    (required,) = re.findall(r'requires = \["(hatchling==[\d.]+)"\]', (PROJECT / "pyproject.toml").read_text("utf-8"))

    assert f"\n{required} " in PINNED


def test_the_workflow_tests_every_supported_python_with_least_permissions() -> None:
    workflow = yaml.safe_load(WORKFLOW)
    test = workflow["jobs"]["test"]

    assert workflow["permissions"] == {"contents": "read"}
    assert test["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    browser, make = [step["run"] for step in test["steps"] if "run" in step]
    assert browser.startswith("command -v chromium || ")
    assert make == "make PYTHON=python generate node builder test check"


@pytest.mark.parametrize("action", re.findall(r"uses: (\S+)", WORKFLOW))
def test_actions_are_pinned_by_commit(action: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)

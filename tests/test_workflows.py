"""The workflows call what there is, have the least permissions, and pin what they use; a release is checked first."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.paths import PROJECT

WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / ".github/workflows").glob("*.yml")}
TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WRITING = {
    ("release.yml", "build"): {"id-token", "attestations"},
    ("release.yml", "pypi"): {"id-token"},
    ("release.yml", "npm"): {"id-token"},
    ("release.yml", "github"): {"contents"},
    ("documentation.yml", "build"): {"contents"},
    ("documentation.yml", "deploy"): {"pages", "id-token"},
}


def _jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, text in WORKFLOWS.items():
        yield from ((name, job, stated) for job, stated in yaml.safe_load(text)["jobs"].items())


def _steps() -> Iterator[dict[str, Any]]:
    for _, _, job in _jobs():
        yield from job["steps"]


def _make_targets(command: str) -> list[str]:
    lines = [shlex.split(line) for line in command.splitlines()]
    return [word for line in lines if line[:1] == ["make"] for word in line[1:] if "=" not in word]


def test_there_are_the_workflows() -> None:
    assert set(WORKFLOWS) == {"test.yml", "release.yml", "documentation.yml"}


def test_every_target_that_a_workflow_makes_exists() -> None:
    called = {target for step in _steps() for target in _make_targets(step.get("run", ""))}

    assert {"generate", "test", "check", "wheel", "sdist", "npm", "site", "release"} <= called
    assert called <= TARGETS


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_read_and_no_more(name: str) -> None:
    stated = yaml.safe_load(WORKFLOWS[name])

    assert stated["permissions"] == {"contents": "read"}
    assert stated["concurrency"]["group"].startswith("${{ github.workflow }}")
    assert "secrets." not in WORKFLOWS[name]


@pytest.mark.parametrize(("name", "job", "stated"), list(_jobs()))
def test_a_job_may_write_what_it_has_to(name: str, job: str, stated: dict[str, Any]) -> None:
    rights = stated.get("permissions", {})

    assert {right for right, value in rights.items() if value == "write"} == WRITING.get((name, job), set())
    assert stated["timeout-minutes"] <= 60


@pytest.mark.parametrize("action", sorted({step["uses"] for step in _steps() if "uses" in step}))
def test_actions_are_pinned_by_commit(action: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)


def test_checkouts_keep_no_credentials() -> None:
    checkouts = [step for step in _steps() if step.get("uses", "").startswith("actions/checkout@")]

    assert len(checkouts) >= 3
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("command", [step["run"] for step in _steps() if "run" in step])
def test_no_event_is_part_of_a_command(command: str) -> None:
    assert "${{" not in command


PROJECT_DATA = {
    "project": {"version": "1.2.3"},
    "tool": {"connector-catalog": {"base-url": "https://schemas.example.org/catalog"}},
}


@pytest.mark.parametrize(
    ("tag", "changelog", "project", "words"),
    [
        ("v1.2.3", "## 1.2.3 (2026-08-01)\n", PROJECT_DATA, []),
        ("v1.2.3", "## [1.2.3]\n", PROJECT_DATA, []),
        ("1.2.3", "## 1.2.3\n", PROJECT_DATA, ["whose tag is v1.2.3"]),
        ("v1.2.4", "## 1.2.3\n", PROJECT_DATA, ["whose tag is v1.2.3"]),
        ("v1.2.3", "## Unreleased\n", PROJECT_DATA, ["no section for 1.2.3"]),
        ("v1.2.3", "## 1.2.3\n", {"project": {"version": "1.2.3"}}, ["nothing can be published"]),
    ],
)
def test_a_release_is_checked(tag: str, changelog: str, project: dict[str, Any], words: list[str]) -> None:
    faults = runpy.run_path(str(PROJECT / ".ci" / "release"))["faults"]
    found = faults(tag, project, changelog)

    assert len(found) == len(words)
    assert all(word in fault for word, fault in zip(words, found, strict=True))

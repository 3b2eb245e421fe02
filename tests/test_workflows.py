"""The workflows call what there is, have the least permissions, and pin what they use; a release is checked first."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog.release_file import load_releases, version_of
from generator.command_line.main import main
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout

WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / ".github/workflows").glob("*.yml")}
TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WRITING = {
    ("release.yml", "build"): {"id-token", "attestations"},
    ("release.yml", "pypi"): {"id-token"},
    ("release.yml", "npm"): {"id-token"},
    ("release.yml", "github"): {"contents"},
    ("refresh.yml", "propose"): {"contents", "pull-requests"},
    ("refresh.yml", "report"): {"issues"},
    ("catalog-diff.yml", "comment"): {"pull-requests"},
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
    assert set(WORKFLOWS) == {"test.yml", "release.yml", "documentation.yml", "refresh.yml", "catalog-diff.yml"}


def test_every_target_that_a_workflow_makes_exists() -> None:
    called = {target for step in _steps() for target in _make_targets(step.get("run", ""))}

    assert {"generate", "test", "check", "wheel", "sdist", "npm", "site", "release", "environment"} <= called
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


@pytest.mark.parametrize("name", ["refresh.yml", "catalog-diff.yml"])
def test_a_job_that_may_write_runs_no_code_of_the_checkout(name: str) -> None:
    jobs = yaml.safe_load(WORKFLOWS[name])["jobs"]
    writing = {job for workflow, job in WRITING if workflow == name}
    commands = {job: [step.get("run", "") for step in jobs[job]["steps"]] for job in writing}

    assert {job for job, stated in jobs.items() if "permissions" in stated} == writing
    for job, texts in commands.items():
        words = {word for text in texts for line in text.splitlines() for word in re.findall(r"[\w./-]+", line)}
        assert not words & {"make", "python", ".venv/bin/python", "npm", "sh", "bash", "eval", "source"}, job


def test_a_fork_gets_no_token_that_writes() -> None:
    texts = WORKFLOWS["catalog-diff.yml"]
    comment = yaml.safe_load(texts)["jobs"]["comment"]
    # YAML 1.1 reads "on" as true.
    events = {name: yaml.safe_load(text)[True] for name, text in WORKFLOWS.items()}

    assert comment["if"] == "github.event.pull_request.head.repo.full_name == github.repository"
    assert all({"pull_request_target", "workflow_run"}.isdisjoint(each) for each in events.values())


def test_only_a_right_is_given_to_the_job_that_needs_it() -> None:
    tokens = {(name, job) for name, job, stated in _jobs() if "GH_TOKEN" in str(stated)}

    assert tokens == {(name, job) for name, job in WRITING if name not in ("release.yml", "documentation.yml")} | {
        ("release.yml", "github"),
        ("documentation.yml", "build"),
    }


@pytest.mark.parametrize("name", WORKFLOWS)
def test_commands_are_bash(name: str) -> None:
    for step in (each for workflow, _, stated in _jobs() if workflow == name for each in stated["steps"]):
        done = subprocess.run(["bash", "-n"], input=step.get("run", ""), text=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def _generator_calls() -> list[list[str]]:
    lines = (line for step in _steps() for line in step.get("run", "").splitlines())
    found = [re.split(r"\s(?:2>&1|>|\|)", line)[0] for line in lines if "-m generator" in line]
    return [shlex.split(line.partition("-m generator")[2]) for line in found]


def test_every_command_of_the_generator_exists_with_its_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _generator_calls()
    (tmp_path / "dist").mkdir()  # As the workflow makes it.
    monkeypatch.chdir(tmp_path)

    assert {call[0] for call in calls} == {"refresh", "changelog", "generate", "diff"}
    for name, *arguments in calls:
        command = main.commands[name]
        with command.make_context(name, arguments) as context:
            assert context.params


def test_outputs_are_folded_in_pull_requests() -> None:
    paths = [
        "generated/reference/index.md",
        "catalog/connectors/a/b/c.json",
        "catalog/changes/2.0.0.json",
        "catalog/index.json",
    ]
    call = ["git", "check-attr", "linguist-generated", *paths, "catalog/CHANGELOG.md", "README.md"]
    lines = subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()

    assert [line.rpartition(" ")[2] for line in lines] == [*["true"] * len(paths), "unspecified", "unspecified"]


def test_the_template_of_pull_requests_names_the_workflow_that_comments() -> None:
    text = (PROJECT / ".github/pull_request_template.md").read_text(encoding="utf-8")

    assert "catalog-diff" in text
    assert "catalog-diff.yml" in WORKFLOWS


PROJECT_DATA = {
    "project": {"version": "1.2.3"},
    "tool": {"connector-catalog": {"base-url": "https://schemas.example.org/catalog"}},
}


RELEASED, UNRELEASED = ({"version": "2.0.0", "date": date} for date in ("2026-08-31", ""))


@pytest.mark.parametrize(
    ("tag", "changelog", "project", "data", "words"),
    [
        ("v1.2.3", "## 1.2.3 (2026-08-01)\n", PROJECT_DATA, RELEASED, []),
        ("v1.2.3", "## [1.2.3]\n", PROJECT_DATA, None, []),
        ("1.2.3", "## 1.2.3\n", PROJECT_DATA, RELEASED, ["whose tag is v1.2.3"]),
        ("v1.2.4", "## 1.2.3\n", PROJECT_DATA, RELEASED, ["whose tag is v1.2.3"]),
        ("v1.2.3", "## Unreleased\n", PROJECT_DATA, RELEASED, ["no section for 1.2.3"]),
        ("v1.2.3", "## 1.2.3\n", {"project": {"version": "1.2.3"}}, RELEASED, ["nothing can be published"]),
        ("v1.2.3", "## 1.2.3\n", PROJECT_DATA, UNRELEASED, ["data version 2.0.0 has no date"]),
    ],
)
def test_a_release_is_checked(
    tag: str, changelog: str, project: dict[str, Any], data: dict[str, str] | None, words: list[str]
) -> None:
    faults = runpy.run_path(str(PROJECT / ".ci" / "release"))["faults"]
    found = faults(tag, project, changelog, data)

    assert len(found) == len(words)
    assert all(word in fault for word, fault in zip(words, found, strict=True))


def test_the_latest_data_is_the_one_with_the_greatest_version() -> None:
    latest = runpy.run_path(str(PROJECT / ".ci" / "release"))["latest_data"]()

    assert latest["version"] == str(version_of(load_releases(Layout().changes, Diagnostics())))

"""The scripts of the workflows that write to GitHub, run with a stand-in for its command."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.paths import PROJECT

GH = """#!/bin/bash
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  *"list"*|"api --paginate"*) printf '%s' "$FOUND" ;;
esac
"""
TITLE = "The vendors' documents cannot be fetched again"
HOSTILE = "$(touch hacked) `touch hacked` ${{ github.token }} '; touch hacked; ' ::error::x @everyone\n"


def _script(workflow: str, job: str, name: str) -> str:
    stated: dict[str, Any] = yaml.safe_load((PROJECT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    return next(step["run"] for step in stated["jobs"][job]["steps"] if step.get("name", "").startswith(name))


def _run(script: str, folder: Path, **environment: str) -> list[str]:
    """Run a script as the workflow does; return the calls of GitHub's command."""
    (folder / "bin").mkdir()
    (folder / "bin/gh").write_text(GH, encoding="utf-8")
    (folder / "bin/gh").chmod(0o755)
    own = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "CALLS": str(folder / "calls"), "RUNNER_TEMP": str(folder)}
    call = ["bash", "-e", "-c", script]
    done = subprocess.run(call, cwd=folder, env=own | environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (folder / "hacked").exists()
    return (folder / "calls").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refresh").mkdir()
    for name in ("refresh/refresh.md", "refresh/refresh.log", "diff.md"):
        (tmp_path / name).write_text(HOSTILE + "é" * 100_000, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("found", "call"), [("", "pr create --head refresh"), ("7\n", "pr edit 7 --body-file text.md")]
)
def test_there_is_one_pull_request_with_the_text_of_the_file(found: str, call: str, folder: Path) -> None:
    calls = _run(_script("refresh.yml", "propose", "Open"), folder, FOUND=found)
    text = (folder / "text.md").read_bytes()

    assert len(calls) == 2
    assert calls[1].startswith(call)
    assert text.decode().startswith(HOSTILE)
    assert len(text) <= 65_536


@pytest.mark.parametrize(
    ("failed", "found", "calls"),
    [
        ("true", "", [f"issue create --title {TITLE} --label refresh --body-file issue.md"]),
        ("true", "7\n", ["issue edit 7 --body-file issue.md"]),
        ("false", "7\n", ["issue close 7 --comment A later run has succeeded: https://x/run"]),
        ("false", "", []),
    ],
)  # fmt: skip
def test_there_is_one_issue_while_it_fails(failed: str, found: str, calls: list[str], folder: Path) -> None:
    script = _script("refresh.yml", "report", "Keep one issue")

    assert _run(script, folder, FAILED=failed, FOUND=found, RUN="https://x/run")[2:] == calls
    if failed == "true":
        lines = (folder / "issue.md").read_text(encoding="utf-8").splitlines()
        assert lines[0] == "The last run has failed: https://x/run"
        assert all(line.startswith("    ") for line in lines[2:])


def test_a_run_without_a_log_has_an_issue_too(tmp_path: Path) -> None:
    calls = _run(_script("refresh.yml", "report", "Keep one issue"), tmp_path, FAILED="true", FOUND="", RUN="https://x")

    assert calls[-1].startswith("issue create")


@pytest.mark.parametrize(
    ("found", "call"),
    [
        ("", "pr comment 5 --body-file comment.md"),
        ("7\n8\n", "api --silent --method PATCH repos/o/n/issues/comments/7 "),
    ],
)
def test_there_is_one_comment_with_the_text_of_the_file(found: str, call: str, folder: Path) -> None:
    script = _script("catalog-diff.yml", "comment", "Comment")
    calls = _run(script, folder, FOUND=found, GH_REPO="o/n", NUMBER="5", RUN="https://x")
    text = (folder / "comment.md").read_bytes()

    assert calls[-1].startswith(call)
    assert text.decode().startswith("<!-- catalog-diff -->\n")
    assert HOSTILE in text.decode()
    assert len(text) <= 65_536


def test_only_the_catalog_and_what_is_generated_are_pushed(tmp_path: Path) -> None:
    origin, root = tmp_path / "origin", tmp_path / "root"
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.invalid", "-c", "commit.gpgsign=false"]

    def git(*call: str) -> str:
        done = subprocess.run(["git", "-C", str(root), *call], capture_output=True, text=True, check=True)
        return done.stdout

    root.mkdir()
    subprocess.run(["git", "init", "-q", "--bare", str(origin)], check=True)
    git("init", "-q", "-b", "main")
    names = ("catalog/a/b.json", "generated/x/y/z.py", ".github/workflows/test.yml", "Makefile")
    for text in ("old\n", HOSTILE):
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        git("add", "-A")
        if text != HOSTILE:
            git(*identity, "commit", "-qm", "one")
    (tmp_path / "refresh").mkdir()
    (tmp_path / "refresh/refresh.patch").write_text(git("diff", "--cached", "--binary"), encoding="utf-8")
    git("reset", "-q", "--hard")
    git("remote", "add", "origin", str(origin))
    script = _script("refresh.yml", "propose", "Push").replace("git ", f"git -C {root} ")
    _run(
        script,
        tmp_path,
        HOME=str(tmp_path),
        GIT_CONFIG_COUNT="1",
        GIT_CONFIG_KEY_0="commit.gpgsign",
        GIT_CONFIG_VALUE_0="false",
    )

    assert git("diff", "--name-only", "main", "refresh").split() == sorted(names[:2])
    assert git("ls-remote", "origin").split()[1] == "refs/heads/refresh"

"""Patterns of `.gitignore` mean what they mean to git."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from connector_catalog.command.folders import files_in
from connector_catalog.command.ignore_patterns import patterns_of, verdict

NAMES = ("a", "b", "ab", "a.b", "x.json", "a b", "é", "[a", "a\\b", "!a", "#a", "a*b", "-", "ba ")
PARTS = ("a", "b", "ab", "x", ".json", "*", "*", "?", "[ab]", "[!a]", "[^b]", "[a-b]", "[]a]", "[[:alpha:]]", "\\a",
         "[a-", "é", "\\*", "\\[", "[", "]", "-", " ", "[\\]]", "[z-a]", "[[:none:]]", "\\")  # fmt: skip
ENVIRONMENT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": "/", "PATH": "/usr/bin:/bin"}

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    call = ["git", "-C", str(folder), *arguments]
    return subprocess.run(call, input=stdin, capture_output=True, check=False, env=ENVIRONMENT).stdout


def ignored_by_git(folder: Path, paths: list[str]) -> set[str]:
    told = git(folder, "check-ignore", "--no-index", "-z", "--stdin", stdin="\0".join(paths).encode())
    return set(told.decode().split("\0")) - {""}


def drawn_line(draw: random.Random) -> str:
    """A line of patterns; two asterisks are a whole name, because git reads others in two ways."""
    names = [
        "**" if draw.random() < 0.2 else "".join(draw.choices(PARTS, k=draw.randint(1, 3))).replace("**", "*")
        for _ in range(draw.choices((1, 2, 3), (5, 3, 1))[0])
    ]
    line = draw.choice(("", "", "", "/")) + "/".join(names) + draw.choice(("", "", "", "/", " ", "\r"))
    return draw.choice(("", "", "", "!", "#", "\\")) + line if draw.random() < 0.5 else line


def paths_below(folder: Path) -> list[str]:
    return sorted(
        f"{path.relative_to(folder)}{'/' if path.is_dir() else ''}"
        for path in folder.rglob("*")
        if ".git" not in path.parts and path.name != ".gitignore"
    )


def ignored_here(folder: Path, files: list[str]) -> set[str]:
    """The files that are not found in a folder, though they would match."""
    found = {str(Path(str(each)).relative_to(folder)) for each in files_in(str(folder), ["*"])}
    return set(files) - found


@needs_git
def test_drawn_patterns_mean_the_same_to_git(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    draw = random.Random(7)
    for first in NAMES[:6]:
        for name in NAMES:
            (tmp_path / first / "sub").mkdir(parents=True, exist_ok=True)
            (tmp_path / first / name).touch()
            (tmp_path / first / "sub" / name).touch()
    files = [each for each in paths_below(tmp_path) if not each.endswith("/")]
    differing = []
    ignored = 0
    for _ in range(25):
        lines = [drawn_line(draw) for _ in range(draw.randint(1, 4))]
        (tmp_path / ".gitignore").write_bytes("\n".join(lines).encode())
        inner = [drawn_line(draw) for _ in range(draw.randint(0, 2))]
        (tmp_path / "a" / ".gitignore").write_bytes("\n".join(inner).encode())
        theirs = ignored_by_git(tmp_path, files)
        ours = ignored_here(tmp_path, files)
        ignored += len(theirs)
        if ours != theirs:
            differing.append((lines, inner, sorted(ours - theirs)[:3], sorted(theirs - ours)[:3]))
    assert differing == []
    assert ignored > 200


@pytest.mark.parametrize(
    ("lines", "path", "expected"),
    [
        ("*.json", "a/x.json", True),
        ("/*.json", "a/x.json", None),
        ("/*.json", "x.json", True),
        ("a/*.json", "a/x.json", True),
        ("a/*.json", "b/a/x.json", None),
        ("**/a/*.json", "b/a/x.json", True),
        ("**/a/*.json", "a/x.json", True),
        ("a/**", "a/b/c", True),
        ("a/**", "a", None),
        ("a/**/c", "a/c", True),
        ("a/**/c", "a/b/b/c", True),
        ("*.json\n!x.json", "a/x.json", False),
        ("!x.json\n*.json", "a/x.json", True),
        ("# x\nx", "# x", None),
        ("\\#x", "#x", True),
        ("\\!x", "!x", True),
        ("x ", "x", True),
        ("x\\ ", "x ", True),
        ("x\r\ny", "x", True),
        ("a\\", "a", None),
        ("a[", "a[", None),
        ("a[]]", "a]", True),
        ("a[!]]", "ab", True),
        ("a?c", "abc", True),
        ("a[/]c", "a/c", None),
        ("\ufeffx", "x", True),
        ("", "x", None),
        ("/", "x", None),
        ("x/", "x", None),
    ],
)
def test_the_last_pattern_that_matches_decides(lines: str, path: str, expected: bool | None) -> None:
    names = [each.encode() for each in path.split("/")]
    assert verdict(patterns_of(lines.encode()), names, is_folder=False) is expected


def test_a_slash_at_the_end_is_for_folders() -> None:
    (pattern,) = patterns_of(b"x/")
    assert pattern.matches([b"x"], is_folder=True)
    assert pattern.matches([b"a", b"x"], is_folder=True)


def test_a_pattern_takes_no_long_time() -> None:
    patterns = patterns_of(b"*a" * 50 + b"b\n" + b"**/a/" * 50 + b"b\n" + b"[a" * 1000)
    assert verdict(patterns, [b"a" * 255], is_folder=False) is None
    assert verdict(patterns, [b"a"] * 500, is_folder=False) is None

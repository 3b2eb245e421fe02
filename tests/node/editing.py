"""What an editor shows of a file that one of the bundles is for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from generator.paths import PACKAGE, PROJECT
from tests.node.tools import run

SCHEMAS = PROJECT / PACKAGE / "schemas"
CURSOR = "|"
SERVERS = ("yaml", "json")


class Problem(NamedTuple):
    """A problem in a file: its line, from 1, and its message."""

    line: int
    message: str


class Shown(NamedTuple):
    """What is shown of a file: its problems, and the labels offered and the words explained at the cursor."""

    problems: list[Problem]
    offered: list[str]
    explained: str


def shown(bundle: str, server: str, texts: Sequence[str]) -> list[Shown]:
    """Return what a language server shows of texts, in one of which at most stands the mark of the cursor."""
    files = []
    for text in texts:
        before, mark, after = text.partition(CURSOR)
        files.append({"text": before + after} | ({"cursor": len(before)} if mark else {}))
    question = {"bundle": str(SCHEMAS / f"{bundle}.json"), "server": server, "files": files}
    (told,) = run("editor.mjs", [question])
    return [
        Shown(
            [Problem(problem["line"], problem["message"]) for problem in each["problems"]],
            each.get("offered", []),
            each.get("explained", ""),
        )
        for each in told["shown"]
    ]


def first_check(bundle: str, text: str) -> float:
    """Return the milliseconds of a new process until the problems of a YAML file are known."""
    question: dict[str, Any] = {"bundle": str(SCHEMAS / f"{bundle}.json"), "server": "yaml", "files": [{"text": text}]}
    return float(run("editor.mjs", [question])[0]["milliseconds"])


def as_json(text: str) -> str:
    """Return a YAML text as JSON in which each property has the line that it has in the YAML text, plus one."""
    return json.dumps(yaml.safe_load(text), indent=2)

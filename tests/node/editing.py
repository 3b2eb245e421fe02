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


class Question(NamedTuple):
    """Texts that a server shows with a bundle; the mark of the cursor stands in a text once at most."""

    bundle: str
    server: str
    texts: Sequence[str]


def shown(questions: Sequence[Question]) -> list[list[Shown]]:
    """Return for each question what its server shows of each text; all are asked in one process."""
    told = run("editor.mjs", map(_asked, questions))
    return [
        [
            Shown(
                [Problem(problem["line"], problem["message"]) for problem in each["problems"]],
                each.get("offered", []),
                each.get("explained", ""),
            )
            for each in answer["shown"]
        ]
        for answer in told
    ]


def _asked(question: Question) -> dict[str, Any]:
    files = []
    for text in question.texts:
        before, mark, after = text.partition(CURSOR)
        files.append({"text": before + after} | ({"cursor": len(before)} if mark else {}))
    return {"bundle": str(SCHEMAS / f"{question.bundle}.json"), "server": question.server, "files": files}


def first_check(bundle: str, text: str) -> float:
    """Return the milliseconds of a new process until the problems of a YAML file are known."""
    question: dict[str, Any] = {"bundle": str(SCHEMAS / f"{bundle}.json"), "server": "yaml", "files": [{"text": text}]}
    return float(run("editor.mjs", [question])[0]["milliseconds"])


def as_json(text: str) -> str:
    """Return a YAML text as JSON in which each property has the line that it has in the YAML text, plus one."""
    return json.dumps(yaml.safe_load(text), indent=2)

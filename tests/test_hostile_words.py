"""Words of a document that drive a terminal, begin a command of a CI log or hide: no line shows them as they are."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalog.connector import Connector
from generator.command_line.main import main
from generator.commands.extract import Extraction, as_json, as_table
from generator.context.literals import markdown_text, python_ascii
from generator.diagnostics import Diagnostic, Diagnostics, Level
from generator.outputs.audit import audit
from generator.pipeline.summary import Summary
from generator.serialize import dumps, dumps_shown
from templates.connector_catalog.escaping import shortened, shown
from tests import cases
from tests.records.reading import with_profiles

HOSTILE = [
    "\n::error file=x::y",
    "\r\n",
    "\x1b[2J",
    "\x9b31m",
    "\u202ea",
    "\u2066b",
    "\u200bc",
    "\u2028d",
    "\x85e",
    "\0",
    "\ud800",
    "\U000e0041",
    "\ufeff",
]
UNSEEN = [*HOSTILE[2:], "\u00ad", "\u034f", "\u3164", "\u2800", "\ufe0f", "\U000e0101", "\u180e"]


@pytest.mark.parametrize("word", HOSTILE)
def test_a_diagnostic_is_one_line_of_what_can_be_seen(word: str) -> None:
    for diagnostic in (
        Diagnostic(Level.ERROR, "code", word, "place", "message"),
        Diagnostic(Level.ERROR, "code", "document", word, "message"),
        Diagnostic(Level.ERROR, "code", "document", "place", word),
        Diagnostic(Level.ERROR, "code", "document", "place", "message", word),
    ):
        assert str(diagnostic).isprintable()


def test_a_diagnostic_is_of_bounded_length() -> None:
    long = "x" * 1_000_000

    assert len(str(Diagnostic(Level.ERROR, "code", long, long, long, long))) < 5_000
    assert str(Diagnostic(Level.NOTE, "code", "a", "b", "x" * 2_000)).endswith("x")


def test_a_text_is_shortened_after_its_most_characters() -> None:
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd", 3) == "abc..."
    assert shown("aé\U0001f600") == "aé\U0001f600"


@pytest.mark.parametrize("word", HOSTILE)
def test_a_run_prints_no_hostile_word_of_a_document(word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_profiles(tmp_path)
    monkeypatch.chdir(tmp_path)
    names = json.dumps(word)
    specification = {"openapi": word, "info": {word: word}, "paths": {word: {"post": {word: word}}}}
    texts = {"x.json": json.dumps(specification), "y.json": '{"openapi": "3.0.0", "paths": {%s: 3}}' % names}  # noqa: UP031
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
        ran = CliRunner().invoke(main, ["--project", ".", "--notes", "extract", name])
        assert ran.exit_code in (1, 2), ran.exception
        assert all(line.isprintable() for line in ran.output.split("\n"))
        assert not any(line.startswith("::") for line in ran.output.split("\n"))


def test_a_run_prints_no_hostile_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_profiles(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a\n::error::\x1b[2J.html").write_text("")
    ran = CliRunner().invoke(main, ["--project", ".", "extract", "a\n::error::\x1b[2J.html"])

    assert ran.exit_code == 2
    (line,) = (line for line in ran.output.split("\n") if line.startswith("a"))
    assert line.startswith("a\\x0a::error::\\x1b[2J.html: error [empty-document] the file is empty")


@pytest.mark.parametrize("case", cases.HOSTILE)
def test_tables_and_lists_of_connectors_show_no_hostile_word(case: str) -> None:
    connector: Connector = cases.load(case)
    renamed = connector.model_copy(update={"type": "a\n::error::\u202e"})
    found = Extraction([connector, renamed], [], Diagnostics(), Summary())

    table = as_table(found)
    assert all(line.isprintable() for line in table.split("\n"))
    assert len(table.split("\n")) == 2 + 2 * max(1, len(list(connector.paths())))
    assert as_json(found).isascii()
    assert json.loads(as_json(found))[1]["type"] == "a\n::error::\u202e"


@pytest.mark.parametrize("word", [each for each in HOSTILE if each != "\ud800"])
def test_json_shows_no_hostile_word_and_keeps_it(word: str) -> None:
    assert all(line.isprintable() for line in dumps({word: [word]}).split("\n"))
    assert json.loads(dumps({word: [word]})) == {word: [word]}
    assert dumps_shown(word).isprintable()
    assert dumps("é\U0001f600") == '"é\U0001f600"\n'


@pytest.mark.parametrize("word", UNSEEN)
def test_markdown_has_no_character_that_nobody_sees(word: str) -> None:
    printed = markdown_text(f"a{word}b")

    assert printed.isprintable()
    assert not set(word) & set(printed) - set("[2J31mabcde\\")


def test_markdown_is_in_the_normal_form() -> None:
    assert markdown_text("cafe\u0301") == "café"


@pytest.mark.parametrize("text", ["\u0430dmin", "\U0001f600", "é", "\u202e", "\u2028", "\ufeff"])
def test_python_has_letters_of_ascii_only(text: str) -> None:
    source = f"x: Literal['{text}']"

    assert audit("module.py", f"x = '{text}'") == ["module.py: line 1: a character outside of ASCII"]
    assert audit("module.py", f"x = 1\n# {text}") == ["module.py: line 2: a character outside of ASCII"]
    assert python_ascii(source).isascii()
    if text != "\u2028":
        assert ast.dump(ast.parse(python_ascii(source))) == ast.dump(ast.parse(source))


def test_every_model_and_validator_is_ascii() -> None:
    for case in cases.CASES:
        for kind in ("model", "validator"):
            assert cases.printed(case, kind).isascii(), case

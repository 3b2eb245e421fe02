"""Adopted connections as JSON, YAML and Python, and the names of their files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from connector_catalog import Adopted, adopt
from connector_catalog.adoption.file_names import FileNames
from connector_catalog.adoption.writing import text_of
from connector_catalog.python_source import literal

HOSTILE = [
    *("", " ", "yes", "NO", "on", "null", "~", "1", "1.0", "1e3", "0x1f", "0o17", "1_000", "2026-01-01", "12:30:45"),
    *("-", "- a", "a: b", "a #b", "#", "&a", "*a", "!a", "%a", "@a", "`a`", "'a'", '"a"', "a'b\"c", "\\", "\\'", "\\n"),
    *(
        "a\nb",
        "\r",
        "\t",
        "\x00",
        "\x7f",
        "\x85",
        "\u2028",
        "\u202e",
        "\ud800",
        "é",
        "日本",
        "😀",
        "{",
        "[",
        "?",
        "|",
        ">",
    ),
    *("a ", "two words", "a-b", "y", "n", "=", "<<", ".inf", ".nan", "+1", "0b1", "a:", "${env:A}", "{{ x }}", '"""'),
]


def adopted(**config: Any) -> Adopted:
    answer = {
        "service": "postgres",
        "group_id": "g",
        "schema": "s",
        "config": {"schema_prefix": "s", "host": "h"} | config,
    }
    [found] = adopt(answer)
    return found


def of(request: Any, name: str = "n") -> Adopted:
    return Adopted("fivetran", "postgres", name, request, {}, ())


@pytest.mark.parametrize("text", HOSTILE)
def test_any_string_comes_back(text: str) -> None:
    request = {text: [text, {text: text}]}

    assert json.loads(text_of([of(request)], "json")) == request
    assert yaml.safe_load(text_of([of(request)], "yaml")) == request
    assert eval(literal(request)) == request


def test_a_reader_of_another_version_of_yaml_reads_the_same_strings() -> None:
    written = text_of([of({"a": HOSTILE})], "yaml").splitlines()[1:]
    plain = [line.removeprefix("- ") for line in written if '"' not in line]

    assert plain == ["two words", "a-b"]


def test_every_character_can_be_printed() -> None:
    for format_ in ("json", "yaml", "python"):
        text = text_of([of({"service": "postgres", "config": {"host": "".join(HOSTILE)}})], format_)
        assert all(each.isprintable() or each == "\n" for each in text)


def test_several_connections() -> None:
    two = [adopted(), adopted(port=1)]

    assert [each["service"] for each in json.loads(text_of(two, "json"))] == ["postgres"] * 2
    assert [each["service"] for each in yaml.safe_load_all(text_of(two, "yaml"))] == ["postgres"] * 2
    namespace: dict[str, Any] = {}
    exec(text_of(two, "python"), namespace)
    assert [namespace["s"], namespace["s_2"]] == [each.request for each in two]


@pytest.mark.parametrize(
    "answer",
    [
        {"service": "postgres", "group_id": "g", "config": {"schema_prefix": "s", "host": HOSTILE[-1], "port": 1}},
        {"service": "adobe_workfront", "group_id": "g", "config": {"schema": "s"}, "auth": {"access_token": "***"}},
        {"type": "platform.mysql", "display_name": "class", "properties": {"host": "h", "port": "1", "user": "u"}},
        {"sourceType": "faker", "name": "1", "workspaceId": "w", "configuration": {"count": 1}},
    ],
)
def test_python_makes_the_same_request_and_formatters_leave_it(answer: Any, tmp_path: Path) -> None:
    [found] = adopt(answer)
    text = text_of([found], "python")
    path = tmp_path / "made.py"
    path.write_text(text, encoding="utf-8")
    namespace: dict[str, Any] = {}
    exec(text, namespace)

    assert found.request in namespace.values()
    for command in (["format", "--check"], ["check", "--select", "ALL", "--ignore", "INP001,S106,D,CPY001"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", "--line-length", "320", path]
        done = subprocess.run(ruff, capture_output=True, check=False, text=True)
        assert done.returncode == 0, done.stdout


def test_a_name_that_python_would_change_is_unpacked() -> None:
    request = {"service": "postgres", "group_id": "g", "\ufb01eld": 1, "config": {"schema_prefix": "s", "host": "h"}}

    assert text_of([of(request)], "python").endswith('    **{\n        "\ufb01eld": 1,\n    },\n)\n')


def test_python_literals_are_formatted(tmp_path: Path) -> None:
    values = {"a": HOSTILE, "b": [{}, [], {"c": [1, 1.5, True, None, [[]]]}], "c": {}}
    path = tmp_path / "made.py"
    path.write_text(f"x = {literal(values)}\n", encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff", "format", "--check", "--isolated", "--no-cache", "--diff", path]
    done = subprocess.run(ruff, capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "json_name", "python_name"),
    [
        ("sales", "sales.fivetran.json", "sales.py"),
        ("Sales DB/1", "Sales_DB_1.fivetran.json", "sales_db_1.py"),
        ("../../etc", "etc.fivetran.json", "etc.py"),
        ("con", "con_.fivetran.json", "connection_con.py"),
        ("日本", "connection.fivetran.json", "connection.py"),
        ("class", "class.fivetran.json", "connection_class.py"),
        ("1st", "1st.fivetran.json", "connection_1st.py"),
        ("a" * 300, f"{'a' * 80}.fivetran.json", f"{'a' * 80}.py"),
    ],
)
def test_names_of_files(name: str, json_name: str, python_name: str) -> None:
    assert FileNames("json").make(of({}, name)) == json_name
    assert FileNames("python").make(of({}, name)) == python_name


def test_no_two_files_have_the_same_name() -> None:
    names = FileNames("yaml")

    made = [names.make(of({}, name)) for name in ("a", "A", "a", "a_2")]
    assert made == ["a.fivetran.yaml", "A_2.fivetran.yaml", "a_3.fivetran.yaml", "a_2_2.fivetran.yaml"]

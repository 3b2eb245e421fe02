"""Each problem has the line of what it concerns; of what is missing, that of the object that lacks it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.package.running import found, request, run

JSON = """{
  "service": "iterable",
  "config": {
    "sync_mode": "SelectedEvent",
    "evnts": 1,
    "events": ["a",
      5], "sync_mode": "SelectedEvents"
  }
}
"""
YAML = """# a comment
service: iterable
config:
  sync_mode: SelectedEvent
  evnts: 1
  events: [a,
    5]
  sync_mode: SelectedEvents
"""
EXPECTED = [
    ("", "group_id", "required"),
    ("config", "config.schema", "required"),
    ("evnts", "config.evnts", "unknown"),
    ("5", "config.events[1]", "type"),
    ("second", "config.sync_mode", "duplicate-key"),
]


@pytest.mark.parametrize(
    ("name", "text", "lines"), [("x.json", JSON, (1, 3, 5, 7, 7)), ("x.yaml", YAML, (2, 3, 5, 7, 8))]
)
def test_lines_of_problems(name: str, text: str, lines: tuple[int, ...], tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)

    told = found(tmp_path / name)
    wanted = [(line, path, code) for line, (_, path, code) in zip(lines, EXPECTED, strict=True)]
    assert sorted(told, key=repr) == sorted(wanted, key=repr)
    assert [line for line, _, _ in told] == sorted(lines)


def test_lines_in_a_list_of_requests(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('[\n{"service": "iterable", "group_id": "g",\n"config": {}},\n{}, 5]')

    assert found(tmp_path / "x.json") == [
        (3, "[0].config.schema", "required"),
        (4, "[1]", "no-connector"),
        (4, "[2]", "type"),
    ]


def test_lines_of_json_lines(tmp_path: Path) -> None:
    wrong = json.dumps(request(evnts=[]))
    (tmp_path / "x.jsonl").write_text(f'{json.dumps(request())}\n\n{wrong}\n{wrong[:-1]}, "group_id": "h"}}')

    assert found(tmp_path / "x.jsonl") == [
        (3, "config.evnts", "unknown"),
        (4, "group_id", "duplicate-key"),
        (4, "config.evnts", "unknown"),
    ]


def test_lines_of_what_yaml_takes_over(tmp_path: Path) -> None:
    text = "service: iterable\ngroup_id: g\nconfig:\n  <<: {schema: s,\n    evnts: 1}\n  api_key: k\n"
    (tmp_path / "x.yaml").write_text(text)

    assert found(tmp_path / "x.yaml") == [(5, "config.evnts", "unknown")]


def test_a_name_that_stands_twice_is_told_wherever_it_is(tmp_path: Path) -> None:
    for name, text in {
        "x.json": '{"service": "iterable", "group_id": "g", "config": {"schema": "s", "\\u0073chema": "s"}}',
        "x.jsonl": '{"service": "iterable", "group_id": "g", "config": {"schema": "s", "schema": "s"}}',
        "y.jsonl": '{"service": "iterable", "service": "iterable", "group_id": "g", "config": {"schema": "s"}}',
        "x.yaml": "service: iterable\ngroup_id: g\nconfig: {schema: s, 'schema': s}",
    }.items():
        (tmp_path / name).write_text(text)
        assert [code for _, _, code in found(tmp_path / name)] == ["duplicate-key"], name


def test_a_name_that_stands_in_two_objects_is_none_that_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(request(api_key="https://x")).replace('"g"', '"a:b"'))

    assert run("validate", tmp_path / "x.jsonl")[:2] == (0, "")

"""The independent comparison of documents notices what ``diff`` misses, and what it makes up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.changes.change import Change, Kind, Subject
from tests.bench.differences.explanation import explained
from tests.bench.differences.openapi_walk import airbyte
from tests.bench.differences.statements import Document, differences

KEY = "airbyte/source/source-x"
OLD = {"a": {"type": "string"}, "b": {"type": "object", "properties": {"c": {"type": "string", "enum": ["x"]}}}}
NEW = {"a": {"type": "integer"}, "b": {"type": "object", "properties": {"c": {"type": "string", "enum": ["x", "y"]}}}}


def _walked(path: Path, properties: Any) -> Document:
    name = path / "x.json"
    bodies = {
        method: {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/Request"}}}}}
        for method in ("post", "patch")
    }
    answer = {"200": {"content": {"application/json": {"schema": {"$ref": "#/Request"}}}}}
    paths = {
        each: {"post": bodies["post"] | {"responses": answer}, "patch": bodies["patch"]}
        for each in ("/sources", "/destinations", "/sources/{id}", "/destinations/{id}")
    }
    configuration = {"oneOf": [{"$ref": "#/source-x"}]}
    schemas = {"Request": {"properties": {"configuration": configuration}}, "source-x": {"properties": properties}}
    name.write_text(json.dumps({"paths": paths, "components": {"schemas": schemas}}), encoding="utf-8")
    return airbyte(name)


def _changed(path: str, field: str) -> Change:
    return Change(KEY, Subject.PROPERTY, Kind.CHANGED, "config", path, field)


@pytest.mark.parametrize(
    ("changes", "unexplained", "unfounded"),
    [
        ([_changed("a", "type"), _changed("b.c", "enum")], 0, 0),
        ([_changed("a", "type")], 1, 0),
        ([_changed("a", "minimum"), _changed("b.c", "enum")], 1, 1),
        ([_changed("a", "type"), _changed("b.c", "enum"), _changed("b", "type")], 0, 1),
        ([Change(KEY, Subject.PROPERTY, Kind.REMOVED, "config", each) for each in "ab"], 0, 2),
    ],
)
def test_what_only_one_comparison_finds_is_named(
    changes: list[Change], unexplained: int, unfounded: int, tmp_path: Path
) -> None:
    found = [each for each in differences(_walked(tmp_path, OLD), _walked(tmp_path, NEW)) if each.key == KEY]
    result = explained(found, changes)

    assert [each.place for each in found] == ["config.a", "config.b.c"]
    assert (len(result.unexplained), len(result.unfounded)) == (unexplained, unfounded)

"""The configuration in a request that updates, and in a response, is that of the request that creates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.records.reading import captured, read_text_of


def _of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": _of(name)}}}


ANSWERS = {"200": _content("SourceResponse")}
HOLDER = {"type": "object", "properties": {"name": {"type": "string"}, "configuration": _of("SourceConfiguration")}}
FILE: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Boxes", "version": "1"},
    "paths": {
        "/sources": {"post": {"requestBody": _content("SourceCreateRequest"), "responses": ANSWERS}},
        "/sources/{sourceId}": {"patch": {"requestBody": _content("SourcePatchRequest"), "responses": ANSWERS}},
    },
    "components": {
        "schemas": {
            "SourceCreateRequest": HOLDER,
            "SourcePatchRequest": HOLDER,
            "SourceResponse": HOLDER,
            "SourceConfiguration": {"oneOf": [_of("source-acme")]},
            "SourceChange": {"oneOf": [_of("source-other")]},
            "source-acme": {"type": "object", "properties": {"url": {"type": "string"}}},
            "source-other": {"type": "object", "properties": {"lost": {"type": "string"}}},
        }
    },
}


def _changed(name: str, configuration: dict[str, Any]) -> str:
    changed = json.loads(json.dumps(FILE))
    changed["components"]["schemas"][name]["properties"]["configuration"] = configuration
    return json.dumps(changed)


def test_one_configuration_for_all_of_them_is_read_once(tmp_path: Path) -> None:
    document = read_text_of(json.dumps(FILE), tmp_path, "boxes.json")

    assert document.lines == []
    assert captured(document, tmp_path).lines == []


@pytest.mark.parametrize("name", ["SourcePatchRequest", "SourceResponse"])
@pytest.mark.parametrize(
    "configuration", [_of("SourceChange"), {"type": "object", "properties": {"lost": {"type": "string"}}}]
)
def test_another_configuration_is_reported_at_its_place(
    name: str, configuration: dict[str, Any], tmp_path: Path
) -> None:
    found = read_text_of(_changed(name, configuration), tmp_path, "boxes.json").diagnostics

    assert [(each.level.name, each.code, each.place) for each in found] == [
        ("WARNING", "configuration-differs", f"/components/schemas/{name}/properties/configuration")
    ]


def test_a_reference_that_is_not_followed_says_so(tmp_path: Path) -> None:
    """Only the configuration of a request leads to connectors; one of a response that has no request is not read."""
    changed = json.loads(json.dumps(FILE))
    del changed["components"]["schemas"]["SourceCreateRequest"]["properties"]["configuration"]
    found = read_text_of(json.dumps(changed), tmp_path, "boxes.json").diagnostics

    messages = {each.message for each in found if each.code == "unused-keyword"}
    assert messages == {"the schema that $ref names is not read for this place; it is ignored"}


@pytest.mark.parametrize(
    ("keyword", "expected"), [("x-implements", ("NOTE", "unused-keyword")), ("x-new", ("WARNING", "unknown-keyword"))]
)
@pytest.mark.parametrize("name", ["SourceCreateRequest", "source-acme"])
def test_only_a_keyword_that_is_known_to_state_nothing_is_a_note(
    keyword: str, expected: tuple[str, str], name: str, tmp_path: Path
) -> None:
    changed = json.loads(json.dumps(FILE))
    changed["components"]["schemas"][name][keyword] = "a"
    found = read_text_of(json.dumps(changed), tmp_path, "boxes.json").diagnostics

    assert [(each.level.name, each.code, each.place) for each in found] == [(*expected, f"/components/schemas/{name}")]


def test_a_misplaced_keyword_that_is_known_is_a_note(tmp_path: Path) -> None:
    changed = json.loads(json.dumps(FILE))
    schemas = changed["components"]["schemas"]
    schemas["source-acme"]["properties"]["urls"] = {"type": "array", "items": {"type": "string", "order": 1}}
    found = read_text_of(json.dumps(changed), tmp_path, "boxes.json").diagnostics

    assert [(each.level.name, each.code) for each in found] == [("NOTE", "unused-keyword")]

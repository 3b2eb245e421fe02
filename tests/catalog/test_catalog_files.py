"""The catalog's committed files: one serializer, the path is the key, the meta-schema holds."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.catalog.catalog import Catalog, connector_path, load_connectors, meta_schema
from generator.catalog.connector import Connector
from generator.paths import CATALOG, CONNECTORS, ENVELOPES, INDEX, META_SCHEMA, PROJECT
from generator.serialize import dumps
from tests.catalog.building import connector, prop

FILES = sorted((PROJECT / CONNECTORS).rglob("*.json"))


@functools.cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((PROJECT / META_SCHEMA).read_text(encoding="utf-8")))


def _texts() -> Iterator[tuple[str, str]]:
    for path in FILES:
        yield path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8")


def test_there_are_connectors() -> None:
    assert len(FILES) >= 141


def test_loading_and_dumping_leaves_every_file_as_it_is() -> None:
    others = [PROJECT / INDEX, PROJECT / META_SCHEMA, *sorted((PROJECT / ENVELOPES).glob("*.json"))]
    changed = [
        path.name for path in [*FILES, *others] if dumps(json.loads(path.read_bytes())).encode() != path.read_bytes()
    ]

    assert changed == []


def test_loading_into_the_catalog_s_objects_leaves_every_file_as_it_is() -> None:
    loaded = {connector_path(each): each for each in load_connectors(PROJECT)}

    assert [path for path, text in _texts() if dumps(loaded[path].to_json()) != text] == []


def test_each_file_stands_where_its_key_says() -> None:
    assert [path for path, text in _texts() if connector_path(Connector.model_validate_json(text)) != path] == []


def test_each_file_is_valid_against_the_meta_schema() -> None:
    faults = [
        f"{path}: {fault.message}" for path, text in _texts() for fault in _schema().iter_errors(json.loads(text))
    ]

    assert faults == []


def test_meta_schema_is_a_schema_and_the_one_that_the_classes_make() -> None:
    Draft202012Validator.check_schema(_schema().schema)

    assert _schema().schema == meta_schema()


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, definition in {"Connector": schema, **schema["$defs"]}.items():
        for field, node in definition.get("properties", {}).items():
            yield f"{name}.{field}", node


def test_meta_schema_describes_every_field() -> None:
    assert [name for name, node in _fields(meta_schema()) if not node.get("description")] == []


def test_meta_schema_is_closed() -> None:
    definitions = {"Connector": meta_schema(), **meta_schema()["$defs"]}
    objects = {name: each for name, each in definitions.items() if each.get("type") == "object"}

    assert [name for name, each in objects.items() if each.get("additionalProperties") is not False] == []


@pytest.mark.parametrize(
    "change",
    [
        {"vendor": "other"},
        {"role": "both"},
        {"type": "Upper"},
        {"type": "../up"},
        {"type": ""},
        {"status": "unknown"},
        {"nmae": "misspelt"},
        {"steps": [{"name": "form", "properties": [{"name": "a", "requiremnt": "required"}]}]},
        {"steps": [{"name": "form", "properties": [{"name": "a", "type": "text"}]}]},
        {"steps": [{"name": "form", "properties": [{"type": "string"}]}]},
        {"steps": [{"name": "form", "properties": [{"name": "a", "encoding": "base64"}]}]},
    ],
)
def test_meta_schema_refuses_what_is_no_connector(change: dict[str, Any]) -> None:
    good = connector(prop("a")).to_json()

    assert _schema().is_valid(good)
    assert not _schema().is_valid(good | change)


def test_index_lists_every_connector_with_its_file() -> None:
    index = json.loads((PROJECT / INDEX).read_text(encoding="utf-8"))

    listed = [f"{CATALOG}/{each['file']}" for each in index["connectors"]]

    assert sorted(listed) == sorted(path for path, _ in _texts())


def test_index_names_every_document_that_a_source_names() -> None:
    index = json.loads((PROJECT / INDEX).read_text(encoding="utf-8"))
    named = {source.document for each in load_connectors(PROJECT) for source in each.sources}

    assert named == {document["name"] for document in index["documents"]}
    assert all(len(document["sha256"]) == 64 for document in index["documents"])


def test_catalog_s_files_are_those_of_its_parts() -> None:
    files = Catalog((connector(prop("a")),), {"fivetran": {"source": []}}, ()).files()

    assert set(files) == {
        "catalog/connectors/stitch/source/platform.x.json",
        "catalog/vendors/fivetran.json",
        INDEX,
        META_SCHEMA,
    }


def test_a_field_that_states_nothing_is_left_out() -> None:
    assert connector({"name": "a"}).to_json()["steps"][0]["properties"] == [{"name": "a"}]


def test_null_optional_and_not_stated_stay_three_things() -> None:
    stated = connector({"name": "a", "default": None}, {"name": "b"}, {"name": "c", "requirement": "optional"})
    null, nothing, optional = stated.to_json()["steps"][0]["properties"]

    assert (null, nothing, optional) == (
        {"name": "a", "default": None},
        {"name": "b"},
        {"name": "c", "requirement": "optional"},
    )

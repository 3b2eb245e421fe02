"""The catalog's committed files: one serializer, the path is the key, the meta-schema holds."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from generator.catalog.catalog import Catalog, connector_path, load_catalog, meta_schema
from generator.catalog.connector import Connector
from generator.diagnostics import Diagnostics, Level
from generator.documents.answer import Version
from generator.documents.store import Origin
from generator.paths import CATALOG, CONNECTORS, ENVELOPES, INDEX, META_SCHEMA, PROJECT, Layout
from generator.profiles.profile import Profile, load_profiles
from generator.serialize import dumps
from tests.catalog.building import KEY, codes, connector, envelope, profile, prop

FILES = sorted((PROJECT / CONNECTORS).rglob("*.json"))


@functools.cache
def _schema() -> Any:
    return json.loads((PROJECT / META_SCHEMA).read_text(encoding="utf-8"))


@functools.cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema())


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
    diagnostics = Diagnostics()
    loaded = load_catalog(PROJECT, diagnostics)

    assert list(diagnostics) == []
    assert [path for path, text in _texts() if dumps(loaded[path].to_json()) != text] == []


def test_the_path_of_each_file_is_its_key() -> None:
    assert [path for path, text in _texts() if connector_path(Connector.model_validate_json(text)) != path] == []


def test_each_file_is_valid_against_the_meta_schema() -> None:
    faults = [
        f"{path}: {fault.message}" for path, text in _texts() for fault in _validator().iter_errors(json.loads(text))
    ]

    assert faults == []


def _profiles() -> dict[str, Profile]:
    return load_profiles(Layout().vendors, Diagnostics())


def test_meta_schema_is_a_schema_and_the_one_that_the_classes_make() -> None:
    Draft202012Validator.check_schema(_schema())

    assert dumps(_schema()) == dumps(meta_schema(_profiles()))


def test_meta_schema_has_the_vendors_and_the_steps_of_the_profiles() -> None:
    made = meta_schema({"acme": profile(), "beta": profile(title="Beta")})
    steps = made["$defs"]["Step"]["properties"]["name"]["description"]

    assert made["properties"]["vendor"]["enum"] == ["acme", "beta"]
    assert steps == "form (Beta), form (Acme)."


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, definition in {"Connector": schema, **schema["$defs"]}.items():
        for field, node in definition.get("properties", {}).items():
            yield f"{name}.{field}", node


def test_meta_schema_describes_every_field() -> None:
    assert [name for name, node in _fields(meta_schema(_profiles())) if not node.get("description")] == []


def test_meta_schema_is_closed() -> None:
    definitions = {"Connector": meta_schema(_profiles()), **meta_schema(_profiles())["$defs"]}
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
    good = connector(prop("a"), vendor="stitch").to_json()

    assert _validator().is_valid(good)
    assert not _validator().is_valid(good | change)


def test_index_lists_every_connector_with_its_file() -> None:
    index = json.loads((PROJECT / INDEX).read_text(encoding="utf-8"))

    listed = [f"{CATALOG}/{each['file']}" for each in index["connectors"]]

    assert sorted(listed) == sorted(path for path, _ in _texts())


def test_index_names_every_document_that_a_source_names() -> None:
    index = json.loads((PROJECT / INDEX).read_text(encoding="utf-8"))
    named = {source.document for each in load_catalog(PROJECT, Diagnostics()).values() for source in each.sources}

    assert named == {document["name"] for document in index["documents"]}
    assert all(len(document["sha256"]) == 64 for document in index["documents"])


def test_catalog_s_files_are_those_of_its_parts() -> None:
    envelopes = {"acme": {"source": envelope(prop("paused"))}}
    files = Catalog((connector(prop("a")), connector(type="y")), envelopes, (), {"acme": profile()}).files({KEY})

    assert set(files) == {"catalog/connectors/acme/source/y.json", "catalog/envelopes/acme.json", INDEX, META_SCHEMA}
    assert json.loads(files["catalog/envelopes/acme.json"]) == {
        "vendor": "acme",
        "envelopes": {"source": [prop("paused")]},
    }
    assert files[META_SCHEMA] == dumps(meta_schema({"acme": profile()}))


def test_the_index_has_the_documents_and_the_connectors() -> None:
    version = Version('"1"', "Wed, 21 Oct 2015 07:28:00 GMT")
    origin = Origin("acme/page", "acme", "html", "https://acme.example", "2026-08", "0" * 64, version)
    nested = prop("a", "object", properties=[prop("b")])
    index = json.loads(Catalog((connector(nested), connector(type="y", status="listed")), {}, (origin,)).files()[INDEX])

    stated = {"name": "acme/page", "vendor": "acme", "kind": "html", "url": "https://acme.example", "date": "2026-08"}
    assert index["documents"] == [stated | {"sha256": "0" * 64}]
    assert index["connectors"][0] == {
        "vendor": "acme",
        "role": "source",
        "type": "x",
        "name": "X",
        "status": "documented",
        "properties": 2,
        "file": "connectors/acme/source/x.json",
    }
    assert [(each["status"], each["properties"]) for each in index["connectors"]] == [("documented", 2), ("listed", 0)]


BROKEN = connector(type="z").to_json() | {"steps": [{"name": "form", "properties": [{"type": "string"}]}]}


def _written(root: Path) -> dict[str, str]:
    texts = {connector_path(each): dumps(each.to_json()) for each in (connector(), connector(type="y"))}
    for path, text in {**texts, f"{CONNECTORS}/acme/source/z.json": dumps(BROKEN)}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return texts


def test_a_catalog_is_loaded_in_the_order_of_its_files(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    texts = _written(tmp_path)

    assert load_catalog(tmp_path, diagnostics) == dict(zip(texts, (connector(), connector(type="y")), strict=True))
    (error,) = diagnostics
    place = f"{CONNECTORS}/acme/source/z.json: steps/0/properties/0/name"
    assert (error.level, error.code, error.place) == (Level.ERROR, "catalog-format", place)
    assert error.message == "Field required"


def test_files_that_hold_their_texts_and_others_are_skipped(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    texts = _written(tmp_path)
    one, other = texts
    broken = f"{CONNECTORS}/acme/source/z.json"

    assert list(load_catalog(tmp_path, diagnostics, texts, {broken})) == []
    assert list(load_catalog(tmp_path, diagnostics, texts | {one: "{}"}, {broken})) == [one]
    assert list(load_catalog(tmp_path, diagnostics, {}, {broken, one})) == [other]
    assert list(diagnostics) == []
    load_catalog(tmp_path, diagnostics, texts)
    assert codes(diagnostics) == ["catalog-format"]

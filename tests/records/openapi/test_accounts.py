"""Nothing of an OpenAPI file is lost silently, nothing crashes, nothing small takes long."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.records.fivetran.test_openapi import CONFIG, HERE, TEXT, file, parts, properties, read, ref, reported, step

Data = dict[str, Any]
HOLDERS = ["oneOf", "anyOf", "not", "if", "then", "patternProperties", "prefixItems", "dependentSchemas"]


@pytest.mark.parametrize("keyword", HOLDERS)
def test_a_keyword_that_may_hold_a_step_is_an_error_wherever_it_is(keyword: str, tmp_path: Path):
    lost = {keyword: [step("auth", key=TEXT)]}
    code = "unused-keyword" if keyword == "oneOf" else "unknown-keyword"
    inside = {"acme": {"allOf": [ref("NewConnection"), ref("acme_config_V1"), lost]}}
    beside = {"acme": parts("NewConnection", "acme_config_V1") | lost}
    assert reported(read(file(services=inside), tmp_path)) == [
        f"error {code} {HERE}acme_NewConnection/allOf/2 fivetran/source/acme"
    ]
    assert reported(read(file(services=beside), tmp_path)) == [
        f"error {code} {HERE}acme_NewConnection fivetran/source/acme"
    ]
    assert reported(read(file(acme_config_V1=step(lid=TEXT) | lost), tmp_path)) == [
        f"error {code} {HERE}acme_config_V1 fivetran/source/acme"
    ]


def test_keywords_beside_a_reference_are_reported_or_read(tmp_path: Path):
    data = file({"lid": ref("Lid") | {"deprecated": True}}, Lid=TEXT)
    assert reported(read(data, tmp_path)) == [f"warning unused-keyword {CONFIG}lid fivetran/source/acme config.lid"]
    found = read(data | {"openapi": "3.1.0"}, tmp_path)
    assert (reported(found), properties(found)["lid"].deprecated) == ([], True)


def test_parts_that_differ_are_a_warning_and_all_required_names_count(tmp_path: Path):
    one = {"type": "object", "required": ["a"], "properties": {"a": TEXT}}
    two = {"required": ["b"], "properties": {"a": {"type": "integer"}, "b": TEXT}}
    found = read(file({"lid": {"allOf": [one, two]}}), tmp_path)
    assert reported(found)[0] == f"warning parts-differ {CONFIG}lid fivetran/source/acme config.lid"
    assert [each.requirement for each in properties(found)["lid"].children] == ["required", "required"]


def test_required_that_names_no_property_is_an_error(tmp_path: Path):
    found = read(file({"lid": TEXT}, ["lid", "lidd"]), tmp_path)
    place = f"{HERE}acme_config_V1/properties/config"
    assert reported(found) == [f"error unknown-required {place} fivetran/source/acme config"]


def test_extensions_are_reported_once_for_all(tmp_path: Path):
    found = read(file({"lid": TEXT | {"x-a": 1}, "nut": TEXT | {"x-a": 2}}), tmp_path)
    assert found.codes == ["unknown-keyword"]
    assert "1 times more" in found.lines[0]


@pytest.mark.parametrize("service", ["acme", "bolt"])
def test_a_service_that_only_one_side_has_is_a_warning(service: str, tmp_path: Path):
    one = parts("NewConnection", "acme_config_V1")
    both = {"acme": one, "bolt": one}
    asked = read(file(services=both, answers={service: parts("Connection", "acme_config_V1")}), tmp_path)
    assert asked.codes == ["request-only-service"]
    answers = dict.fromkeys(both, parts("Connection", "acme_config_V1"))
    told = read(file(services={service: one}, answers=answers), tmp_path)
    assert told.codes == ["response-only-service"]


def test_a_discriminator_of_another_property_is_an_error(tmp_path: Path):
    data = file()
    data["components"]["schemas"]["NewConnection"]["discriminator"]["propertyName"] = "kind"
    assert read(data, tmp_path).codes == ["unknown-discriminator"]


WRONG = {
    "deprecated": "yes",
    "format": ["date"],
    "type": 5,
    "enum": "a",
    "required": True,
    "properties": [],
    "items": [TEXT],
    "description": 7,
    "title": {},
    "minimum": "1",
    "nullable": 0,
    "examples": "a",
    "allOf": {},
    "discriminator": 5,
}


@pytest.mark.parametrize(("keyword", "value"), WRONG.items(), ids=WRONG)
def test_a_value_of_another_kind_is_an_error_and_the_rest_is_read(keyword: str, value: Any, tmp_path: Path):
    found = read(file({"lid": TEXT | {keyword: value}, "nut": TEXT}), tmp_path)
    assert [(each.code, each.place) for each in found.diagnostics] == [("openapi-format", f"{CONFIG}lid/{keyword}")]
    assert list(properties(found)) == ["lid", "nut"]


@pytest.mark.parametrize("types", [["text"], ["string", "text"]])
def test_an_unknown_type_of_items_is_an_error(types: list[str], tmp_path: Path):
    assert read(file({"lid": {"type": "array", "items": {"type": types}}}), tmp_path).codes == ["unknown-type"]


def test_a_name_that_is_too_long_is_an_error(tmp_path: Path):
    assert read(file({"a" * 201: TEXT, "lid": TEXT}), tmp_path).codes == ["property-name"]
    assert read(file({"a" * 200: TEXT}), tmp_path).codes == []


def chain(count: int, link: Any) -> Data:
    return {f"B{number}": link(f"B{number + 1}") for number in range(count)} | {f"B{count}": TEXT}


BOMBS = {
    "properties": chain(30, lambda name: {"properties": {"a": ref(name), "b": ref(name)}}),
    "items": chain(30, lambda name: {"items": {"properties": {"a": ref(name), "b": ref(name)}}}),
    "a long chain of properties": chain(2_000, lambda name: {"properties": {"a": ref(name)}}),
}
TOO_LARGE = {
    "parts": chain(30, lambda name: parts(name, name)),
    "a long chain of references": chain(2_000, ref),
    "a long chain of parts": chain(2_000, parts),
}


@pytest.mark.parametrize("schemas", BOMBS.values(), ids=BOMBS)
def test_what_references_expand_to_is_bounded(schemas: Data, tmp_path: Path):
    before = time.process_time()
    found = read(file({"lid": ref("B0"), "nut": TEXT}, **schemas), tmp_path)
    assert "too-large" in found.codes
    assert time.process_time() - before < 10


@pytest.mark.parametrize("schemas", TOO_LARGE.values(), ids=TOO_LARGE)
def test_references_that_make_a_file_too_large_are_an_error(schemas: Data, tmp_path: Path):
    with pytest.raises(AssertionError, match="too-large"):
        read(file({"lid": ref("B0")}, **schemas), tmp_path)


def test_schemas_that_all_hold_each_other_are_errors(tmp_path: Path):
    every = {f"C{one}": {"properties": {f"p{two}": ref(f"C{two}") for two in range(9)}} for one in range(9)}
    found = read(file({"lid": ref("C0")}, **every), tmp_path)
    assert {each.code for each in found.diagnostics} <= {"cyclic-reference", "too-large"}


def test_a_file_is_not_written_to_a_place_of_another_kind(tmp_path: Path):
    services = {name: parts("NewConnection", "acme_config_V1") for name in ("con", "a" * 250, "acme")}
    found = read(file(services=services), tmp_path)
    assert [each.type for each in found.connectors] == ["acme"]
    assert found.codes == ["type-name", "type-name"]
    assert json.dumps(reported(found)).count("_NewConnection") == 2

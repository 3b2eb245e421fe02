"""Each limit of the table is known wherever a limit has to be."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest

from generator.blocks.keywords import valid_keywords
from generator.catalog.property import Items, Property
from generator.context.constraint_data import constraint_data
from generator.context.constraints import field_constraints, value_constraints
from generator.context.documented import facts_of
from generator.context.draft_07 import in_draft_07
from generator.context.problem_page import problem_page
from generator.context.requirements import requirements_of_object
from generator.context.sample import full_payload
from generator.context.schema import object_schema
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT
from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.command.console import Console
from templates.connector_catalog.command.described import text_of_step
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints
from templates.connector_catalog.value_limits import LIMITS, Limit, limits_of_type
from tests.bench.beyond_limits import beyond
from tests.bench.payloads import Drawer
from tests.cases.limits import LIMIT_CASES, all_limit_cases
from tests.catalog.building import as_property, connector
from tests.vendors import VENDORS

each_limit = pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.keyword)


def _limited(limit: Limit, **more: Any) -> Property:
    return as_property({"name": "a", **LIMIT_CASES[limit.keyword].facts, **more})


def test_names_in_python_and_codes_are_made_of_the_keyword() -> None:
    limit = Limit("exclusiveMinimum", "number", "", "", "lower")

    assert (limit.field, limit.code) == ("exclusive_minimum", "exclusive-minimum")


def test_limits_of_numbers_hold_for_integers() -> None:
    assert limits_of_type("integer") == limits_of_type("number") != ()
    assert limits_of_type("boolean") == ()


def test_each_limit_has_a_case_in_the_order_of_the_table() -> None:
    assert [*LIMIT_CASES] == [each.keyword for each in LIMITS]
    for limit in LIMITS:
        assert limit.keyword in LIMIT_CASES[limit.keyword].facts
        assert LIMIT_CASES[limit.keyword].facts["type"] == limit.type


def test_the_table_has_the_fields_of_the_catalog_and_of_its_items() -> None:
    assert {each.keyword: each.field for each in LIMITS}.items() <= _keywords(Property).items()
    of_items = {each.keyword for each in LIMITS if each.of_items}
    assert of_items == _keywords(Items).keys() & {each.keyword for each in LIMITS}


def _keywords(of: type[Property | Items]) -> dict[str, str]:
    return {each.alias or name: name for name, each in of.model_fields.items()}


def test_a_value_has_each_limit_and_no_other_constraint_that_the_table_lacks() -> None:
    others = {"types", "values", "pattern", "format", "encoding", "separator", "items", "object", "open"}
    others |= {"deprecated", "deprecated_values", "variants", "port", "secret"}

    assert {each.field for each in LIMITS} == {*ValueConstraints._fields} - others


@pytest.mark.parametrize("name", all_limit_cases())
def test_validators_acceptance_and_models_keep_to_a_limit(name: str) -> None:
    facts, accepted, refused = all_limit_cases()[name]
    found = as_property({"name": "a", **facts})
    every = ObjectConstraints({"a": value_constraints(found)})
    limit = next(each for each in LIMITS if each.keyword == name.removesuffix("OfItems"))

    for value in accepted:
        assert Validator(every).validate({"a": value}) == []
        assert acceptor_of(every)({"a": value})
        assert field_constraints(found).fault(value) is None
    for value in refused:
        assert {each.code for each in Validator(every).validate({"a": value})} == {limit.code}
        assert not acceptor_of(every)({"a": value})


@each_limit
def test_schemas_have_a_limit_beside_its_own_type_only(limit: Limit) -> None:
    found = _limited(limit, type=[limit.type, "boolean"])
    branches = object_schema(requirements_of_object([found]))["properties"]["a"]["anyOf"]

    assert branches == [LIMIT_CASES[limit.keyword].facts, {"type": "boolean"}]
    assert [in_draft_07(each) for each in branches] == branches


@each_limit
def test_a_limit_has_a_kind_of_value_in_openapi_files(limit: Limit) -> None:
    diagnostics = Diagnostics()

    assert valid_keywords({limit.keyword: ["x"]}, "#", diagnostics) == {}
    assert [each.code for each in diagnostics] == ["openapi-format"]


@each_limit
def test_the_references_and_the_command_state_a_limit(limit: Limit) -> None:
    found = _limited(limit)
    plain = {name: value for name, value in found.to_json().items() if name != limit.keyword}
    console = Console(io.StringIO(), io.StringIO())
    texts = [
        text_of_step({"name": "form", "properties": [each]}, console, lambda _path: "")
        for each in (plain, found.to_json())
    ]

    assert len(facts_of(found)) == 1
    assert limit.label in texts[1]
    assert len(texts[1].splitlines()) == len(texts[0].splitlines()) + 1


def test_the_code_of_each_limit_has_a_meaning() -> None:
    assert {each.code for each in LIMITS} <= {row.code for row in problem_page().rows}


@each_limit
def test_samples_and_drawn_payloads_keep_to_a_limit(limit: Limit) -> None:
    found = _limited(limit, requirement="required")
    entry, constraints = connector(found.to_json(), vendor=min(VENDORS)), value_constraints(found)
    drawer = Drawer(entry, random.Random(1))
    payloads = [full_payload(entry.steps, requirements_of_object([found])), *(drawer.valid().payload for _ in range(5))]

    assert [constraints.fault(each["a"]) for each in payloads] == [None] * len(payloads)
    assert any(constraints.fault(each) for each in beyond(found))


def test_the_builder_names_each_limit() -> None:
    checks = PROJECT / "templates" / "builder" / "src" / "checks"
    types, values = ((checks / name).read_text(encoding="utf-8") for name in ("data.ts", "values.ts"))
    for limit in LIMITS:
        (name,) = constraint_data(value_constraints(_limited(limit))).keys() - {"types", "items"}

        assert f"  {name}?: " in types
        assert f"c.{name}" in values
        assert f'"{limit.code}"' in values

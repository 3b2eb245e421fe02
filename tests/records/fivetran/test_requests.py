"""Which requests of an OpenAPI file create, update and return a connection."""

from __future__ import annotations

import pytest

from generator.blocks.specification import Operation, Schema, Specification
from generator.records.fivetran.operations import find_requests
from generator.records.openapi.requests import Requests
from tests.records.reading import context

PATH = r"/v\d+/boxes"
NEW = Schema("/components/schemas/New", mapping={"acme": "Acme"})
PLAIN = Schema("/components/schemas/Plain")
CREATE = Operation("post", "/v1/boxes", "New", "Box")


def found(*operations: Operation) -> Requests | None:
    return find_requests(Specification(operations, {"New": NEW, "Plain": PLAIN}), PATH, context("fivetran"))


def test_the_requests_are_those_of_the_collection_and_of_one_box():
    update = Operation("patch", "/v1/boxes/{id}", "Changed", "Other")

    assert found(CREATE, update) == found(update, CREATE) == Requests("New", "Changed", "Box")


def test_put_updates_too():
    assert found(CREATE, Operation("put", "/v1/boxes/{box}", "Changed", "")) == Requests("New", "Changed", "Box")


@pytest.mark.parametrize(
    "other",
    [
        Operation("post", "/v1/boxes/{id}", "Plain", "Plain"),
        Operation("patch", "/v1/boxes", "Plain", "Plain"),
        Operation("get", "/v1/boxes", "Plain", "Plain"),
        Operation("get", "/v1/boxes/{id}", "Plain", "Plain"),
        Operation("delete", "/v1/boxes/{id}", "Plain", "Plain"),
        Operation("post", "/v1/boxes/{id}/test", "Plain", "Plain"),
        Operation("post", "/v1/lids", "Plain", "Plain"),
    ],
    ids=lambda each: f"{each.method} {each.path}",
)
def test_another_operation_is_none_of_them(other: Operation):
    assert found(CREATE, other) == found(other, CREATE) == Requests("New", "", "Box")
    assert found(other) is None


@pytest.mark.parametrize("name", ["Plain", "Unknown", ""])
def test_a_request_that_creates_must_be_one_of_several_services(name: str):
    assert found(Operation("post", "/v1/boxes", name, "Box")) is None


def reported(*operations: Operation) -> list[str]:
    given = context("fivetran")
    find_requests(Specification(operations, {"New": NEW, "Plain": PLAIN}), PATH, given)
    return [f"{each.level.word} {each.code} {each.place}" for each in given.diagnostics]


def test_what_is_missing_is_reported_and_two_that_differ_are_an_error():
    update = Operation("patch", "/v1/boxes/{id}", "Plain", "")
    assert reported(CREATE, update) == []
    assert reported() == ["warning missing-operation /paths"]
    assert reported(CREATE) == ["warning missing-operation /paths"]
    assert reported(Operation("post", "/v1/boxes", "New", ""), update) == [
        "warning missing-schema /paths/~1v1~1boxes/post"
    ]
    assert reported(CREATE, Operation("patch", "/v1/boxes/{id}", "", "")) == [
        "warning missing-schema /paths/~1v1~1boxes~1{id}/patch"
    ]
    assert reported(Operation("post", "/v2/boxes", "New", "Box"), CREATE, update) == []
    assert reported(Operation("post", "/v2/boxes", "Plain", "Box"), CREATE, update) == [
        "error duplicate-operation /paths/~1v2~1boxes/post"
    ]

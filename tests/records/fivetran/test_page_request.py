"""Which code block of a page is the request, and the corrections that it takes to be one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.blocks.block import Code
from generator.records.example import ExampleCorrection
from generator.records.fivetran.request import Request, find_request, object_at
from tests.records.reading import context

SMALL: dict[str, Any] = {"service": "acme", "config": {"lid": "x"}}
LARGE: dict[str, Any] = {"service": "acme", "config": {"lid": "x", "nut": "y"}}
REASON = "The comma at the end is not JSON."


def found(*texts: Any, corrections: tuple[ExampleCorrection, ...] = ()) -> tuple[Request | None, list[str]]:
    """The request among code blocks, and the errors."""
    given = context("fivetran", corrections)
    texts = tuple(each if isinstance(each, str) else json.dumps(each) for each in texts)
    codes = [Code(text, f"#a/code[{number}]") for number, text in enumerate(texts, 1)]
    request = find_request(codes, given)
    return request, [f"{each.code} {each.place}" for each in given.diagnostics]


@pytest.mark.parametrize(
    ("payloads", "number"),
    [
        ((SMALL,), 1),
        (("not JSON", SMALL, {"lid": "x"}), 2),
        ((SMALL, LARGE), 2),
        ((LARGE, SMALL), 1),
        ((LARGE, SMALL | {"paused": True, "group_id": "g"}), 1),
        ((SMALL, SMALL | {"paused": True}), 2),
        ((SMALL, SMALL), 1),
        ((SMALL, {"service": "acme", "config": {"lid": "x"}, "auth": {"key": "k"}}), 2),
        ((SMALL, {"config": {"lid": "x", "nut": "y"}}), 1),
        ((SMALL, {"service": "acme", "paused": True, "group_id": "g"}), 1),
        ((SMALL, {"service": 5, "config": {"lid": "x", "nut": "y"}}), 1),
        ((SMALL, {"service": "acme", "config": ["a", "b", "c"]}), 1),
        (({"service": "acme", "auth": {}},), 1),
    ],
)
def test_the_request_is_the_payload_that_shows_most_of_its_steps(payloads: tuple[Any, ...], number: int):
    request, errors = found(*payloads)

    assert request is not None
    assert (request.code.place, request.service) == (f"#a/code[{number}]", "acme")
    assert request.payload == payloads[number - 1]
    assert errors == []


@pytest.mark.parametrize("payloads", [(), ("{",), ({"lid": "x"},), ({"service": "acme"},), ({"config": {}},)])
def test_a_page_without_a_request_is_an_error(payloads: tuple[Any, ...]):
    assert found(*payloads) == (None, [f"no-request-payload {'#a/code[1]' if payloads else ''}"])


@pytest.mark.parametrize(("text", "fault"), [("{", "Expecting property name"), ("{}", None)])
def test_the_error_shows_why_the_first_invalid_payload_is_not_json(text: str, fault: str | None):
    given = context("fivetran")
    assert find_request([Code("{}", "#a/code[1]"), Code(text, "#a/code[2]")], given) is None

    (error,) = given.diagnostics
    assert error.message.endswith("as JSON") if fault is None else f"({fault}" in error.message


@pytest.mark.parametrize("service", ["", "Acme", "../acme", "acme-2", "acme\n", "_acme"])
def test_an_invalid_service_is_an_error(service: str):
    request, errors = found(SMALL | {"service": service})

    assert request is None
    assert errors == ["type-name #a/code[1]", "no-request-payload #a/code[1]"]


def test_a_request_is_corrected_before_it_is_parsed():
    correction = ExampleCorrection("fivetran/source/acme", "config", ",}", "}", REASON)
    text = '{"service": "acme", "config": {"lid": "x",}}'
    request, errors = found(text, corrections=(correction,))

    assert request is not None
    assert request.payload == SMALL
    assert request.code.text == text
    assert errors == []


@pytest.mark.parametrize("more", [{"connector": "fivetran/source/bolt"}, {"step": "form"}])
def test_a_correction_of_something_else_does_not_help(more: dict[str, str]):
    fields = {"connector": "fivetran/source/acme", "step": "config", "old": ",}", "new": "}", "reason": REASON} | more

    assert found('{"service": "acme", "config": {"a": 1,}}', corrections=(ExampleCorrection(**fields),))[0] is None


def test_what_is_not_an_object_shows_nothing():
    assert object_at("config", {"config": {"lid": 1}}) == {"lid": 1}
    assert object_at("config", {"config": ["lid"]}) == object_at("config", {}) == {}

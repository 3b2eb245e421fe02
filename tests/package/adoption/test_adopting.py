"""Requests that are adopted from responses, and what is said of what they leave out."""

from __future__ import annotations

import copy
import traceback
from typing import Any

import pytest
from connector_catalog import Adopted, adopt, plan_diff, validate

TOKEN = "s3cr3t-of-this-test"
CONFIG = {"schema_prefix": "sales", "host": "h", "port": "5432", "user": "u", "password": "******"}


def response(**more: Any) -> dict[str, Any]:
    """A response about a Fivetran connection."""
    config = CONFIG | more.pop("config", {})
    return {"id": "abc", "service": "postgres", "group_id": "g", "schema": "sales", "config": config} | more


def one(answer: Any, **options: Any) -> Adopted:
    [found] = adopt(answer, **options)
    return found


def told(found: Adopted) -> dict[str, tuple[str, str]]:
    return {each.path: (each.code, each.level) for each in found.problems}


def test_a_request_with_references() -> None:
    found = one({"code": "Success", "data": response()})

    assert found[:3] == ("fivetran", "postgres", "sales")
    assert found.request == {
        "service": "postgres",
        "group_id": "g",
        "config": {
            "schema_prefix": "sales",
            "host": "h",
            "port": 5432,
            "user": "u",
            "password": "${env:FIVETRAN_SALES_PASSWORD}",
        },
    }
    assert found.references == {"config.password": "${env:FIVETRAN_SALES_PASSWORD}"}
    assert told(found) == {"id": ("read-only", "note"), "schema": ("read-only", "note")}
    assert validate("fivetran", "postgres", found.request, warnings=True) == []


@pytest.mark.parametrize(
    "answer",
    [
        response(),
        [response()],
        {"data": response()},
        {"code": "Success", "message": "m", "data": {"items": [response()], "next_cursor": "x"}},
    ],
)
def test_every_shape_of_a_response(answer: Any) -> None:
    assert one(answer).references == {"config.password": "${env:FIVETRAN_SALES_PASSWORD}"}


def test_responses_of_other_vendors() -> None:
    airbyte = {
        "data": [
            {
                "sourceId": "x",
                "sourceType": "postgres",
                "name": "My Shop",
                "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11",
                "configuration": {
                    "host": "h",
                    "port": 5432,
                    "database": "d",
                    "username": "u",
                    "password": "**********",
                },
            }
        ],
        "next": "",
    }
    stitch = {"id": 1, "type": "platform.mysql", "display_name": "n", "properties": {"host": "h", "port": "3306"}}

    found = one(airbyte)
    assert found.request is not None
    assert found.request["configuration"]["sourceType"] == "postgres"
    assert found.request["configuration"]["password"] == "${env:AIRBYTE_MY_SHOP_PASSWORD}"
    assert found.type == "source-postgres"
    found = one(stitch)
    assert found.request is not None
    # The vendor's API leaves secrets out.
    assert found.request["properties"]["password"] == "${env:STITCH_N_PASSWORD}"
    assert told(found)["properties.password"] == ("not-returned", "note")


def test_what_is_left_out_is_told() -> None:
    found = one(
        response(config={"public_key": "k", "nope": 1, "gone": None, "host": "•••••"}, is_historical_sync=True, other=1)
    )

    assert found.request is not None
    assert told(found) == {
        "config.host": ("masked", "warning"),
        "config.public_key": ("read-only", "note"),
        "config.nope": ("unknown", "warning"),
        "id": ("read-only", "note"),
        "schema": ("read-only", "note"),
        "is_historical_sync": ("update-only", "note"),
        "other": ("not-settable", "note"),
    }
    assert found.request["config"].keys() == {"schema_prefix", "port", "user", "password"}


def test_what_is_unknown_is_kept_on_request() -> None:
    found = one(response(config={"nope": {"a": [1, None, "*****"]}}), keep_unknown=True)

    assert found.request is not None
    assert found.request["config"]["nope"] == {"a": [1, None]}
    assert told(found)["config.nope"] == ("unknown", "error")
    assert told(found)["config.nope.a[2]"] == ("masked", "warning")


def test_a_secret_in_the_clear_is_not_kept() -> None:
    found = one(response(config={"password": TOKEN}))

    assert TOKEN not in repr(found)
    assert told(found)["config.password"] == ("secret", "warning")


def test_a_reference_of_before_is_kept() -> None:
    found = one(response(config={"password": "${vault:a}"}))

    assert found.references == {"config.password": "${vault:a}"}
    assert "config.password" not in told(found)


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_a_secret_that_is_not_set_has_no_reference(empty: Any) -> None:
    assert one(response(config={"password": empty})).references == {}


def test_values_in_the_spelling_of_requests() -> None:
    given = {"port": "5432", "update_method": "xmin", "always_encrypted": "TRUE", "host": 12}
    found = one(response(config=given))

    assert found.request is not None
    expected = {"port": 5432, "update_method": "XMIN", "always_encrypted": True, "host": "12"}
    assert {name: found.request["config"][name] for name in given} == expected


def test_a_value_that_the_catalog_does_not_accept_is_kept_and_named() -> None:
    found = one(response(config={"port": "many"}))

    assert found.request is not None
    assert found.request["config"]["port"] == "many"
    assert told(found)["config.port"] == ("type", "error")


def test_names_of_references_are_unique_in_a_run() -> None:
    first, second = adopt([response(), response(schema="Sales!")])

    assert first.references["config.password"] == "${env:FIVETRAN_SALES_PASSWORD}"
    assert second.references["config.password"] == "${env:FIVETRAN_SALES_PASSWORD_2}"


@pytest.mark.parametrize(
    ("template", "reference"),
    [
        ("${vault:kv/{vendor}/{name}#{path}}", "${vault:kv/fivetran/My-Sales-1#password}"),
        ("${env:{TYPE}__{PATH}}", "${env:POSTGRES__PASSWORD}"),
        ("${file:/run/{type}/{PATH}}", "${file:/run/postgres/PASSWORD}"),
        ("${env:{NAME}_{PATH}}", "${env:MY_SALES_1_PASSWORD}"),
    ],
)
def test_a_template_of_references(template: str, reference: str) -> None:
    assert one(response(schema="My Sales/1"), secrets=template).references == {"config.password": reference}


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("${env:{VENDOR}}", r"expected the field \{path\} or \{PATH\}"),
        ("${env:{PATH}{nope}}", r"unknown field \{nope\}, expected \{vendor\}"),
        ("{vendor}/{path}", r"expected a reference such as \$\{env:"),
        ("${env:{PATH}} x", "expected a reference such as"),
    ],
)
def test_a_bad_template(template: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        adopt(response(), secrets=template)


@pytest.mark.parametrize("name", ["", " ", "日本", "../..", "${x:", "}{", "\n", "a" * 500, 7, None, True, {"a": 1}])
def test_any_name_makes_references(name: Any) -> None:
    for template in ("${env:{VENDOR}_{NAME}_{PATH}}", "${x:{name}/{path}}"):
        found = one(response(schema=name, id="abc"), secrets=template)

        assert validate("fivetran", "postgres", found.request) == []
        assert plan_diff(found.request, response(schema=name, config={"schema_prefix": "sales"})) == []


def test_a_list_without_what_is_inside_says_so() -> None:
    answer = response()
    del answer["config"]

    assert told(one(answer))["config"] == ("not-returned", "warning")


def test_an_unknown_connector_does_not_hide_the_others() -> None:
    unknown, known = adopt([response(service="nope"), response()])

    assert unknown.request is None
    assert [(each.code, each.level) for each in unknown.problems] == [("unknown-connector", "error")]
    assert known.request is not None


def test_a_connector_that_the_caller_names() -> None:
    answer = {"config": CONFIG}

    assert one(answer).request is None
    assert one(answer, vendor="fivetran", type="postgres").references == {
        "config.password": "${env:FIVETRAN_POSTGRES_PASSWORD}"
    }


@pytest.mark.parametrize("answer", [None, 1, "x", [1], {"data": {"items": [None]}}, {"data": None}])
def test_what_is_no_response(answer: Any) -> None:
    with pytest.raises(TypeError):
        adopt(answer)


def test_nesting_without_end_is_refused_without_secrets() -> None:
    deep: Any = TOKEN
    for _ in range(5_000):
        deep = {"a": deep}
    with pytest.raises(ValueError, match="nested too deeply") as raised:
        adopt(response(config={"nope": deep}), keep_unknown=True)
    frames = [frame for frame, _ in traceback.walk_tb(raised.tb) if "connector_catalog" in frame.f_code.co_filename]
    assert frames
    assert not any(isinstance(value, dict | list) for frame in frames for value in frame.f_locals.values())


def test_the_response_is_not_changed() -> None:
    answer = {"data": response()}
    before = copy.deepcopy(answer)
    adopt(answer)

    assert answer == before

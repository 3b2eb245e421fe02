"""A whole request in a field of one's own model, in a route of FastAPI, and in settings from the environment."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from typing import Any

import pydantic
import pytest
from connector_catalog import fields, get_model
from connector_catalog.fields import AirbyteSource, FivetranConnection, StitchDestination, StitchSource
from connector_catalog.fivetran import AdrollConnection
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic_settings import BaseSettings, SettingsConfigDict

from generator.paths import GENERATED, PROJECT
from tests.package.building import Object
from tests.vendors import VENDORS

TOKEN = "t0k3n-of-this-test"
HIDDEN = "**********"
ADROLL: Object = {
    "service": "adroll",
    "group_id": "g",
    "config": {"schema": "s", "table": "t"},
    "auth": {"refresh_token": TOKEN},
}
WRONG: Object = {
    "service": "adroll",
    "group_id": "g",
    "pausd": True,
    "config": {"schema": "s", "tabel": "t"},
    "auth": {"refresh_token": [TOKEN]},
}
MYSQL: Object = {"type": "platform.mysql", "properties": {"host": "h", "user": "u", "password": TOKEN, "port": "3306"}}


class Pipeline(pydantic.BaseModel):
    """A model of one's own."""

    connection: FivetranConnection
    sources: list[StitchSource] = []
    other: AirbyteSource | StitchDestination | None = None


def places(errors: list[Any]) -> dict[str, str]:
    return {".".join(map(str, each["loc"])): each["type"] for each in errors}


def refused(**given: Any) -> dict[str, str]:
    with pytest.raises(pydantic.ValidationError) as caught:
        Pipeline(**given)
    told = str(caught.value) + repr(caught.value) + str(caught.value.errors()) + caught.value.json()
    assert TOKEN not in told
    return places(caught.value.errors())  # type: ignore[arg-type]


def test_there_is_one_for_each_vendor_and_role() -> None:
    names = sorted(each.request_name(role) for each in VENDORS.values() for role in each.requests)

    assert {"AirbyteDestination", "FivetranConnection", "StitchSource"} < set(names)
    assert dir(fields) == fields.__all__ == names
    stub = (PROJECT / GENERATED / "connector_catalog" / "fields.pyi").read_text(encoding="utf-8")
    assert sorted(line.split(":")[0] for line in stub.splitlines() if "TypeAlias =" in line) == dir(fields)
    with pytest.raises(AttributeError, match="no attribute 'AcmeSource'"):
        fields.AcmeSource  # type: ignore[attr-defined]  # noqa: B018


def test_a_request_becomes_the_model_of_its_connector() -> None:
    made = Pipeline(connection=ADROLL, sources=[MYSQL])  # type: ignore[arg-type, list-item]

    assert type(made.connection) is AdrollConnection
    assert type(made.sources[0]) is get_model("stitch", "platform.mysql")
    assert made.connection.to_payload() == ADROLL
    assert made.sources[0].to_payload() == MYSQL
    assert TOKEN not in repr(made)


def test_a_model_is_taken_too() -> None:
    model = AdrollConnection(schema="s", table="t", refresh_token=TOKEN)  # type: ignore[call-arg, arg-type]

    assert Pipeline(connection=model).connection is model
    assert refused(connection=get_model("fivetran", "adroll", action="update")()) == {"connection": "type"}
    assert refused(connection=ADROLL, sources=[model]) == {"sources.0": "type"}


def test_the_errors_are_at_their_places_with_the_hints_of_the_validator() -> None:
    assert refused(connection=WRONG) == {
        "connection.pausd": "unknown",
        "connection.config.tabel": "unknown",
        "connection.auth.refresh_token": "type",
    }
    assert refused(connection=TOKEN) == {"connection": "type"}
    assert refused(connection=MYSQL) == {"connection": "no-connector"}
    assert refused(connection={"service": "snowflake", "config": TOKEN}) == {"connection.service": "unknown-connector"}
    assert refused(connection=ADROLL, sources=[MYSQL, {"type": "platform.mysq"}]) == {
        "sources.1.type": "unknown-connector"
    }


def test_dumped_a_request_hides_its_secrets() -> None:
    made = Pipeline(connection=ADROLL | {"paused": True}, sources=[MYSQL])  # type: ignore[arg-type, list-item]
    dumped, text = made.model_dump(), made.model_dump_json()

    assert TOKEN not in str(dumped) + repr(dumped) + text
    expected = ADROLL | {"paused": True, "auth": {"refresh_token": HIDDEN}}
    assert json.loads(text)["connection"] == made.model_dump(mode="json")["connection"] == expected
    # As pydantic's own secrets, those of a dump to Python objects are still there.
    assert Pipeline(**dumped).connection.to_payload() == ADROLL | {"paused": True}
    copied = made.model_copy(deep=True)
    assert copied.connection.to_payload() == ADROLL | {"paused": True}


def test_what_may_be_a_secret_is_hidden_in_a_dump_too() -> None:
    postgres = {"sourceType": "postgres", "host": "h", "port": 1, "database": "d", "username": "u"}
    # An object that takes what nobody knows.
    postgres["ssl_mode"] = {"mode": "disable", "no_such": TOKEN}  # type: ignore[assignment]
    beside = {"name": "n", "workspaceId": "w", "secretId": TOKEN}
    made = Pipeline(connection=ADROLL, other={**beside, "configuration": postgres})  # type: ignore[arg-type]

    assert TOKEN not in made.model_dump_json() + repr(made)
    assert made.other is not None
    assert made.other.to_payload() == {**beside, "configuration": postgres}


def test_the_schema_is_a_small_object_with_the_id() -> None:
    schema = Pipeline.model_json_schema()

    assert schema["properties"]["connection"] == {
        "title": "FivetranConnection",
        "description": "A request that creates a source with Fivetran's API.",
        "type": "object",
        "properties": {"service": {"type": "string", "description": "The id that Fivetran's API takes."}},
        "required": ["service"],
    }
    configuration = schema["properties"]["other"]["anyOf"][0]["properties"]["configuration"]
    assert configuration["required"] == ["sourceType"]
    assert len(json.dumps(schema)) < 3000


APP = FastAPI()


@APP.post("/connections")
def create(connection: FivetranConnection) -> FivetranConnection:
    """Answers with the request that it was given."""
    assert isinstance(connection, AdrollConnection)
    assert connection.to_payload()["auth"] == {"refresh_token": TOKEN}
    return connection


@APP.post("/pipelines")
def create_pipeline(pipeline: Pipeline) -> list[str]:
    """Answers with the ids of the connectors."""
    return [each.to_payload()["type"] for each in pipeline.sources]


def test_a_route_takes_and_returns_a_request(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = TestClient(APP).post("/connections", json=ADROLL)
        assert TestClient(APP).post("/pipelines", json={"connection": ADROLL, "sources": [MYSQL]}).json() == [
            "platform.mysql"
        ]

    assert answer.status_code == 200
    assert answer.json() == ADROLL | {"auth": {"refresh_token": HIDDEN}}
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("path", "body", "above"),
    [("/connections", WRONG, ""), ("/pipelines", {"connection": WRONG}, "connection.")],
)
def test_a_route_answers_with_places_and_hints_and_no_secret(path: str, body: Object, above: str) -> None:
    answer = TestClient(APP).post(path, json=body)

    assert answer.status_code == 422
    assert TOKEN not in answer.text
    assert places(answer.json()["detail"]) == {
        f"body.{above}pausd": "unknown",
        f"body.{above}config.tabel": "unknown",
        f"body.{above}auth.refresh_token": "type",
    }
    assert {each["ctx"].get("hint") for each in answer.json()["detail"]} == {
        None,
        "did you mean 'paused'?",
        "did you mean 'table'?",
    }


def test_the_routes_are_documented() -> None:
    documented = TestClient(APP).get("/openapi.json").json()
    body = documented["paths"]["/connections"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    assert body["properties"]["service"]["type"] == "string"
    assert len(json.dumps(documented)) < 10_000


class Settings(BaseSettings):
    """Settings of a program: a request, and the properties of a connector."""

    model_config = SettingsConfigDict(env_prefix="app_", env_nested_delimiter="__")

    connection: FivetranConnection
    adroll: AdrollConnection | None = None


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {name: value for name, value in ADROLL.items() if name != "auth"}
    monkeypatch.setenv("APP_CONNECTION", json.dumps(given))
    monkeypatch.setenv("APP_CONNECTION__AUTH__REFRESH_TOKEN", TOKEN)
    monkeypatch.setenv("APP_ADROLL__SCHEMA", "s")
    monkeypatch.setenv("APP_ADROLL__TABLE", "t")
    monkeypatch.setenv("APP_ADROLL__REFRESH_TOKEN", TOKEN)
    settings = Settings()  # type: ignore[call-arg]

    assert settings.connection.to_payload() == ADROLL
    assert settings.adroll is not None
    assert settings.adroll.to_payload(group_id="g") == ADROLL
    assert TOKEN not in repr(settings) + settings.model_dump_json()


def test_wrong_settings_are_refused_without_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_CONNECTION", json.dumps(ADROLL | {"pausd": True}))
    monkeypatch.setenv("APP_CONNECTION__AUTH__REFRESH_TOKN", TOKEN)
    with pytest.raises(pydantic.ValidationError) as caught:
        Settings()  # type: ignore[call-arg]

    assert TOKEN not in str(caught.value) + str(caught.value.errors()) + caught.value.json()
    assert places(caught.value.errors()) == {  # type: ignore[arg-type]
        "connection.pausd": "unknown",
        "connection.auth.refresh_tokn": "unknown",
    }


def test_fields_import_no_connector_s_module() -> None:
    program = f"""
import sys
import pydantic
from connector_catalog.fields import FivetranConnection
class Own(pydantic.BaseModel):
    connection: FivetranConnection
vendors = {tuple(f"connector_catalog.{vendor}." for vendor in VENDORS)}
assert not [each for each in sys.modules if each.startswith(vendors)]
"""
    call = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(
        call, env={"PYTHONPATH": str(PROJECT / GENERATED)}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_a_secret_that_may_be_null_is_hidden_in_a_dump() -> None:
    configuration = {"sourceType": "insightly", "start_date": None, "token": TOKEN}
    request = {"name": "n", "workspaceId": "w", "configuration": configuration}
    made = Pipeline(connection=ADROLL, other=request)  # type: ignore[arg-type]

    assert TOKEN not in made.model_dump_json() + repr(made) + str(made.model_dump())
    assert made.other is not None
    assert made.other.to_payload() == request

"""``load`` gives the model of a request of any vendor, or says what is wrong as the validator does."""

from __future__ import annotations

import subprocess
import sys
import traceback
import warnings
from types import MappingProxyType
from typing import Any

import pydantic
import pytest
from connector_catalog import Problem, get_model, load, validate
from connector_catalog.command.choosing import choose
from connector_catalog.command.finding import Settings

from generator.paths import GENERATED, PROJECT
from tests.cases.verdicts import committed
from tests.package.building import KEYS, Object, data, request_of, requests
from tests.vendors import VENDORS

TOKEN = "t0k3n-of-this-test"
ADROLL: Object = {
    "service": "adroll",
    "group_id": "g",
    "config": {"schema": "s", "table": "t"},
    "auth": {"refresh_token": TOKEN},
}
EVERY_30TH = KEYS[::30]


def refused(payload: Any, **options: Any) -> list[tuple[str, str, str]]:
    """The place, the code and the message of each error."""
    with pytest.raises(pydantic.ValidationError) as caught:
        load(payload, **options)
    fault = caught.value
    told = str(fault) + repr(fault) + str(fault.errors()) + fault.json() + "".join(traceback.format_exception(fault))
    frames = traceback.TracebackException.from_exception(fault, capture_locals=True).stack
    told += "".join(str(each.locals) for each in frames if "connector_catalog" in each.filename)
    assert TOKEN not in told
    return [(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in fault.errors()]


@pytest.mark.parametrize("key", EVERY_30TH)
def test_a_request_becomes_the_model_of_its_connector(key: str) -> None:
    vendor, _, type_ = key.split("/")
    for request in requests(key):
        made = load(request)
        assert type(made) is get_model(vendor, type_)  # type: ignore[call-overload]
        assert made == type(made).from_payload(request)


@pytest.mark.parametrize("key", EVERY_30TH)
def test_the_errors_are_those_of_the_validator(key: str) -> None:
    vendor, _, type_ = key.split("/")
    for beside in ({"no_such": TOKEN}, {"group_id": 7}, {"config": [TOKEN]}, {"properties": {"x": TOKEN}}):
        request = request_of(committed()[key], data()[key]["full"]) | beside
        problems = [each for each in validate(vendor, type_, request) if each.level == "error"]
        if problems:
            expected = [f"{each.message}; {each.hint}" if each.hint else each.message for each in problems]
            found = refused(request)
            assert [message for _, _, message in found] == expected
            assert [code for _, code, _ in found] == [each.code for each in problems]


@pytest.mark.parametrize(
    ("payload", "place", "code", "message"),
    [
        ({}, "", "no-connector", "'configuration.sourceType'"),
        (
            {"config": {"password": TOKEN}},
            "",
            "no-connector",
            "'service' (Fivetran)",
        ),
        ({"service": "adrol"}, "service", "unknown-connector", "did you mean 'adroll'"),
        ({"service": TOKEN * 999}, "service", "unknown-connector", "unknown fivetran connector"),
        ({"service": [TOKEN]}, "service", "type", "expected a string"),
        ({"configuration": {"sourceType": "postgress"}}, "configuration.sourceType", "unknown-connector", "did you"),
        ({"definitionId": TOKEN, "configuration": {}}, "definitionId", "no-connector", "does not know connectors by"),
        ([TOKEN], "", "type", "expected an object"),
        (TOKEN, "", "type", "expected an object"),
        (None, "", "type", "expected an object"),
    ],
)
def test_what_names_no_connector_is_refused_with_what_was_looked_for(
    payload: Any, place: str, code: str, message: str
) -> None:
    ((where, kind, told),) = refused(payload)

    assert (where, kind) == (place, code)
    assert message in told
    # The command says the same, and how else the connector can be named.
    same = choose(payload, Settings())
    assert isinstance(same, Problem)
    assert (where, kind) == (same.path, same.code)
    assert told.startswith(same.message)


def test_a_field_with_an_unknown_id_is_not_taken_for_the_id() -> None:
    assert type(load(ADROLL | {"service": "adroll"})).__name__ == "AdrollConnection"
    # Another vendor's field that is here by mistake is an unknown property.
    assert [each[:2] for each in refused(ADROLL | {"type": "no_such"})] == [("type", "unknown")]


def test_a_payload_that_is_too_deep_is_refused() -> None:
    deep: Any = TOKEN
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(pydantic.ValidationError, match="nested more than 100 deep") as caught:
        load(ADROLL | {"config": {"x": deep}})
    assert [each["type"] for each in caught.value.errors()] == ["too-deep"]


def test_unknown_names_are_let_through_on_request() -> None:
    request = ADROLL | {"pausd": TOKEN, "config": ADROLL["config"] | {"no_such": {"x": TOKEN}}}
    request["auth"] = {"client_access": {"no_such": TOKEN}}

    assert {each[0] for each in refused(request)} == {"pausd", "config.no_such", "auth.client_access.no_such"}
    with pytest.warns(UserWarning, match="unknown-warning") as caught:
        warned = load(request, unknown="warn")
    made = load(request, unknown="allow")
    assert len(caught) == 3
    assert warned.to_payload() == made.to_payload() == request
    assert TOKEN not in repr(made) + "".join(str(each.message) for each in caught)
    # What is assigned later is as strictly checked as ever.
    with pytest.raises(pydantic.ValidationError):
        made.another = TOKEN


def test_updates_are_loaded_where_they_name_their_connector() -> None:
    update = {"configuration": {"sourceType": "postgres", "port": 5433}}

    made = load(update, action="update")

    assert type(made) is get_model("airbyte", "source-postgres", action="update")
    assert made.to_payload() == update
    with pytest.raises(ValueError, match="'create' or 'update'"):
        load(update, action="draft")
    with pytest.raises(ValueError, match="unknown must be"):
        load(ADROLL, unknown="perhaps")  # type: ignore[arg-type]


def test_any_mapping_is_a_payload() -> None:
    assert load(MappingProxyType(ADROLL)).to_payload() == ADROLL


def test_one_model_is_imported_and_no_other_vendor_s_data() -> None:
    program = f"""
import sys
from connector_catalog import load
load({ADROLL!r})
models = [each for each in sys.modules if each.startswith("connector_catalog.fivetran.")]
assert models == ["connector_catalog.fivetran.source_adroll"], models
others = {tuple(f"connector_catalog.{vendor}." for vendor in VENDORS if vendor != "fivetran")}
assert not [each for each in sys.modules if each.startswith(others)]
"""
    call = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(
        call, env={"PYTHONPATH": str(PROJECT / GENERATED)}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


# What is wrong beside the properties; where; its code.
ENVELOPES: list[tuple[Object, str, str]] = [
    ({"pausd": True}, "pausd", "unknown"),
    ({"paused": "True"}, "paused", "type"),
    ({"group_id": None}, "group_id", "type"),
    ({"daily_sync_time": "25:99"}, "daily_sync_time", "enum"),
    ({"daily_sync_time": "14:30"}, "daily_sync_time", "enum"),
    ({"sync_frequency": 7}, "sync_frequency", "enum"),
    ({"sync_frequency": "60"}, "sync_frequency", "type"),
    ({"schedule_type": "Auto"}, "schedule_type", "enum"),
    ({"connect_card_config": {"redirect_uri": 7}}, "connect_card_config.redirect_uri", "type"),
    ({"connect_card_config": {}}, "connect_card_config.redirect_uri", "required"),
    ({"connect_card_config": {"redirect_uri": "x", "hide": 1}}, "connect_card_config.hide", "unknown"),
    ({"succeeded_at": "2026-01-01T00:00:00Z"}, "succeeded_at", "read-only"),
    ({"is_historical_sync": True}, "is_historical_sync", "update-only"),
]


@pytest.mark.parametrize(("beside", "place", "code"), ENVELOPES)
def test_the_envelope_is_checked_when_a_request_is_read_and_when_it_is_written(
    beside: Object, place: str, code: str
) -> None:
    assert [each[:2] for each in refused(ADROLL | beside)] == [(place, code)]
    assert [(each.path, each.code) for each in validate("fivetran", "adroll", ADROLL | beside)] == [(place, code)]

    made = get_model("fivetran", "adroll")(schema="s", table="t", refresh_token=TOKEN)
    with pytest.raises(pydantic.ValidationError) as caught:
        made.to_payload(**{"group_id": "g"} | beside)
    assert [(".".join(map(str, each["loc"])), each["type"]) for each in caught.value.errors()] == [(place, code)]
    assert TOKEN not in str(caught.value)
    assert made.to_payload(group_id="g") == ADROLL


def test_an_envelope_that_is_begun_is_complete() -> None:
    made = get_model("fivetran", "adroll")(schema="s", table="t")

    assert made.to_payload() == {"service": "adroll", "config": {"schema": "s", "table": "t"}}
    with pytest.raises(pydantic.ValidationError, match="group_id"):
        made.to_payload(paused=True)


@pytest.mark.parametrize("name", ["config", "auth", "service"])
def test_what_the_model_states_is_no_envelope(name: str) -> None:
    made = get_model("fivetran", "adroll")(schema="s", table="t")

    with pytest.raises(pydantic.ValidationError, match="the model states it"):
        made.to_payload(group_id="g", **{name: {}})


def test_warnings_do_not_refuse() -> None:
    request = request_of(
        committed()["fivetran/destination/snowflake"], data()["fivetran/destination/snowflake"]["full"]
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load(request | {"region": "AWS_NEW_REGION"}).envelope["region"] == "AWS_NEW_REGION"

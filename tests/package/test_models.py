"""The models of the whole catalog: what creates, what changes, and requests that come back as they were."""

from __future__ import annotations

import functools
import traceback
from types import MappingProxyType
from typing import Any, Literal, get_args

import pydantic
import pytest
from connector_catalog import UnknownConnectorError, entries, get_model
from connector_catalog.fivetran import IterableConnection, IterableConnectionUpdate
from connector_catalog.ids import AirbyteType, FivetranType, StitchType
from connector_catalog.payload import CreateModel, UpdateModel
from connector_catalog.stitch import BraintreeSource, MysqlSource, MysqlSourceUpdate

from generator.catalog.property import Property
from tests.cases.verdicts import committed, names_of
from tests.package.building import (
    KEYS,
    Object,
    as_json,
    data,
    envelopes,
    fixed_names,
    own_properties,
    payloads,
    request_of,
    requests,
    with_id,
)

TOKEN = "t0k3n-of-this-test"
ACTIONS = ("create", "update")
CHUNKS = [KEYS[start::8] for start in range(8)]
WITH_AUTH = "fivetran/source/adobe_workfront"
BRAINTREE = {"merchant_id": "m", "public_key": "k", "private_key": "s", "start_date": "2026-01-01T00:00:00Z"}


@functools.cache
def _model(key: str, action: str) -> Any:
    vendor, _, type_ = key.split("/")
    return get_model(vendor, type_, action=action)  # type: ignore[call-overload]


def _wire_names(model: Any) -> set[str]:
    return {field.serialization_alias or name for name, field in model.model_fields.items()}


def _properties(key: str) -> list[Property]:
    return own_properties(committed()[key])


def _changeable(key: str) -> set[str]:
    """The properties that a request that changes may hold; one that only one step sets itself is the caller's too."""
    settable = {each.name for each in _properties(key) if each.requirement not in ("readOnly", "internal")}
    return settable - {each.name for each in _properties(key) if each.create_only}


def _codes(fault: pydantic.ValidationError) -> dict[str, str]:
    return {".".join(map(str, each["loc"])): each["type"] for each in fault.errors()}


def _refused(model: Any, payload: Any) -> dict[str, str]:
    with pytest.raises(pydantic.ValidationError) as caught:
        model.from_payload(payload)
    return _codes(caught.value)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_every_model_builds(number: int, action: str) -> None:
    faults = {}
    for key in CHUNKS[number]:
        try:
            built = _model(key, action).model_rebuild(force=True)
        except Exception as fault:  # every model that does not build, not only the first
            built = repr(fault)
        if built is not True:
            faults[key] = built

    assert faults == {}


def test_there_is_a_model_for_every_id_and_an_id_for_every_model() -> None:
    for vendor, ids in (
        ("airbyte", get_args(AirbyteType)),
        ("fivetran", get_args(FivetranType)),
        ("stitch", get_args(StitchType)),
    ):
        known = [each for each in entries() if each.vendor == vendor]
        assert sorted(ids) == sorted(each.type for each in known)
        for each in known:
            assert _model(each.key, "create").__name__ == each.model == names_of(committed()[each.key])[1]
            assert _model(each.key, "update").__name__ == f"{each.model}Update"
            assert (_model(each.key, "create")._vendor, _model(each.key, "create")._type) == (vendor, each.type)
            assert issubclass(_model(each.key, "create"), CreateModel)
            assert issubclass(_model(each.key, "create"), _model(each.key, "update"))
            assert issubclass(_model(each.key, "update"), UpdateModel)
            assert not issubclass(_model(each.key, "update"), CreateModel)


def test_the_index_has_every_connector_of_the_catalog() -> None:
    assert sorted(each.key for each in entries()) == KEYS


def test_a_model_that_creates_has_every_property_of_its_connector() -> None:
    wrong = [key for key in KEYS if _wire_names(_model(key, "create")) != {each.name for each in _properties(key)}]

    assert wrong == []


def test_a_model_that_changes_requires_nothing() -> None:
    models = [_model(key, "update") for key in KEYS]

    assert [model.__name__ for model in models if any(each.is_required() for each in model.model_fields.values())] == []
    assert [model.__name__ for model in models if model().model_fields_set] == []


def test_a_model_that_changes_has_nothing_that_cannot_be_changed() -> None:
    assert sum(1 for key in KEYS for each in _properties(key) if each.create_only) > 500
    assert sum(1 for key in KEYS for each in _properties(key) if each.requirement == "readOnly") > 100
    wrong = {}
    for key in KEYS:
        names = _wire_names(_model(key, "update"))
        if names != _changeable(key):
            wrong[key] = names ^ _changeable(key)

    assert wrong == {}


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_requests_come_back_as_they_were(number: int) -> None:
    lost = []
    for key in CHUNKS[number]:
        for request in requests(key):
            made = _model(key, "create").from_payload(request)
            if as_json(made.to_payload()) != as_json(request):
                lost.append((key, made.to_payload()))

    assert lost == []


def test_there_are_requests_with_auth_and_with_examples_to_bring_back() -> None:
    assert sum("auth" in request for key in KEYS for request in requests(key)) > 100
    assert sum(1 for key in KEYS for _ in payloads(key)) > 2 * len(KEYS) + 170


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_properties_alone_are_taken_too(number: int) -> None:
    for key in CHUNKS[number]:
        for payload in payloads(key):
            made = _model(key, "create").from_payload(payload)
            assert made.envelope == {}
            assert as_json(made.to_payload()) == as_json(request_of(committed()[key], payload, {}))


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_changes_come_back_as_they_were(number: int) -> None:
    for key in CHUNKS[number]:
        full = {name: value for name, value in data()[key]["full"].items() if name in _changeable(key)}
        vendor, role, _ = key.split("/")
        fixed = fixed_names(vendor)
        beside = {name: value for name, value in envelopes()[vendor, role].items() if name not in fixed}
        request = with_id(request_of(committed()[key], full, beside), key)
        assert as_json(_model(key, "update").from_payload(request).to_payload()) == as_json(request)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("auth", [{}, {"access_token": "t"}])
def test_auth_is_kept_even_if_it_is_empty(auth: Object, action: str) -> None:
    request: Object = {"service": "adobe_workfront", "group_id": "g"} if action == "create" else {}
    request |= {"config": {"organization_domain": "d"} | ({"schema": "s"} if action == "create" else {}), "auth": auth}

    assert _model(WITH_AUTH, action).from_payload(request).to_payload() == request


@pytest.mark.parametrize(
    "request_",
    [{"auth": {"access_token": "t"}}, {"paused": True, "auth": {"access_token": "t"}}, {"config": {}, "auth": {}}],
)
def test_a_change_of_auth_alone_comes_back(request_: Object) -> None:
    assert _model(WITH_AUTH, "update").from_payload(request_).to_payload() == request_


def test_a_change_of_nothing_still_has_its_part() -> None:
    assert IterableConnectionUpdate().to_payload() == {"config": {}}
    assert MysqlSourceUpdate().to_payload(display_name="n") == {"display_name": "n", "properties": {}}


def test_the_envelope_is_kept_and_can_be_extended() -> None:
    request = {"service": "iterable", "group_id": "g", "paused": True, "config": {"schema": "s", "api_key": "k"}}
    made = IterableConnection.from_payload(request)

    assert made.envelope == {"group_id": "g", "paused": True}
    assert made.to_payload(paused=False, sync_frequency=60) == request | {"paused": False, "sync_frequency": 60}
    assert made.to_payload() == request


def test_the_payload_that_is_read_is_left_as_it_is() -> None:
    request = {"service": "iterable", "group_id": "g", "config": {"schema": "s"}}
    made = IterableConnection.from_payload(MappingProxyType(request))
    made.to_payload()["config"]["schema"] = "other"

    assert request == {"service": "iterable", "group_id": "g", "config": {"schema": "s"}}
    assert made.to_payload() == request


@pytest.mark.parametrize(
    "payload", [{"service": "iterable", "group_id": "g", "config": {"schema": "s"}}, {"schema": "s"}]
)
def test_the_key_of_an_editor_is_not_sent(payload: Object) -> None:
    made = IterableConnection.from_payload({"$schema": "fivetran.json"} | payload)

    assert made.to_payload(group_id="g") == {"service": "iterable", "group_id": "g", "config": {"schema": "s"}}


@pytest.mark.parametrize(
    ("model", "request_", "place"),
    [
        (IterableConnection, {"service": TOKEN, "group_id": TOKEN, "config": {"schema": "s"}}, "service"),
        (IterableConnection, {"service": 7, "group_id": "g", "config": {"schema": "s"}}, "service"),
        (IterableConnection, {"service": ["iterable"], "group_id": "g", "config": {"schema": "s"}}, "service"),
        (BraintreeSource, {"type": TOKEN, "properties": BRAINTREE}, "type"),
        (BraintreeSource, {"type": "platform.mysql", "properties": BRAINTREE}, "type"),
    ],
)
def test_a_request_for_another_service_is_refused_without_its_values(model: Any, request_: Object, place: str) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        model.from_payload(request_)
    told = str(caught.value) + repr(caught.value) + str(caught.value.errors()) + caught.value.json()
    told += "".join(traceback.format_exception(caught.value))

    assert _codes(caught.value) == {place: "const"}
    assert f"expected '{model._type}'" in str(caught.value)
    assert TOKEN not in told
    assert "platform.mysql" not in told


def test_a_property_in_the_wrong_part_is_refused_and_not_moved() -> None:
    model = _model(WITH_AUTH, "create")
    request = {"service": "adobe_workfront", "group_id": "g"}
    request |= {"config": {"schema": "s", "organization_domain": "d", "access_token": TOKEN}, "auth": {}}
    with pytest.raises(pydantic.ValidationError) as caught:
        model.from_payload(request)

    assert _codes(caught.value) == {"config.access_token": "misplaced"}
    assert TOKEN not in str(caught.value)
    # Even where the right part has it too: one of the two would be lost.
    assert _refused(model, request | {"auth": {"access_token": "t"}}) == {"config.access_token": "misplaced"}
    moved = {"config": {"organization_domain": "d"}, "auth": {"schema": "s"}}
    assert _refused(model, request | moved) == {"auth.schema": "misplaced"}


@pytest.mark.parametrize(
    "request_",
    [
        {"config": {"access_token": "t"}},
        {"auth": {"organization_domain": "d", "access_token": "t"}},
        {"config": {"access_token": "t"}, "auth": {"organization_domain": "d"}, "paused": True},
        {"config": {"access_token": "a"}, "auth": {"access_token": "b"}},
    ],
)
def test_an_update_with_a_property_in_another_part_comes_back(request_: Object) -> None:
    made = _model(WITH_AUTH, "update").from_payload(request_)

    assert made.to_payload() == request_
    assert "access_token=" not in repr(made).replace("access_token=SecretStr('**********')", "")


def test_an_update_of_a_service_without_auth_may_have_its_properties_there() -> None:
    assert IterableConnectionUpdate.from_payload({"auth": {"api_key": "k"}}).to_payload() == {"auth": {"api_key": "k"}}
    assert _refused(IterableConnectionUpdate, {"auth": {"api_keey": "k"}}) == {"auth.api_keey": "unknown"}
    assert _refused(IterableConnectionUpdate, {"auth": {"schema": "s"}}) == {"auth.schema": "create-only"}


def test_both_values_of_a_property_in_two_parts_of_an_update_are_checked() -> None:
    model = _model(WITH_AUTH, "update")

    assert _refused(model, {"config": {"access_token": 7}, "auth": {"access_token": "t"}})
    assert _refused(model, {"config": {"access_token": "t"}, "auth": {"access_token": 7}})


def test_a_property_that_is_set_after_an_update_was_read_goes_to_its_documented_part() -> None:
    made = _model(WITH_AUTH, "update").from_payload({"auth": {"organization_domain": "d"}})
    made.access_token = pydantic.SecretStr("t")

    assert made.to_payload() == {"auth": {"organization_domain": "d", "access_token": "t"}}


@pytest.mark.parametrize("payload", [None, [], TOKEN, 3, True])
def test_values_that_are_not_objects_are_refused_without_showing_them(payload: Any) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        IterableConnection.from_payload(payload)

    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("part", [None, [], "x"])
def test_a_part_that_is_not_an_object_is_refused(part: Any) -> None:
    assert "config" in _refused(IterableConnection, {"service": "iterable", "config": part})


def test_no_field_has_a_default_of_its_own() -> None:
    fields = {
        (key, action, name): field
        for key in KEYS
        for action in ACTIONS
        for name, field in _model(key, action).model_fields.items()
    }

    assert len(fields) > 10_000
    assert [place for place, each in fields.items() if not each.is_required() and each.default is not None] == []


def test_no_default_of_a_vendor_is_ever_filled_in() -> None:
    defaulted = {
        key: {each.name for each in _properties(key) if each.states_default and each.default is not None}
        for key in KEYS
    }
    filled = {}
    for key, names in defaulted.items():
        least = data()[key]["minimal"]
        sent = _model(key, "create").from_payload(least).to_payload()
        part = {name for place in ("config", "auth", "properties") for name in sent.get(place, {})}
        if part & names - set(least):
            filled[key] = part & names - set(least)

    assert sum(map(len, defaulted.values())) > 200
    assert filled == {}


@pytest.mark.parametrize("model", [IterableConnection, IterableConnectionUpdate])
def test_not_given_none_and_the_default_are_three_things(model: Any) -> None:
    given = {} if model is IterableConnectionUpdate else {"schema": "s"}
    beside = {} if model is IterableConnectionUpdate else {"service": "iterable", "group_id": "g"}

    assert model.from_payload(beside | {"config": given}).to_payload()["config"] == given
    null = beside | {"config": given | {"historical_sync_limit": None}}
    assert _refused(model, null) == {"config.historical_sync_limit": "type"}
    stated = given | {"historical_sync_limit": "ALL_TIME"}
    assert model.from_payload(beside | {"config": stated}).to_payload()["config"] == stated


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_none_is_refused_where_null_is_not_accepted(number: int, action: str) -> None:
    taken = []
    for key in CHUNKS[number]:
        model, least = _model(key, action), data()[key]["minimal"]
        nullable = {
            each.name
            for each in _properties(key)
            if not each.types or "null" in each.types or None in (each.enum or ())
        }
        if action == "update":
            least = {name: value for name, value in least.items() if name in _changeable(key)}
        for name in sorted(_wire_names(model) - nullable)[:6]:
            try:
                model.from_payload(least | {name: None})
            except pydantic.ValidationError as fault:
                if any(each["loc"][:1] == (name,) for each in fault.errors()):
                    continue
            taken.append((key, name))

    assert taken == []


def test_an_update_is_checked_as_strictly_as_a_create() -> None:
    assert _refused(MysqlSourceUpdate, {"properties": {"ssh": "yes", "no_such": 1, "ssh_host": 5}}) == {
        "properties.ssh": "enum",
        "properties.no_such": "unknown",
        "properties.ssh_host": "type",
    }


def test_rules_between_properties_apply_to_creates_only() -> None:
    assert MysqlSourceUpdate.from_payload({"ssh": "true"}).to_payload() == {"properties": {"ssh": "true"}}
    given = {"host": "h", "user": "u", "password": "p", "port": "3306", "ssh": "true"}
    assert set(_refused(MysqlSource, given)) == {"ssh_host", "ssh_port", "ssh_user"}


def test_the_constructor_takes_natural_values_for_a_change_too() -> None:
    changed = MysqlSourceUpdate(ssh=True, ssh_port=22, password=pydantic.SecretStr("p"))

    assert changed.to_payload() == {"properties": {"password": "p", "ssh": "true", "ssh_port": "22"}}


def test_unknown_actions_and_connectors_are_refused() -> None:
    with pytest.raises(ValueError, match="'create' or 'update'"):
        get_model("stitch", "platform.mysql", action="delete")  # type: ignore[call-overload]
    with pytest.raises(UnknownConnectorError, match=r"platform\.mysql"):
        get_model("stitch", "mysql")  # type: ignore[call-overload]
    with pytest.raises(UnknownConnectorError, match="did you mean"):
        get_model("airbyte", "mysql")  # type: ignore[call-overload]


def test_properties_that_are_not_given_are_not_shown():
    model = get_model("fivetran", "iterable")(schema="s")
    assert repr(model) == "IterableConnection(schema_='s')"


@pytest.mark.parametrize("action", ["create", "update"])
def test_the_request_of_another_service_is_refused(action: Literal["create", "update"]):
    with pytest.raises(pydantic.ValidationError, match="expected 'iterable'"):
        get_model("fivetran", "iterable", action=action).from_payload({"service": "adroll", "config": {}})


def test_a_request_of_an_id_alone_is_one_of_a_connector_without_properties() -> None:
    model = _model("stitch/source/import_api", "create")

    assert model.from_payload({"type": "import_api"}).to_payload() == {"type": "import_api", "properties": {}}
    assert _refused(_model("stitch/source/platform.mysql", "create"), {"type": "platform.mysql"}) == {
        "properties": "required"
    }


def test_a_part_that_is_no_object_is_refused_where_no_part_is_needed() -> None:
    assert "properties" in _refused(
        _model("stitch/source/import_api", "create"), {"type": "import_api", "properties": []}
    )


def test_an_update_of_what_is_beside_the_parts_is_kept() -> None:
    made = MysqlSourceUpdate.from_payload({"paused_at": None})

    assert made.envelope == {"paused_at": None}
    assert made.to_payload() == {"paused_at": None}
    assert _refused(MysqlSourceUpdate, {"paused": None}) == {"paused": "unknown"}

"""Assignment to models: values are checked and converted as by the constructor, and secrets stay hidden."""

from __future__ import annotations

import copy
import datetime
import pickle
import warnings
from typing import Any

import pydantic
import pytest
from connector_catalog import get_model
from connector_catalog.airbyte.source_postgres import (
    PostgresSource,
    PostgresSourceReplicationMethodCdc,
    PostgresSourceTunnelMethodSshKeyAuth,
)
from connector_catalog.fivetran import AdrollConnection, AdrollConnectionUpdate
from connector_catalog.stitch import MysqlSource, MysqlSourceUpdate

TOKEN = "t0k3n-of-this-test"


def adroll() -> Any:
    return AdrollConnection(schema="s", table="t", refresh_token=TOKEN)  # type: ignore[call-arg]


def mysql(**more: Any) -> Any:
    return MysqlSource(**{"host": "h", "user": "u", "password": TOKEN, "port": 3306} | more)


def postgres() -> Any:
    slot = {"method": "CDC", "replication_slot": "r", "publication": "p"}
    return PostgresSource(host="h", port=5432, database="d", username="u", replication_method=slot)  # type: ignore[arg-type]


def refused(call: Any, *arguments: Any) -> list[tuple[str, str, str]]:
    """Where an assignment is refused, with the code and the message."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(pydantic.ValidationError) as caught:
            call(*arguments)
    told = str(caught.value) + repr(caught.value) + str(caught.value.errors()) + caught.value.json()
    assert TOKEN not in told
    return [(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in caught.value.errors()]


@pytest.mark.parametrize(
    ("name", "value", "place", "code"),
    [
        ("refresh_token", 7, "refresh_token", "type"),
        ("refresh_token", [TOKEN], "refresh_token", "type"),
        ("advertisables", TOKEN, "advertisables", "type"),
        ("advertisables", ["a", 7], "advertisables[1]", "type"),
        ("sync_mode", TOKEN, "sync_mode", "enum"),
        ("table", None, "table", "type"),
        ("schema_", 7, "schema", "type"),
        ("client_access", {"client_secrt": TOKEN}, "client_access.client_secrt", "unknown"),
        ("client_access", {"client_secret": 7}, "client_access.client_secret", "type"),
        ("tabel", TOKEN, "tabel", "unknown"),
    ],
)
def test_a_wrong_value_is_refused_and_the_right_one_is_kept(name: str, value: Any, place: str, code: str) -> None:
    made = adroll()
    before = made.to_payload()

    found = refused(setattr, made, name, value)

    assert [(where.replace(".1", "[1]"), kind) for where, kind, _ in found] == [(place, code)]
    assert made.to_payload() == before


def test_the_hints_are_those_of_the_validator() -> None:
    made = adroll()

    assert refused(setattr, made, "tabel", "x")[0][2].endswith("; did you mean 'table'?")
    assert refused(setattr, made, "sync_mode", "AllAdvertisable")[0][2].endswith("; did you mean 'AllAdvertisables'?")
    made.client_access = {"client_id": "c"}
    assert refused(setattr, made.client_access, "client_idd", "x")[0][2].endswith("; did you mean 'client_id'?")
    alone = PostgresSourceTunnelMethodSshKeyAuth
    assert refused(lambda: alone(ssh_key=TOKEN, tunnel_host="h", tunnel_usr="u", tunnel_port=99999)) == [  # type: ignore[arg-type, call-arg]
        ("tunnel_port", "maximum", "expected at most 65536"),
        ("tunnel_user", "required", "this property is required"),
        ("tunnel_usr", "unknown", "the catalog does not know this property; did you mean 'tunnel_user'?"),
    ]


def test_a_secret_is_hidden_after_it_was_assigned() -> None:
    made = adroll()
    made.refresh_token = f"{TOKEN}-2"
    made.client_access = {"client_secret": f"{TOKEN}-3"}
    made.client_access.client_secret = f"{TOKEN}-4"

    copies = (made, copy.deepcopy(made), copy.copy(made), pickle.loads(pickle.dumps(made)), made.model_copy())
    for each in copies:
        assert TOKEN not in repr(each) + str(each) + str(each.model_dump()) + each.model_dump_json()
        auth = each.to_payload()["auth"]
        assert auth == {"refresh_token": f"{TOKEN}-2", "client_access": {"client_secret": f"{TOKEN}-4"}}


def test_a_copy_with_another_value_is_checked() -> None:
    made = adroll()
    changed = made.model_copy(update={"refresh_token": f"{TOKEN}-2"})

    assert TOKEN not in repr(changed)
    assert changed.to_payload()["auth"] == {"refresh_token": f"{TOKEN}-2"}
    assert made.to_payload()["auth"] == {"refresh_token": TOKEN}
    assert refused(lambda: made.model_copy(update={"refresh_token": 7}))[0][:2] == ("refresh_token", "type")


@pytest.mark.parametrize(
    ("name", "value", "sent"),
    [
        ("ssh", True, "true"),
        ("port", 3307, "3307"),
        ("anchor_time", datetime.datetime(2026, 1, 31, 9, 30, tzinfo=datetime.UTC), "2026-01-31T09:30:00Z"),
        ("anchor_time", datetime.date(2026, 1, 31), "2026-01-31T00:00:00Z"),
        ("ssh", "false", "false"),
    ],
)
def test_natural_values_are_converted_as_by_the_constructor(name: str, value: Any, sent: str) -> None:
    made = MysqlSourceUpdate()
    setattr(made, name, value)

    assert made.to_payload() == {"properties": {name: sent}}
    assert MysqlSourceUpdate(**{name: value}) == made


def test_a_list_is_converted_where_a_string_encodes_one() -> None:
    made = get_model("stitch", "platform.github", action="update")()
    made.repository = ["a/b", "c/d"]  # type: ignore[attr-defined]

    assert made.to_payload() == {"properties": {"repository": "a/b c/d"}}


def test_rules_between_properties_hold_when_the_request_is_made() -> None:
    made = mysql()
    made.ssh = True
    # Between the assignments, what an SSH tunnel needs is missing.
    assert {where for where, code, _ in refused(made.to_payload) if code == "required"} == {
        "properties.ssh_host",
        "properties.ssh_port",
        "properties.ssh_user",
    }
    made.ssh_host, made.ssh_port, made.ssh_user = "h", 22, "u"

    assert made.to_payload()["properties"]["ssh_port"] == "22"


def test_a_property_can_be_taken_away_unless_it_is_required() -> None:
    made = adroll()
    made.sync_mode = "SpecificAdvertisables"
    del made.sync_mode

    assert made.sync_mode is None
    assert "sync_mode" not in made.to_payload()["config"]
    assert refused(delattr, made, "table") == [("table", "required", "this property is required")]
    update = AdrollConnectionUpdate(refresh_token=TOKEN)  # type: ignore[arg-type]
    del update.refresh_token
    assert update.to_payload() == {"config": {}}
    with pytest.raises(AttributeError):
        del made.no_such


def test_objects_inside_are_checked_too() -> None:
    made = postgres()
    made.replication_method.initial_waiting_seconds = 200
    assert refused(setattr, made.replication_method, "initial_waiting_seconds", TOKEN)[0][1] == "type"
    assert refused(setattr, made.replication_method, "method", "Xmin")[0][:2] == ("method", "enum")
    assert refused(setattr, made, "replication_method", {"method": "cdc"})[0][:2] == (
        "replication_method.method",
        "enum",
    )
    made.replication_method = {"method": "Standard"}
    assert made.to_payload()["configuration"]["replication_method"] == {"method": "Standard"}
    made.replication_method = PostgresSourceReplicationMethodCdc(replication_slot="s", publication="p")
    assert made.to_payload()["configuration"]["replication_method"]["replication_slot"] == "s"


def test_what_was_changed_in_place_is_checked_when_the_request_is_made() -> None:
    made = adroll()
    made.advertisables = ["a"]
    made.advertisables.append(7)

    assert refused(made.to_payload) == [("config.advertisables.1", "type", "expected a string")]


def test_what_was_put_into_a_list_of_secrets_is_hidden() -> None:
    made: Any = get_model("fivetran", "github", action="update")(pats=[TOKEN])
    made.pats.append(TOKEN)
    nested: Any = AdrollConnectionUpdate.model_construct(refresh_token=TOKEN, client_access={"client_secret": TOKEN})

    assert TOKEN not in repr(made) + repr(nested)
    assert made.to_payload() == {"config": {"pats": [TOKEN, TOKEN]}}


def test_an_object_that_takes_what_nobody_knows_takes_it_later_too() -> None:
    method = postgres().replication_method
    method.no_such_name = TOKEN

    assert TOKEN not in repr(method)
    assert method.no_such_name == TOKEN


def test_an_update_may_leave_out_what_an_object_requires() -> None:
    model: Any = get_model("airbyte", "source-postgres", action="update")
    made = model(replication_method={"method": "CDC", "queue_size": 1000})
    read = model.from_payload(
        {"configuration": {"tunnel_method": {"tunnel_method": "SSH_KEY_AUTH", "tunnel_port": 22}}}
    )

    assert made.to_payload() == {"configuration": {"replication_method": {"method": "CDC", "queue_size": 1000}}}
    assert isinstance(made.replication_method, PostgresSourceReplicationMethodCdc)
    assert read.to_payload()["configuration"]["tunnel_method"]["tunnel_port"] == 22
    assert refused(lambda: model(replication_method={"method": "CDC", "queue_size": "x"}))[0][1] == "type"
    assert refused(lambda: PostgresSource(replication_method={"method": "CDC"}))  # type: ignore[call-arg, arg-type]

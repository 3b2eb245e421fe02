"""What is carried over from one vendor to another, and what is said about the rest."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from connector_catalog import Converted, UnknownConnectorError, convert

from tests.package.conversion.deciding import LINKS, MYSQL, decided, link, system

STITCH = {
    "type": "platform.hp-mysql",
    "display_name": "Shop",
    "properties": {
        "host": "db",
        "port": "3306",
        "user": "u",
        "password": "p4ssw0rd",
        "dbname": "shop",
        "start_date": "2018-01-10T00:00:00Z",
        "ssh": "true",
        "ssh_host": "tunnel",
        "ssh_port": "22",
        "ssh_user": "t",
    },
}
AIRBYTE = {
    "name": "Shop",
    "workspaceId": "w",
    "configuration": {
        "sourceType": "mysql",
        "host": "db",
        "port": 3306,
        "username": "u",
        "password": "p4ssw0rd",
        "database": "shop",
        "replication_method": {"method": "STANDARD"},
        "tunnel_method": {
            "tunnel_method": "SSH_KEY_AUTH",
            "tunnel_host": "tunnel",
            "tunnel_port": 22,
            "tunnel_user": "t",
            "ssh_key": "k",
        },
    },
}
FIVETRAN = {
    "service": "mysql",
    "group_id": "g",
    "config": {
        "schema_prefix": "shop",
        "host": "db",
        "port": 3306,
        "user": "u",
        "password": "p4ssw0rd",
        "database": "shop",
        "connection_type": "SshTunnel",
        "tunnel_host": "tunnel",
        "tunnel_port": 22,
        "tunnel_user": "t",
    },
}


@pytest.fixture(autouse=True)
def decisions() -> Iterator[None]:
    with decided(system(MYSQL, LINKS, {"stitch": ["start_date"], "airbyte": ["tunnel_method.ssh_key"]})):
        yield


def codes(converted: Converted) -> dict[str, str]:
    return {each.path: each.code for each in converted.gaps}


def stitch(**properties: Any) -> dict[str, Any]:
    return {"type": "platform.hp-mysql", "properties": properties}


def fivetran(**config: Any) -> dict[str, Any]:
    return {"service": "mysql", "config": config}


def test_values_and_nesting_are_those_of_the_other_vendor() -> None:
    made = convert(STITCH, to="airbyte")

    assert made.request == {
        "name": "Shop",
        "configuration": {
            "sourceType": "mysql",
            "host": "db",
            "port": 3306,
            "username": "u",
            "password": "p4ssw0rd",
            "database": "shop",
            "tunnel_method": {
                "tunnel_method": "SSH_KEY_AUTH",
                "tunnel_host": "tunnel",
                "tunnel_port": 22,
                "tunnel_user": "t",
            },
        },
    }
    assert (made.vendor, made.role, made.type, made.name) == ("airbyte", "source", "source-mysql", "Shop")


def test_what_is_nested_is_not_at_the_other_vendor() -> None:
    config = convert(AIRBYTE, to="fivetran").request["config"]  # type: ignore[index]

    assert config["connection_type"] == "SshTunnel"
    assert (config["tunnel_host"], config["tunnel_port"], config["tunnel_user"]) == ("tunnel", 22, "t")


def test_a_number_becomes_text_where_only_text_is_taken() -> None:
    properties = convert(AIRBYTE, to="stitch").request["properties"]  # type: ignore[index]

    assert properties["ssh_port"] == "22"
    assert properties["ssh"] == "true"


def test_what_the_request_lacks_is_listed() -> None:
    made = convert(STITCH, to="fivetran")
    errors = [(each.path, each.code) for each in made.problems if each.level == "error"]

    assert errors == [("group_id", "required"), ("config.schema_prefix", "required")]


def test_what_cannot_be_carried_over_is_listed_with_the_reason() -> None:
    payload = {**STITCH, "properties": {**STITCH["properties"], "server_id": "1", "colour": "red"}}  # type: ignore[dict-item]

    assert codes(convert(payload, to="fivetran")) == {
        "": "choice",
        "display_name": "not-converted",
        "properties.colour": "unknown",
        "properties.server_id": "undecided",
        "properties.start_date": "no-counterpart",
    }


def test_a_gap_that_loses_nothing_is_a_note() -> None:
    levels = {each.code: each.level for each in convert(STITCH, to="fivetran").gaps}

    assert levels == {"choice": "note", "not-converted": "note", "no-counterpart": "warning"}


def test_the_first_connector_is_taken_and_the_others_are_named() -> None:
    made = convert(STITCH, to="fivetran")
    [choice] = [each for each in made.gaps if each.code == "choice"]

    assert made.type == "mysql"
    assert choice.hint == "also: mysql_rds"


def test_another_connector_may_be_named() -> None:
    made = convert(STITCH, to="fivetran/mysql_rds")

    assert made.type == "mysql_rds"
    assert "choice" not in codes(made).values()


def test_a_key_names_a_connector() -> None:
    assert convert(STITCH, to="fivetran/source/mysql_rds").type == "mysql_rds"


def test_another_connector_of_the_same_vendor_takes_the_same_properties() -> None:
    made = convert(FIVETRAN, to="fivetran/mysql_rds")

    assert made.request == {**FIVETRAN, "service": "mysql_rds"}
    assert made.gaps == ()


@pytest.mark.parametrize("to", ["fivetrn", "fivetran/mysqll", "fivetran/a/b/c", ""])
def test_an_unknown_target_is_an_error(to: str) -> None:
    with pytest.raises(UnknownConnectorError):
        convert(STITCH, to=to)


@pytest.mark.parametrize(
    ("payload", "to", "code"),
    [
        ({"service": "nothing"}, "stitch", "unknown-connector"),
        ({"some": "thing"}, "stitch", "no-connector"),
        ([], "stitch", "type"),
        (None, "stitch", "type"),
        ({"service": "github", "config": {}}, "stitch", "no-counterpart"),
        (FIVETRAN, "fivetran", "no-counterpart"),
        (FIVETRAN, "stitch/platform.github", "no-counterpart"),
        (FIVETRAN, "fivetran/snowflake", "no-counterpart"),
    ],
)
def test_what_cannot_be_converted_at_all_is_one_error(payload: Any, to: str, code: str) -> None:
    made = convert(payload, to=to)

    assert made.request is None
    assert [(each.code, each.level) for each in made.gaps] == [(code, "error")]
    assert (made.vendor, made.role, made.type, made.name, made.problems) == ("", "", "", "", ())


def test_properties_alone_are_converted_with_their_connector() -> None:
    made = convert({"$schema": "x", **STITCH["properties"]}, to="airbyte", vendor="stitch", type="platform.hp-mysql")  # type: ignore[dict-item]

    assert made.request is not None
    assert made.request["configuration"]["port"] == 3306
    assert codes(made) == {"start_date": "no-counterpart"}


def test_the_payload_is_as_it_was_and_shares_nothing_with_the_request() -> None:
    of_lists = link(airbyte="database", stitch="filter_dbs", fivetran="database")
    with decided(system(MYSQL, [of_lists])):
        payload = stitch(filter_dbs=["a"])
        made = convert(payload, to="stitch/platform.hp-mysql")
    assert made.request is not None

    made.request["properties"]["filter_dbs"].append("b")
    assert payload == stitch(filter_dbs=["a"])


def test_no_value_is_in_the_text_of_the_result() -> None:
    assert "p4ssw0rd" not in repr(convert(STITCH, to="airbyte"))


def test_the_result_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        convert(STITCH, to="airbyte").type = "x"  # type: ignore[misc]


def test_the_name_is_where_the_data_goes_if_there_is_no_other() -> None:
    made = convert(FIVETRAN, to="airbyte")

    assert made.name == "shop"
    assert made.request is not None
    assert made.request["name"] == "shop"


def test_what_the_vendor_sets_is_a_note() -> None:
    made = convert(fivetran(public_key="k"), to="stitch")

    assert codes(made)["config.public_key"] == "read-only"


def test_null_is_not_given() -> None:
    assert codes(convert(stitch(host=None), to="airbyte")) == {}

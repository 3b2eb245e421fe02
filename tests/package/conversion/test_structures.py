"""Objects, lists and variants: what is inside of what at each vendor."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import Converted, convert

from tests.package.conversion.deciding import LINKS, MYSQL, TUNNEL, decided, link, system

STREAMS = {"airbyte": ["source-s3"], "fivetran": ["s3"], "stitch": ["platform.s3-csv"]}


def codes(converted: Converted) -> dict[str, str]:
    return {each.path: each.code for each in converted.gaps if each.level == "warning"}


def mysql(links: Any, properties: dict[str, Any], to: str = "airbyte") -> Converted:
    with decided(system(MYSQL, links)):
        return convert({"type": "platform.hp-mysql", "properties": properties}, to=to)


def tunnel(converted: Converted) -> Any:
    assert converted.request is not None
    return converted.request["configuration"].get("tunnel_method")


def test_a_variant_that_its_properties_imply_is_chosen() -> None:
    links = [
        link(stitch="ssh_host", airbyte="tunnel_method.tunnel_host"),
        link(stitch="ssl_key", airbyte="tunnel_method.ssh_key"),
    ]

    assert tunnel(mysql(links, {"ssh_host": "h", "ssl_key": "k"})) == {
        "tunnel_method": "SSH_KEY_AUTH",
        "tunnel_host": "h",
        "ssh_key": "k",
    }


def test_a_variant_that_nothing_implies_needs_a_choice() -> None:
    made = mysql([link(stitch="ssh_host", airbyte="tunnel_method.tunnel_host")], {"ssh_host": "h"})
    [gap] = [each for each in made.gaps if each.level == "warning"]

    assert tunnel(made) is None
    assert (gap.path, gap.code) == ("properties.ssh_host", "needs-choice")
    assert gap.hint == "tunnel_method.tunnel_method: 'SSH_KEY_AUTH', 'SSH_PASSWORD_AUTH'"


def test_of_several_values_that_mean_the_same_the_one_that_fits_is_taken() -> None:
    rows = [{"airbyte": each, "stitch": "true"} for each in ("SSH_KEY_AUTH", "SSH_PASSWORD_AUTH")]
    links = [
        link(rows, stitch="ssh", airbyte="tunnel_method.tunnel_method"),
        link(stitch="ssl_key", airbyte="tunnel_method.tunnel_user_password"),
    ]

    assert tunnel(mysql(links, {"ssh": "true"})) == {"tunnel_method": "SSH_KEY_AUTH"}
    assert tunnel(mysql(links, {"ssh": "true", "ssl_key": "k"})) == {
        "tunnel_method": "SSH_PASSWORD_AUTH",
        "tunnel_user_password": "k",
    }


def test_what_the_chosen_variant_does_not_have_is_listed() -> None:
    made = mysql(LINKS, {"ssh": "false", "ssh_host": "h"})

    assert tunnel(made) == {"tunnel_method": "NO_TUNNEL"}
    assert codes(made) == {"properties.ssh_host": "not-applicable"}


def test_of_alternatives_the_one_that_the_variant_has_is_written() -> None:
    both = ["tunnel_method.tunnel_user_password", "tunnel_method.ssh_key"]
    links = [
        link(TUNNEL, stitch="ssh", airbyte="tunnel_method.tunnel_method"),
        link(stitch="ssl_key", airbyte=both),
    ]

    assert tunnel(mysql(links, {"ssl_key": "k", "ssh": "true"})) == {"tunnel_method": "SSH_KEY_AUTH", "ssh_key": "k"}


def test_of_alternatives_the_first_that_is_given_is_carried_over() -> None:
    links = [link(stitch=["user", "dbname"], airbyte="username")]
    made = mysql(links, {"dbname": "b", "user": "a"})
    assert made.request is not None

    assert made.request["configuration"]["username"] == "a"
    assert codes(made) == {"properties.dbname": "ambiguous"}
    assert codes(mysql(links, {"dbname": "a", "user": "a"})) == {}


def test_two_properties_for_one_are_ambiguous() -> None:
    links = [link(stitch="user", airbyte="username"), link(stitch="dbname", airbyte="username")]

    assert codes(mysql(links, {"dbname": "b", "user": "a"})) == {"properties.dbname": "ambiguous"}


def s3(links: Any, configuration: dict[str, Any]) -> Converted:
    with decided(system(STREAMS, links)):
        return convert({"configuration": {"sourceType": "s3", **configuration}}, to="fivetran")


NAMES = [{"name": "a", "globs": ["x", "y"]}, {"name": "b", "globs": ["z"]}]


def test_items_keep_their_order_and_what_belongs_together() -> None:
    links = [
        link(airbyte="streams[].name", fivetran="files[].table_name"),
        link(airbyte="streams[].globs", fivetran="files[].file_pattern"),
    ]
    made = s3(links, {"streams": NAMES})
    assert made.request is not None

    assert made.request["config"]["files"] == [{"table_name": "a"}, {"table_name": "b", "file_pattern": "z"}]
    assert codes(made) == {"configuration.streams[0].globs": "not-accepted"}


def test_different_values_of_items_do_not_become_one() -> None:
    made = s3([link(airbyte="streams[].name", fivetran="prefix")], {"streams": NAMES})

    assert {codes(made)[f"configuration.streams[{number}].name"] for number in (0, 1)} == {"not-accepted"}


def test_equal_values_of_all_items_become_one() -> None:
    links = [link(airbyte="streams[].name", fivetran="prefix")]
    made = s3(links, {"streams": [{"name": "a"}, {"name": "a"}]})
    assert made.request is not None

    assert made.request["config"]["prefix"] == "a"


def test_one_value_goes_to_every_item() -> None:
    links = [
        link(airbyte="streams[].name", fivetran="files[].table_name"),
        link(airbyte="streams[].globs", fivetran="prefix"),
    ]
    config = {"files": [{"table_name": "a"}, {"table_name": "b"}], "prefix": "p"}
    with decided(system(STREAMS, links)):
        made = convert({"service": "s3", "config": config}, to="airbyte")
    assert made.request is not None

    assert made.request["configuration"]["streams"] == [{"name": name, "globs": ["p"]} for name in ("a", "b")]


def test_items_of_text_that_encodes_json() -> None:
    links = [link(airbyte="streams[].name", stitch="tables[].table_name")]
    with decided(system(STREAMS, links)):
        there = convert({"configuration": {"sourceType": "s3", "streams": NAMES}}, to="stitch")
        assert there.request is not None
        assert there.request["properties"]["tables"] == '[{"table_name":"a"},{"table_name":"b"}]'
        back = convert(there.request, to="airbyte")
    assert back.request is not None

    assert back.request["configuration"]["streams"] == [{"name": "a"}, {"name": "b"}]


@pytest.mark.parametrize("streams", ["x", 1, {"name": "a"}, True])
def test_something_else_than_a_list_is_listed(streams: Any) -> None:
    links = [link(airbyte="streams[].name", fivetran="files[].table_name")]

    assert codes(s3(links, {"streams": streams})) == {"configuration.streams": "invalid"}
    assert codes(s3(links, {"streams": [streams]})).keys() <= {
        "configuration.streams[0]",
        "configuration.streams[0].name",
    }


@pytest.mark.parametrize("host", [{"a": 1}, ["h"], []])
def test_a_structure_in_the_place_of_text_is_not_carried_over(host: Any) -> None:
    made = mysql(LINKS, {"host": host})

    assert codes(made) == {"properties.host": "invalid"}

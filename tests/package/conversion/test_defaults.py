"""What a vendor does by default, where the other vendor does something else."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import Converted, convert

from tests.package.conversion.deciding import LINKS, MYSQL, decided, link, system


def convert_(links: Any, payload: dict[str, Any], to: str) -> Converted:
    with decided(system(MYSQL, links)):
        return convert(payload, to=to)


def fivetran(**config: Any) -> dict[str, Any]:
    return {"service": "mysql", "config": config}


def airbyte(**configuration: Any) -> dict[str, Any]:
    return {"configuration": {"sourceType": "mysql", **configuration}}


def codes(converted: Converted) -> dict[str, str]:
    return {each.path: each.code for each in converted.gaps if each.code not in ("choice", "not-converted")}


METHODS = [
    {"airbyte": "CDC", "fivetran": "BINLOG", "stitch": "true"},
    {"airbyte": "STANDARD", "fivetran": "TELEPORT", "stitch": "false"},
]
METHOD = link(
    METHODS, airbyte="replication_method.method", fivetran="update_method", stitch="use_log_based_replication"
)


def test_the_default_is_carried_over_where_the_other_vendor_requires_a_value() -> None:
    made = convert_([METHOD], fivetran(), "airbyte")
    assert made.request is not None

    assert made.request["configuration"]["replication_method"] == {"method": "CDC"}
    assert codes(made) == {"config.update_method": "default"}


def test_the_default_is_not_carried_over_where_the_other_vendor_states_none() -> None:
    made = convert_([METHOD], fivetran(), "stitch")

    assert codes(made) == {}


def test_a_given_value_wins() -> None:
    made = convert_([METHOD], fivetran(update_method="TELEPORT"), "airbyte")
    assert made.request is not None

    assert made.request["configuration"]["replication_method"] == {"method": "STANDARD"}


def test_a_different_default_is_carried_over() -> None:
    # The one is 300 seconds by default, the other 60 minutes.
    made = convert_(
        [link(airbyte="checkpoint_target_interval_seconds", stitch="frequency_in_minutes")], airbyte(), "stitch"
    )

    assert codes(made) == {"configuration.checkpoint_target_interval_seconds": "other-default"}


def test_the_same_default_is_left_out() -> None:
    rows = [{"airbyte": "300", "stitch": "60"}]
    made = convert_(
        [link(rows, airbyte="checkpoint_target_interval_seconds", stitch="frequency_in_minutes")], airbyte(), "stitch"
    )

    assert made.request == {"type": "platform.hp-mysql", "properties": {}}
    assert codes(made) == {}


@pytest.mark.parametrize(("config", "expected"), [({"tunnel_host": "h"}, "true"), ({}, None)])
def test_a_default_on_which_something_else_depends(config: dict[str, Any], expected: str | None) -> None:
    made = convert_(LINKS, fivetran(**config), "stitch")
    assert made.request is not None

    assert made.request["properties"].get("ssh") == expected


def test_a_default_tells_the_variant_of_an_object() -> None:
    made = convert_(LINKS, fivetran(tunnel_host="h"), "airbyte")
    assert made.request is not None

    assert made.request["configuration"]["tunnel_method"] == {"tunnel_method": "SSH_KEY_AUTH", "tunnel_host": "h"}


def test_the_default_of_an_object_is_that_of_its_properties() -> None:
    rows = [{"airbyte": "required", "fivetran": "TELEPORT"}, {"airbyte": "preferred", "fivetran": "BINLOG"}]
    mode = link(rows, airbyte="ssl_mode.mode", fivetran="update_method")
    made = convert_([mode], airbyte(), "fivetran")
    assert made.request is not None

    assert made.request["config"] == {"update_method": "TELEPORT"}
    back = convert_([mode], fivetran(), "airbyte").request
    assert back is not None
    assert back["configuration"]["ssl_mode"] == {"mode": "preferred"}


def test_what_the_vendor_requires_has_no_default() -> None:
    made = convert_([link(stitch="port", airbyte="port")], {"type": "platform.hp-mysql", "properties": {}}, "airbyte")
    assert made.request is not None

    assert made.request["configuration"] == {"sourceType": "mysql"}

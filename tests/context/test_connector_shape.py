"""The shape of a connector: its parts, its places and its samples."""

from __future__ import annotations

import pytest

from generator.context.connector_shape import ConnectorShape, kind_of, shape_of
from generator.context.fault import OutputError
from tests.context.building import Facts, connector, prop, step
from tests.vendors import ACME, shape

CONFIG = step("config", prop("schema", requirement="required"), prop("host"))
AUTH = step("auth", prop("client", "object", properties=[prop("id")]), prop("token"))


def _two_parts(*steps: Facts) -> ConnectorShape:
    return shape(connector(*steps, vendor="fivetran", type_="x"))


def test_a_shape_has_the_names_and_the_profile_of_its_connector() -> None:
    found = shape(connector(step("form", prop("a"))))

    assert (found.class_name, found.module) == ("XSource", "source_x")
    assert kind_of(found.vendor, found.connector.role) == "a Stitch source"
    assert found.request.main_part == "properties"


def test_properties_are_in_the_part_of_their_step() -> None:
    found = _two_parts(CONFIG, AUTH)

    assert found.parts == {"config": ("schema", "host"), "auth": ("client", "token")}
    assert found.places == {"client": "auth", "token": "auth"}
    assert [found.part_of(name) for name in ("host", "token", "unknown")] == ["config", "auth", "config"]


def test_a_part_without_properties_is_left_out_unless_it_is_the_main_one() -> None:
    assert _two_parts(CONFIG, step("auth")).parts == {"config": ("schema", "host")}
    assert _two_parts(AUTH).parts == {"config": (), "auth": ("client", "token")}
    assert _two_parts().parts == {"config": ()}


def test_all_steps_can_be_in_one_part() -> None:
    found = shape(connector(step("form", prop("a")), step("oauth", prop("b"), prop("a"))))

    assert (found.parts, found.places) == ({"properties": ("a", "b")}, {})


def test_a_request_never_has_read_only_properties() -> None:
    assert _two_parts(CONFIG, step("auth", prop("token"), prop("expires", requirement="readOnly"))).places == {
        "token": "auth"
    }


@pytest.mark.parametrize("requirement", [None, "required", "optional", "internal", "conditional"])
def test_a_name_in_two_parts_is_a_collision(requirement: str | None) -> None:
    with pytest.raises(OutputError) as caught:
        _two_parts(CONFIG, step("auth", prop("host", requirement=requirement)))

    assert (caught.value.code, caught.value.path) == ("name-collision", "fivetran/source/x")
    assert "host" in caught.value.message


def test_a_read_only_twin_does_not_collide() -> None:
    settable, shown = prop("host"), prop("host", "integer", "readOnly")

    assert _two_parts(step("config", settable), step("auth", shown)).places == {}
    assert _two_parts(step("config", shown), step("auth", settable)).places == {"host": "auth"}


def test_a_request_is_assembled_from_its_parts() -> None:
    made = _two_parts(CONFIG, AUTH).assemble({"host": "h", "token": "t"})

    assert made == {"service": "x", "config": {"host": "h"}, "auth": {"token": "t"}}
    assert _two_parts(CONFIG).assemble({}) == {"service": "x", "config": {}}


@pytest.mark.parametrize("role", ["source", "destination"])
def test_an_id_can_be_inside_of_a_part(role: str) -> None:
    found = shape_of(connector(step("main", prop("a")), role=role, type_="s3"), ACME)

    assert found.assemble({"a": 1}) == {"settings": {f"{role}Kind": "s3", "a": 1}}


def test_the_samples_are_made_once() -> None:
    found = shape(connector(step("form", prop("a", requirement="required"), prop("b"))))

    assert (found.minimal, found.full) == ({"a": "<A>"}, {"a": "<A>", "b": "<B>"})

"""One payload per connector: the properties of all steps, and when each step is due."""

from __future__ import annotations

import pytest

from generator.context.fault import OutputError
from generator.context.payload import Payload, payload_of
from templates.connector_catalog.constraints import StepRules
from tests.context.building import Facts, connector, prop, step

FORM = step("form", prop("start", requirement="required"), prop("shared", requirement="required"), prop("window"))
OAUTH = step("oauth", prop("client", requirement="required"), prop("shared", requirement="required"))


@pytest.mark.parametrize(("vendor", "key"), [("stitch", "properties"), ("fivetran", "config")])
def test_key_is_where_the_vendor_s_request_holds_the_payload(vendor: str, key: str) -> None:
    assert payload_of(connector(FORM, vendor=vendor)).key == key


def test_one_step_has_no_gates_and_requires_what_it_requires() -> None:
    payload = payload_of(connector(FORM))

    assert payload.gates == ()
    assert payload.required == ("start", "shared")


def test_no_steps_make_an_empty_payload() -> None:
    payload = payload_of(connector())

    assert (payload.properties, payload.required, payload.gates) == ((), (), ())


def test_each_property_stands_once_in_the_order_of_the_document() -> None:
    names = [each.name for each in payload_of(connector(FORM, OAUTH)).properties]

    assert names == ["start", "shared", "window", "client"]


def test_what_every_step_requires_is_always_required() -> None:
    assert payload_of(connector(FORM, OAUTH)).required == ("shared",)


def test_first_step_is_due_where_no_other_has_begun() -> None:
    first, second = payload_of(connector(FORM, OAUTH)).gates

    assert first == StepRules("form", ("start", "window"), ("client",), ("start", "shared"))
    assert second == StepRules("oauth", ("client",), (), ("client", "shared"))


@pytest.mark.parametrize("requirement", [None, "optional", "internal", "readOnly", "conditional"])
def test_only_the_label_required_requires(requirement: str | None) -> None:
    assert payload_of(connector(step("form", prop("a", requirement=requirement)))).required == ()


def test_a_property_of_two_steps_takes_what_either_step_takes() -> None:
    one: Facts = step("form", prop("mode", enum=["a"]), prop("x"))
    other: Facts = step("oauth", prop("mode", enum=["b"]), prop("y"))

    mode = payload_of(connector(one, other)).properties[0]

    assert set(mode.enum or ()) == {"a", "b"}


CONFIG = step("config", prop("schema", requirement="required"), prop("host"))
AUTH = step("auth", prop("client", "object", properties=[prop("id")]), prop("token"))


def _fivetran(*steps: Facts) -> Payload:
    return payload_of(connector(*steps, vendor="fivetran", type_="x"))


def test_what_a_request_holds_beside_config_is_elsewhere() -> None:
    payload = _fivetran(CONFIG, AUTH)

    assert (payload.key, payload.elsewhere) == ("config", (("auth", ("client", "token")),))
    assert [each.name for each in payload.properties] == ["schema", "host", "client", "token"]


def test_all_is_in_config_where_there_is_no_auth() -> None:
    assert _fivetran(CONFIG).elsewhere == ()
    assert _fivetran(CONFIG, step("auth")).elsewhere == ()


def test_all_steps_of_stitch_are_in_one_place() -> None:
    assert payload_of(connector(FORM, OAUTH)).elsewhere == ()


def test_what_the_vendor_sets_is_in_no_place_of_a_request() -> None:
    auth = step("auth", prop("token"), prop("expires", requirement="readOnly"))

    assert _fivetran(CONFIG, auth).elsewhere == (("auth", ("token",)),)
    assert _fivetran(CONFIG, step("auth", prop("expires", requirement="readOnly"))).elsewhere == ()


@pytest.mark.parametrize("requirement", [None, "required", "optional", "internal", "conditional"])
def test_a_name_in_config_and_auth_is_a_collision(requirement: str | None) -> None:
    with pytest.raises(OutputError) as caught:
        _fivetran(CONFIG, step("auth", prop("host", requirement=requirement)))

    assert (caught.value.code, caught.value.path) == ("name-collision", "fivetran/source/x")
    assert "host" in caught.value.message


@pytest.mark.parametrize("requirement", [None, "required", "optional"])
def test_a_read_only_twin_is_no_collision_and_the_one_that_can_be_set_is_taken(requirement: str | None) -> None:
    settable, shown = prop("host", requirement=requirement, secret=True), prop("host", "integer", "readOnly")
    in_config = _fivetran(step("config", settable), step("auth", shown))
    in_auth = _fivetran(step("config", shown), step("auth", settable))

    for payload in (in_config, in_auth):
        (host,) = payload.properties
        assert (host.type, host.requirement, host.secret) == ("string", requirement, True)
    assert in_config.elsewhere == ()
    assert in_auth.elsewhere == (("auth", ("host",)),)

"""One payload per connector: the properties of all steps, and when each step is due."""

from __future__ import annotations

import pytest

from generator.context.payload import Gate, payload_of
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

    assert first == Gate("form", ("start", "window"), ("client",), ("start", "shared"))
    assert second == Gate("oauth", ("client",), (), ("client", "shared"))


@pytest.mark.parametrize("requirement", [None, "optional", "internal", "readOnly", "conditional"])
def test_only_the_label_required_requires(requirement: str | None) -> None:
    assert payload_of(connector(step("form", prop("a", requirement=requirement)))).required == ()


def test_a_property_of_two_steps_takes_what_either_step_takes() -> None:
    one: Facts = step("form", prop("mode", enum=["a"]), prop("x"))
    other: Facts = step("oauth", prop("mode", enum=["b"]), prop("y"))

    mode = payload_of(connector(one, other)).properties[0]

    assert set(mode.enum or ()) == {"a", "b"}

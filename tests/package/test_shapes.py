"""Vendors' profiles: the shapes of requests and responses."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.paths import NOT_GIVEN, value_at, with_value, without_value
from templates.connector_catalog.shapes import Parts, RequestShape
from templates.connector_catalog.vendors import Vendor
from tests.package.fictional import PROFILE

ACME = Vendor.from_profile("acme", PROFILE)
FLAT = RequestShape("kind", ("template",), ("kind",), {"main": ("form",), "login": ("login", "oauth")})
NESTED = ACME.requests["source"]
PLACES = {"host": "main", "token": "login"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a", {"b": {"c": None}}), ("a.b.c", None), ("a.x", NOT_GIVEN), ("a.b.c.d", NOT_GIVEN), ("x.y", NOT_GIVEN)],
)
def test_a_path_leads_into_objects(path: str, expected: Any) -> None:
    assert value_at(path, {"a": {"b": {"c": None}}}) == expected
    assert value_at(path, [1]) is NOT_GIVEN


def test_a_value_is_put_at_a_path_and_taken_from_it_in_a_copy() -> None:
    whole = {"a": {"b": 1}, "c": None}

    assert with_value("a.x.y", 2, whole) == {"a": {"b": 1, "x": {"y": 2}}, "c": None}
    assert with_value("c.x", 2, whole) == {"a": {"b": 1}, "c": {"x": 2}}
    assert with_value("c", 2, whole) == {"a": {"b": 1}, "c": 2}
    assert without_value("a.b", whole) == {"c": None}
    assert without_value("a.b", whole, kept={"a"}) == {"a": {}, "c": None}
    assert without_value("a.b", {"a": {"b": 1, "d": 2}}) == {"a": {"d": 2}}
    assert without_value("a.b.c", {"a": {"b": {"c": 1}, "d": 2}}) == {"a": {"d": 2}}
    assert without_value("a.b.c", {"a": {"b": {"c": 1}}}) == {}
    assert without_value("a.b", {"a": {}}) == {"a": {}}
    assert without_value("a.b.c", {"a": {"b": {}}}) == {"a": {"b": {}}}
    assert without_value("c", whole) == {"a": {"b": 1}}
    assert without_value("c.x", whole) == without_value("z", whole) == whole
    assert whole == {"a": {"b": 1}, "c": None}


def test_each_step_has_its_part() -> None:
    assert [FLAT.part_of(step) for step in ("form", "login", "oauth", "other")] == ["main", "login", "login", "main"]
    assert (FLAT.main_part, NESTED.main_part) == ("main", "settings")
    assert FLAT.names == {"kind", "template", "main", "login"}
    assert NESTED.names == {"settings", "templateId"}
    assert FLAT._replace(beside=("label",)).names == {"kind", "template", "main", "login", "label"}


def test_the_id_is_found_where_the_shape_has_it() -> None:
    assert FLAT.id_of({"kind": "x"}) == "x"
    assert NESTED.id_of({"settings": {"sourceKind": "x"}}) == "x"
    assert NESTED.id_of({"settings": 5}) is NESTED.id_of({"sourceKind": "x"}) is NOT_GIVEN
    assert FLAT.has_alternative_id({"template": "t"})
    assert not FLAT.has_alternative_id({"kind": "x"})


def test_a_request_is_assembled() -> None:
    properties = {"token": "t", "host": "h", "more": 1}

    assert FLAT.assemble("x", properties, PLACES, {"name": "n", "kind": "other"}) == {
        "kind": "x",
        "name": "n",
        "main": {"host": "h", "more": 1},
        "login": {"token": "t"},
    }
    assert FLAT.assemble("x", {}, PLACES, {}) == {"kind": "x", "main": {}}
    assert NESTED.assemble("x", properties, {}, {"name": "n"}) == {
        "settings": {"sourceKind": "x", **properties},
        "name": "n",
    }


def test_a_request_is_taken_apart() -> None:
    request = {"kind": "x", "name": "n", "main": {"host": "h", "token": "wrong"}, "login": {"token": "t", "host": "x"}}

    assert FLAT.take_apart(request, PLACES) == Parts(
        {"host": "h", "token": "t"},
        {"host": "main", "token": "login"},
        {"name": "n"},
        ("main", "login"),
        {"main": {"token": "wrong"}, "login": {"host": "x"}},
    )
    assert FLAT.take_apart({"main": None, "login": {}}, PLACES) == Parts({}, {}, {"main": None}, ("login",), {})
    assert NESTED.take_apart({"settings": {"sourceKind": "x", "host": "h"}, "name": "n"}, {}) == Parts(
        {"host": "h"}, {"host": "settings"}, {"name": "n"}, ("settings",), {}
    )


@pytest.mark.parametrize("shape", [FLAT, NESTED])
def test_what_is_assembled_can_be_taken_apart(shape: RequestShape) -> None:
    places = {"host": shape.main_part, "port": shape.main_part}
    parts = shape.take_apart(shape.assemble("x", {"host": "h", "port": 1}, places, {"name": "n"}), places)

    assert parts == Parts({"host": "h", "port": 1}, places, {"name": "n"}, (shape.main_part,), {})


def test_a_request_is_recognised_by_all_fields() -> None:
    lake = {"label": "x", "settings": {"destinationKind": "lake"}}

    assert [role for role, shape in ACME.requests.items() if shape.recognises(lake)] == ["destination"]
    assert not any(shape.recognises(lake["settings"] | {"label": "x"}) for shape in ACME.requests.values())
    assert not any(shape.recognises({"settings": lake["settings"]}) for shape in ACME.requests.values())

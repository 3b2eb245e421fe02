"""Changes show no secret, and any two values are compared; spellings of the same value are equal."""

from __future__ import annotations

import copy
import subprocess
import sys
from typing import Any

import pytest
from connector_catalog import plan_diff
from connector_catalog.adoption.spelling import spelled
from connector_catalog.conversion.forms import forms
from connector_catalog.conversion.properties import Property
from connector_catalog.diff.canonical import canonical
from connector_catalog.diff.property_info import PropertyInfo
from connector_catalog.value_constraints import ValueConstraints
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.paths import PACKAGE, PROJECT
from tests.package.diff.test_plan_diff import MASK, TOKEN, of, stitch

GENERATED = (PROJECT / PACKAGE).parent


def test_value_of_an_unknown_property_is_not_shown() -> None:
    found = plan_diff(
        of("postgres", {"pasword": TOKEN, "more": {"of": [TOKEN]}}, apikey=TOKEN, auth={"tokn": TOKEN}),
        of("postgres", {"pasword": f"{TOKEN}2", "more": TOKEN}, apikey=f"{TOKEN}2"),
        masked="report",
    )

    assert [each.path for each in found] == ["apikey", "config.pasword", "config.more", "auth.tokn"]
    assert TOKEN not in repr(found)


def test_secret_in_a_place_for_something_else_is_not_shown() -> None:
    desired = [
        of("google_ads", {}, auth={"client_access": TOKEN}),
        of("connector_sdk", {"secrets_list": TOKEN}),
        of("connector_sdk", {"secrets_list": [TOKEN]}),
        of("postgres", TOKEN),
        of("airtable", TOKEN),
        of("postgres", {"host": {"password": TOKEN}}),
        of("postgres", {}, destination_configuration=TOKEN),
        stitch("ga360", {"service_account_json": f'{{"private_key": "{TOKEN}"'}),
    ]
    for request in desired:
        key = "service" if "service" in request else "type"
        answer = {key: request[key], "config": {"host": "h"}, "properties": {}}
        found = plan_diff(request, answer, masked="report")
        assert len(found) == 1
        assert TOKEN not in repr(found) + str(found[0])
    assert [each.secret for each in plan_diff(of("postgres", TOKEN), of("postgres", {"host": "h"}))] == [True]


def test_wanted_value_of_what_the_answer_masks_is_not_shown() -> None:
    # The catalog takes the accounts for no secrets; the vendor that masks them does.
    found = plan_diff(of("google_ads", {"accounts": [TOKEN]}), of("google_ads", {"accounts": [MASK, MASK]}))

    assert [(each.path, each.secret) for each in found] == [("config.accounts", True)]
    assert TOKEN not in repr(found)


def test_change_is_one_short_line() -> None:
    found = plan_diff(
        of("postgres", {"host": "a\nb" * 1000, "new\nline\u2028": 1}), of("postgres", {"host": "\r\u2029"})
    )

    assert [len(str(each).splitlines()) for each in found] == [1, 1]
    assert all(len(str(each)) < 200 for each in found)


def test_needs_the_standard_library_only() -> None:
    # In a fresh interpreter, because the tests load pydantic.
    code = "import sys; from connector_catalog import plan_diff; sys.exit('pydantic' in sys.modules)"

    ended = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(GENERATED)}, check=False)
    assert ended.returncode == 0


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(
    ["true", "3306", "1.0", "2026-01-01", "2026-01-01T00:00:00Z", "*", MASK, "[1]", '{"a": ""}', "a,b"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "table", "key", "value", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
PLACES = st.sampled_from(
    [
        ("fivetran", "postgres", "port"),
        ("fivetran", "postgres", "always_encrypted"),
        ("fivetran", "postgres", "password"),
        ("fivetran", "postgres", "unheard_of"),
        ("fivetran", "google_ads", "reports"),
        ("fivetran", "iterable", "historical_sync_limit_date"),
        ("fivetran", "connector_sdk", "secrets_list"),
        ("fivetran", "github", "pats"),
        ("stitch", "platform.sftp", "tables"),
        ("stitch", "platform.google-ads", "customer_ids"),
        ("stitch", "platform.mysql", "anchor_time"),
    ]
)


@given(PLACES, VALUES, VALUES)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_two_values_are_compared(place: tuple[str, str, str], desired: Any, actual: Any) -> None:
    vendor, type_, name = place
    request, answer = {name: desired}, {("config" if vendor == "fivetran" else "properties"): {name: actual}}

    found = plan_diff(request, answer, vendor=vendor, type=type_, masked="report")

    assert all(each.kind in ("add", "change", "remove", "recreate", "unknown") for each in found)
    assert all(each.desired is None and each.actual is None for each in found if each.secret)
    assert plan_diff(request, answer, vendor=vendor, type=type_) == [each for each in found if each.kind != "unknown"]


@given(PLACES, VALUES)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_nothing_differs_from_itself(place: tuple[str, str, str], value: Any) -> None:
    vendor, type_, name = place
    part = "config" if vendor == "fivetran" else "properties"

    found = plan_diff(
        {part: {name: value}}, {part: {name: copy.deepcopy(value)}}, vendor=vendor, type=type_, masked="report"
    )

    assert found == []


SPELLINGS: list[tuple[str, str, Any]] = [
    *((text, "integer", number) for text, number in (("3306", 3306), ("1e3", 1000), ("-1", -1), (" 5", 5))),
    *((text, "boolean", text.lower() == "true") for text in ("true", "FALSE", "True")),
    *((text, "json", value) for text, value in (("[1, 2.5]", [1, 2.5]), ('{"a": "b"}', {"a": "b"}), ("3", 3))),
    *((text, "list", value) for text, value in (("a, b", ["b", "a"]), ("12", 12), ("true", True), ("1.5", 1.5))),
]


@pytest.mark.parametrize(("text", "encoding", "value"), SPELLINGS)
def test_a_string_is_equal_to_what_it_encodes(text: str, encoding: str, value: Any) -> None:
    info = PropertyInfo(known=True, types=frozenset(["string"]), string_encoding=encoding)

    assert canonical(text, info) == canonical(value, info)
    assert canonical(text, info) != canonical(f"{text}0x", info)


@pytest.mark.parametrize("types", ["integer", "number", "boolean"])
@given(text=st.text("0123456789.eE+-_ truefalsTRUE\u0663", max_size=8))
@settings(max_examples=200)
def test_what_adopt_and_convert_make_of_a_string_is_equal_to_it(types: str, text: str) -> None:
    info, constraints = PropertyInfo(known=True, types=frozenset([types])), ValueConstraints(types=(types,))
    adopted = spelled(text, constraints, info)

    assert canonical(adopted, info) == canonical(text, info)
    made = [each for each in forms(text, Property("p", {}, constraints, secret=False)) if not constraints.fault(each)]
    assert made[:1] == ([adopted] if not constraints.fault(adopted) else [])

"""Accepting valid payloads at once changes no answer."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import find, validate
from connector_catalog.request_checker import checker_of
from connector_catalog.validation import Unknown, all_problems

from tests.cases.verdicts import committed
from tests.package.building import main_part, named_by_request
from tests.package.test_command_bulk import drawn

Drawn = list[tuple[str, str, Any]]


@pytest.fixture(scope="module")
def payloads() -> Drawn:
    """Whole requests, and the connector's properties alone, for every connector; some valid, some broken."""
    found: Drawn = []
    roles = {(each.vendor, each.type): each.role for each in committed().values()}
    for request in drawn(4, 2):
        named = named_by_request(request)
        if named in roles:
            found += [(*named, request), (*named, request.get(main_part(named[0], roles[named])))]
    return found


@pytest.mark.parametrize("unknown", ["error", "warn", "allow"])
def test_what_is_accepted_has_no_problems(unknown: Unknown, payloads: Drawn) -> None:
    accepted = valid = 0
    for vendor, type_, payload in payloads:
        problems = all_problems(find(vendor, type_), payload, unknown=unknown, action="create")
        reported = [each for each in problems if each.level == "error" or each.code == "unknown-warning"]
        assert validate(vendor, type_, payload, unknown=unknown, warnings=True) == problems
        assert validate(vendor, type_, payload, unknown=unknown) == reported
        accepts = checker_of(find(vendor, type_)).accepts(payload, unknown, warnings=True)
        assert not (accepts and problems), payload
        assert not (checker_of(find(vendor, type_)).accepts(payload, unknown) and reported), payload
        accepted += accepts
        valid += not problems
    assert 0.2 < valid / len(payloads) < 0.8
    # Names that the catalog does not know, and that are allowed, are left to the other checks.
    assert accepted / valid > (0.8 if unknown == "allow" else 0.97)


@pytest.mark.parametrize(
    "payload",
    [
        {"service": "iterable", "group_id": "g", "config": {"schema": "s"}, "$schema": "x"},
        {"service": "iterable", "group_id": "g", "config": {"schema": "s"}, "auth": {}},
        {"service": "iterable", "group_id": "g", "paused": True, "config": {"schema": "s", "api_key": "k"}},
        {"schema": "s"},
    ],
)
def test_these_are_accepted(payload: Any) -> None:
    assert checker_of(find("fivetran", "iterable")).accepts(payload, "error")


def test_an_envelope_alone_is_a_request_that_lacks_the_rest() -> None:
    found = validate("fivetran", "snowflake", {"time_zone_offset": "0"}, unknown="allow")

    assert [(each.path, each.code) for each in found] == [
        ("service", "required"),
        ("config", "required"),
        ("group_id", "required"),
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("connected_by", "read-only"), ("is_historical_sync", "update-only"), ("paused", "type")]
)
def test_what_the_envelope_refuses_is_not_accepted(name: str, code: str) -> None:
    request = {"service": "iterable", "group_id": "g", "config": {"schema": "s"}, name: "x"}

    assert code in [each.code for each in validate("fivetran", "iterable", request)]

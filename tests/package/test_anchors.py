"""A problem leads to the place of the reference that describes the variant which the payload selects."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import validate

PAGE = "airbyte/source/source-postgres.md"


def _anchors(holder: str, value: Any, **options: Any) -> dict[str, str]:
    """The anchors of the problems of one property of a connector, by path."""
    found = validate("airbyte", "source-postgres", {holder: value}, warnings=True, **options)
    return {
        each.path: each.reference.removeprefix(PAGE).removeprefix("#config-")
        for each in found
        if each.path.startswith(holder)
    }


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
def test_a_problem_in_a_variant_leads_to_that_variant(mode: str) -> None:
    expected = {
        "ssl_mode.ca_certificate": f"ssl_mode.{mode}.ca_certificate",
        "ssl_mode.client_key": f"ssl_mode.{mode}.client_key",
        "ssl_mode.nothing": f"ssl_mode.{mode}",
    }
    assert _anchors("ssl_mode", {"mode": mode, "client_key": 7, "nothing": 1}).items() >= expected.items()


def test_a_value_that_is_no_variant_leads_to_the_property() -> None:
    assert _anchors("ssl_mode", {"mode": "none such"}) == {"ssl_mode.mode": "ssl_mode"}
    assert _anchors("ssl_mode", {}) == {"ssl_mode.mode": "ssl_mode"}
    assert _anchors("ssl_mode", 3) == {"ssl_mode": "ssl_mode"}


def test_a_draft_without_the_selector_leads_to_the_variant_that_has_the_names() -> None:
    """The first variant with a name of the problem may be another."""
    found = _anchors("ssl_mode", {"client_key_password": 7, "client_key": "k", "ca_certificate": "c"}, action="draft")

    assert found["ssl_mode.client_key_password"] == "ssl_mode.verify-ca.client_key_password"


def test_the_variant_is_found_inside_a_request_too() -> None:
    configuration = {"sourceType": "postgres", "ssl_mode": {"mode": "verify-full", "client_key": 7}}
    request = {"name": "a", "workspaceId": "w", "configuration": configuration}
    found = {each.path: each.reference for each in validate("airbyte", "source-postgres", request)}

    assert found["configuration.ssl_mode.client_key"] == f"{PAGE}#config-ssl_mode.verify-full.client_key"


def test_items_of_a_list_select_a_variant_each() -> None:
    streams = [
        {"name": "a", "format": {"filetype": "csv", "delimiter": 7}},
        {"name": "b", "format": {"filetype": "jsonl", "no": 1}},
    ]
    found = validate("airbyte", "source-s3", {"bucket": "b", "streams": streams})
    anchors = {each.path: each.reference.partition("#")[2] for each in found}

    assert anchors["streams[0].format.delimiter"].startswith("config-streams.format.")
    assert anchors["streams[0].format.delimiter"].endswith(".delimiter")
    assert anchors["streams[1].format.no"] not in ("", "config-streams.format")
    assert anchors["streams[1].format.no"] != anchors["streams[0].format.delimiter"].removesuffix(".delimiter")


@pytest.mark.parametrize("name", ["a.b", "a" + ".b" * 100_000, "ssl_mode[0]", "ssl_mode[99999999999999].mode", "[", ""])
def test_any_name_leads_to_the_page(name: str) -> None:
    found = validate("airbyte", "source-postgres", {name: 1})
    assert {each.reference.partition("#")[0] for each in found} == {PAGE}

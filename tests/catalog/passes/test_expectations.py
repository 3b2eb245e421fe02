"""A value of a selector expects its credential."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.expectations import expect_credentials
from tests.catalog.building import Fields, connector, prop, run


def _expected(*properties: Fields) -> dict[str, Any]:
    found = run(expect_credentials, connector(*properties))
    return {each["name"]: each["expectedWhen"] for each in found.json if "expectedWhen" in each}


@pytest.mark.parametrize(
    ("value", "credential"),
    [
        ("PASSWORD", "password"),
        ("KEY_PAIR", "private_key"),
        ("api-key", "apiKey"),
        ("BasicAuth", "password"),
        ("personal_access_token", "personal_access_token"),
        ("OAUTH2", "client_secret"),
    ],
)
def test_a_credential_is_expected_for_its_value(value: str, credential: str) -> None:
    found = _expected(prop("auth_method", enum=[value, "OTHER"]), prop(credential), prop("host"))

    assert found == {credential: [{"property": "auth_method", "in": [value]}]}


def test_one_credential_may_belong_to_several_values() -> None:
    found = _expected(prop("auth", enum=["BASIC", "PASSWORD", "NONE"]), prop("password"))

    assert found == {"password": [{"property": "auth", "in": ["BASIC", "PASSWORD"]}]}


@pytest.mark.parametrize(
    "credential",
    [
        prop("password", requirement="required"),
        prop("password", requirement="internal"),
        prop("password", requirement="conditional", requiredWhen=[{"property": "auth", "in": ["PASSWORD"]}]),
        prop("password", appliesWhen=[{"property": "auth", "in": ["PASSWORD"]}]),
    ],
)
def test_what_a_document_states_is_enough(credential: Fields) -> None:
    assert _expected(prop("auth", enum=["PASSWORD"]), credential) == {}


@pytest.mark.parametrize("name", ["mode", "author", "auth_region", "password"])
def test_other_properties_select_no_credential(name: str) -> None:
    assert _expected(prop(name, enum=["PASSWORD"]), prop("password")) == {}


def test_a_value_without_a_credential_expects_nothing() -> None:
    assert _expected(prop("auth", enum=["PASSWORD", 1]), prop("secret")) == {}

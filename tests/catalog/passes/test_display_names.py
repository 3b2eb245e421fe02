"""Display names of connectors that have no name in their documents."""

from __future__ import annotations

import pytest

from generator.catalog.context import Context, Knowledge
from generator.catalog.passes.display_names import name_entry, name_of_id
from generator.diagnostics import Diagnostics
from tests.catalog.building import connector, envelope, profile, run


def _name(name: str, type_: str, names: dict[str, str]) -> str:
    return run(name_entry, connector(type=type_, name=name), names=names).connector.name


def test_the_document_s_own_name_stays() -> None:
    assert _name("Acme Inc.", "acme", {"acme": "ACME"}) == "Acme Inc."


def test_a_connector_without_a_name_has_the_one_in_the_table() -> None:
    assert _name("", "acme", {"acme": "ACME"}) == "ACME"


def test_a_connector_that_is_not_in_the_table_has_the_words_of_its_id() -> None:
    assert _name("", "acme_mail", {"acme": "ACME"}) == "Acme Mail"


def test_an_envelope_has_its_name() -> None:
    assert name_entry(envelope(), Context(Knowledge(), Diagnostics())) == envelope()


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("google_ads", "Google Ads"),
        ("google-ads", "Google Ads"),
        ("a__b", "A B"),
        ("7shifts", "7shifts"),
        ("sap_hanaDB", "Sap HanaDB"),
        ("s3_", "S3"),
    ],
)
def test_words_of_an_id(type_: str, name: str) -> None:
    assert name_of_id(type_) == name


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("acme-google-ads", "Of the id"),
        ("acme-one", "Without the prefix"),
        ("acme-two-words", "With underscores"),
        ("acme-three", "Three"),
        ("four-acme-", "Four Acme"),
    ],
)
def test_the_table_may_have_the_id_without_the_vendor_s_prefix(type_: str, name: str) -> None:
    names = {"acme-google-ads": "Of the id", "google_ads": "No", "one": "Without the prefix"}
    names["two_words"] = "With underscores"
    roles = {"source": profile().roles["source"].model_copy(update={"id_prefix": "acme-"})}
    profiles = {"acme": profile().model_copy(update={"roles": roles})}
    found = run(name_entry, connector(type=type_, name=""), names=names, profiles=profiles)

    assert found.connector.name == name

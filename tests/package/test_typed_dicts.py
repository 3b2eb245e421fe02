"""The types of payloads, at run time."""

from __future__ import annotations

from typing import get_type_hints

import pydantic
import pytest
from connector_catalog.airbyte import destination_bigquery, source_postgres
from connector_catalog.fivetran import AdrollConnectionDict, AdrollConnectionUpdateDict, source_adroll
from connector_catalog.stitch import BraintreeSourceDict


def test_a_payload_is_read_by_its_type() -> None:
    reader = pydantic.TypeAdapter(AdrollConnectionDict)
    payload = {"schema": "s", "table": "t", "refresh_token": "r", "client_access": {"client_id": "c"}}

    assert reader.validate_python(payload) == payload
    with pytest.raises(pydantic.ValidationError):
        reader.validate_python({"schema": "s"})


def test_types_are_those_of_payloads() -> None:
    assert get_type_hints(BraintreeSourceDict)["start_date"] is str
    assert get_type_hints(BraintreeSourceDict)["private_key"] is str


def test_what_updates_require_is_nothing() -> None:
    assert AdrollConnectionUpdateDict.__required_keys__ == frozenset()
    assert AdrollConnectionDict.__required_keys__ == {"schema", "table"}


def test_each_type_is_made_once() -> None:
    assert source_adroll.AdrollConnectionDict is AdrollConnectionDict
    assert AdrollConnectionDict.__module__ == source_adroll.__name__


def test_an_object_that_is_open_takes_other_properties() -> None:
    found = source_postgres.PostgresSourceSslModeRequireDict

    assert found.__extra_items__ is not None
    assert destination_bigquery.BigqueryDestinationLoadingMethodGcsStagingDict.__required_keys__ == {
        *("credential", "gcs_bucket_name", "gcs_bucket_path", "method"),
    }


@pytest.mark.parametrize("name", ["Dict", "AnyDict", "NothingDict", "ClassVarDict", "AdrollConnectionDictDict", "x"])
def test_a_module_has_types_of_its_models_only(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(source_adroll, name)

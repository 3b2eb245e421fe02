"""Names as types, case by case."""

from __future__ import annotations

import keyword

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.context.names import ClassName, FieldName, Keyword, ModuleName, is_free_in_class
from tests.vendors import ACME, VENDORS

EXAMPLES = settings(derandomize=True, max_examples=100, deadline=None)


@pytest.mark.parametrize(
    ("vendor", "role", "type_", "name"),
    [
        ("stitch", "source", "platform.braintree", "BraintreeSource"),
        ("stitch", "destination", "bigquery_v2", "BigqueryV2Destination"),
        ("stitch", "source", "platform.hp-mysql", "HpMysqlSource"),
        ("stitch", "source", "import_api", "ImportApiSource"),
        ("fivetran", "source", "iterable", "IterableConnection"),
        ("fivetran", "destination", "snowflake", "SnowflakeDestination"),
        ("fivetran", "source", "15five", "Fivetran15fiveConnection"),
        ("stitch", "source", "platform.2checkout", "Stitch2checkoutSource"),
    ],
)
def test_class_of_a_connector(vendor: str, role: str, type_: str, name: str) -> None:
    assert ClassName.of_connector(VENDORS[vendor], role, type_) == name


def test_names_follow_the_profile_of_the_vendor() -> None:
    assert ClassName.of_connector(ACME, "destination", "acme-s3") == "S3Destination"
    assert ClassName.of_connector(ACME, "source", "2go") == "AcmeData2goSource"
    assert ModuleName.of_connector(ACME, "source", "acme-s3") == "source_s3"
    assert ClassName.of_ids(ACME) == "AcmeDataType"
    assert ModuleName.of_envelope("source") == "source_request_envelope"


@pytest.mark.parametrize(
    ("name", "nested"),
    [
        ("reports", "XSourceReports"),
        ("ad_account", "XSourceAdAccount"),
        ("ssl-ca", "XSourceSslCa"),
        ("2fa", "XSource2fa"),
        ("-", "XSourceValue"),
        ("größe", "XSourceGrE"),
    ],
)
def test_class_of_a_nested_object(name: str, nested: str) -> None:
    assert ClassName("XSource").nested(name) == nested


@pytest.mark.parametrize(
    ("role", "type_", "name"),
    [
        ("source", "platform.braintree", "source_braintree"),
        ("source", "platform.hp-mysql", "source_hp_mysql"),
        ("destination", "bigquery_v2", "destination_bigquery_v2"),
        ("source", "15five", "source_15five"),
        ("source", "class", "source_class"),
    ],
)
def test_module_of_a_connector(role: str, type_: str, name: str) -> None:
    assert ModuleName.of_connector(VENDORS["stitch"], role, type_) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("start_date", "start_date"),
        ("startDate", "startDate"),
        ("type", "type"),
        ("model_id", "model_id"),
        ("class", "class_"),
        ("from", "from_"),
        ("None", "None_"),
        ("schema", "schema_"),
        ("json", "json_"),
        ("copy", "copy_"),
        ("model_config", "model_config_"),
        ("model_fields", "model_fields_"),
        ("to_payload", "to_payload_"),
        ("15five", "n15five"),
        ("_file", "file_"),
        ("__secret", "secret_"),
        ("_class", "class_"),
        ("a-b", "a_b"),
        ("a.b", "a_b"),
        ("with space", "with_space"),
        ("größe", "gr__e"),
        ("_", "field_"),
        ("-", "field_"),
        ("", "field_"),
        ("_15", "n15_"),
    ],
)
def test_field_of_a_property(wire: str, name: str) -> None:
    assert FieldName.of(wire) == name


@given(st.text(max_size=12))
@EXAMPLES
def test_any_name_becomes_a_field_that_python_and_pydantic_leave_free(wire: str) -> None:
    name = FieldName.of(wire)

    assert name.isascii()
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
    assert not hasattr(pydantic.BaseModel, name)


@given(st.text(max_size=12))
@EXAMPLES
def test_any_name_becomes_a_class(wire: str) -> None:
    name = ClassName("XSource").nested(wire)

    assert name.isascii()
    assert name.isidentifier()


@given(st.from_regex(r"[a-z0-9][a-z0-9_.\-]*", fullmatch=True))
@EXAMPLES
def test_any_type_becomes_a_module_and_a_class(type_: str) -> None:
    for name in (ModuleName.of_connector(ACME, "source", type_), ClassName.of_connector(ACME, "source", type_)):
        assert name.isascii()
        assert name.isidentifier()


@pytest.mark.parametrize(
    ("wire", "keyword"),
    [
        ("schema", "schema"),
        ("class", "class_"),
        ("from", "from_"),
        ("a-b", "a_b"),
        ("15", "n15"),
        ("_private", "_private"),
        ("__mangled", "mangled_"),
        ("self", "self_"),
        ("naïve", "na_ve"),
        ("copy", "copy"),
        ("list", "list"),
    ],
)
def test_a_keyword_is_the_vendors_name_where_that_can_be_one(wire: str, keyword: str) -> None:
    assert Keyword.of(wire) == keyword


@pytest.mark.parametrize(
    ("name", "is_free"), [("a", True), ("schema", True), ("list", False), ("_date", False), ("if", False)]
)
def test_a_name_in_a_class_hides_no_type(name: str, is_free: bool) -> None:
    assert is_free_in_class(name) is is_free

"""What only looks different between a request and the vendor's answer is no change."""

from __future__ import annotations

import datetime

import pytest
from connector_catalog import Change, plan_diff

from tests.package.diff.test_plan_diff import MASK, of, stitch, told

MIDNIGHT = "2026-01-01T00:00:00Z"

SAME = {
    "case of a listed value": ("postgres", {"connection_type": "Directly"}, {"connection_type": "DIRECTLY"}),
    "joints of a listed value": ("postgres", {"connection_type": "SshTunnel"}, {"connection_type": "SSH_TUNNEL"}),
    "number in a string": ("postgres", {"port": "5432"}, {"port": 5432}),
    "number that comes back as text": ("postgres", {"port": 5432}, {"port": "5432"}),
    "number of a text": ("google_ads", {"customer_id": 1234567}, {"customer_id": "1234567"}),
    "whole number of a text": ("google_ads", {"customer_id": 1234567.0}, {"customer_id": "1234567"}),
    "boolean of a text": ("google_ads", {"customer_id": True}, {"customer_id": "true"}),
    "whole number": ("postgres", {"port": 5432}, {"port": 5432.0}),
    "boolean in a string": ("gitlab", {"enable_mtls_connection": "true"}, {"enable_mtls_connection": True}),
    "boolean that comes back as text": ("postgres", {"always_encrypted": True}, {"always_encrypted": "true"}),
    "order of a list": ("google_ads", {"accounts": ["1", "2", "2"]}, {"accounts": ["2", "1", "2"]}),
    "list of one that comes back bare": ("taboola", {"account_ids": ["a"]}, {"account_ids": "a"}),
    "empty list": ("google_ads", {"accounts": []}, {}),
    "list that comes back as null": ("google_ads", {"accounts": []}, {"accounts": None}),
    "null": ("postgres", {"host": None}, {}),
    "empty text": ("postgres", {"host": ""}, {"host": None}),
    "object of nothing": ("google_ads", {"reports": {}}, {"reports": []}),
    "nothing in an object": ("google_ads", {"unheard_of": {"a": None}}, {"unheard_of": ""}),
    "object of nothing for nothing": ("google_ads", {"unheard_of": None}, {"unheard_of": {"a": {"b": []}}}),
    "nothing in an object in a list": (
        "google_ads",
        {"unheard_of": [{"a": 1, "b": None}, "c"]},
        {"unheard_of": [{"a": 1}, "c"]},
    ),
    "what is no number": ("postgres", {"port": float("nan")}, {"port": float("nan")}),
    "date of Python's": (
        "iterable",
        {"historical_sync_limit_date": datetime.date(2026, 1, 1)},
        {"historical_sync_limit_date": "2026-01-01"},
    ),
    "documented default": ("servicenow", {"rollback_window": 0}, {}),
    "documented default for nothing": ("servicenow", {"rollback_window": None}, {"rollback_window": 0}),
    "what the request does not mention": ("postgres", {"host": "h"}, {"host": "h", "port": 1, "user": "u"}),
    "what the vendor sets": ("iterable", {"endpoint": "mine"}, {"endpoint": "theirs"}),
    "what the vendor sets and leaves out": ("iterable", {"endpoint": "mine"}, {}),
    "midnight of a date": (
        "iterable",
        {"historical_sync_limit_date": "2026-01-01"},
        {"historical_sync_limit_date": "2026-01-01T00:00:00Z"},
    ),
    "order of items with a key": (
        "google_ads",
        {"reports": [{"table": "a", "fields": ["x", "y"]}, {"table": "b", "fields": ["z"]}]},
        {"reports": [{"table": "b", "fields": ["z"]}, {"table": "a", "fields": ["y", "x"], "config_type": "CUSTOM"}]},
    ),
    "case of a listed value in an item": (
        "google_search_console",
        {"reports": [{"table": "a", "search_types": ["web"], "aggregation": "BY_PAGE"}]},
        {"reports": [{"table": "a", "search_types": ["web"], "aggregation": "ByPage"}]},
    ),
    "unknown object of which a part is wanted": (
        "postgres",
        {"unheard_of": {"a": {"b": 1}}},
        {"unheard_of": {"a": {"b": 1.0, "c": 2}}},
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_fivetran_s_noise_is_no_change(name: str) -> None:
    service, desired, actual = SAME[name]

    assert plan_diff(of(service, desired), of(service, actual)) == []


SAME_IN_STITCH = {
    "boolean in a string": ("mysql", {"ssl": "true"}, {"ssl": True}),
    "case of a boolean": ("mysql", {"ssl": True}, {"ssl": "True"}),
    "number in a string": ("mysql", {"port": "3306", "ssh_port": "22"}, {"port": 3306, "ssh_port": 22}),
    "listed number": ("mysql", {"frequency_in_minutes": "60"}, {"frequency_in_minutes": 60}),
    "offset of an instant": ("mysql", {"anchor_time": MIDNIGHT}, {"anchor_time": "2026-01-01T01:00:00+01:00"}),
    "fraction of an instant": ("mysql", {"anchor_time": MIDNIGHT}, {"anchor_time": "2026-01-01T00:00:00.000+00:00"}),
    "midnight of a date": ("braintree", {"start_date": "2026-01-01"}, {"start_date": MIDNIGHT}),
    "documented default": ("mysql", {"port": "3306", "allow_non_auto_increment_pks": True}, {}),
    "list in a string": ("google-ads", {"customer_ids": "1, 2,3"}, {"customer_ids": "3,2,1"}),
    "list in a string that comes back as a list": ("google-ads", {"customer_ids": "1,2"}, {"customer_ids": [2, 1]}),
    "list of one in a string": ("google-ads", {"customer_ids": 1}, {"customer_ids": "1"}),
    "list with spaces between": ("github", {"repository": "a/b  c/d"}, {"repository": "c/d a/b"}),
    "JSON in a string": (
        "sftp",
        {"tables": '[{"table_name":"a","delimiter":";"},{"table_name":"b","key_properties":"x,y"}]'},
        {"tables": '[ {"key_properties": "y, x", "table_name": "b"}, {"delimiter": ";", "table_name": "a"} ]'},
    ),
    "JSON in a string that comes back as JSON": (
        "stripe",
        {"whitelist_map": '{"a": ["x", "y"]}'},
        {"whitelist_map": {"a": ["y", "x"]}},
    ),
    "what is for the vendor's own use": ("mysql", {"filter_dbs": "mine"}, {"filter_dbs": "theirs"}),
    "credential that is never returned": ("mysql", {"password": "p", "ssl_key": "k"}, {}),
    "credential in JSON that is never returned": (
        "ga360",
        {"service_account_json": '{"client_email":"e","private_key":"k"}'},
        {"service_account_json": {"client_email": "e"}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME_IN_STITCH)
def test_stitch_s_noise_is_no_change(name: str) -> None:
    type_, desired, actual = SAME_IN_STITCH[name]

    assert plan_diff(stitch(type_, desired), stitch(type_, actual)) == []


@pytest.mark.parametrize("mask", ["******", "*" * 10, "••••••••", "*"])
def test_masked_secret_is_no_change(mask: str) -> None:
    assert plan_diff(of("postgres", {"password": "p"}), of("postgres", {"password": mask})) == []


def test_masked_secret_is_unknown_where_that_is_asked_for() -> None:
    config = {"password": "p", "client_private_key": MASK}

    found = plan_diff(of("postgres", config), of("postgres", dict.fromkeys(config, MASK)), masked="report")

    message = "masked in the response, cannot be compared"
    assert found == [Change("config.password", "unknown", message, secret=True)]


def test_what_the_answer_never_holds_is_unknown_where_that_is_asked_for() -> None:
    fivetran = of("twitter_ads", {}, auth={"oauth_token": "t", "client_access": {"client_id": "i"}})
    credential = stitch("mysql", {"password": "p"})

    assert told(fivetran, of("twitter_ads", {})) == []
    assert told(fivetran, of("twitter_ads", {}), masked="report") == [
        ("auth.oauth_token", "unknown"),
        ("auth.client_access.client_id", "unknown"),
    ]
    assert told(credential, stitch("mysql", {}), masked="report") == [("properties.password", "unknown")]
    assert [each.secret for each in plan_diff(fivetran, of("twitter_ads", {}), masked="report")] == [True, False]


def test_masked_list_of_secrets_is_no_change() -> None:
    assert told(of("github", {"pats": ["a", "b"]}), of("github", {"pats": [MASK, MASK]})) == []
    assert told(of("github", {"pats": ["a", "b"]}), of("github", {"pats": [MASK, "b"]})) == []
    assert told(of("github", {"pats": ["a", "b"]}), of("github", {"pats": MASK})) == []


def test_masked_secrets_in_items_are_no_change() -> None:
    desired = [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]
    actual = [{"key": "b", "value": MASK}, {"key": "a", "value": MASK}]

    assert told(of("connector_sdk", {"secrets_list": desired}), of("connector_sdk", {"secrets_list": actual})) == []
    assert told(of("connector_sdk", {"secrets_list": desired}), of("connector_sdk", {"secrets_list": MASK})) == []


def test_masked_value_that_the_catalog_does_not_take_for_a_secret_is_no_change() -> None:
    assert told(of("postgres", {"unheard_of": "a"}), of("postgres", {"unheard_of": MASK})) == []


def test_pattern_of_one_asterisk_is_no_mask() -> None:
    desired, actual = [{"table_name": "t", "file_pattern": "a.*"}], [{"table_name": "t", "file_pattern": "*"}]

    assert told(of("s3", {"files": desired}), of("s3", {"files": actual})) == [
        ("config.files[0].file_pattern", "change")
    ]


@pytest.mark.parametrize(
    ("service", "config", "schema"),
    [
        ("iterable", {"schema": "s"}, "s"),
        ("iterable", {"schema": "s.t"}, "s.t"),
        ("google_sheets", {"schema": "s", "table": "t.u"}, "s.t.u"),
        ("google_sheets", {"schema": "s", "table": "t"}, "s.t"),
        ("postgres", {"schema_prefix": "p"}, "p"),
        ("s3", {"schema": "s", "table_group_name": "g"}, "s.g"),
        ("s3", {"schema": "s", "table_group_name": "g"}, "s"),
        ("db2luw", {"schema_prefix": "p"}, "p"),
    ],
)
def test_name_of_the_schema_stands_beside_the_answer_s_config(
    service: str, config: dict[str, str], schema: str
) -> None:
    assert plan_diff(of(service, config), of(service, {}, schema=schema)) == []
    # Some answers have it in both places.
    assert plan_diff(of(service, config), of(service, config, schema="other")) == []
    assert plan_diff(of(service, config), of(service, dict.fromkeys(config), schema=schema)) == []


def test_another_name_of_the_schema_needs_a_new_connection() -> None:
    desired = {"schema": "s", "table": "t"}

    assert told(of("google_sheets", desired), of("google_sheets", {}, schema="s.u")) == [("config.table", "recreate")]
    assert told(of("google_sheets", desired), of("google_sheets", {}, schema="r.t")) == [("config.schema", "recreate")]
    assert told(of("postgres", {"schema_prefix": "p"}), of("postgres", {}, schema="q")) == [
        ("config.schema_prefix", "recreate")
    ]


def test_envelope_is_compared_by_the_same_rules() -> None:
    desired = of(
        "postgres",
        {},
        group_id="g",
        paused=False,
        sync_frequency="60",
        networking_method="SshTunnel",
        run_setup_tests=True,
        is_historical_sync=True,
        trust_certificates=True,
        status={"setup_state": "connected"},
        data_delay_sensitivity="NORMAL",
    )
    actual = of("postgres", {}, group_id="g", paused=False, sync_frequency=60, networking_method="SSH_TUNNEL")
    actual |= {"trust_certificates": False}

    assert plan_diff(desired | {"$schema": "urn:x"}, actual, masked="report") == []
    assert told(desired | {"group_id": "h", "paused": True, "data_delay_sensitivity": "LOW"}, actual) == [
        ("group_id", "recreate"),
        ("paused", "change"),
        ("data_delay_sensitivity", "add"),
    ]


def test_stitch_s_envelope_is_compared_though_the_catalog_does_not_know_it() -> None:
    actual = stitch("mysql", {}, id=1, display_name="b", paused_at=None)

    assert told(stitch("mysql", {}, display_name="b"), actual) == []
    assert plan_diff(stitch("mysql", {}, display_name="a"), actual) == [
        Change("display_name", "change", "differs from the desired value")
    ]

"""What differs between a request and the vendor's answer is told, and how."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from connector_catalog import Change, UnknownConnectorError, find, get_model, plan_diff
from connector_catalog.diff import property_info
from connector_catalog.wording import join_or, quote

from tests.vendors import VENDORS

TOKEN = "s3cr3t-T0k3n-of-this-test"
MASK = "******"


def of(service: str, config: Any, *, auth: Any = None, **envelope: Any) -> dict[str, Any]:
    """A request of Fivetran's, or the data of its answer."""
    return {"service": service, **envelope, "config": config} | ({} if auth is None else {"auth": auth})


def stitch(type_: str, properties: Any, **beside: Any) -> dict[str, Any]:
    return {"type": f"platform.{type_}", **beside, "properties": properties}


def told(desired: Any, actual: Any, **options: Any) -> list[tuple[str, str]]:
    return [(each.path, each.kind) for each in plan_diff(desired, actual, **options)]


# What is a change.


def test_null_in_the_answer_does_not_hide_its_name_of_the_schema() -> None:
    found = told(of("iterable", {"schema": "s"}), of("iterable", {"schema": None}, schema="t"))

    assert found == [("config.schema", "recreate")]


def test_change_tells_both_values() -> None:
    found = plan_diff(of("postgres", {"port": 5433}), of("postgres", {"port": 5432}))

    assert found == [
        Change("config.port", "change", "differs from the desired value", secret=False, desired=5433, actual=5432)
    ]
    assert str(found[0]) == "config.port: [change] differs from the desired value; desired 5433, actual 5432"


def test_add_tells_what_is_wanted() -> None:
    found = plan_diff(stitch("mysql", {"host": "h"}), stitch("mysql", {"host": None}))

    assert found == [Change("properties.host", "add", "missing in the actual state", secret=False, desired="h")]
    assert str(found[0]) == "properties.host: [add] missing in the actual state; desired 'h'"


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_remove_is_what_is_wanted_as_nothing(nothing: Any) -> None:
    found = plan_diff(stitch("mysql", {"database": nothing}), stitch("mysql", {"database": "d"}))

    assert [(each.path, each.kind, each.actual) for each in found] == [("properties.database", "remove", "d")]


def test_false_and_zero_are_not_nothing() -> None:
    assert told(of("postgres", {"always_encrypted": False}), of("postgres", {})) == [("config.always_encrypted", "add")]
    assert told(of("postgres", {"port": None}), of("postgres", {"port": 0})) == [("config.port", "remove")]


def test_recreate_is_what_only_a_new_connection_can_have() -> None:
    desired = of("adobe_analytics", {"timeframe_months": "SIX"})

    assert told(desired, of("adobe_analytics", {"timeframe_months": "TWELVE"})) == [
        ("config.timeframe_months", "recreate")
    ]
    assert told(desired, of("adobe_analytics", {})) == [("config.timeframe_months", "recreate")]
    assert told(desired, of("adobe_analytics", {"timeframe_months": "Six"})) == []
    destination = {"type": "bigquery_v2", "properties": {"loading_mode": "upsert"}}
    assert told(destination, {"type": "bigquery_v2", "properties": {"loading_mode": "append"}}) == [
        ("properties.loading_mode", "recreate")
    ]


def test_another_connector_is_the_only_change() -> None:
    found = plan_diff(of("postgres", {"host": "a"}, paused=True), of("mysql", {"host": "b"}, paused=False))

    assert [(each.path, each.kind, each.desired, each.actual) for each in found] == [
        ("service", "recreate", "postgres", "mysql")
    ]


def test_secret_that_is_not_masked_is_compared_and_not_shown() -> None:
    desired, actual = of("postgres", {"password": "wanted"}), of("postgres", {"password": "there"})

    assert plan_diff(desired, actual) == [
        Change("config.password", "change", "differs from the desired value", secret=True)
    ]
    assert told(desired, of("postgres", {})) == [("config.password", "add")]
    assert told(of("postgres", {"password": None}), of("postgres", {"password": MASK})) == [
        ("config.password", "remove")
    ]


def test_number_of_masked_secrets_is_compared() -> None:
    desired = of("github", {"pats": ["a", "b"]})

    assert told(desired, of("github", {"pats": [MASK]})) == [("config.pats", "change")]
    assert told(desired, of("github", {"pats": [MASK, "c"]})) == [("config.pats", "change")]


def test_property_that_the_vendor_sets_in_one_part_is_compared_in_the_other() -> None:
    desired = of("twitter_ads", {"consumer_key": "a"}, auth={"consumer_key": "a"})
    actual = of("twitter_ads", {"consumer_key": "b"}, auth={"consumer_key": "b"})

    assert told(desired, actual) == [("auth.consumer_key", "change")]


def test_items_of_a_list_are_told_one_by_one() -> None:
    there = [{"table": "a", "fields": ["x"]}, {"table": "b", "fields": ["y"]}]
    wanted = [{"table": "c", "fields": ["z"]}, {"table": "a", "fields": ["x", "y"]}]

    found = plan_diff(of("google_ads", {"reports": wanted}), of("google_ads", {"reports": there}))

    assert [(each.path, each.kind) for each in found] == [
        ("config.reports[0]", "add"),
        ("config.reports[1].fields", "change"),
        ("config.reports[1]", "remove"),
    ]
    assert found[1].desired == ["x", "y"]
    assert found[0].desired is None


def test_items_without_a_key_are_compared_in_their_order() -> None:
    wanted = [{"a": 1}, {"a": 2}]

    assert told(of("postgres", {"x": wanted}), of("postgres", {"x": [{"a": 1, "b": 0}, {"a": 2}]})) == []
    assert told(of("postgres", {"x": wanted}), of("postgres", {"x": [{"a": 1}, {"a": 3}, {"a": 4}]})) == [
        ("config.x[1].a", "change"),
        ("config.x[2]", "remove"),
    ]


def test_items_of_which_two_have_the_same_key_are_compared_in_their_order() -> None:
    wanted = [{"table": "a", "report_type": "x"}, {"table": "a", "report_type": "y"}]

    assert told(of("google_ads", {"reports": wanted}), of("google_ads", {"reports": wanted})) == []
    assert told(of("google_ads", {"reports": wanted}), of("google_ads", {"reports": wanted[::-1]})) == [
        ("config.reports[0].report_type", "change"),
        ("config.reports[1].report_type", "change"),
    ]


def test_how_often_an_item_stands_in_a_list_counts() -> None:
    assert told(of("google_ads", {"accounts": ["1", "1", "2"]}), of("google_ads", {"accounts": ["1", "2", "2"]})) == [
        ("config.accounts", "change")
    ]


def test_difference_inside_json_in_a_string_is_told_where_it_is() -> None:
    desired = stitch("sftp", {"tables": '[{"table_name":"a","delimiter":";"}]'})
    actual = stitch("sftp", {"tables": '[{"table_name":"a","delimiter":","}]'})

    assert told(desired, actual) == [("properties.tables[0].delimiter", "change")]


def test_text_that_should_be_json_and_is_not_is_compared_as_text() -> None:
    desired = stitch("stripe", {"whitelist_map": "{broken"})

    assert plan_diff(desired, copy.deepcopy(desired)) == []
    assert plan_diff(desired, stitch("stripe", {"whitelist_map": "{other"})) == [
        Change("properties.whitelist_map", "change", "differs from the desired value")
    ]
    deep = stitch("stripe", {"whitelist_map": "[" * 100_000})
    assert told(deep, desired) == [("properties.whitelist_map", "change")]


@pytest.mark.parametrize(
    ("desired", "actual"),
    [
        ({"host": "A"}, {"host": "a"}),
        ({"host": "1"}, {"host": "01"}),
        ({"port": 1}, {"port": True}),
        ({"connection_type": "Directly"}, {"connection_type": "SshTunnel"}),
        ({"unheard_of": "true"}, {"unheard_of": True}),
        ({"unheard_of": "2026-01-01"}, {"unheard_of": "2026-01-01T00:00:00Z"}),
        ({"unheard_of": "1"}, {"unheard_of": 1}),
        ({"unheard_of": 1}, {"unheard_of": True}),
        ({"unheard_of": {"a": 1}}, {"unheard_of": "text"}),
        ({"unheard_of": [1]}, {"unheard_of": {"a": 1}}),
        ({"unheard_of": [[1], [2]]}, {"unheard_of": [[1], [3]]}),
        ({"unheard_of": [{"a": 1}, 2]}, {"unheard_of": [2, {"a": 1}]}),
    ],
)
def test_what_the_catalog_does_not_excuse_is_one_change(desired: Any, actual: Any) -> None:
    assert [kind for _, kind in told(of("postgres", desired), of("postgres", actual))] == ["change"]


def test_text_of_digits_that_is_no_number_as_json_writes_it_is_text() -> None:
    assert told(stitch("impact", {"model_id": "007"}), stitch("impact", {"model_id": "7"})) == [
        ("properties.model_id", "change")
    ]
    assert told(stitch("impact", {"model_id": "7"}), stitch("impact", {"model_id": 7})) == []


def test_property_of_two_steps_is_a_caller_s_if_one_of_them_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [("form", "optional"), ("oauth", "readOnly")]
    for order in (steps, steps[::-1]):
        described = [{"name": name, "properties": [{"name": "x", "requirement": word}]} for name, word in order]
        monkeypatch.setattr(property_info, "definition_of", lambda *_, found=described: {"steps": found})
        info = property_info.request_info.__wrapped__(find("stitch", "platform.mysql"))
        assert not info.of_property("properties").of_property("x").read_only


def test_other_instants_differ() -> None:
    found = told(
        stitch("mysql", {"anchor_time": "2026-01-01T00:00:00Z"}),
        stitch("mysql", {"anchor_time": "2026-01-01T00:00:00+01:00"}),
    )

    assert found == [("properties.anchor_time", "change")]


def test_instant_at_the_end_of_the_calendar_is_compared() -> None:
    desired = stitch("mysql", {"anchor_time": "0001-01-01T00:00:00+14:00"})

    assert plan_diff(desired, copy.deepcopy(desired)) == []
    assert told(desired, stitch("mysql", {"anchor_time": "9999-12-31T23:59:59-12:00"})) == [
        ("properties.anchor_time", "change")
    ]


# What is taken.


def test_whole_answer_and_its_data_are_both_taken() -> None:
    desired, data = of("postgres", {"host": "a"}), of("postgres", {"host": "b"})

    assert told(desired, {"code": "Success", "data": data}) == told(desired, data) == [("config.host", "change")]


def test_model_knows_its_connector() -> None:
    create = get_model("stitch", "platform.mysql")(host="h", user="u", password=TOKEN, port=3307)
    update = get_model("fivetran", "postgres", action="update")(host="h", password=TOKEN)

    assert told(create, {"type": "platform.mysql", "properties": {"host": "h", "port": "3307", "user": "u"}}) == []
    assert told(update, {"config": {"host": "i", "password": MASK}}) == [("config.host", "change")]
    assert told(update, {"service": "mysql", "config": {}}) == [("service", "recreate")]


def test_connector_is_named_by_the_request_else_the_answer_else_the_caller() -> None:
    config = {"connection_type": "SshTunnel"}
    answer = {"config": {"connection_type": "SSH_TUNNEL"}}

    assert told({"service": "postgres", "config": config}, answer, vendor="fivetran", type="aws_lambda") == []
    assert told({"config": config}, answer | {"service": "postgres"}, vendor="fivetran", type="aws_lambda") == []
    assert told({"config": config}, answer, vendor="fivetran", type="postgres") == []
    assert told({"properties": {"ssl": "true"}}, stitch("mysql", {"ssl": True})) == []
    # A property of that name names no connector of another vendor.
    assert told({"service": "x", "ssl": "true"}, stitch("mysql", {"ssl": True}), vendor="stitch") == [
        ("properties.service", "add")
    ]


def test_properties_without_their_request_are_taken() -> None:
    actual = of("twitter_ads", {"sync_mode": "ALL_ACCOUNTS"}, auth={"oauth_token": MASK}, paused=False)

    assert told({"sync_mode": "AllAccounts", "oauth_token": "t"}, actual) == []
    assert told({"sync_mode": "SpecificAccounts", "paused": True, "new": 1}, actual) == [
        ("config.sync_mode", "change"),
        ("config.new", "add"),
        ("paused", "change"),
    ]


def test_part_that_is_null_wants_nothing() -> None:
    assert told({"service": "postgres", "config": None}, of("postgres", {"host": "h"})) == []


@pytest.mark.parametrize("bad", [None, [TOKEN], TOKEN, 1])
def test_values_that_are_not_objects_are_refused_without_showing_them(bad: Any) -> None:
    for desired, actual in ((bad, of("postgres", {})), (of("postgres", {}), bad)):
        with pytest.raises(TypeError, match="must be") as caught:
            plan_diff(desired, actual)
        assert TOKEN not in str(caught.value)
    with pytest.raises(TypeError, match="an object in data"):
        plan_diff(of("postgres", {}), {"code": "NotFound", "data": bad})


def test_unknown_connector_is_refused() -> None:
    with pytest.raises(UnknownConnectorError, match="did you mean 'postgres'"):
        plan_diff(of("postgress", {}), {})
    with pytest.raises(UnknownConnectorError, match="names the connector"):
        plan_diff({"config": {}}, {"config": {}}, vendor="fivetran")
    with pytest.raises(UnknownConnectorError, match=f"unknown vendor, expected {join_or(quote(VENDORS))}"):
        plan_diff({"config": {}}, {"config": {}}, vendor="acme", type="postgres")


def test_another_word_for_masked_is_refused() -> None:
    with pytest.raises(ValueError, match="'ignore' or 'report'"):
        plan_diff(of("postgres", {}), {}, masked="show")  # type: ignore[arg-type]


def test_value_that_is_nested_too_deeply_is_refused_without_its_value() -> None:
    deep: Any = TOKEN
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(ValueError, match="nested too deeply") as caught:
        plan_diff(of("postgres", {"unheard_of": deep}), of("postgres", {"unheard_of": [1]}))

    assert TOKEN not in str(caught.value)
    assert caught.value.__context__ is None


def test_neither_side_is_changed() -> None:
    desired = of("google_sheets", {"schema": "s", "table": "t"}, auth=None)
    actual = {"code": "Success", "data": of("google_sheets", {"sheet_id": "i"}, schema="s.u")}
    before = copy.deepcopy((desired, actual))

    plan_diff(desired, actual)

    assert (desired, actual) == before

"""Payloads drawn from the catalog: the schema (read by two libraries), the model and the validator say the same."""

from __future__ import annotations

import copy
import functools
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.payloads import Drawer
from tests.bench.verdicts import Places, Readers, validator_of
from tests.cases.changes import Object
from tests.cases.verdicts import committed
from tests.vendors import shape

CONNECTORS = st.sampled_from(sorted(committed()))
CHANCES = st.randoms(use_true_random=False)
BOUNDED = settings(derandomize=True, max_examples=300, deadline=None)
Change = Callable[[Object], object]


@functools.cache
def readers(key: str) -> Readers:
    return Readers.of(committed()[key])


def places(key: str, payload: Object) -> dict[str, Places]:
    return readers(key).places(payload)


def by_all(*paths: str) -> dict[str, Places]:
    return dict.fromkeys(("jsonschema", "jsonschema-rs", "model", "validator"), frozenset(paths))


@given(CONNECTORS, CHANCES)
@BOUNDED
def test_a_valid_payload_is_accepted_by_all_four(key: str, chance: random.Random) -> None:
    drawn = Drawer(committed()[key], chance).valid()

    assert places(key, drawn.payload) == by_all(), drawn.payload


@given(CONNECTORS, CHANCES)
@BOUNDED
def test_of_a_broken_payload_all_four_say_the_same(key: str, chance: random.Random) -> None:
    drawn = Drawer(committed()[key], chance).broken()
    found = places(key, drawn.payload)

    assert len(set(found.values())) == 1, (drawn, found)


def test_drawn_faults_are_of_every_kind_and_most_of_them_are_refused() -> None:
    # Where nothing is broken, or nothing is refused, the test above finds nothing. It says that all four agree: the
    # quickest of them is enough here, and the models of a thousand connectors are not built.
    kinds: dict[str, list[bool]] = {}
    for key, connector in committed().items():
        drawer, validate = Drawer(connector, random.Random(key)), validator_of(connector)
        for drawn in (drawer.broken() for _ in range(10)):
            kinds.setdefault(drawn.fault, []).append(any(each.level == "error" for each in validate(drawn.payload)))

    # Where no connector has properties that exclude each other, none is broken that way.
    variants = {"selector", "no selector", "other variant"}
    assert set(kinds) - {"exclusive"} == {"drop", "unknown", "type", "value", "null", "limit", *variants}
    assert all(any(refused) for refused in kinds.values())
    # Some objects take properties that nobody knows.
    assert sum(kinds["unknown"]) > 0.9 * len(kinds["unknown"])


def put(value: Any, *path: str) -> Change:
    """Gives the property at a path this value."""

    def change(payload: Object) -> None:
        holder = payload
        for name in path[:-1]:
            holder = holder[name]
        holder[path[-1]] = value

    return change


def drop(*path: str) -> Change:
    """Takes the property at a path away."""

    def change(payload: Object) -> None:
        holder = payload
        for name in path[:-1]:
            holder = holder[name]
        del holder[path[-1]]

    return change


ITERABLE = "fivetran/source/iterable"
DATABRICKS = "stitch/destination/databricks_delta"
BIGQUERY = "stitch/destination/bigquery_v2"
AZURE = "stitch/destination/azure_sqldw"
MYSQL = "stitch/source/platform.mysql"
MIDNIGHT_ONLY = "stitch/source/platform.activecampaign"
SERVICE_ACCOUNT = "service_account_credentials"

# The kind of fact; the connector; what is put right beside its least payload; the one thing that is wrong; its path.
ONE_WRONG: dict[str, tuple[str, list[Change], Change, str]] = {
    "missing": (ITERABLE, [], drop("schema"), "schema"),
    "missing in a group": (BIGQUERY, [], drop(SERVICE_ACCOUNT, "private_key"), f"{SERVICE_ACCOUNT}.private_key"),
    "conditional": (ITERABLE, [], put("SelectedEvents", "sync_mode"), "events"),
    "conditional in a group": (
        DATABRICKS,
        [put({"ssh": "true", "ssh_port": "22", "ssh_user": "x", "ssh_host": "x"}, "ssh_config")],
        drop("ssh_config", "ssh_host"),
        "ssh_config.ssh_host",
    ),
    "one of several": ("stitch/source/platform.gitlab", [drop("groups")], lambda _: None, ""),
    "dependent": (MYSQL, [put("x", "ssl_ca")], put("x", "ssl_cert"), "ssl_key"),
    "dependent on the other": (MYSQL, [], put("x", "ssl_key"), "ssl_ca"),
    "extra": (ITERABLE, [], put("x", "shema"), "shema"),
    "extra in a group": (BIGQUERY, [], put("x", SERVICE_ACCOUNT, "typ"), f"{SERVICE_ACCOUNT}.typ"),
    "type": (ITERABLE, [], put("x", "events"), "events"),
    "type of an item": (ITERABLE, [], put(["x", 7], "events"), "events[1]"),
    "type in a group": (BIGQUERY, [], put(7, SERVICE_ACCOUNT, "project_id"), f"{SERVICE_ACCOUNT}.project_id"),
    "null": (ITERABLE, [], put(None, "schema"), "schema"),
    "listed value": (ITERABLE, [], put("ONE_DAY", "historic_sync_time_frame"), "historic_sync_time_frame"),
    "switch in a string": (MYSQL, [], put("True", "check_hostname"), "check_hostname"),
    "fixed value": ("stitch/source/platform.looker", [], put("3.0", "api_version"), "api_version"),
    "fixed value in a group": (BIGQUERY, [], put("x", SERVICE_ACCOUNT, "type"), f"{SERVICE_ACCOUNT}.type"),
    "pattern of a number": (AZURE, [], put("1433.0", "port"), "port"),
    "pattern of a list": ("stitch/source/platform.github", [], put("a  b", "repository"), "repository"),
    "pattern of a beginning": ("stitch/destination/s3", [], put("challenge", "sentinel_key"), "sentinel_key"),
    "form of a date": (ITERABLE, [], put("01/31/2026", "historical_sync_limit_date"), "historical_sync_limit_date"),
    "date that does not exist": (
        ITERABLE,
        [],
        put("2026-02-30", "historical_sync_limit_date"),
        "historical_sync_limit_date",
    ),
    "time of a day that does not exist": (MYSQL, [], put("2026-02-30T09:00:00Z", "anchor_time"), "anchor_time"),
    "time without a zone": (MYSQL, [], put("2026-02-28T09:00:00", "anchor_time"), "anchor_time"),
    "year that does not exist": (MYSQL, [], put("0000-02-28T09:00:00Z", "anchor_time"), "anchor_time"),
    "time that is not midnight": (MIDNIGHT_ONLY, [], put("2026-02-28T09:00:00Z", "start_date"), "start_date"),
}


@pytest.mark.parametrize("kind", ONE_WRONG)
def test_one_wrong_thing_is_refused_by_all_four_at_its_path(kind: str) -> None:
    key, prepared, wrong, path = ONE_WRONG[kind]
    payload = copy.deepcopy(shape(committed()[key]).minimal)
    for change in prepared:
        change(payload)
    if kind != "one of several":
        assert places(key, payload) == by_all()
    wrong(payload)

    assert places(key, payload) == by_all(path)


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("stitch/source/platform.gitlab", {"groups": "a b", "projects": "c d"}),
        (MYSQL, {"ssl_ca": "x"}),
        (MYSQL, {"ssl_ca": "x", "ssl_cert": "x", "ssl_key": "x"}),
        (ITERABLE, {"sync_mode": "AllEvents"}),
        (ITERABLE, {"sync_mode": "SelectedEvents", "events": ["x"]}),
        (ITERABLE, {"historical_sync_limit_date": "2028-02-29"}),
        (AZURE, {"port": "-1"}),
    ],
)
def test_payloads_that_keep_to_the_rules_are_accepted_by_all_four(key: str, given: Object) -> None:
    assert places(key, shape(committed()[key]).minimal | given) == by_all()

"""Payloads that nobody would write: problems, never exceptions."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from connector_catalog import convert, describe, find
from connector_catalog.conversion.collecting import Gaps
from connector_catalog.requests import places_of, shape_of

from tests.package.conversion.deciding import LINKS, MYSQL, decided, link, system


def deep(depth: int) -> Any:
    value: Any = "x"
    for number in range(depth):
        value = [value] if number % 2 else {"a": value}
    return value


HOSTILE = [
    None,
    True,
    0,
    -1,
    2**70,
    pytest.param(10**5000, id="digits"),
    1e308,
    float("nan"),
    float("inf"),
    "",
    "\x00\n\x1b[0m",
    "9" * 5000,
    "{" * 5000,
    "[" * 200_000,
    "${env:X}",
    "2026-13-45T99:99:99Z",
    "9999-12-31T23:59:59+00:01",
    [],
    {},
    [None],
    [[], {}],
    ["x"] * 1000,
    [{"a": 1}] * 100,
    {"": {"": ""}},
    {1: 2, None: 3, (1,): 4},
    {"a.b[0]": {"x": 1}},
    {"tunnel_method": {"tunnel_method": "SSH_KEY_AUTH"}},
    b"bytes",
    datetime.date(2026, 1, 1),
    object(),
    (1, 2),
    {1, 2},
]
PAYLOADS: dict[str, Any] = {
    "airbyte": {"name": "n", "configuration": {"sourceType": "mysql"}},
    "fivetran": {"service": "mysql", "group_id": "g", "config": {}},
    "stitch": {"type": "platform.hp-mysql", "display_name": "n", "properties": {}},
}
OTHER = {"airbyte": "stitch", "fivetran": "airbyte", "stitch": "fivetran"}
ALL = (
    *LINKS,
    link(airbyte="replication_method", stitch="filter_dbs", fivetran="replica_id"),
    link(airbyte="ssl_mode.mode", stitch="ssl", fivetran="always_encrypted"),
    link(airbyte="ssl_mode.ca_certificate", stitch="ssl_ca", fivetran="client_public_certificate"),
    link(airbyte="max_db_connections", stitch="frequency_in_minutes", units={"airbyte": "hour"}),
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("vendor", PAYLOADS)
def test_anything_at_every_place(vendor: str, hostile: Any) -> None:
    entry = find(vendor, MYSQL[vendor][0])
    names = [*places_of(entry), "unknown", shape_of(entry).id_in_main_part or "x"]
    part = shape_of(entry).main_part
    given = PAYLOADS[vendor]
    with decided(system(MYSQL, ALL)):
        for payload in (
            *({**given, part: {**given[part], name: hostile}} for name in names),
            {**given, part: {**given[part], **dict.fromkeys(names, hostile)}},
            {**given, part: hostile},
            {**given, "display_name": hostile, "name": hostile, "other": hostile},
            hostile,
        ):
            convert(payload, to=OTHER[vendor], vendor=vendor, type=entry.type)


@pytest.mark.parametrize("inner", ["tunnel_host", "tunnel_method", "ssh_key", "unknown"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_anything_inside_of_an_object(hostile: Any, inner: str) -> None:
    payload = {"configuration": {"sourceType": "mysql", "tunnel_method": {inner: hostile}}}
    with decided(system(MYSQL, ALL)):
        for to in ("fivetran", "stitch"):
            assert convert(payload, to=to).request is not None


@pytest.mark.parametrize("depth", [90, 101, 100_000])
def test_deep_nesting(depth: int) -> None:
    payload = {"service": "mysql", "config": {"host": deep(depth), "other": deep(depth)}}
    with decided(system(MYSQL, ALL)):
        made = convert(payload, to="stitch")

    codes = {each.code for each in made.gaps}
    assert codes == {"too-deep"} if depth > 90 else "invalid" in codes


def test_a_value_that_contains_itself() -> None:
    loop: list[Any] = []
    loop.append(loop)

    assert [each.code for each in convert({"service": "mysql", "config": loop}, to="stitch").gaps] == ["too-deep"]


def test_a_million_gaps_are_counted() -> None:
    gaps = Gaps()
    for number in range(100_002):
        gaps.add(("a", number), "unknown", "")

    assert len(gaps.all()) == 100_001
    assert gaps.all()[-1].code == "too-large"


def test_a_long_list_takes_time_in_proportion() -> None:
    streams = [{"name": str(number), "globs": [str(number)]} for number in range(3000)]
    of = {"airbyte": ["source-s3"], "fivetran": ["s3"]}
    links = [
        link(airbyte="streams[].name", fivetran="files[].table_name"),
        link(airbyte="streams[].globs", fivetran="files[].file_pattern"),
    ]
    with decided(system(of, links)):
        made = convert({"configuration": {"sourceType": "s3", "streams": streams}}, to="fivetran")
    assert made.request is not None

    assert len(made.request["config"]["files"]) == 3000


@pytest.mark.parametrize("seed", range(8))
def test_random_payloads(seed: int) -> None:
    chance = random.Random(seed)
    names = [each["name"] for step in describe("airbyte", "source-mysql")["steps"] for each in step["properties"]]
    names += ["tunnel_host", "tunnel_port", "method", "mode", "ssh_key", "x"]
    scalars = ["a", "22", "true", 22, True, None, 1.5, "SSH_KEY_AUTH", "NO_TUNNEL", "CDC", "*****", "${env:A}"]

    def drawn(depth: int) -> Any:
        kind = chance.random()
        if depth and kind < 0.5:
            return {chance.choice(names): drawn(depth - 1) for _ in range(chance.randrange(6))}
        return (
            [drawn(depth - 1) for _ in range(chance.randrange(4))] if depth and kind < 0.6 else chance.choice(scalars)
        )

    with decided(system(MYSQL, ALL)):
        for _ in range(40):
            inner = {chance.choice(names): drawn(3) for _ in range(8)}
            for to in ("fivetran", "stitch"):
                made = convert({"configuration": {**inner, "sourceType": "mysql"}}, to=to)
                assert made.request is not None
                assert not [each for each in made.problems if each.code in ("type", "enum", "unknown")]

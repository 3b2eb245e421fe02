"""Secrets are carried over and never shown."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import Converted, convert

from tests.package.conversion.deciding import LINKS, MYSQL, decided, system


def converted(password: Any, to: str = "airbyte") -> Converted:
    with decided(system(MYSQL, LINKS)):
        return convert({"service": "mysql", "config": {"password": password}}, to=to)


def password_of(made: Converted) -> Any:
    assert made.request is not None
    return made.request["configuration"].get("password")


@pytest.mark.parametrize("secret", ["s3cret", "${env:PASSWORD}", "${vault:a/b#c}", "<PASSWORD>", "123456", "true"])
def test_a_secret_or_what_stands_for_it_is_carried_over_as_it_is(secret: str) -> None:
    made = converted(secret)

    assert password_of(made) == secret
    assert not [each for each in made.gaps if each.path == "config.password"]


@pytest.mark.parametrize("mask", ["******", "*", "••••••••"])
def test_a_mask_is_no_secret(mask: str) -> None:
    made = converted(mask)

    assert password_of(made) is None
    assert [(each.code, each.level) for each in made.gaps if each.path == "config.password"] == [("masked", "warning")]


def test_a_mask_of_something_that_is_no_secret() -> None:
    with decided(system(MYSQL, LINKS)):
        payload = {"service": "mysql", "config": {"host": "*****", "user": "*"}}
        made = convert(payload, to="airbyte")

    assert {each.path: each.code for each in made.gaps if each.level == "warning"} == {"config.host": "masked"}


@pytest.mark.parametrize("secret", [["c4n4ry"], {"c4n4ry": "c4n4ry"}, {"a": ["c4n4ry"]}, 4711, ["c4n4ry", "x"]])
def test_a_secret_of_another_type_is_not_shown(secret: Any) -> None:
    made = converted(secret)

    told = [*map(str, made.gaps), *map(str, made.problems), repr(made)]
    assert not [each for each in told if "c4n4ry" in each or "4711" in each]

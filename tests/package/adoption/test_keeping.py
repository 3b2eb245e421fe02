"""What is kept of the values of a response, for constraints that few connectors of the catalog have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from connector_catalog.adoption.keeping import Keeper
from connector_catalog.adoption.spelling import spelled
from connector_catalog.constraints import DATE_TIME
from connector_catalog.diff.property_info import PropertyInfo, property_info
from connector_catalog.rules import Rules
from connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from connector_catalog.variants import Selector

STRING, SECRET = ValueConstraints(types=("string",)), ValueConstraints(types=("string",), secret=True)
REFERENCE = "${env:A}"


def keeper() -> Keeper:
    return Keeper(lambda _: REFERENCE, keep_unknown=False)


def info(*stated: dict[str, Any]) -> PropertyInfo:
    return property_info({"name": "all", "type": "object", "properties": list(stated)}, PropertyInfo())


@pytest.mark.parametrize(
    ("group", "kept"),
    [(("a", "token"), {"token": REFERENCE}), (("key", "token"), {}), (("a", "b"), {})],
)
def test_one_of_a_group_is_the_secret_if_only_that_is_not_returned(group: tuple[str, ...], kept: Any) -> None:
    properties = {"a": STRING, "b": STRING, "token": SECRET, "key": SECRET}
    constraints = ObjectConstraints(properties, rules=Rules(any_of=(group,)))

    assert keeper().with_required_secrets({}, constraints, lambda name: (name,)) == kept


def test_a_string_with_secrets_inside_is_left_out() -> None:
    stated = {"name": "login", "type": "string", "encoding": "json"}
    inner = [{"name": "user", "type": "string"}, {"name": "token", "type": "string", "secret": True}]
    constraints = ObjectConstraints({"login": STRING, "plain": STRING})
    given = {"login": json.dumps({"token": "t0k3n"}), "plain": json.dumps({"a": "******"})}
    found = keeper()

    assert (
        found.properties(given, constraints, info(stated | {"properties": inner}, stated | {"name": "plain"}), ()) == {}
    )
    assert [(each.path, each.code) for each in found.notes] == [("login", "masked"), ("plain", "masked")]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"a": "x", "b": None}, {"a": "x"}),
        ({"b": "y", "a": None}, {"b": "y"}),
        ({"kind": "FIRST", "a": "x"}, {"kind": "first", "a": "x"}),
    ],
)
def test_the_variant_is_the_one_that_fits(given: Any, kept: Any) -> None:
    kinds = [{"kind": ValueConstraints(types=("string",), values=(each,))} for each in ("first", "second")]
    objects = (ObjectConstraints(kinds[0] | {"a": STRING}), ObjectConstraints(kinds[1] | {"b": STRING}))
    variants = Variants(Selector("kind", ("first", "second"), (False, False)), objects)
    constraints = ObjectConstraints({"either": ValueConstraints(types=("object",), variants=variants)})

    assert keeper().properties({"either": given}, constraints, PropertyInfo(), ()) == {"either": kept}


@pytest.mark.parametrize(
    ("given", "pattern", "kept"),
    [
        ("2026-01-31T09:30:00.000000+00:00", "T09:30:00Z$", "2026-01-31T09:30:00Z"),
        ("2026-01-31T11:30:00+02:00", "T09:30:00Z$", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30:00.125Z", "[.]125000Z$", "2026-01-31T09:30:00.125000Z"),
        ("2026-01-31", DATE_TIME, "2026-01-31T00:00:00Z"),
        ("2026-01-31T00:00:00Z", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-01-31"),
        ("2026-01-31T09:30:00Z", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-01-31T09:30:00Z"),
        ("0001-01-01T00:00:00+10:00", "Z$", "0001-01-01T00:00:00+10:00"),
        ("soon", "Z$", "soon"),
    ],
)
def test_times(given: str, pattern: str, kept: str) -> None:
    assert spelled(given, STRING._replace(pattern=pattern), PropertyInfo(format="date-time")) == kept


@pytest.mark.parametrize(
    ("given", "constraints", "stated", "kept"),
    [
        (["a", "b"], STRING._replace(encoding="list"), {"encoding": "list", "separator": ";"}, "a;b"),
        (["a", 1.0, True], STRING._replace(encoding="list"), {"encoding": "list"}, "a,1,true"),
        ("1_000", ValueConstraints(types=("integer",)), {}, "1_000"),
        ("007", ValueConstraints(types=("integer",)), {}, "007"),
        ({"a": 1}, STRING._replace(encoding="json"), {"encoding": "json"}, '{"a":1}'),
        (3306.0, STRING, {}, "3306"),
        (True, STRING, {}, "true"),
        ("1.5", ValueConstraints(types=("number",)), {}, 1.5),
        ("nan", ValueConstraints(types=("number",)), {}, "nan"),
        ("9" * 5000, ValueConstraints(types=("integer",)), {}, "9" * 5000),
        ("a", ValueConstraints(types=("array",)), {"type": "array"}, ["a"]),
        (1, ValueConstraints(types=("array",), items=STRING), {"type": "array"}, [1]),
        ("north", STRING._replace(values=("NORTH",)), {}, "NORTH"),
        ("north", STRING._replace(values=("NORTH",), open=True), {"enum": ["NORTH"]}, "NORTH"),
        ("west", STRING._replace(values=("NORTH",), open=True), {}, "west"),
    ],
)
def test_spellings(given: Any, constraints: ValueConstraints, stated: dict[str, Any], kept: Any) -> None:
    assert spelled(given, constraints, property_info({"name": "a", "type": "string"} | stated, PropertyInfo())) == kept

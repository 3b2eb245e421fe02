"""One value, as another vendor takes it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT
from connector_catalog.conversion.mappings import PropertyMapping, factor_of
from connector_catalog.conversion.properties import Property
from connector_catalog.conversion.values import NotConvertedError, converted_values
from connector_catalog.value_constraints import ValueConstraints


def place(*types: str, definition: dict[str, Any] | None = None, item: Property | None = None, **of: Any) -> Property:
    own = ValueConstraints(types=types, items=item.constraints if item else None, **of)
    return Property("p", definition or {}, own, secret=of.get("secret", False), item=item)


def encoded(encoding: str, **of: Any) -> Property:
    return place("string", definition={"encoding": encoding}, encoding=encoding, **of)


STRING = place("string")
INTEGER_TEXT = encoded("integer", pattern=INTEGER)
BOOLEAN_TEXT = encoded("boolean", values=("true", "false"))
LIST_TEXT = encoded("list")
JSON_TEXT = encoded("json")
NUMBERS = place("array", item=place("integer"))
STRINGS = place("array", item=STRING)
DATES = place("string", pattern=DATE, format="date")
TIMES = place("string", pattern=DATE_TIME, format="date-time")
MIDNIGHTS = place("string", pattern=MIDNIGHT, format="date-time")


def mapping(rows: dict[str, tuple[str, ...]] | None = None, without: Any = (), factor: Any = 1) -> PropertyMapping:
    return PropertyMapping(("s",), (), rows or {}, frozenset(without), None if factor is None else Fraction(factor))


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("22", INTEGER_TEXT, place("integer"), 22),
        (22, place("integer"), INTEGER_TEXT, "22"),
        (22, place("integer"), place("integer", "string"), 22),
        ("22", INTEGER_TEXT, place("integer", "string"), "22"),
        ("1.5", STRING, place("number"), 1.5),
        ("true", BOOLEAN_TEXT, place("boolean"), True),
        ("False", STRING, place("boolean"), False),
        (True, place("boolean"), BOOLEAN_TEXT, "true"),
        (2.0, place("number"), STRING, "2"),
        (["a"], STRINGS, STRING, "a"),
        ("a", STRING, STRINGS, ["a"]),
        ("7", STRING, NUMBERS, [7]),
        (["7", "8"], STRINGS, NUMBERS, [7, 8]),
        ([7, 8], NUMBERS, STRINGS, ["7", "8"]),
        (["a", "b"], STRINGS, LIST_TEXT, "a,b"),
        ("a, b", LIST_TEXT, STRINGS, ["a", "b"]),
        ("a,b", LIST_TEXT, place("string", definition={"encoding": "list", "separator": ";"}, encoding="list"), "a;b"),
        ("a", STRING, LIST_TEXT, "a"),
        ({"a": [1]}, place("object"), JSON_TEXT, '{"a":[1]}'),
        ('{"a": [1]}', JSON_TEXT, place("object"), {"a": [1]}),
        ('["a"]', JSON_TEXT, STRINGS, ["a"]),
        ('{"a":1}', STRING, place("object"), {"a": 1}),
        ({"a": 1}, place("object"), STRING, '{"a":1}'),
        ('{"a":1}', JSON_TEXT, STRING, '{"a":1}'),
        ('{"a": 1e400}', JSON_TEXT, JSON_TEXT, '{"a": 1e400}'),
        ('{"a": 1e400}', JSON_TEXT, STRING, '{"a": 1e400}'),
        (12, LIST_TEXT, STRINGS, ["12"]),
        ("1e-07", STRING, place("number"), 1e-07),
        (5.0, place("number"), place("string", values=("4", "5")), "5"),
        ("2026-01-31", DATES, TIMES, "2026-01-31T00:00:00Z"),
        ("2026-01-31T00:00:00Z", TIMES, DATES, "2026-01-31"),
        ("2026-01-31T02:00:00+02:00", TIMES, MIDNIGHTS, "2026-01-31T00:00:00Z"),
        (
            "2026-01-31T02:00:00+02:00",
            TIMES,
            place("string", pattern="^[0-9-]{10}T[0-9:]{8}Z$"),
            "2026-01-31T00:00:00Z",
        ),
        ("LOW", STRING, place("string", values=("Low", "High")), "Low"),
        ("low", STRING, place("string", values=("Low", "low")), "low"),
        ("3", STRING, place("integer", values=(1, 3)), 3),
    ],
)
def test_a_value_is_carried_over(value: Any, source: Property, target: Property, expected: Any) -> None:
    found = converted_values(value, mapping(), source, (target,))[0]

    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("value", "source", "target", "message"),
    [
        ("s3cret", STRING, place("integer"), "expected an integer"),
        ("1_000", STRING, place("integer"), "expected an integer"),
        ("007", STRING, place("integer"), "expected an integer"),
        ('{"a": 1e400}', JSON_TEXT, place("object"), "expected an object"),
        ("none", STRING, place("string", values=("a", "b")), "expected one of: 'a', 'b'"),
        (99, place("integer"), place("integer", maximum=24), "expected at most 24"),
        ("99", INTEGER_TEXT, place("integer", maximum=24), "expected at most 24"),
        (["a", "b"], STRINGS, STRING, "expected a single value, got several"),
        ([], STRINGS, STRING, "expected a value, got none"),
        (["a", "x"], STRINGS, NUMBERS, "expected an integer"),
        ("a", STRING, NUMBERS, "expected an integer"),
        (True, place("boolean"), place("integer"), "expected an integer"),
        (1, place("integer"), place("boolean"), "expected a boolean"),
        ("2026-01-31T09:30:00Z", TIMES, DATES, "expected a date such as 2026-01-31"),
        ("no JSON", STRING, JSON_TEXT, "expected a value in another form"),
        pytest.param(10**5000, place("integer"), STRING, "expected a value in another form", id="digits"),
        (object(), STRING, STRING, "expected a string"),
        ({"a": {1, 2}}, place("object"), STRING, "expected a value in another form"),
    ],
)
def test_a_value_that_is_not_accepted(value: Any, source: Property, target: Property, message: str) -> None:
    with pytest.raises(NotConvertedError) as refused:
        converted_values(value, mapping(), source, (target,))

    assert (refused.value.code, refused.value.message) == ("not-accepted", message)


ROWS = mapping({"true": ("SSH_KEY_AUTH", "SSH_PASSWORD_AUTH"), "fast": ("1",)}, without=["proxy"])


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        (True, STRING, ("SSH_KEY_AUTH", "SSH_PASSWORD_AUTH")),
        ("TRUE", STRING, ("SSH_KEY_AUTH", "SSH_PASSWORD_AUTH")),
        ("Fast", place("integer"), (1,)),
        ("other", STRING, ("other",)),
        (["fast", "other"], STRINGS, (["1", "other"],)),
    ],
)
def test_rows_of_values(value: Any, target: Property, expected: tuple[Any, ...]) -> None:
    assert converted_values(value, ROWS, STRING, (target,)) == expected


def test_a_listed_value_without_a_counterpart() -> None:
    with pytest.raises(NotConvertedError) as refused:
        converted_values("Proxy", ROWS, STRING, (STRING,))

    assert refused.value.code == "no-counterpart"


@pytest.mark.parametrize(
    ("one", "other", "value", "expected"),
    [
        ("minute", "hour", "120", 2),
        ("hour", "second", 1, 3600),
        ("minute", "hour", 90, 1.5),
        ("day", "day", 3, 3),
        ("line", "", 3, 3),
    ],
)
def test_units(one: str, other: str, value: Any, expected: float) -> None:
    assert converted_values(value, mapping(factor=factor_of(one, other)), STRING, (place("number"),)) == (expected,)


def test_a_number_that_is_not_whole_in_the_other_unit() -> None:
    with pytest.raises(NotConvertedError, match="expected an integer"):
        converted_values(90, mapping(factor=factor_of("minute", "hour")), STRING, (place("integer"),))


@pytest.mark.parametrize(("one", "other"), [("day", ""), ("", "day"), ("day", "byte"), ("month", "day"), ("", "month")])
def test_units_that_are_not_known(one: str, other: str) -> None:
    with pytest.raises(NotConvertedError) as refused:
        converted_values(1, mapping(factor=factor_of(one, other)), STRING, (place("integer"),))

    assert refused.value.code == "unit"


def test_a_reference_is_carried_over_as_it_is() -> None:
    target = place("integer", secret=True)

    assert converted_values("${env:X}", mapping(), place("string", secret=True), (target,)) == ("${env:X}",)


def test_a_target_in_several_variants_takes_what_one_of_them_accepts() -> None:
    places = place("string", values=("a",)), place("string", values=("b",))

    assert converted_values("B", mapping(), STRING, places) == ("b",)

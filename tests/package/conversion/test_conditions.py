"""Whether a property may apply, with what the defaults of the others decide."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog.conversion.conditions import may_apply
from connector_catalog.conversion.properties import Property
from connector_catalog.value_constraints import ValueConstraints


def _place(**stated: Any) -> Property:
    return Property("p", stated, ValueConstraints(), secret=False)


WHEN = [{"property": "mode", "in": ["x", "y"]}]
ELSE = {"default": "x", "defaultWhen": [{"anyGiven": ["b"], "value": "z"}]}


@pytest.mark.parametrize(
    ("mode", "given", "expected"),
    [
        ({}, {}, True),
        ({}, {"mode": ("x",)}, True),
        ({}, {"mode": ("z",)}, False),
        ({}, {"mode": ("z", "y")}, True),
        ({}, {"mode": ()}, True),
        ({"default": "x"}, {}, True),
        ({"default": "z"}, {}, False),
        ({"default": "z"}, {"mode": ()}, False),
        ({"default": "z"}, {"mode": ("x",)}, True),
        (ELSE, {}, True),
        (ELSE, {"b": ("1",)}, False),
    ],
)
@pytest.mark.parametrize("field", ["requiredWhen", "appliesWhen"])
def test_conditions(field: str, mode: dict[str, Any], given: dict[str, tuple[Any, ...]], expected: bool) -> None:
    assert may_apply(_place(**{field: WHEN}), given, {"mode": _place(**mode)}) is expected


def test_a_condition_on_a_property_that_is_not_known() -> None:
    assert may_apply(_place(appliesWhen=WHEN), {}, {})


@pytest.mark.parametrize(("default", "values"), [("true", [True]), (True, ["true"])])
def test_the_default_of_an_encoded_string_compares_as_its_value(default: Any, values: list[Any]) -> None:
    mode = _place(default=default, encoding="boolean")

    assert may_apply(_place(appliesWhen=[{"property": "mode", "in": values}]), {}, {"mode": mode})

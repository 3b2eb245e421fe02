"""Numbers of sample payloads keep to the limits of their properties."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.samples.number import sample_number
from tests.context.building import as_property, prop


@pytest.mark.parametrize(
    ("limits", "whole", "number"),
    [
        ({}, 1, 1),
        ({"maximum": 0}, 0, 0),
        ({"maximum": 9}, 1, 1),
        ({"minimum": 3}, 3, 3),
        ({"minimum": 1.5}, 2, 1.5),
        ({"exclusiveMinimum": 0}, 1, 1),
        ({"exclusiveMinimum": 1.5}, 2, 2.5),
        ({"exclusiveMinimum": 0, "exclusiveMaximum": 1}, 1, 0.5),
        ({"exclusiveMinimum": 4, "minimum": 5}, 5, 5),
        ({"exclusiveMinimum": 5, "minimum": 5, "maximum": 6}, 6, 5.5),
        ({"exclusiveMaximum": 1}, 0, 0),
        ({"exclusiveMaximum": -3}, -4, -4),
    ],
)
def test_a_number_is_within_the_limits(limits: dict[str, Any], whole: int, number: float) -> None:
    found = as_property(prop("a", "number", **limits))
    assert (sample_number(found, whole=True), sample_number(found, whole=False)) == (whole, number)

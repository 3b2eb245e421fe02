"""Strings of sample payloads have the form and the length of their properties."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.samples.text import placeholder, sample_text
from tests.context.building import as_property, connector, prop, step
from tests.vendors import shape


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        ({}, "<CURSOR>"),
        ({"minLength": 8, "maxLength": 8}, "<CURSOR>"),
        ({"maxLength": 7}, "<CURSO>"),
        ({"maxLength": 3}, "<C>"),
        ({"maxLength": 2}, "xx"),
        ({"maxLength": 0}, ""),
        ({"minLength": 9}, "<CURSOR_>"),
        ({"minLength": 12, "maxLength": 12}, "<CURSOR____>"),
    ],
)
def test_a_placeholder_has_an_accepted_length(limits: dict[str, Any], text: str) -> None:
    assert placeholder(as_property(prop("cursor", **limits))) == text
    assert sample_text(as_property(prop("cursor", **limits))) == text
    for facts in (limits, limits | {"secret": True}):
        assert shape(connector(step("form", prop("cursor", **facts)))).full == {"cursor": text}


def test_a_placeholder_has_at_most_a_thousand_characters() -> None:
    assert len(placeholder(as_property(prop("a", minLength=10**12)))) == 1000


def test_a_text_that_matches_a_pattern_has_an_accepted_length() -> None:
    assert sample_text(as_property(prop("cursor", pattern="^.*$"))) == "<CURSOR>"
    assert sample_text(as_property(prop("cursor", pattern="^[0-9-]*$", maxLength=9))) == "1"
    assert sample_text(as_property(prop("a", pattern="^[<>0-9A-Z:-]*$", minLength=12))) == "2026-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("facts", "item"),
    [
        ({"type": "string", "maxLength": 4}, "<AB>"),
        ({"type": "string", "minLength": 7}, "<ABC__>"),
        ({"type": "integer", "maximum": -3}, -3),
    ],
)
def test_items_keep_to_their_limits(facts: dict[str, Any], item: Any) -> None:
    made = prop("abc", "array", minItems=1, items=facts)
    assert shape(connector(step("form", made))).full == {"abc": [item]}

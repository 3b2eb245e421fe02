"""JSON as text: the line of each value, and exceptions that contain nothing of the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.connector_catalog.command.finding import BadInputError
from templates.connector_catalog.command.json_places import places_in
from templates.connector_catalog.command.json_reading import parse

TEXTS = st.text('ab.[]{}:,"\\\n é\u2028', max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def paths_of(value: object, path: str = "") -> set[str]:
    found_here = {path}
    if isinstance(value, dict):
        for name, inner in value.items():
            found_here |= paths_of(inner, f"{path}.{name}" if path else name)
    if isinstance(value, list):
        for number, inner in enumerate(value):
            found_here |= paths_of(inner, f"{path}[{number}]")
    return found_here


@given(VALUES, st.sampled_from([None, 1]))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_every_value_of_a_text_has_a_line(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    places = places_in(text, paths_of(value))

    assert set(places.lines) == paths_of(value)
    assert places.repeated == []
    assert max(places.lines.values()) <= text.count("\n") + 1


def test_nothing_of_the_text_is_in_an_exception() -> None:
    with pytest.raises(BadInputError) as caught:
        parse('{"password": "s3cr3t}')
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None

"""Lists in messages, and the anchors of the reference."""

from __future__ import annotations

import pytest

from templates.connector_catalog.references import anchor_of, page_of
from templates.connector_catalog.wording import counted, did_you_mean, join_and, join_or, quote


@pytest.mark.parametrize(
    ("parts", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], joined: str) -> None:
    assert join_or(iter(parts)) == joined
    assert join_and(parts) == joined.replace(" or ", " and ")


def test_values_are_quoted_and_escaped() -> None:
    assert quote(["a", 1, True, "x\x1b"]) == ["'a'", "1", "True", "'x\\x1b'"]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 properties"), (1, "1 property"), (2, "2 properties"), (1234, "1,234 properties")]
)
def test_a_number_with_a_noun(number: int, words: str) -> None:
    assert counted(number, "property", "properties") == words
    assert counted(number, "item") == words.replace("property", "item").replace("properties", "items")


def test_the_nearest_names_are_suggested() -> None:
    assert did_you_mean([]) == ""
    assert did_you_mean(["a"]) == "did you mean 'a'?"
    assert did_you_mean(["a", "b", "c"]) == "did you mean 'a', 'b' or 'c'?"


def test_an_anchor_has_safe_characters_only() -> None:
    assert anchor_of("form", "a_b.c-d") == "form-a_b.c-d"
    assert anchor_of("step 1", 'a"<é>/b') == "step-1-a-----b"
    assert page_of("acme/source/x") == "acme/source/x.md"

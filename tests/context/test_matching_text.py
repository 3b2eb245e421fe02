"""Texts for patterns."""

from __future__ import annotations

import pytest

from generator.context.samples.matching_text import matching_text
from templates.connector_catalog.constraints import matches


@pytest.mark.parametrize(
    "pattern",
    [
        "^[0-9]+$",
        "^(sandbox|live)_.+$",
        r"^\\d{4}-\\w+\\.x$",
        "^[^a1]{3}$",
        "^$|^a$",
        "^https://",
        "[A-Z]{2,5}",
        "^a?b*$",
        r"\\s",
    ],
)
def test_the_text_matches(pattern: str) -> None:
    made = matching_text(pattern)

    assert made is not None
    assert matches(pattern, made)


def test_a_text_that_matches_is_preferred() -> None:
    assert matching_text("^[a-z-]+$", ["A B", "my-box", "other"]) == "my-box"


def test_there_may_be_none() -> None:
    assert matching_text("^(?=b)a$") is None

"""Words without their plural endings, and groups of synonyms."""

from __future__ import annotations

import pytest

from generator.catalog.synonyms import Synonyms, singular


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *[("queries", "query"), ("boxes", "box"), ("switches", "switch"), ("crashes", "crash")],
        *[("addresses", "address"), ("indexes", "index"), ("ferries", "ferry")],
        *[("databases", "database"), ("licenses", "license"), ("hosts", "host"), ("keys", "key"), ("values", "value")],
        *[("status", "status"), ("access", "access"), ("analysis", "analysis"), ("bus", "bus")],
        *[("ids", "ids"), ("ties", "tie"), ("s", "s"), ("", "")],
    ],
)  # fmt: skip
def test_a_word_without_its_plural_ending(word: str, expected: str) -> None:
    assert singular(word) == expected


def test_a_word_is_replaced_by_the_first_of_its_synonyms() -> None:
    synonyms = Synonyms(frozenset({"of"}), (("user", "login"), ("box", "crate"), ("ship", "crate", "boats")))

    assert synonyms.words("logins of boxes") == ("user", "box")
    assert synonyms.words("Crates, boats, boat") == ("ship", "ship", "boat")


def test_a_word_may_be_in_several_groups() -> None:
    synonyms = Synonyms(frozenset(), (("box", "crate"), ("ship", "crate")))

    assert [synonyms.groups_of(each) for each in ("box", "crate", "crates")] == [(0,), (0, 1), ()]

from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.conditional_defaults import find_default_when
from generator.records.prose.defaults import find_default
from tests.records.prose.finding import found, words_read


def _when(value: str, *names: str, rest: str | None = None) -> dict[str, Any]:
    stated: dict[str, Any] = {"defaultWhen": [{"anyGiven": list(names), "value": value}]}
    return stated | ({"default": rest} if rest is not None else {})


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        (
            "`OPEN` is used as a value if this is omitted and any of these is set: `lid_a`, `lid_b`. Otherwise `SHUT`.",
            _when("OPEN", "lid_a", "lid_b", rest="SHUT"),
        ),
        ("`OPEN` is used if any of `lid_a` or `lid_b` is set.", _when("OPEN", "lid_a", "lid_b")),
        ("It defaults to `OPEN` if any `lid_*` is given, otherwise `SHUT`.", _when("OPEN", "lid_*", rest="SHUT")),
        (
            "Defaults to `OPEN` when at least one of `lid_a`, `lid_b` is specified; otherwise it defaults to `SHUT`.",
            _when("OPEN", "lid_a", "lid_b", rest="SHUT"),
        ),
        ("Defaults to `OPEN` if `lid_a` is given, and `SHUT` otherwise.", _when("OPEN", "lid_a", rest="SHUT")),
        (
            "If any of `lid_a`, `lid_b` is provided, it defaults to `OPEN`. Otherwise, it is `SHUT`.",
            _when("OPEN", "lid_a", "lid_b", rest="SHUT"),
        ),
        ("It defaults to `OPEN` if the lid is given.", {}),
        ("It defaults to `OPEN`, otherwise it waits.", {}),
        ("`OPEN` is used if it rains.", {}),
        ("`OPEN` is used if any of `a box` is given.", {}),
    ],
)
def test_a_sentence_states_which_default_holds_when(sentence: str, stated: dict[str, Any]):
    assert found(find_default_when, f"<p>{_coded(sentence)}</p>") == stated


def test_a_default_that_depends_on_others_is_no_plain_default():
    sentence = "It defaults to `OPEN` if any `lid_*` is given, otherwise `SHUT`."
    assert found(find_default, f"<p>{_coded(sentence)}</p>") == {}


def test_the_words_of_a_rejected_sentence_are_not_read():
    sentence = "`OPEN` is used if any of `a box` is given. `SHUT` is used if `lid_a` is given."

    assert words_read(find_default_when, f"<p>{_coded('`OPEN` is used if any of `a box` is given.')}</p>") == []
    assert "OPEN" not in " ".join(words_read(find_default_when, f"<p>{_coded(sentence)}</p>"))


def _coded(sentence: str) -> str:
    parts = sentence.split("`")
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))

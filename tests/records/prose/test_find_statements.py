"""All rules over one description."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.blocks.block import Block, Paragraph
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose import RULES, RULES_OF_USE, find_statements
from tests.blocks.reading import html
from tests.records.prose.pruning import found_whole_and_pruned


def _stated(description: str) -> list[tuple[str, Any]]:
    return [(each.field, each.value) for each in find_statements(html(description), Coverage())]


@pytest.mark.parametrize("values", [("true", "false"), ("false", "true"), ("True", "FALSE")])
def test_listed_values_true_and_false_are_a_switch(values: tuple[str, str]):
    sentence = f"<p>Possible values are <code>{values[0]}</code> or <code>{values[1]}</code></p>"

    assert _stated(sentence) == [("enum", list(values)), ("encoding", "boolean")]


def test_a_list_of_true_and_false_is_a_switch():
    items = "<ul><li><code>true</code>: It hurries.</li><li><code>false</code>: It waits.</li></ul>"

    assert _stated(f"<p>Accepted values are:</p>{items}") == [("enum", ["true", "false"]), ("encoding", "boolean")]


@pytest.mark.parametrize("values", [("true", "maybe"), ("yes", "no"), ("true", "false</code>, or <code>maybe")])
def test_other_listed_values_are_not_a_switch(values: tuple[str, str]):
    stated = _stated(f"<p>Possible values are <code>{values[0]}</code> or <code>{values[1]}</code>.</p>")

    assert [field for field, _ in stated] == ["enum"]


@pytest.mark.parametrize(
    ("sentence", "encoding"),
    [
        ("Set this to <code>true</code> to hurry. Possible values: <code>true</code>, <code>false</code>.", "boolean"),
        ("A comma-separated list. Possible values: <code>true</code>, <code>false</code>.", "list"),
    ],
)
def test_an_encoding_that_a_sentence_states_is_stated_once(sentence: str, encoding: str):
    stated = _stated(f"<p>{sentence}</p>")

    assert [value for field, value in stated if field == "encoding"] == [encoding]


def test_a_switch_has_the_place_of_its_values():
    statements = find_statements(html("<p>A.</p><p>One of <code>true</code> or <code>false</code>.</p>"), Coverage())

    assert len({each.place for each in statements}) == 1


def test_no_words_state_nothing():
    assert find_statements((), Coverage()) == ()
    assert _stated("<p>Words about boxes.</p>") == []


def test_every_rule_is_asked_once():
    assert len({*RULES, *RULES_OF_USE}) == len(RULES) + len(RULES_OF_USE)


# Each states something between words that state nothing; words in capitals must not be kept. Backticks are for code.
DESCRIPTIONS = {
    "listed values": "<p>BEFORE. Accepted values are:</p><ul><li>`a`: MEANING</li><li>`b`</li></ul>",
    "values in a sentence": "<p>BEFORE. Possible values are `a`, `b` or `c`, AFTER.</p>",
    "values with meanings": "<p>BEFORE. Possible values: `a` - HURRIES, `b` - WAITS.</p>",
    "fixed value": "<p>BEFORE. This will be `a`. AFTER.</p>",
    "values with remarks": "<p>BEFORE. Options: 'a' (HURRIES), 'b' (WAITS). AFTER</p>",
    "values in capitals": "<p>Beginning. Supported colours RED, BLUE. Ending</p>",
    "values after dashes": "<p>BEFORE. Supported values: - `a` - HURRIES. - `b` - WAITS.</p>",
    "values in parentheses": "<p>BEFORE (`a` or `b`). AFTER</p>",
    "values of two cases": "<p>BEFORE, set it to `a` if it HURRIES. Otherwise, set it to `b`. AFTER</p>",
    "set to": "<p>BEFORE. Set this field to `a`. AFTER.</p>",
    "conditional default": "<p>BEFORE. `a` is used if any of `b`, `c` is given. Otherwise, `d` is used. AFTER.</p>",
    "default of another": "<p>BEFORE the default `a_b` value (`60`) AFTER.</p>",
    "default of a number": "<p>BEFORE. Default limit: 150,000 AFTER.</p>",
    "default of a switch": "<p>BEFORE, and enabled by default, AFTER.</p>",
    "range in parentheses": "<p>BEFORE (1-30 days) AFTER.</p>",
    "least": "<p>BEFORE. It must be at least 60 days AFTER.</p>",
    "most": "<p>BEFORE. The maximum is 60 AFTER.</p>",
    "address": "<p>Your Acme base URL, AFTER.</p>",
    "expression": "<p>BEFORE. All that match this regular expression AFTER.</p>",
    "secret": "<p>(Optional) Your green API key, AFTER.</p>",
    "secret contents": "<p>The contents of your own private key file, AFTER.</p>",
    "link": "<p>BEFORE <a href='/docs/a'>AFTER</a>.</p>",
    "default": "<p>BEFORE. The default is `a`. AFTER.</p>",
    "default in a list": "<p>One of:</p><ul><li>`a` MEANS. This is the default. AFTER</li><li>`b`</li></ul>",
    "condition": "<p>BEFORE. Required only if `b` is `x` or `y`. AFTER.</p>",
    "condition with be": "<p>BEFORE. Must be populated if `b` is set to `x`. AFTER.</p>",
    "two conditions": "<p>Required if `b` is `x` and `c` is `y`. AFTER.</p>",
    "one of several": "<p>BEFORE. Either `b` or `c` must be provided. AFTER.</p>",
    "dependent": "<p>BEFORE. The `b` property must also be provided. AFTER.</p>",
    "internal": "<p>BEFORE. For internal use only. AFTER.</p>",
    "read-only": "<p>BEFORE, it is a read-only property. AFTER.</p>",
    "never returned": "<p>BEFORE, it will never be returned AFTER.</p>",
    "create-only": "<p>BEFORE, it cannot be changed AFTER.</p>",
    "deprecated": "<p>BEFORE. This property is deprecated. AFTER.</p>",
    "optional": "<p>BEFORE. This is optional. AFTER.</p>",
    "switch": "<p>BEFORE. If `true`, AFTER.</p>",
    "unit": "<p>BEFORE: the number of days AFTER.</p>",
    "unit in": "<p>BEFORE, in minutes, AFTER.</p>",
    "range": "<p>BEFORE. A value between 1 and 30. AFTER.</p>",
    "date and time": "<p>BEFORE. ISO 8601 AFTER. It must be midnight. BEYOND.</p>",
    "cron": "<p>BEFORE, a cron expression representing AFTER.</p>",
    "list": "<p>BEFORE, a comma-separated AFTER.</p>",
    "json": "<p>BEFORE, a JSON object AFTER.</p>",
    "beginning": "<p>BEFORE. It begins with `box-`. AFTER.</p>",
}


def with_code(text: str) -> str:
    """The HTML of a text that has its code between backticks."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", text)


@pytest.mark.parametrize("kind", DESCRIPTIONS)
def test_a_page_that_holds_only_the_words_that_were_read_gives_the_same_statements(kind: str):
    whole, pruned, left = found_whole_and_pruned(find_statements, with_code(DESCRIPTIONS[kind]))

    assert whole != []
    assert pruned == whole
    words = ["BEFORE", "AFTER", "MEANING", "MEANS", "HURRIES", "WAITS", "BEYOND"]
    assert [word for word in words if word in repr(left)] == []


SENTENCES = {
    "requirement": "Leave this field empty if you have none.",
    "createOnly": "It cannot be changed.",
    "default": "The default is <code>red</code>.",
    "unit": "How long to wait, in minutes.",
    "separator": "A comma-separated list.",
    "requiredWhen": "Required if <code>color</code> is <code>red</code>.",
    "enum": "Possible values are <code>red</code> and <code>blue</code>.",
    "format": "A date in the format 2001-12-31.",
}


def _words(description: str, without: frozenset[str]) -> list[str]:
    """Return the words that are read for the statements about other fields."""
    blocks, coverage = html(description), Coverage()
    find_statements(blocks, coverage, "box", without=without)
    (paragraph,) = (each for each in blocks if isinstance(each, Paragraph))
    return [paragraph.text[start:end] for start, end in coverage.spans(paragraph.place)]


@pytest.mark.parametrize("field", SENTENCES)
def test_words_about_a_field_that_is_left_out_are_not_read(field: str):
    implied = {"requiredWhen": {"requirement"}, "requirement": {"requiredWhen"}, "separator": {"encoding"}}
    without = frozenset({field, *implied.get(field, ())})

    assert _words(f"<p>{SENTENCES[field]}</p>", frozenset()) != []
    assert _words(f"<p>{SENTENCES[field]}</p>", without) == []


@pytest.mark.parametrize("field", SENTENCES)
@pytest.mark.parametrize("other", SENTENCES)
def test_words_about_other_fields_are_read_all_the_same(field: str, other: str):
    if field != other and {field, other} != {"requirement", "requiredWhen"}:
        description, without = f"<p>{SENTENCES[field]} {SENTENCES[other]}</p>", frozenset({field})
        stated = find_statements(html(description), Coverage(), "box", without=without)

        assert field not in {each.field for each in stated}
        assert other in {each.field for each in stated}
        assert set(_words(f"<p>{SENTENCES[other]}</p>", without)) <= set(_words(description, without))


def test_a_list_is_claimed_whatever_is_left_out():
    blocks, coverage = (
        html("<p>Accepted values are:</p><ul><li><code>red</code></li><li><code>blue</code></li></ul>"),
        Coverage(),
    )
    coverage.count(blocks)

    assert find_statements(blocks, coverage, without=frozenset({"enum"})) == ()
    assert coverage.report_unaccounted(Diagnostics()) == 0


def test_values_are_read_for_the_encoding_that_they_imply():
    sentence = "<p>Possible values are <code>true</code> and <code>false</code>.</p>"
    statements = find_statements(html(sentence), Coverage(), without=frozenset({"enum"}))

    assert [(each.field, each.value) for each in statements] == [("encoding", "boolean")]
    assert _words(sentence, frozenset({"enum"})) == _words(sentence, frozenset()) != []
    assert _words(sentence, frozenset({"enum", "encoding"})) == []


def test_what_decides_between_a_duty_and_an_applicability_is_read():
    sentences = "<p>An optional value. Only required when <code>color</code> is <code>red</code>.</p>"
    without = frozenset({"requirement", "requiredWhen"})

    def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[tuple[str, Any]]:
        return [(each.field, each.value) for each in find_statements(blocks, coverage, "box", without=without)]

    whole, pruned, _ = found_whole_and_pruned(find, sentences)

    assert whole == [("appliesWhen", [{"property": "color", "in": ["red"]}])]
    assert pruned == whole


def test_a_duty_that_is_left_out_makes_no_note():
    sentence = "<p>Required when the moon is full.</p>"

    assert [field for field, _ in _stated(sentence)] == ["note"]
    assert find_statements(html(sentence), Coverage(), "box", without=frozenset({"requirement", "requiredWhen"})) == ()

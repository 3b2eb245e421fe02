from __future__ import annotations

import pytest

from generator.records.prose.listed_values import find_listed
from tests.records.prose.finding import found, unclaimed, words_read

ITEMS = "<ul><li><code>fast</code></li><li><code>slow</code></li></ul>"


@pytest.mark.parametrize(
    "lead",
    [
        "Accepted values are:",
        "How quick. Possible values:",
        "Valid options are:",
        "<strong>Allowed values</strong>:",
        "Must be one of the following:",
        "One of:",
        "supported choices include:",
        "The following values:",
        "It can be set to:",
        "Options:",
        "Supported values",
    ],
)
def test_a_list_after_these_words_holds_the_values(lead: str):
    assert found(find_listed, f"<p>{lead}</p>{ITEMS}") == {"enum": ["fast", "slow"]}


@pytest.mark.parametrize(
    "lead", ["", "To begin:", "Accepted values are below. Mind this:", "Accepted values.", "None of the values apply:"]
)
def test_a_list_after_other_words_does_not(lead: str):
    assert found(find_listed, f"<p>{lead}</p>{ITEMS}") == {}


@pytest.mark.parametrize(
    "item",
    [
        "<code>fast</code>",
        "<p><code>fast</code></p>",
        "<code>fast</code>: hurries",
        "<code>fast</code> - hurries",
        "<code>fast</code> – hurries",
        "<code>fast</code> (the default)",
        "<code>fast</code>, which hurries",
        "<strong></strong><code>fast</code>",
        "<strong>fast</strong>: hurries",
        "<strong>fast:</strong> hurries",
        "<strong><code>fast</code></strong> - hurries",
        '"fast"',
        "“fast”: hurries",
        "'fast'",
        "<p><code>fast</code></p><p>More about it.</p><ul><li>inner</li></ul>",
    ],
)
def test_an_item_gives_the_literal_that_it_begins_with(item: str):
    assert found(find_listed, f"<p>Accepted values are:</p><ul><li>{item}</li></ul>") == {"enum": ["fast"]}


@pytest.mark.parametrize(
    "item", ["anything", "", "use <code>fast</code>", "<code>fast</code>er", "<ul><li>x</li></ul>"]
)
def test_one_item_without_a_literal_and_the_list_is_not_a_list_of_values(item: str):
    description = f"<p>Accepted values are:</p><ul><li><code>slow</code></li><li>{item}</li></ul>"
    assert found(find_listed, description) == {}
    assert words_read(find_listed, description) == []


def test_a_value_that_occurs_twice_is_one_value():
    assert found(find_listed, f"<p>Accepted values are:</p>{ITEMS.replace('slow', 'fast')}") == {"enum": ["fast"]}


def test_only_the_words_before_the_list_and_the_literals_are_read():
    description = "<p>Secret words. Accepted values are:</p><ul><li><code>a</code>: more words</li></ul>"
    assert words_read(find_listed, description) == ["Accepted values are:", "`a`"]


def test_the_items_are_claimed_only_where_they_are_read():
    assert unclaimed(find_listed, f"<p>Accepted values are:</p>{ITEMS}") == 0
    assert unclaimed(find_listed, f"<p>To begin:</p>{ITEMS}") == 2


def test_an_empty_list_holds_no_values():
    assert found(find_listed, "<p>Accepted values are:</p><ul></ul>") == {}


def test_items_in_capitals_need_no_marks():
    items = "<ul><li>FAST: hurries</li><li>VERY_SLOW - waits</li><li>NONE</li></ul>"
    assert found(find_listed, f"<p>Supported values:</p>{items}") == {"enum": ["FAST", "VERY_SLOW", "NONE"]}


def test_any_words_announce_values_in_capitals_that_are_explained():
    items = "<ul><li><code>FAST</code>: hurries</li><li><code>SLOW</code>: waits</li></ul>"
    assert found(find_listed, f"<p>How to travel:</p>{items}") == {"enum": ["FAST", "SLOW"]}
    assert words_read(find_listed, f"<p>How to travel:</p>{items}") == [":", "`FAST`", "`SLOW`"]


def test_one_value_in_capitals_is_no_list_of_values():
    assert found(find_listed, "<p>How to travel:</p><ul><li><code>FAST</code>: hurries</li></ul>") == {}


@pytest.mark.parametrize("lead", ["It needs these permissions:", "Give these keys:", "How to travel"])
def test_words_about_something_else_announce_none(lead: str):
    items = "<ul><li><code>FAST</code>: hurries</li><li><code>SLOW</code>: waits</li></ul>"
    assert found(find_listed, f"<p>{lead}</p>{items}") == {}


def test_an_item_that_begins_with_a_word_in_capitals_is_no_value():
    assert found(find_listed, "<p>Supported values:</p><ul><li>SSH boxes only</li><li>FAST</li></ul>") == {}

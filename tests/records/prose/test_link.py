from __future__ import annotations

import pytest

from generator.records.prose.links import find_link, own_page
from tests.records.prose.finding import found, words_read
from tests.records.prose.pruning import found_whole_and_pruned


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("See <a href='/docs/box'>this</a>.", "/docs/box"),
        ("A <a href='/docs/box#lid'>box</a> of wood.", "/docs/box#lid"),
        ("Learn more in <a href='https://acme.example/lid'>our pages</a>.", "https://acme.example/lid"),
        ("Learn more at https://acme.example/lid.", "https://acme.example/lid"),
        ("A <a href='https://other.example/guide'>guide</a> and <a href='/docs/box'>more</a>.", "/docs/box"),
        ("A <a href='https://acme.example/docs/box'>box</a>.", "https://acme.example/docs/box"),
    ],
)
def test_the_first_link_to_help_is_stated(sentence: str, link: str):
    assert found(find_link, f"<p>{sentence}</p>") == {"link": link}


@pytest.mark.parametrize(
    "sentence",
    [
        "A box at https://acme.example.",
        "A <a href='https://acme.example'>box</a>.",
        "See <a href='#lid'>below</a>.",
        "See <a href='mailto:x@acme.example'>us</a>.",
        "Such as <code>https://acme.example/docs</code>.",
        "See it.",
    ],
)
def test_other_addresses_are_no_links_to_help(sentence: str):
    assert found(find_link, f"<p>{sentence}</p>") == {}


def test_the_words_of_the_link_are_not_read():
    assert words_read(find_link, "<p>See the <a href='/docs/box'>green pages</a>.</p>") == ["](/docs/box)"]


def test_a_capture_keeps_the_word_that_says_that_it_helps():
    whole, pruned, _ = found_whole_and_pruned(
        find_link, "<p>Learn it from <a href='https://acme.example/x'>us</a>.</p>"
    )
    assert whole == pruned != []


PAGES = ["https://www.acme.example/docs/boxes", "https://api.acme.example/reference"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/docs/lids#open", "https://www.acme.example/docs/lids#open"),
        ("https://www.acme.example/docs/lids", "https://www.acme.example/docs/lids"),
        ("https://api.acme.example/lids", "https://api.acme.example/lids"),
        ("https://acme.example.other.example/docs", None),
        ("https://other.example/docs", None),
        ("http://www.acme.example/docs", None),
        ("//other.example/docs", None),
    ],
)
def test_only_the_vendors_own_pages_have_an_address(link: str, address: str | None):
    assert own_page(link, PAGES) == address


def test_a_vendor_without_pages_has_no_own_page():
    assert own_page("/docs/lids", []) is None

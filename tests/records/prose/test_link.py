"""The link to a page of the vendor's documentation."""

from __future__ import annotations

import pytest

from generator.records.prose.description import Description
from generator.records.prose.links import find_link
from generator.records.record import Statement
from tests.records.prose.finding import found, words_read
from tests.records.prose.pruning import found_whole_and_pruned

SITE = "https://www.acme.example/help"


def _find(blocks, coverage) -> list[Statement]:
    return find_link(Description(blocks, coverage, site=SITE))


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("See <a href='/docs/box'>this</a>.", "https://www.acme.example/docs/box"),
        ("A <a href='/docs/box#lid'>box</a> of wood.", "https://www.acme.example/docs/box#lid"),
        ("Learn more in <a href='https://acme.example/lid'>our pages</a>.", "https://acme.example/lid"),
        ("Learn more at https://docs.acme.example/lid.", "https://docs.acme.example/lid"),
        (
            "A <a href='https://other.example/guide'>guide</a> and <a href='/box'>more</a>.",
            "https://www.acme.example/box",
        ),
    ],
)
def test_the_first_link_to_the_vendor_s_site_is_stated(sentence: str, link: str):
    assert found(_find, f"<p>{sentence}</p>") == {"link": link}


@pytest.mark.parametrize(
    "sentence",
    [
        "A box at https://acme.example.",
        "A <a href='https://www.acme.example/'>box</a>.",
        "See <a href='https://other.example/docs/box'>the guide</a>.",
        "See <a href='https://notacme.example/docs/box'>the guide</a>.",
        "See <a href='//other.example/box'>the guide</a>.",
        "See <a href='#lid'>below</a>.",
        "See <a href='mailto:x@acme.example'>us</a>.",
        "Such as <code>https://acme.example/docs</code>.",
        "Such as https://[shop].acme.example/box.",
        "See it.",
    ],
)
def test_other_addresses_are_no_pages_of_the_vendor(sentence: str):
    assert found(_find, f"<p>{sentence}</p>") == {}


def test_a_vendor_without_a_site_has_no_pages():
    assert (
        found(lambda blocks, coverage: find_link(Description(blocks, coverage)), "<p><a href='/docs'>x</a></p>") == {}
    )


def test_the_words_of_the_link_are_not_read():
    assert words_read(_find, "<p>See the <a href='/docs/box'>green pages</a>.</p>") == ["](/docs/box)"]


def test_a_capture_keeps_the_target():
    whole, pruned, _ = found_whole_and_pruned(_find, "<p>Learn it from <a href='https://acme.example/x'>us</a>.</p>")
    assert whole == pruned != []

"""Tells whether two descriptions of a property are about the same thing: whether they share a noun.

A noun is any word but the common ones, which a description of anything may have. Words count as the same if they begin
with the same letters or are in one group of synonyms. That finds homonyms; it does not prove that two texts agree.
"""

from __future__ import annotations

import re

from generator.catalog.synonyms import Synonyms, singular

_ROOT = 5
_NOT_WORDS = re.compile(r"\]\((?:(?!\]\()[^)])*+\)|https?://\S+|<[^<>]*+>|\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b")
_WORD = re.compile(r"[A-Z]{2,}(?=s\b)|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def share_noun(one: str, other: str, synonyms: Synonyms, name: str = "") -> bool:
    """Return whether two texts share a noun. A text without nouns shares one with every text.

    Args:
        one: A text.
        other: Another text.
        synonyms: The table for descriptions.
        name: Name of the connector, whose words do not count: any property may be described with it.
    """
    ignored = _words(name, synonyms)
    nouns, others = (_words(text, synonyms) - ignored for text in (one, other))
    return not nouns or not others or not _roots(nouns, synonyms).isdisjoint(_roots(others, synonyms))


def _words(text: str, synonyms: Synonyms) -> set[str]:
    words = (singular(word.lower()) for word in _WORD.findall(_NOT_WORDS.sub(" ", text)))
    return {word for word in words if word not in synonyms.left_out and len(word) > 1}


def _roots(words: set[str], synonyms: Synonyms) -> set[str | int]:
    """Return the beginnings of words, and the groups of words of one meaning that they are in."""
    return {word[:_ROOT] for word in words} | {number for word in words for number in synonyms.groups_of(word)}

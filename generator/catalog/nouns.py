"""Tells whether two descriptions of a property are about the same thing: whether they share a noun.

A noun is any word but the common ones, which a description of anything may have. Words count as the same if they begin
with the same letters or are in one group of synonyms. That finds homonyms; it does not prove that two texts agree.
"""

from __future__ import annotations

import re

_COMMON_WORDS = """
a about after all allow also an and any are array as at be been before being between both by can cannot case choice
choose configure connector contain could data default defaulted define determine did do does e each either enable
enter every example extract false field for format from full g get give given greater has have having help here how i
id identifier identify if in include indicate information into is it item its itself kind learn like list may method
mode more most must name need no none not note number of off on one only option optional or other out over own
parameter populate populated possible property provide read refer required same see select set setting should so some
specific specify string such supported sync synced take text than that the their them then there these this those
through to true turn two type under unique until up upon us use used using value via want was way we what when where
whether which while who whose will with within without would yes you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words, without their ending, that a description of anything may have."""

_GROUPS = (
    "auth authenticate authentication authorization authorize login sign signing credential access oauth",
    "account sid profile",
    "address url uri link endpoint host hostname server broker domain subdomain ip dns location instance",
    "bucket container storage",
    "certificate cert pem",
    "company organization organisation workspace tenant customer brand",
    "column dimension metric attribute element",
    "file document",
    "folder directory path prefix subdirectory",
    "history historical past backward",
    "interval frequency often schedule",
    "key token secret password passphrase passcode pass pat credential",
    "network connection connect route tunnel ssh privatelink directly direct",
    "period span range window time timeframe duration length day date limit hour month year",
    "permission scope privilege",
    "region location center country zone",
    "rate plan subscription tier level",
    "table schema database",
    "user username login email",
    "app application",
    "date day timezone zone",
    "internal reserved",
)
_SAME: dict[str, set[int]] = {}
for _number, _group in enumerate(_GROUPS):
    for _word in _group.split():
        _SAME.setdefault(_word, set()).add(_number)

_ROOT = 5
_NOT_WORDS = re.compile(r"\]\((?:(?!\]\()[^)])*+\)|https?://\S+|<[^<>]*+>|\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b")
_WORD = re.compile(r"[A-Z]{2,}(?=s\b)|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def share_noun(one: str, other: str, name: str = "") -> bool:
    """Return whether two texts share a noun. A text without nouns shares one with every text.

    Args:
        one: A text.
        other: Another text.
        name: Name of the connector, whose words do not count: any property may be described with it.
    """
    ignored = _words(name)
    nouns, others = (_words(text) - ignored for text in (one, other))
    return not nouns or not others or not _roots(nouns).isdisjoint(_roots(others))


def _words(text: str) -> set[str]:
    words = (_singular(word.lower()) for word in _WORD.findall(_NOT_WORDS.sub(" ", text)))
    return {word for word in words if word not in _COMMON and len(word) > 1}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "ches", "shes")) and len(word) > 4:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _roots(words: set[str]) -> set[str | int]:
    """Return the beginnings of words, and the numbers of the groups of synonyms that they are in."""
    return {word[:_ROOT] for word in words} | {number for word in words for number in _SAME.get(word, ())}

"""Recognises renamed properties: by type, facts and neighbours."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from generator.catalog.property import Property

_LEAST = 0.75
"""The least likeness of a renamed property to the old one, from 0 to 1."""
_LEAST_OF_NAMES = 0.5
_LEAST_OF_FACTS = 0.5
_MOST_PAIRS = 2_500
"""An object with more lost and gained properties has been replaced as a whole."""
_FACTS = (
    *("requirement", "required_when", "applies_when", "enum", "const", "default", "format", "pattern", "minimum"),
    *("maximum", "string_encoding", "unit", "secret", "read_only", "write_only", "create_only", "items"),
)


def renamed(old: Sequence[Property], new: Sequence[Property]) -> dict[str, str]:
    """Return the new names of renamed properties of one object, by their old names.

    A pair has the same types, similar facts and a similar name, and no other property is as similar to either.
    """
    before, after = ({each.name: each for each in properties} for properties in (old, new))
    gone = [each for each in old if each.name not in after]
    come = [each for each in new if each.name not in before]
    if not 0 < len(gone) * len(come) <= _MOST_PAIRS:
        return {}
    neighbours = _Neighbours(old, new)
    likeness = {(one.name, other.name): _likeness(one, other, neighbours) for one in gone for other in come}
    pairs: dict[str, str] = {}
    for (one, other), degree in sorted(likeness.items(), key=lambda pair: -pair[1]):
        rivals = [value for (a, b), value in likeness.items() if (a == one) != (b == other) and value >= degree]
        if degree >= _LEAST and not rivals and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


class _Neighbours:
    """The properties before and after each, among those that both sides have."""

    def __init__(self, old: Sequence[Property], new: Sequence[Property]) -> None:
        common = {each.name for each in old} & {each.name for each in new}
        self._old, self._new = (_around([each.name for each in side], common) for side in (old, new))

    def agree(self, old: str, new: str) -> float:
        """Return the share of the two neighbours that are the same."""
        return sum(one == other for one, other in zip(self._old[old], self._new[new], strict=True)) / 2


def _around(names: list[str], common: set[str]) -> dict[str, tuple[str, str]]:
    def next_of(rest: list[str]) -> str:
        return next((name for name in rest if name in common), "")

    return {name: (next_of(names[:at][::-1]), next_of(names[at + 1 :])) for at, name in enumerate(names)}


def _likeness(old: Property, new: Property, neighbours: _Neighbours) -> float:
    names = _likeness_of_names(old.name, new.name)
    if old.types != new.types or names < _LEAST_OF_NAMES:
        return 0.0
    stated = [(getattr(old, name), getattr(new, name)) for name in _FACTS]
    facts = [one == other for one, other in stated if (one, other) != (None, None)]
    same_facts = sum(facts) / len(facts) if facts else 1.0
    if same_facts < _LEAST_OF_FACTS:
        return 0.0
    children = {each.name for each in old.children} == {each.name for each in new.children}
    return (names + same_facts + neighbours.agree(old.name, new.name) + children) / 4


def _likeness_of_names(old: str, new: str) -> float:
    """Return how much two names are alike: by characters, or by the words that they share."""
    plain_old, plain_new = ("".join(filter(str.isalnum, name.lower())) for name in (old, new))
    if plain_old in plain_new or plain_new in plain_old:
        return 0.9
    return difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=False).ratio()

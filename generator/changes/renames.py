"""Recognises renamed properties by their types, fields, names and neighbours."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from generator.catalog.property import Property
from templates.connector_catalog.value_limits import LIMITS

_LEAST = 0.75
"""The least similarity of a renamed property to the old one, from 0 to 1."""
_LEAST_OF_NAMES = 0.5
_LEAST_OF_FIELDS = 0.5
_MOST_PAIRS = 2_500
"""The most pairs of removed and added properties of one object that are compared."""
_FIELDS = (
    *("requirement", "required_when", "applies_when", "enum", "const", "default", "format", "pattern"),
    *("string_encoding", "unit", "secret", "read_only", "write_only", "create_only", "items"),
    *(each.field for each in LIMITS),
)


def renamed(old: Sequence[Property], new: Sequence[Property]) -> dict[str, str]:
    """Return the new names of renamed properties of one object, by their old names.

    Both properties of a pair have the same types, similar fields and similar names, and neither is as similar to any
    other property.
    """
    before, after = ({each.name: each for each in properties} for properties in (old, new))
    gone = [each for each in old if each.name not in after]
    come = [each for each in new if each.name not in before]
    if not 0 < len(gone) * len(come) <= _MOST_PAIRS:
        return {}
    neighbours = _Neighbours(old, new)
    similarity = {(one.name, other.name): _similarity(one, other, neighbours) for one in gone for other in come}
    pairs: dict[str, str] = {}
    for (one, other), value in sorted(similarity.items(), key=lambda pair: -pair[1]):
        rivals = [each for (a, b), each in similarity.items() if (a == one) != (b == other) and each >= value]
        if value >= _LEAST and not rivals and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


class _Neighbours:
    """The nearest properties before and after each one, among the properties that both sides have."""

    def __init__(self, old: Sequence[Property], new: Sequence[Property]) -> None:
        common = {each.name for each in old} & {each.name for each in new}
        self._old, self._new = (_around([each.name for each in side], common) for side in (old, new))

    def agree(self, old: str, new: str) -> float:
        """Return the share of neighbours that are the same: 0, 0.5 or 1."""
        return sum(one == other for one, other in zip(self._old[old], self._new[new], strict=True)) / 2


def _around(names: list[str], common: set[str]) -> dict[str, tuple[str, str]]:
    def next_of(rest: list[str]) -> str:
        return next((name for name in rest if name in common), "")

    return {name: (next_of(names[:at][::-1]), next_of(names[at + 1 :])) for at, name in enumerate(names)}


def _similarity(old: Property, new: Property, neighbours: _Neighbours) -> float:
    names = _similarity_of_names(old.name, new.name)
    if old.types != new.types or names < _LEAST_OF_NAMES:
        return 0.0
    stated = [(getattr(old, name), getattr(new, name)) for name in _FIELDS]
    same = [one == other for one, other in stated if (one, other) != (None, None)]
    same_fields = sum(same) / len(same) if same else 1.0
    if same_fields < _LEAST_OF_FIELDS:
        return 0.0
    children = {each.name for each in old.children} == {each.name for each in new.children}
    return (names + same_fields + neighbours.agree(old.name, new.name) + children) / 4


def _similarity_of_names(old: str, new: str) -> float:
    """Return the similarity of two names, from 0 to 1."""
    plain_old, plain_new = ("".join(filter(str.isalnum, name.lower())) for name in (old, new))
    if plain_old in plain_new or plain_new in plain_old:
        return 0.9
    return difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=False).ratio()

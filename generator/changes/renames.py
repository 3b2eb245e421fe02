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
    """Return the new names of the renamed properties of an object, by their old names.

    Both properties of a pair have the same types, similar fields and similar names, and neither is as similar to any
    other property.
    """
    old_names, new_names = ({each.name for each in properties} for properties in (old, new))
    removed = [each for each in old if each.name not in new_names]
    added = [each for each in new if each.name not in old_names]
    if not 0 < len(removed) * len(added) <= _MOST_PAIRS:
        return {}
    neighbours = _Neighbours(old, new)
    similarity = {
        (before.name, after.name): _similarity(before, after, neighbours) for before in removed for after in added
    }
    pairs: dict[str, str] = {}
    for (old_name, new_name), value in sorted(similarity.items(), key=lambda pair: -pair[1]):
        has_rival = any(
            (before == old_name) != (after == new_name) and rival >= value
            for (before, after), rival in similarity.items()
        )
        if value >= _LEAST and not has_rival and old_name not in pairs and new_name not in pairs.values():
            pairs[old_name] = new_name
    return pairs


class _Neighbours:
    """The nearest properties before and after each one, among the properties that both sides have."""

    def __init__(self, old: Sequence[Property], new: Sequence[Property]) -> None:
        common = {each.name for each in old} & {each.name for each in new}
        self._old, self._new = (_around([each.name for each in side], common) for side in (old, new))

    def agree(self, old: str, new: str) -> float:
        """Return the share of neighbours that are the same: 0, 0.5 or 1."""
        pairs = zip(self._old[old], self._new[new], strict=True)
        return sum(old_neighbour == new_neighbour for old_neighbour, new_neighbour in pairs) / 2


def _around(names: list[str], common: set[str]) -> dict[str, tuple[str, str]]:
    def next_of(rest: list[str]) -> str:
        return next((name for name in rest if name in common), "")

    return {name: (next_of(names[:at][::-1]), next_of(names[at + 1 :])) for at, name in enumerate(names)}


def _similarity(old: Property, new: Property, neighbours: _Neighbours) -> float:
    names = _similarity_of_names(old.name, new.name)
    if old.types != new.types or names < _LEAST_OF_NAMES:
        return 0.0
    values = [(getattr(old, name), getattr(new, name)) for name in _FIELDS]
    same = [first == second for first, second in values if (first, second) != (None, None)]
    same_fields = sum(same) / len(same) if same else 1.0
    if same_fields < _LEAST_OF_FIELDS:
        return 0.0
    children = {child.name for child in old.children} == {child.name for child in new.children}
    return (names + same_fields + neighbours.agree(old.name, new.name) + children) / 4


def _similarity_of_names(old: str, new: str) -> float:
    """Return the similarity of two names, from 0 to 1."""
    plain_old, plain_new = ("".join(filter(str.isalnum, name.lower())) for name in (old, new))
    if plain_old in plain_new or plain_new in plain_old:
        return 0.9
    return difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=False).ratio()

"""The conditions and the defaults of a property of the catalog, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.catalog.condition import Condition
from generator.catalog.property import Property
from templates.connector_catalog.fact_words import CONDITIONS, default_in_words, value_in_words
from templates.connector_catalog.fact_words import conditions_in_words as pairs_in_words
from templates.connector_catalog.paths import NOT_GIVEN

_Code = Callable[[Any], str]


def conditions_in_words(conditions: Iterable[Condition], code: _Code | None = None) -> str:
    """Return conditions that all have to hold.

    Args:
        conditions: The conditions.
        code: Returns how names and values are written; by default as text.
    """
    return pairs_in_words([(each.property, each.values) for each in conditions], code or value_in_words, code or str)


def conditions_of(found: Property, code: _Code | None = None) -> Iterator[tuple[str, str]]:
    """Yield each kind of condition that a property has, such as ``Required when``, and the conditions in words."""
    every = (found.required_when, found.applies_when, found.expected_when)
    for words, conditions in zip(CONDITIONS.values(), every, strict=True):
        if conditions:
            yield f"{words.capitalize()} when", conditions_in_words(conditions, code)


def default_of(found: Property, code: _Code | None = None) -> str:
    """Return the defaults of a property in words, conditional ones first; empty without a default."""
    others = [(each.any_given, each.value) for each in found.default_when or ()]
    default = found.default if found.states_default else NOT_GIVEN
    return default_in_words(default, others, code or value_in_words, code or str)

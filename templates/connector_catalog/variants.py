"""Selects the variant that an object is. Needs the standard library only.

The generator, the validators and the models use this one definition.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from .constraints import is_among
from .paths import NOT_GIVEN
from .problems import REQUIRED
from .wording import quote


class Selector(NamedTuple):
    """The property by which an object is one of several variants.

    Attributes:
        name: Name of the property.
        values: Its value in each variant.
        required: Whether each variant requires it.
    """

    name: str
    values: tuple[Any, ...]
    required: tuple[bool, ...]

    def candidates(self, value: Mapping[str, Any], *, partial: bool = False) -> list[int]:
        """Return the numbers of the variants that an object may be; all that fit where it is ``partial``."""
        given = value.get(self.name, NOT_GIVEN)
        if given is NOT_GIVEN:
            return [number for number, required in enumerate(self.required) if partial or not required]
        return [number for number, each in enumerate(self.values) if is_among(given, [each])]

    def fault(self, value: Mapping[str, Any]) -> tuple[str, str]:
        """Return the code and the message for the selector of an object that can be none of the variants."""
        if self.name not in value:
            return "required", REQUIRED
        return "enum", f"expected one of: {', '.join(quote(self.values))}"


class SelectedBy(NamedTuple):
    """Selects one variant: the name of a property, its value, and whether the variant requires it."""

    name: str
    value: Any
    required: bool


def nearest_variant(candidates: Sequence[int], names: Sequence[Collection[str]], value: Mapping[str, Any]) -> int:
    """Return the candidate that knows most of an object's names, the first of those that know as many.

    Args:
        candidates: Numbers of variants, at least one.
        names: The names that each variant has.
        value: The object.
    """
    return max(candidates, key=lambda number: sum(name in names[number] for name in value))

"""Converts values to the form that the target property accepts. Needs the standard library only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ..constraints import is_number
from ..secret_references import is_reference
from ..string_values import number_in
from ..wording import quote
from .forms import faults_of, fits_single, forms
from .mappings import PropertyMapping, text_of_value
from .properties import Property

_ANOTHER_FORM = "expected a value in another form"


class NotConvertedError(Exception):
    """A value cannot be converted. Code and message give the reason, without the value."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def converted_values(
    value: Any, mapping: PropertyMapping, source: Property, places: tuple[Property, ...]
) -> tuple[Any, ...]:
    """Return the possible values of the target for a value of the payload, the preferred one first.

    Args:
        value: The value in the payload.
        mapping: The mapping.
        source: The property in the payload.
        places: The target in each variant that has it.

    Raises:
        NotConvertedError: The target accepts none.
    """
    if source.secret and is_reference(value):
        return (value,)
    try:
        values = _target_values(value, mapping, source)
        accepted = [form for each in values for form in _accepted(each, places)]
        reason = "" if accepted else _expected(values[0], places)
    except (ArithmeticError, TypeError, ValueError):
        # A number that cannot be printed, or a value that is not JSON.
        accepted, reason = [], _ANOTHER_FORM
    if not accepted:
        raise NotConvertedError("not-accepted", reason)
    return tuple(accepted)


def _target_values(value: Any, mapping: PropertyMapping, source: Property) -> tuple[Any, ...]:
    """Return the values to write, whatever their types; for a listed value, all values that mean the same."""
    text = text_of_value(value)
    if text in mapping.values:
        return mapping.values[text]
    if text in mapping.without:
        raise NotConvertedError("no-counterpart", "this value has no counterpart")
    natural = source.decoded(value)
    if isinstance(natural, list) and mapping.values and not any(isinstance(each, list | dict) for each in natural):
        return ([_target_values(each, mapping, source)[0] for each in natural],)
    if mapping.factor == 1 or mapping.values:
        # JSON text for one vendor may be plain text for the other.
        return (natural, value) if source.encoding == "json" and natural is not value else (natural,)
    number = natural if is_number(natural) else number_in(natural)
    if number is None or not math.isfinite(number):
        return (natural,)
    if mapping.factor is None:
        raise NotConvertedError("unit", "the catalog does not state the units of both properties")
    return (_plain(Fraction(number) * mapping.factor),)


def _accepted(value: Any, places: tuple[Property, ...]) -> Iterator[Any]:
    """Yield the first form of a value that the target accepts."""
    for place in places:
        for each in forms(value, place):
            if not any(faults_of(each, place)):
                yield each
                return


def _expected(value: Any, places: tuple[Property, ...]) -> str:
    """Return the target's expectation, in the words of the validators."""
    values = [each for place in places for each in place.constraints.values]
    if len(places) > 1 and all(place.constraints.values for place in places):
        return f"expected one of: {', '.join(dict.fromkeys(quote(values)))}"
    if isinstance(value, list) and len(value) != 1 and fits_single(places):
        return "expected a single value, got several" if value else "expected a value, got none"
    for place in places:
        faults = [fault for each in forms(value, place) for fault in faults_of(each, place)]
        # A fault in a form of the right type is more specific.
        specific = [fault for fault in faults if fault[0] != "type"] or faults
        if specific:
            return specific[-1][1]
    return _ANOTHER_FORM


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)

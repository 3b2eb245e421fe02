"""No regular expression of the generator and of the package takes more than linear time, whatever the text."""

from __future__ import annotations

import functools
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.regular_expressions.found_patterns import Found, found_patterns
from tests.regular_expressions.hostile_inputs import SIZE, input_of, some_of

# Not at import: only the process that runs these tests needs them.
everything = functools.cache(found_patterns)

# The expressions that only a run makes, from what is not a text of a document or is tested by itself.
MADE_WHEN_RUN = {
    "generator.records.airbyte.openapi",
    "generator.records.fivetran.operations",
    "generator.patterns",  # a vendor's, that has been found to take linear time
    "generator.records.prose.condition_patterns",  # at import, from constants: found as values
    "generator.records.prose.condition_words",  # from a vendor's phrase
    "generator.records.prose.groups",  # found as values
    "generator.records.prose.noun_phrases",  # found as values
    "generator.records.prose.role_of_property",  # found as values
    "generator.records.prose.unannounced_values",  # one of two constants
    "generator.systems.descriptions",  # names of vendors and connectors, escaped
    "templates.connector_catalog.acceptance",  # the catalog's patterns, which require_linear() has checked
    "templates.connector_catalog.command.found_files",  # names of a vendor's profile, escaped
    "templates.connector_catalog.command.ignore_patterns",  # letters and brackets; what lies between is tried once
    "templates.connector_catalog.constraints",
}
SHORTEST = 0.008
"""Seconds below which a measurement tells nothing."""


class TooSlowError(Exception):
    pass


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Interrupt what runs longer: an expression that takes exponential time would never end."""

    def stop(*_: Any) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(pattern: re.Pattern[Any], method: str, text: str, tries: int = 1) -> float:
    subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        if method in ("match", "fullmatch", "search"):
            getattr(pattern, method)(subject)
        else:
            for _match in pattern.finditer(subject):
                pass
        best = min(best, time.process_time() - start)
    return best


def is_slow(pattern: re.Pattern[Any], method: str, prefix: str, unit: str) -> bool:
    """Return whether the time for a text of this form grows faster than its length."""
    if seconds_of(pattern, method, input_of(prefix, unit, SIZE)) < SHORTEST:
        return False
    sizes = (SIZE, SIZE // 2, SIZE // 4)
    long, half, quarter = (seconds_of(pattern, method, input_of(prefix, unit, size), tries=3) for size in sizes)
    return long > SHORTEST and long > 2.8 * half and long > 7 * quarter


def faults_of(found: Found, longest: float = 20, most: int = 70) -> list[tuple[str, str, str]]:
    """Return the first way of using an expression, prefix and unit that take too long."""
    for prefix, unit in some_of(found.pattern, most):
        for method in found.methods:
            try:
                with limited(longest):
                    if is_slow(found.pattern, method, prefix, unit):
                        return [(method, prefix, unit)]
            except TooSlowError:
                return [(method, prefix, unit)]
    return []


@pytest.mark.parametrize("part", range(12))
def test_an_expression_takes_linear_time(part: int) -> None:
    slow = {found.place: faults for found in everything()[0][part::12] if (faults := faults_of(found))}
    assert slow == {}


def test_every_expression_of_the_source_is_found() -> None:
    found, unknown = everything()

    assert len(found) > 200
    assert {place.split(":")[0] for place in unknown} == MADE_WHEN_RUN


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s*x", "search"),
        (r"(a+)+$", "match"),
        (r"(?:`[^`]+`(?:\s*,?\s*`[^`]+`)*)\s+are", "finditer"),
        (r"(?:a|aa)+$", "fullmatch"),
        (r"\[[^\]]*\]x", "sub"),
        (r"^(.+?)\s*#*$", "match"),
        (r"(?:\d+,?)+x", "match"),
    ],
)
def test_a_slow_expression_is_noticed(pattern: str, method: str) -> None:
    found = Found("", re.compile(pattern), frozenset({method}))
    assert faults_of(found, longest=0.25)

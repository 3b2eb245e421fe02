"""Compares what the prose rules find in descriptions with what the schemas declare, kind by kind."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from tests.bench.declarations.declared import Declared
from tests.bench.declarations.stated import stated_of

RULE = "secret by its name"
RULE_AND_TABLE = "secret by its name, names that are decided left out"
Verdict = Literal["right", "wrong", "missed", "undeclared"]


@dataclasses.dataclass(frozen=True)
class Tally:
    """How many facts of a kind were found and are declared so, otherwise, or not at all, and how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    undeclared: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            *(one + two for one, two in zip(dataclasses.astuple(self), dataclasses.astuple(other), strict=True))
        )


@dataclasses.dataclass(frozen=True)
class Compared:
    """One fact that is found or declared: what is found and what is declared, ``None`` where nothing is."""

    kind: str
    place: str
    verdict: Verdict
    found: Any
    declared: Any

    @property
    def is_difference(self) -> bool:
        """Whether it is one to look at: what prose leaves out is declared all the same."""
        return self.verdict in ("wrong", "undeclared") or (
            self.verdict == "missed" and self.kind in (RULE, RULE_AND_TABLE)
        )


def is_secret(each: Declared) -> bool:
    """Return whether the vendor marks a value, or the items of a list, as secret."""
    return any(schema.get("airbyte_secret") in (True, "true") for schema in (each.keywords, each.items))


def prose_compared(population: Iterable[Declared]) -> Iterator[Compared]:
    """Yield each fact that a description states or a schema declares, of properties with a description."""
    for each in population:
        if each.description:
            stated = stated_of(each).facts
            for kind, of in _DECLARED.items():
                found, declared = stated.get(kind), of(each)
                if kind == "requirement" and found not in (None, "required", "optional", "conditional"):
                    found = None
                verdict = _verdict(kind, found, declared)
                if verdict is not None:
                    yield Compared(kind, each.place, verdict, found, declared)


def _verdict(kind: str, found: Any, declared: Any) -> Verdict | None:
    if found is None:
        # What is not secret, and what is optional, need not be said.
        return (
            "missed" if declared not in (None, False, "optional") or (kind == "default" and declared is False) else None
        )
    if declared is None:
        return "undeclared"
    return "right" if _AGREE.get(kind, _same)(found, declared) else "wrong"


def _same(found: Any, declared: Any) -> bool:
    return _plain(found) == _plain(declared)


def _plain(value: Any) -> str:
    """Return a value without the differences between JSON types: a text spells true as a word, and 1 for 1.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return (value if isinstance(value, str) else json.dumps(value, sort_keys=True)).strip().casefold()


def _same_values(found: Any, declared: Any) -> bool:
    return {_plain(each) for each in found} == {_plain(each) for each in declared}


def _same_requirement(found: Any, declared: Any) -> bool:
    return bool((found == "required") == (declared == "required"))


def _same_format(found: Any, declared: Any) -> bool:
    if isinstance(declared, re.Pattern):
        return any(declared.search(sample) is not None for sample in _SAMPLES.get(found, ()))
    return bool(found == declared)


_SAMPLES = {
    "date": ("2021-01-25",),
    "date-time": ("2021-01-25T00:00:00Z", "2021-01-25T00:00:00.000Z", "2021-01-25T00:00:00.000000Z"),
}
_AGREE: dict[str, Callable[[Any, Any], bool]] = {
    "enum": _same_values,
    "requirement": _same_requirement,
    "format": _same_format,
}


def _format(each: Declared) -> Any:
    """Return the declared format, else a pattern of dates."""
    if "format" in each.keywords:
        return each.keywords["format"]
    try:
        pattern = re.compile(each.keywords.get("pattern", "(?!)"))
    except (re.error, TypeError):
        return None
    return pattern if any(pattern.search(text) for texts in _SAMPLES.values() for text in texts) else None


def _bound(each: Declared, name: str, step: int) -> Any:
    """Return a declared bound; an exclusive one of whole numbers is the next number."""
    if name in each.keywords:
        return each.keywords[name]
    exclusive = each.keywords.get(f"exclusive{name.capitalize()}")
    return exclusive + step if isinstance(exclusive, int) and not isinstance(exclusive, bool) else None


_DECLARED: dict[str, Callable[[Declared], Any]] = {
    "requirement": lambda each: "required" if each.is_required else "optional",
    "default": lambda each: each.keywords.get("default"),
    "enum": lambda each: each.keywords.get("enum") or each.items.get("enum"),
    "minimum": lambda each: _bound(each, "minimum", 1),
    "maximum": lambda each: _bound(each, "maximum", -1),
    "format": _format,
    "secret": is_secret,
}
"""What a schema declares of each kind; ``None`` where it says nothing."""


def tallies(compared: Iterable[Compared]) -> dict[str, Tally]:
    """Return the counts by kind, in the order of the kinds."""
    found = dict.fromkeys((RULE, RULE_AND_TABLE, *_DECLARED), Tally())
    for each in compared:
        found[each.kind] += Tally(**{each.verdict: 1})
    return {kind: tally for kind, tally in found.items() if tally != Tally()}

"""Synonyms and ignored words, from ``catalog/synonyms.yaml``."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import pydantic

from generator.diagnostics import Diagnostics
from generator.strict_data.models import StrictModel, load_model

_CODE = "synonyms-format"
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_Word = Annotated[str, pydantic.Field(pattern="^[a-z0-9]+$")]


class _Table(StrictModel):
    left_out: frozenset[_Word] = frozenset()
    same: tuple[Annotated[tuple[_Word, ...], pydantic.Field(min_length=2)], ...] = ()


class _Tables(StrictModel):
    connectors: _Table = _Table()
    properties: _Table = _Table()
    descriptions: _Table = _Table()


@dataclasses.dataclass(frozen=True)
class Synonyms:
    """Synonyms and ignored words.

    Attributes:
        left_out: Words to ignore.
        groups: Groups of synonyms.
    """

    left_out: frozenset[str] = frozenset()
    groups: tuple[tuple[str, ...], ...] = ()

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words of a name or a sentence in lower case, each replaced by the first of its synonyms."""
        return tuple(self._words(text))

    def groups_of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the groups that have a word."""
        return self._numbers.get(word, ())

    def _words(self, text: str) -> Iterator[str]:
        for word in split(text):
            if word not in self.left_out:
                yield self._first_of(word) or self._first_of(singular(word)) or singular(word)

    def _first_of(self, word: str) -> str:
        numbers = self.groups_of(word)
        return self.groups[numbers[-1]][0] if numbers else ""

    @functools.cached_property
    def _numbers(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for number, group in enumerate(self.groups):
            for word in group:
                found[word] = (*found.get(word, ()), number)
        return found


@dataclasses.dataclass(frozen=True)
class Tables:
    """The synonyms for the names of connectors and of properties, and for descriptions."""

    connectors: Synonyms = dataclasses.field(default_factory=Synonyms)
    properties: Synonyms = dataclasses.field(default_factory=Synonyms)
    descriptions: Synonyms = dataclasses.field(default_factory=Synonyms)


def split(text: str) -> list[str]:
    """Return the words of a name in any spelling, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def singular(word: str) -> str:
    """Return a word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def load_synonyms(path: Path, diagnostics: Diagnostics) -> Tables:
    """Return the tables in a YAML file; empty if there is no file. An invalid file is an error."""
    if not path.is_file():
        return Tables()
    found = load_model(path, _Tables, _CODE, diagnostics) or _Tables()
    tables = (found.connectors, found.properties, found.descriptions)
    return Tables(*(Synonyms(each.left_out, each.same) for each in tables))

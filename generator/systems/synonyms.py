"""Synonyms and ignored words, from ``catalog/synonyms.yaml``."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import pydantic
from pydantic.alias_generators import to_camel

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_mapping
from generator.strict_data.validation import report_errors

_CODE = "synonyms-format"
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_Word = Annotated[str, pydantic.Field(pattern="^[a-z0-9]+$")]


class _Table(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)

    left_out: frozenset[_Word] = frozenset()
    same: tuple[Annotated[tuple[_Word, ...], pydantic.Field(min_length=2)], ...] = ()


class _Tables(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)

    connectors: _Table = _Table()
    properties: _Table = _Table()


@dataclasses.dataclass(frozen=True)
class Synonyms:
    """Synonyms and ignored words.

    Attributes:
        left_out: Words to ignore.
        same: By word, the first of its synonyms.
    """

    left_out: frozenset[str] = frozenset()
    same: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words of a name or a sentence in lower case, each replaced by the first of its synonyms."""
        return tuple(self._words(text))

    def _words(self, text: str) -> Iterator[str]:
        for word in split(text):
            if word not in self.left_out:
                yield self.same.get(word) or self.same.get(singular(word)) or singular(word)


@dataclasses.dataclass(frozen=True)
class Tables:
    """The synonyms for connectors and for properties."""

    connectors: Synonyms = dataclasses.field(default_factory=Synonyms)
    properties: Synonyms = dataclasses.field(default_factory=Synonyms)


def split(text: str) -> list[str]:
    """Return the words of a name in any spelling, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def singular(word: str) -> str:
    """Return a word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def load_synonyms(path: Path, diagnostics: Diagnostics) -> Tables:
    """Return the tables in a YAML file; empty if there is no file. An invalid file is an error."""
    if not path.is_file():
        return Tables()
    data = load_mapping(path, _CODE, "of connectors and properties", diagnostics)
    try:
        tables = _Tables.model_validate(data)
    except pydantic.ValidationError as fault:
        report_errors(fault, _CODE, path.name, diagnostics)
        return Tables()
    return Tables(_synonyms(tables.connectors), _synonyms(tables.properties))


def _synonyms(table: _Table) -> Synonyms:
    return Synonyms(table.left_out, {word: group[0] for group in table.same for word in group})

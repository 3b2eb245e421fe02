"""The facts about a property that the rules compare: words, types, listed values and other statements."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.catalog.property import Property
from generator.catalog.synonyms import Synonyms
from generator.systems.properties import listed_texts, text_of

_STATED = ("format", "unit", "string_encoding")


@dataclasses.dataclass(frozen=True)
class Facts:
    """The facts about one path in a vendor's connectors.

    Attributes:
        vendor: The vendor.
        path: Dotted path without step and variants.
        names: The words of its name, of its path and of each title.
        text: The words of its descriptions, without the words of the connectors' names.
        types: JSON Schema types; a string that encodes another type has that type, too.
        listed: Listed values as text in lower case; empty if other values are accepted.
        stated: Other facts by name, as text.
    """

    vendor: str
    path: str
    names: tuple[frozenset[str], ...]
    text: frozenset[str]
    types: frozenset[str]
    listed: frozenset[str]
    stated: Mapping[str, frozenset[str]]

    @property
    def name(self) -> str:
        """The last name of the path."""
        return name_of(self.path)


def name_of(path: str) -> str:
    """Return the last name of a path."""
    return path.rpartition(".")[2]


def facts_of(
    vendor: str, path: str, same: tuple[Property, ...], synonyms: Synonyms, title_words: frozenset[str]
) -> Facts:
    """Return the facts about the property at a path.

    Args:
        vendor: The vendor.
        path: Dotted path without step and variants.
        same: The properties that the vendor's connectors have at the path.
        synonyms: The synonyms for properties.
        title_words: Words of the connectors' names, which do not distinguish properties.
    """
    names = (name_of(path), path, *(each.title for each in same if each.title))
    word_sets = map(frozenset, map(synonyms.words, names))
    # A name that consists of words of the connectors' names keeps them.
    distinct = dict.fromkeys(words - title_words or words for words in word_sets)
    text = (word for each in same for word in synonyms.words(each.description or ""))
    stated = {field: frozenset(str(value) for each in same if (value := getattr(each, field))) for field in _STATED}
    stated["default"] = frozenset(text_of(each.default) for each in same if each.states_default)
    stated["secret"] = frozenset({"secret"} if any(each.secret for each in same) else ())
    stated["requirement"] = frozenset(each.requirement for each in same if each.requirement == "required")
    return Facts(
        vendor,
        path,
        tuple(filter(None, distinct)),
        frozenset(text) - title_words,
        frozenset(word for each in same for word in _types(each)),
        frozenset(text.casefold() for text in listed_texts(same) or ()),
        {name: values for name, values in stated.items() if values},
    )


def _types(property_: Property) -> set[str]:
    encoded = {"boolean": "boolean", "integer": "integer", "json": "object", "list": "array"}
    carried = encoded.get(property_.string_encoding or "")
    return {*property_.types, *((carried,) if carried else ())}

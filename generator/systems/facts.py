"""What the rules compare of a property: its words, its types and what else the catalog states."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.catalog.property import Property
from generator.systems.properties import listed_texts, text_of
from generator.systems.synonyms import Synonyms

_STATED = ("format", "unit", "string_encoding")


@dataclasses.dataclass(frozen=True)
class Facts:
    """What several connectors of a vendor state about the property at one path.

    Attributes:
        vendor: The vendor.
        path: The path in the system.
        names: The words of what the property is called: of its name, its path and its title.
        text: The words of its descriptions, without those of the connectors' names.
        types: Its types in JSON Schema's words, where a string that encodes another type counts as that.
        listed: The values that it takes, as text in lower case; empty where it takes others, too.
        stated: Further facts by name, each as text.
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
        """The name alone."""
        return name_of(self.path)


def name_of(path: str) -> str:
    """Return the name of the property at a path, without the objects that it is in."""
    return path.rpartition(".")[2]


def facts_of(
    vendor: str, path: str, same: tuple[Property, ...], synonyms: Synonyms, title_words: frozenset[str]
) -> Facts:
    """Return what is compared of a property.

    Args:
        vendor: The vendor.
        path: The path in the system.
        same: What connectors have at the path.
        synonyms: Words that mean the same.
        title_words: The words of the connectors' names, which tell no property from another.
    """
    called = (path.rpartition(".")[2], path, *(each.title for each in same if each.title))
    names = dict.fromkeys(
        frozenset(synonyms.words(each)) - title_words or frozenset(synonyms.words(each)) for each in called
    )
    texts = (word for each in same for word in synonyms.words(each.description or ""))
    stated = {field: frozenset(str(value) for each in same if (value := getattr(each, field))) for field in _STATED}
    stated["default"] = frozenset(text_of(each.default) for each in same if each.states_default)
    stated["secret"] = frozenset({"secret"} if any(each.secret for each in same) else ())
    stated["requirement"] = frozenset(each.requirement for each in same if each.requirement == "required")
    return Facts(
        vendor,
        path,
        tuple(each for each in names if each),
        frozenset(texts) - title_words,
        frozenset(word for each in same for word in _types(each)),
        frozenset(text.casefold() for text in listed_texts(same) or ()),
        {name: values for name, values in stated.items() if values},
    )


def _types(found: Property) -> set[str]:
    encoded = {"boolean": "boolean", "integer": "integer", "json": "object", "list": "array"}
    carried = encoded.get(found.string_encoding or "")
    return {*found.types, *((carried,) if carried else ())}

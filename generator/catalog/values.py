"""Convert a document's words for types, literals and patterns to the catalog's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from templates.connector_catalog.constraints import has_type, type_of

TypeWord = Literal["string", "integer", "number", "boolean", "array", "object", "null"]
"""JSON Schema's words for types."""

VENDOR_WORDS: Mapping[str, TypeWord] = {
    "ARRAY": "array",
    "BOOL": "boolean",
    "BOOLEAN": "boolean",
    "DECIMAL": "number",
    "DOUBLE": "number",
    "FLOAT": "number",
    "INT": "integer",
    "INTEGER": "integer",
    "LIST": "array",
    "LONG": "integer",
    "MAP": "object",
    "NULL": "null",
    "NUMBER": "number",
    "OBJECT": "object",
    "STRING": "string",
}
"""The types by the words that vendors have for them, in upper case."""

_SPECIAL = re.compile(r"[\\^$.|?*+(){}\[\]]")
_CONTROL = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def type_of_word(word: str) -> TypeWord | None:
    """Return the JSON Schema type of a vendor's type word in upper case, or ``None``."""
    return VENDOR_WORDS.get(word)


def type_word(value: Any) -> TypeWord:
    """Return the JSON Schema type of a JSON value."""
    return cast(TypeWord, type_of(value))


def type_words_of(types: TypeWord | Sequence[TypeWord] | None) -> tuple[TypeWord, ...]:
    """Return the words of a type that may be one word, several or none."""
    if types is None:
        return ()
    return (types,) if isinstance(types, str) else tuple(types)


def is_accepted(value: Any, types: tuple[TypeWord, ...]) -> bool:
    """Return whether a JSON value has one of these types; no types accept every value."""
    return not types or has_type(value, types)


def escaped(text: str) -> str:
    """Return text as a regular expression that is the same for ECMAScript, JSON Schema's dialect, and Python."""
    special = _SPECIAL.sub(lambda match: f"\\{match[0]}", text)
    return "".join(_CONTROL.get(character, character) for character in special)


def literal(word: Any, types: tuple[TypeWord, ...]) -> Any:
    """Convert a word to the value that it means in a property of these types; return other values unchanged."""
    if not isinstance(word, str) or "string" in types:
        return word
    if "boolean" in types and word.lower() in ("true", "false"):
        return word.lower() == "true"
    if "integer" in types and re.fullmatch("-?[0-9]+", word):
        return int(word)
    if "number" in types and re.fullmatch("-?[0-9]+([.][0-9]+)?", word):
        return float(word) if "." in word else int(word)
    return word

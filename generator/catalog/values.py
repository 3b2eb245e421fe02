"""JSON values and the words for their types."""

from __future__ import annotations

import re
from typing import Any, Literal

TypeWord = Literal["string", "integer", "number", "boolean", "array", "object", "null"]
"""JSON Schema's words for types."""

_WORDS: dict[str, TypeWord] = {
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


def type_of_word(word: str) -> TypeWord | None:
    """The JSON Schema type of a vendor's type word in upper case, or ``None``."""
    return _WORDS.get(word)


def type_of_value(value: Any) -> TypeWord:
    """The JSON Schema type of a JSON value; an integer is ``integer``, not also ``number``."""
    if value is None:
        return "null"
    names: dict[type, TypeWord] = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names[type(value)]


def has_type(value: Any, types: tuple[TypeWord, ...]) -> bool:
    """Whether a value is of one of these types; no types at all accept everything."""
    return has_type_word(type_of_value(value), types)


def has_type_word(word: TypeWord, types: tuple[TypeWord, ...]) -> bool:
    """Whether one of these types takes values of the type ``word``; no types at all take everything."""
    return not types or word in types or (word == "integer" and "number" in types)


def among(value: Any, values: list[Any]) -> bool:
    """Whether a JSON value is one of these; true is not 1, and false is not 0."""
    return any(_is_same(value, each) for each in values)


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return bool(one == other)


_SPECIAL = re.compile(r"[\\^$.|?*+(){}\[\]]")
_CONTROL = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escaped(text: str) -> str:
    """Text as a regular expression of ECMAScript, which is JSON Schema's, and of Python alike."""
    special = _SPECIAL.sub(lambda match: f"\\{match[0]}", text)
    return "".join(_CONTROL.get(character, character) for character in special)


def literal(word: Any, types: tuple[TypeWord, ...]) -> Any:
    """The value that a word printed as code stands for, in a property of these types; values stay as they are."""
    if not isinstance(word, str):
        return word
    if "string" in types or not types:
        return word
    if "boolean" in types and word.lower() in ("true", "false"):
        return word.lower() == "true"
    if "integer" in types and re.fullmatch("-?[0-9]+", word):
        return int(word)
    if "number" in types and re.fullmatch("-?[0-9]+([.][0-9]+)?", word):
        return float(word) if "." in word else int(word)
    return word

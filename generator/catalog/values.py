"""JSON values and the words for their types."""

from __future__ import annotations

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
    return not types or type_of_value(value) in types or (type_of_value(value) == "integer" and "number" in types)


def literal(word: Any, types: tuple[TypeWord, ...]) -> Any:
    """The value that a word printed as code stands for, in a property of these types; values stay as they are."""
    if not isinstance(word, str):
        return word
    if "string" in types or not types:
        return word
    if "boolean" in types and word.lower() in ("true", "false"):
        return word.lower() == "true"
    if "integer" in types and word.lstrip("-").isdecimal():
        return int(word)
    return word

"""Whether JSON outputs are what they should be: valid, with a text only as a name or a value."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import jsonschema_rs

_TOKEN = re.compile(r"zq\d{3}q\d{3}qz")
_VALUES = {"const", "default", "enum", "examples", "properties", "dependentRequired", "x-meanings"}
_REFERENCES = {"$ref", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor"}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key that is there twice")
    return made


def _refused(word: str) -> Any:
    raise ValueError(f"the number {word}")


def parse(text: str) -> Any:
    """Return a JSON value.

    Raises:
        ValueError: It is no JSON, has a key twice, or holds ``NaN``.
    """
    text.encode("utf-8")
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)


def faults_of_json(text: str) -> Iterator[str]:
    """Yield the fault of a JSON file."""
    try:
        parse(text)
    except ValueError as fault:
        yield f"is no JSON: {fault!s:.120}"


def faults_of_lines(text: str) -> Iterator[str]:
    """Yield the faults of a file with a JSON value on each line."""
    for line in text.removesuffix("\n").split("\n"):
        yield from faults_of_json(line)


_OLD = "http://json-schema.org/draft-07/schema#"


@functools.cache
def _meta(dialect: Any) -> Any:
    kind = jsonschema.Draft7Validator if dialect == _OLD else jsonschema.Draft202012Validator
    return kind(kind.META_SCHEMA)


def faults_of_schema(text: str) -> Iterator[str]:
    """Yield the faults of a JSON Schema: its form, its references, and what one library of another language says."""
    faults = list(faults_of_json(text))
    if faults:
        yield from faults
        return
    schema = json.loads(text)
    dialect = schema.get("$schema") if isinstance(schema, dict) else None
    for error in _meta(dialect).iter_errors(schema):
        yield f"is no JSON Schema: {error.json_path}: {error.message:.120}"
    try:
        (jsonschema_rs.Draft7Validator if dialect == _OLD else jsonschema_rs.Draft202012Validator)(schema)
    except ValueError as fault:
        yield f"is refused by jsonschema-rs: {str(fault).splitlines()[0]:.120}"
    yield from _references(schema)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        yield from (fault for each in node for fault in _references(each))
    for keyword, value in node.items() if isinstance(node, dict) else ():
        if _TOKEN.search(keyword):
            yield f"has the keyword {keyword!r:.120}"
        if keyword in _REFERENCES and isinstance(value, str) and _TOKEN.search(value):
            yield f"refers to {value!r:.120}"
        if keyword == "properties" and isinstance(value, dict):
            yield from _references(list(value.values()))
        elif keyword not in _VALUES:
            yield from _references(value)

"""Audits generated JSON Schemas: each is a schema, and each pattern is safe and the same in every dialect."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import jsonschema_rs

from generator.context.fault import OutputError
from generator.context.json_schema.dialects import DIALECTS
from generator.patterns import PatternError, read_pattern

_VALUES = frozenset({"const", "default", "enum", "examples"})
"""The keywords whose values are payloads, not schemas."""

_BY_NAME = frozenset({"$defs", "definitions", "dependentSchemas", "properties"})
"""The keywords whose values are schemas by names of any kind."""


def refuse_invalid_schemas(files: Mapping[str, str], audited: Collection[str] = ()) -> set[str]:
    """Refuse invalid JSON Schemas among files; return the digests of the texts that pass.

    Args:
        files: The text of each file, by its path.
        audited: The digests that an earlier audit has returned.

    Raises:
        OutputError: A file is not JSON, a schema does not match its meta-schema, or a pattern of it cannot be used
            (``invalid-schema``).
    """
    digests = set()
    for path, text in files.items():
        if path.endswith(".json"):
            digest = hashlib.sha256(text.encode()).hexdigest()
            fault = "" if digest in audited else schema_fault(text)
            if fault:
                raise OutputError("invalid-schema", path, fault)
            digests.add(digest)
    return digests


def schema_fault(text: str) -> str:
    """Return the first fault of a schema's text; empty if it is valid or not a schema."""
    texts: set[str] = set()
    try:
        schema = json.loads(text, object_hook=functools.partial(_with_text_of_pattern, texts))
    except ValueError as fault:
        return f"invalid JSON: {fault}"
    dialect = schema.get("$schema") if isinstance(schema, dict) else None
    if dialect not in [each.uri for each in DIALECTS]:
        return ""
    try:
        jsonschema_rs.meta.validate(schema)
    except jsonschema_rs.ValidationError as fault:
        place = "/".join(map(str, fault.instance_path))
        return f"/{place}: not a schema of {dialect}"
    # A property of a payload may have this name, which matters only if its value is faulty as a pattern.
    if not any(map(_fault_of, texts)):
        return ""
    faults = ((pattern, _fault_of(pattern)) for pattern in _patterns(schema))
    return next((f"the pattern {pattern!r} {fault}" for pattern, fault in faults if fault), "")


def _with_text_of_pattern(texts: set[str], value: dict[str, Any]) -> dict[str, Any]:
    """Collect the object's ``pattern``, if it is a string, and return the object."""
    pattern = value.get("pattern")
    if isinstance(pattern, str):
        texts.add(pattern)
    return value


def _patterns(schema: Any) -> Iterator[str]:
    """Yield the patterns of a schema."""
    ahead = [(schema, False)]
    while ahead:
        node, is_by_name = ahead.pop()
        if isinstance(node, list):
            ahead += [(each, False) for each in node]
        elif isinstance(node, dict) and is_by_name:
            ahead += [(each, False) for each in node.values()]
        elif isinstance(node, dict):
            if "pattern" in node:
                yield node["pattern"]
            ahead += [(value, name in _BY_NAME) for name, value in node.items() if name not in _VALUES]


@functools.cache
def _fault_of(pattern: str) -> str:
    try:
        read_pattern(pattern)
    except PatternError as fault:
        return str(fault)
    return ""

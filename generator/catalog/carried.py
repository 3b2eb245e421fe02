"""What a string carries (a boolean, an integer, a list, JSON), held against an example and turned into keywords."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.catalog.connector import Connector, Items, Property, Source, json_name, property_paths
from generator.catalog.values import escaped, type_of_value
from templates.connector_catalog.constraints import INTEGER

_PLACEHOLDER = re.compile(r"\s*|<[^<>]*>|[X.]+[0-9]*|\.\.\.", re.ASCII)


def is_placeholder(value: Any) -> bool:
    """Whether an example's value stands for one, as ``<PORT>``, ``XX`` and an empty string do."""
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value) is not None


def fit_to_example(found: Property, value: Any) -> list[str]:
    """Drops the facts about a string's form that an example does not keep to; returns their names.

    What a string carries is kept beside a placeholder, which says nothing about it.
    """
    if isinstance(value, str) and found.types == ("integer", "string") and re.search(INTEGER, value):
        found.string_encoding = "integer"
        found.mark_inferred("encoding")
    if not isinstance(value, str):
        return []
    dropped = []
    if found.pattern is not None and not re.search(found.pattern, value):
        dropped += ["pattern", "format"]
    if (
        found.string_encoding is not None
        and found.enum is None
        and not (_carries(found, value) or is_placeholder(value))
    ):
        dropped += ["string_encoding", "separator"]
    if found.const is not None and value != found.const:
        dropped.append("const")
    return [json_name(field) for field in drop(found, *dropped)]


def drop(found: Property, *fields: str) -> list[str]:
    """Leaves out fields of a property, which are given by their Python names; returns those that were stated."""
    stated = [field for field in fields if field in found.model_fields_set]
    for field in stated:
        setattr(found, field, None)
        found.model_fields_set.discard(field)
    if found.inferred is not None:
        found.inferred = [name for name in found.inferred if name not in map(json_name, stated)]
    return stated


def _carries(found: Property, value: str) -> bool:
    if found.string_encoding == "boolean":
        return value in ("true", "false")
    if found.string_encoding == "integer":
        return re.search(INTEGER, value) is not None
    if found.string_encoding == "json":
        return isinstance(_parsed(value), list | dict)
    return found.string_encoding != "list" or re.search(list_pattern(found.separator or ","), value) is not None


def _parsed(text: Any) -> Any:
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None


def list_pattern(separator: str) -> str:
    """The pattern of a string that carries a list: entries that are not empty, with the separator between."""
    one = escaped(separator)
    inside = one if separator not in "^]-" else f"\\{separator}"
    return f"^[^{inside}]+({one}[^{inside}]+)*$"


def json_children(found: Property, value: Any) -> None:
    """Lets an example tell whether a string carries a list or an object, and what its properties are."""
    carried = _parsed(value)
    listed = {each.name: each for each in found.children}
    objects = carried if isinstance(carried, list) else [carried]
    shown = {name: inner for each in objects if isinstance(each, dict) for name, inner in each.items()}
    for name, inner in shown.items():
        if name not in listed:
            listed[name] = Property(name=name, type=type_of_value(inner), sources=_sources(found))
            listed[name].mark_inferred("name", "type")
        elif listed[name].type is None:
            listed[name].type = type_of_value(inner)
            listed[name].mark_inferred("type")
    drop(found, "properties", "items")
    if isinstance(carried, list):
        found.items = Items(type="object", properties=list(listed.values())) if listed else Items()
        found.mark_inferred("items")
    elif listed:
        found.properties = list(listed.values())
        found.mark_inferred("properties")


def _sources(found: Property) -> list[Source]:
    return [Source(document=source.document, place=source.place) for source in found.sources]


def enforce(connectors: list[Connector]) -> None:
    """Turns what strings carry into ``enum`` or ``pattern``, so that every output checks it alike.

    Not where the vendor's own example is a placeholder: it must be accepted.
    """
    for connector in connectors:
        for step in connector.steps:
            placeholders = {
                name for payload in step.examples or [] for name in payload if is_placeholder(payload[name])
            }
            for path, found in property_paths(step.properties):
                if path not in placeholders:
                    _enforce(found)


def _enforce(found: Property) -> None:
    if found.enum is not None or found.const is not None or found.pattern is not None or "string" not in found.types:
        return
    if found.string_encoding == "boolean" and found.types == ("string",):
        found.enum = ["true", "false"]
        found.mark_inferred("enum")
    elif found.string_encoding in ("boolean", "integer", "list"):
        patterns = {"boolean": "^(true|false)$", "integer": INTEGER, "list": list_pattern(found.separator or ",")}
        found.pattern = patterns[str(found.string_encoding)]
        found.mark_inferred("pattern")

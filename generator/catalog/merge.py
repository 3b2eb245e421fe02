"""Brings together what several documents say of the same connectors, property by property.

The documents come in the order of their dates. Where two contradict each other the later one is taken and the other
is a diagnostic; a property that only an earlier one knows stays and says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.catalog.connector import Connector, Items, Property, Step, json_name
from generator.catalog.values import among
from generator.diagnostics import Diagnostics

_SHARED = {"required_when": "requirement", "secret_from": "secret", "meanings": "enum", "separator": "string_encoding"}
"""Fields that only mean something beside another one: they come from the document that states that one."""

_CLOSED = {"const", "pattern", "format", "minimum", "maximum"}
"""Fields that say nothing where the later document lists the values."""

_APART = {"name", "sources", "inferred", "description", "examples", "properties", "items", "absent_from"}
"""Fields that are not compared: they are joined, or have rules of their own."""


def merge(earlier: Iterable[Connector], later: Iterable[Connector], diagnostics: Diagnostics) -> list[Connector]:
    """Each connector once.

    Args:
        earlier: What the documents so far say; changed in place.
        later: What the next document says; changed in place.
        diagnostics: Where contradictions go.
    """
    merged = {connector.key: connector for connector in earlier}
    for connector in later:
        known = merged.get(connector.key)
        merged[connector.key] = connector if known is None else _connector(known, connector, diagnostics)
    return list(merged.values())


def merge_properties(
    earlier: list[Property], later: list[Property], document: str, subject: str, diagnostics: Diagnostics
) -> list[Property]:
    """The properties of one object: the later document's, then those that only the earlier one knows.

    Args:
        earlier: What is known so far.
        later: What the later document knows.
        document: Name of the later document.
        subject: The object, for messages.
        diagnostics: Where contradictions go.
    """
    known = {each.name: each for each in earlier}
    for each in later:
        if each.name in known:
            _property(known[each.name], each, document, f"{subject}.{each.name}", diagnostics)
    names = {each.name for each in later}
    return [*later, *(_absent(each, document) for each in earlier if each.name not in names)]


def _absent(found: Property, document: str) -> Property:
    found.absent_from = [*(found.absent_from or ()), document]
    return found


def _connector(earlier: Connector, later: Connector, diagnostics: Diagnostics) -> Connector:
    document = later.sources[0].document
    if later.status == "listed" and earlier.status == "documented":
        # The later document only names it: what it was said to be still stands.
        earlier.sources = [*later.sources, *earlier.sources]
        return earlier
    later.name = later.name or earlier.name
    if later.naming is None and earlier.naming is not None:
        later.naming = earlier.naming
    known = {step.name: step for step in earlier.steps}
    for step in later.steps:
        if step.name in known:
            _step(known.pop(step.name), step, document, f"{later.key} {step.name}", diagnostics)
    for step in known.values():
        step.properties = merge_properties(step.properties, [], document, f"{later.key} {step.name}", diagnostics)
        later.steps.append(step)
    later.sources = [*later.sources, *earlier.sources]
    return later


def _step(earlier: Step, later: Step, document: str, subject: str, diagnostics: Diagnostics) -> None:
    later.properties = merge_properties(earlier.properties, later.properties, document, subject, diagnostics)
    rules = _joined(later.rules, earlier.rules)
    examples = _joined(later.examples, earlier.examples)
    if rules:
        later.rules = rules
    if examples:
        later.examples = examples


def _joined(first: list[Any] | None, second: list[Any] | None) -> list[Any]:
    found = list(first or ())
    return found + [value for value in second or () if not among(value, found)]


def _property(earlier: Property, later: Property, document: str, subject: str, diagnostics: Diagnostics) -> None:
    """Adds to the later document's property what only the earlier one states of it."""
    later_states = set(later.model_fields_set)
    for field in earlier.model_fields_set - _APART:
        if _SHARED.get(field) in later_states or (field in _CLOSED and "enum" in later_states):
            continue
        value = getattr(earlier, field)
        if field not in later_states:
            setattr(later, field, value)
            if json_name(field) in (earlier.inferred or ()):
                later.mark_inferred(json_name(field))
        elif not _is_same(getattr(later, field), value):
            _report(earlier, later, field, subject, diagnostics)
    examples = _joined(later.examples, earlier.examples)
    if examples:
        later.examples = examples
    children = merge_properties(earlier.children, later.children, document, subject, diagnostics)
    _nest(earlier, later, children)
    later.sources = [*later.sources, *earlier.sources]


def _is_same(one: Any, other: Any) -> bool:
    """Whether two documents say the same of a field; the order in which values or types are listed says nothing."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(among(value, other) for value in one)
    return among(one, [other])


def _nest(earlier: Property, later: Property, children: list[Property]) -> None:
    if earlier.items is not None and (later.items is not None or "array" in later.types):
        later.items = later.items or Items()
        for field in ("type", "enum"):
            if field not in later.items.model_fields_set and field in earlier.items.model_fields_set:
                setattr(later.items, field, getattr(earlier.items, field))
    if children and later.items is not None:
        later.items.properties = children
    elif children and (not later.types or "object" in later.types):
        later.properties = children


def _report(earlier: Property, later: Property, field: str, subject: str, diagnostics: Diagnostics) -> None:
    before = earlier.sources[0]
    values = [json.dumps(each.to_json().get(json_name(field)), ensure_ascii=False)[:80] for each in (later, earlier)]
    message = (
        f"{json_name(field)} is {values[0]} here and {values[1]} in the earlier {before.document} at {before.place}"
    )
    diagnostics.warning("documents-differ", later.sources[0].place, f"{message}; the later is taken", subject)


def _name(field: str) -> str:
    return str(Property.model_fields[field].alias or field)

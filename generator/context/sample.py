"""Payloads that show how a connector is configured: the least that is accepted, and one with every property."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Property
from generator.context.payload import payload_of, required_names, rules_of
from templates.connector_catalog.constraints import INTEGER


def minimal_payload(connector: Connector) -> dict[str, Any]:
    """The least that the first step accepts; values are the documents' own where they show some."""
    if not connector.steps:
        return {}
    payload = payload_of(connector)
    first = connector.steps[0]
    shown = _shown(connector, first.name)
    names = list(required_names(first.properties))
    groups = [
        *payload.rules.any_of,
        *(group for gate in payload.gates if gate.step == first.name for group in gate.any_of),
    ]
    names += [group[0] for group in groups if not set(group).intersection(names)]
    return _with_needed(
        {each.name: _value(each, shown) for each in first.properties if each.name in names}, connector, shown
    )


def full_payload(connector: Connector) -> dict[str, Any]:
    """A payload with every property that a caller may set."""
    full: dict[str, Any] = {}
    for step in connector.steps:
        shown = _shown(connector, step.name)
        open_to_callers = [each for each in step.properties if each.requirement not in ("internal", "readOnly")]
        full |= {each.name: _value(each, shown) for each in open_to_callers}
    return _with_needed(full, connector, full)


def as_request(connector: Connector, properties: dict[str, Any]) -> dict[str, Any]:
    """The body of a request that creates, with these properties in their places; without what else it may hold."""
    payload = payload_of(connector)
    places = {name: place for place, names in payload.elsewhere for name in names}
    request: dict[str, Any] = {payload.type_key: connector.type, payload.key: {}}
    for name, value in properties.items():
        request.setdefault(places.get(name, payload.key), {})[name] = value
    return request


def _with_needed(drawn: dict[str, Any], connector: Connector, shown: dict[str, Any]) -> dict[str, Any]:
    """Adds the properties that those in the payload ask for."""
    payload = payload_of(connector)
    by_name = {each.name: each for each in payload.properties}
    for _ in by_name:
        needed = [name for source, names in payload.rules.dependent if source in drawn for name in names]
        needed += [
            condition.name
            for condition in payload.rules.conditions
            if all(drawn.get(name) in values for name, values in condition.when)
        ]
        missing = [name for name in needed if name not in drawn]
        if not missing:
            break
        drawn |= {name: _value(by_name[name], shown) for name in missing}
    # A copy: whoever changes the payload must not change the connector's examples.
    return copy.deepcopy(drawn)


def _shown(connector: Connector, step_name: str) -> dict[str, Any]:
    examples = [example for step in connector.steps if step.name == step_name for example in step.examples or []]
    return {name: value for example in examples for name, value in example.items()}


def _value(found: Property, shown: dict[str, Any]) -> Any:
    """A value of a property: the documents' example, the default, a listed one, or a placeholder of the right form."""
    if found.secret:
        return _secret(found)
    if found.name in shown:
        return _without_secrets(shown[found.name], found.children)
    if found.states_default:
        return found.default
    if found.accepted is not None:
        return next(iter(found.accepted), None)
    if found.examples:
        return _without_secrets(found.examples[0], found.children)
    return _placeholder(found)


def _secret(found: Property) -> Any:
    """A secret is never shown, not even the documents' own: only what stands for one."""
    if found.string_encoding == "json":
        # The text must still be JSON: some validators look into it.
        inside = {each.name: f"<{each.name.upper()}>" for each in found.children}
        return json.dumps([inside] if found.items is not None else inside)
    if found.types == ("object",) and not found.children:
        return {"key": f"<{found.name.upper()}>"}
    bare = found.without_fields("secret")
    return f"<{found.name.upper()}>" if "string" in found.types and not found.pattern else _placeholder(bare)


def _without_secrets(value: Any, properties: Sequence[Property]) -> Any:
    secrets = {each.name: each for each in properties}
    if isinstance(value, list):
        return [_without_secrets(each, properties) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: (
            _secret(secrets[name])
            if name in secrets and secrets[name].secret
            else _without_secrets(inner, secrets[name].children if name in secrets else ())
        )
        for name, inner in value.items()
    }


def _placeholder(found: Property) -> Any:
    type_ = found.types[0] if found.types else "string"
    if type_ == "object":
        inner = [each for each in found.children if each.requirement not in ("internal", "readOnly")]
        drawn = {each.name: _value(each, {}) for each in inner if each.requirement != "conditional"}
        needed = {
            condition.name
            for condition in rules_of(found.children).conditions
            if all(drawn.get(name) in values for name, values in condition.when)
        }
        return drawn | {each.name: _value(each, {}) for each in inner if each.name in needed}
    least = found.minimum if found.minimum is not None else min(1, found.maximum if found.maximum is not None else 1)
    others: dict[str, Any] = {"array": [], "boolean": True, "integer": int(least), "number": float(least)}
    return others[type_] if type_ in others else _text(found)


def _text(found: Property) -> str:
    if found.format in ("date", "date-time"):
        return "2026-01-01T00:00:00Z" if found.format == "date-time" else "2026-01-01"
    if found.pattern == INTEGER:
        return "1"
    if found.string_encoding == "list":
        return (found.separator or ",").join(("first", "second"))
    if found.pattern:
        return found.pattern.removeprefix("^").replace("\\", "") + "..."
    return f"<{found.name.upper()}>"

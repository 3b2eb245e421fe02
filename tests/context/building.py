"""Makes connectors for the tests of the contexts."""

from __future__ import annotations

from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property

Facts = dict[str, Any]


def prop(name: str, type_: Any = "string", requirement: str | None = None, **facts: Any) -> Facts:
    """A property in catalog form; fields without a value are left out."""
    stated = {"name": name, "type": type_, "requirement": requirement} | facts
    return {field: value for field, value in stated.items() if value is not None}


def variant(value: Any, *properties: Facts, required: bool = True, selector: str = "kind", **more: Any) -> Facts:
    """Return the JSON of a variant with a selector and more properties."""
    own = prop(selector, "string", "required" if required else None, const=value)
    told = {"property": selector, "value": value, "required": required}
    return {"name": str(value), "selector": told, "properties": [own, *properties]} | more


def having(*names: str) -> Facts:
    """The schema of an object that has these properties."""
    return {"properties": dict.fromkeys(names, True), "required": [*names]}


def step(name: str, *properties: Facts, examples: list[Facts] | None = None) -> Facts:
    """A step in catalog form."""
    return {"name": name, "properties": list(properties)} | ({"examples": examples} if examples else {})


def connector(*steps: Facts, vendor: str = "stitch", role: str = "source", type_: str = "platform.x") -> Connector:
    """A connector with these steps."""
    head = {"vendor": vendor, "role": role, "type": type_, "name": "X", "status": "documented"}
    sources = [{"document": f"{vendor}/page", "place": "#x"}]
    return Connector.model_validate(head | {"steps": list(steps), "sources": sources})


def envelope(*properties: Facts, vendor: str = "fivetran", role: str = "source") -> Envelope:
    """An envelope with these properties."""
    return Envelope.model_validate({"vendor": vendor, "role": role, "name": "X", "properties": properties})


def as_property(facts: Facts) -> Property:
    """The catalog's object of a property."""
    return Property.model_validate(facts)

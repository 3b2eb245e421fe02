"""The types of a connector's description, for type checkers and editors.

A field that states nothing is left out. ``catalog/connector.schema.json`` in the project describes each field.
"""

from __future__ import annotations

from typing import Any, Literal, Required, TypedDict

TypeWord = Literal["string", "integer", "number", "boolean", "array", "object", "null"]

ConditionDescription = TypedDict("ConditionDescription", {"property": Required[str], "in": Required[list[Any]]})
"""A property that has one of some values."""


class DefaultDescription(TypedDict):
    """A default that holds where one of some properties is given."""

    anyGiven: list[str]
    value: Any


class SourceDescription(TypedDict, total=False):
    """The document that states something, and the place in it."""

    document: Required[str]
    place: str


class SelectorDescription(TypedDict):
    """The property and value that select a variant."""

    property: str
    value: Any
    required: bool


class VariantDescription(TypedDict, total=False):
    """One of the objects that a property, or an item of a list, can be."""

    name: Required[str]
    title: str
    selector: Required[SelectorDescription]
    properties: list[PropertyDescription]
    additionalProperties: bool
    absentFrom: list[str]


class _ValueDescription(TypedDict, total=False):
    type: TypeWord | list[TypeWord]
    enum: list[Any]
    pattern: str
    minLength: int
    maxLength: int
    minimum: float
    maximum: float
    properties: list[PropertyDescription]
    variants: list[VariantDescription]
    additionalProperties: bool


class ItemsDescription(_ValueDescription, total=False):
    """The items of a list."""


class PropertyDescription(_ValueDescription, total=False):
    """A property of a payload."""

    name: Required[str]
    requirement: str
    requiredWhen: list[ConditionDescription]
    appliesWhen: list[ConditionDescription]
    expectedWhen: list[ConditionDescription]
    enumOpen: bool
    meanings: dict[str, str]
    deprecatedValues: list[Any]
    default: Any
    defaultWhen: list[DefaultDescription]
    const: Any
    format: str
    patternDescription: str
    exclusiveMinimum: float
    exclusiveMaximum: float
    minItems: int
    maxItems: int
    uniqueItems: bool
    encoding: Literal["boolean", "integer", "date-time", "json", "list"]
    separator: str
    unit: str
    secret: bool
    secretFrom: Literal["name", "text", "mark", "correction"]
    readOnly: bool
    writeOnly: bool
    createOnly: bool
    updateOnly: bool
    deprecated: bool
    items: ItemsDescription
    examples: list[Any]
    note: str
    link: str
    title: str
    order: int
    group: str
    hidden: bool
    alwaysShown: bool
    multiline: bool
    description: Required[str]
    sources: list[SourceDescription]
    since: str
    absentFrom: list[str]
    inferred: list[str]


class StepDescription(TypedDict, total=False):
    """A step of a connector's setup."""

    name: Required[str]
    properties: Required[list[PropertyDescription]]
    rules: list[dict[str, Any]]
    examples: list[dict[str, Any]]


class SystemDescription(TypedDict):
    """The system of a connector: its connectors by vendor, and what properties are called at the other vendors."""

    name: str
    title: str
    connectors: dict[str, list[str]]
    properties: dict[str, dict[str, list[str]]]


class ConnectorDescription(TypedDict, total=False):
    """A connector as the catalog has it, with the least payload that is accepted and one with every property."""

    vendor: Required[str]
    role: Required[Literal["source", "destination"]]
    type: Required[str]
    name: Required[str]
    status: Required[Literal["documented", "listed"]]
    naming: str
    since: str
    absentFrom: list[str]
    steps: Required[list[StepDescription]]
    sources: Required[list[SourceDescription]]
    minimal: Required[dict[str, Any]]
    full: Required[dict[str, Any]]
    system: SystemDescription

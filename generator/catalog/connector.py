"""The catalog's objects. The meta-schema ``catalog/connector.schema.json`` is made from these classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Self

import pydantic

from generator.catalog.catalog_object import NOT_STATED, CatalogObject, sources_field, stated_field
from generator.catalog.condition import Condition, ConditionalDefault
from generator.catalog.values import TypeWord

Role = Literal["source", "destination"]


class Source(CatalogObject):
    """Where a fact was read."""

    document: str = pydantic.Field(description="Name of the document, as in the index.")
    place: str = pydantic.Field(default="", description="Element path or line in the document.")


class Items(CatalogObject):
    """The items of a list."""

    model_config = pydantic.ConfigDict(json_schema_extra={"description": "What the items of a list are."})

    type: TypeWord | tuple[TypeWord, ...] | None = stated_field("Type of an item.")
    enum: tuple[Any, ...] | None = stated_field("Values that an item takes.")
    properties: tuple[Property, ...] | None = stated_field("Properties of an item.")

    @property
    def types(self) -> tuple[TypeWord, ...]:
        """The types of an item; empty where none is stated."""
        return _as_tuple(self.type)


class Property(CatalogObject):
    """A property of a connector's payload."""

    name: str = pydantic.Field(description="Name in the payload, in the vendor's spelling.")
    type: TypeWord | tuple[TypeWord, ...] | None = stated_field(
        "Type in JSON Schema's words; a list where the vendor declares one type and shows another."
    )
    requirement: str | None = stated_field(
        "One of required, optional, conditional (requiredWhen or a rule decides), internal (for the "
        "vendor's own use), readOnly (set by the vendor)."
    )
    required_when: tuple[Condition, ...] | None = stated_field("The property is required where all of these hold.")
    applies_when: tuple[Condition, ...] | None = stated_field(
        "The property has a meaning only where all of these hold."
    )
    expected_when: tuple[Condition, ...] | None = stated_field("The property is usually given where all of these hold.")
    enum: tuple[Any, ...] | None = stated_field("The values that are accepted.")
    enum_open: bool | None = stated_field("The vendor accepts values that are not listed: such a value is a warning.")
    meanings: dict[str, str] | None = stated_field("What the listed values mean, by value.")
    deprecated_values: tuple[Any, ...] | None = stated_field("Listed values that the vendor advises against.")
    default: Any = stated_field("What the vendor uses where the property is not given.", nullable=True)
    default_when: tuple[ConditionalDefault, ...] | None = stated_field(
        "Other defaults, each where some other property is given; the first that holds is used."
    )
    const: Any = stated_field("The only value that is accepted.", nullable=True)
    format: str | None = stated_field("Format of a string, in JSON Schema's words.")
    pattern: str | None = stated_field("Regular expression that a string matches.")
    minimum: float | int | None = stated_field("Least value.")
    maximum: float | int | None = stated_field("Greatest value.")
    string_encoding: Literal["boolean", "integer", "date-time", "json", "list"] | None = stated_field(
        "What a string carries.", alias="encoding"
    )
    separator: str | None = stated_field("What stands between the entries of a list.")
    unit: str | None = stated_field("Unit of a number, such as minutes.")
    secret: bool | None = stated_field("The value must not be shown or logged.")
    secret_from: Literal["name", "text", "mark", "correction"] | None = stated_field(
        "What says that the value is secret: its name, a sentence, the vendor's mark, or people."
    )
    read_only: bool | None = stated_field("Set by the vendor, not by the caller.")
    write_only: bool | None = stated_field("Accepted, never returned.")
    create_only: bool | None = stated_field("Cannot be changed later.")
    update_only: bool | None = stated_field("Accepted by requests that change only.")
    deprecated: bool | None = stated_field("The vendor advises against its use.")
    items: Items | None = stated_field("What the items of a list are.")
    properties: tuple[Property, ...] | None = stated_field("Properties of an object.")
    examples: tuple[Any, ...] | None = stated_field("Values that a document shows.")
    note: str | None = stated_field("What else a caller should know, in words.")
    link: str | None = stated_field("Address of the vendor's page about the property.")
    title: str | None = stated_field("Short label.")
    description: str | None = stated_field("What the property is, in words.")
    sources: tuple[Source, ...] = sources_field("Where the property was read, the latest document first.")
    absent_from: tuple[str, ...] | None = stated_field("Later documents that do not have the property any more.")
    inferred: tuple[str, ...] | None = stated_field(
        "Names of the fields above that come from prose or an example, not from a label."
    )

    @property
    def types(self) -> tuple[TypeWord, ...]:
        """The types; empty where none is stated."""
        return _as_tuple(self.type)

    @property
    def states_default(self) -> bool:
        """Whether a default is stated; it may be null."""
        return self.default is not NOT_STATED

    @property
    def accepted(self) -> tuple[Any, ...] | None:
        """The listed values, or the one that is fixed; ``None`` where neither is stated."""
        if self.enum is not None:
            return self.enum
        return None if self.const is NOT_STATED else (self.const,)

    @property
    def children(self) -> tuple[Property, ...]:
        """The nested properties: of the object, or of the objects in the list."""
        return self.properties or (self.items.properties if self.items and self.items.properties else ())

    @property
    def place(self) -> str:
        """The place of the latest document that states the property; may be empty."""
        return self.sources[0].place if self.sources else ""

    def with_children(self, children: tuple[Property, ...]) -> Self:
        """Return a copy with other nested properties, in the place of those that it has."""
        if self.properties or self.items is None:
            return self.with_fields(properties=children)
        return self.with_fields(items=self.items.with_fields(properties=children))

    def with_inferred(self, **changes: Any) -> Self:
        """Return a copy with other values of some fields, each marked as inferred."""
        names = {*(self.inferred or ()), *map(json_name, changes)}
        return self.with_fields(**changes, inferred=tuple(sorted(names)))

    def without_fields(self, *fields: str) -> Self:
        """Return a copy that does not state some fields, nor marks them as inferred."""
        found = super().without_fields(*fields)
        if found.inferred is None:
            return found
        gone = {json_name(field) for field in fields if self.states(field)}
        return found.with_fields(inferred=tuple(name for name in found.inferred if name not in gone))


class Step(CatalogObject):
    """One step of setting up a connection."""

    name: str = pydantic.Field(description="Name of the step.")
    properties: tuple[Property, ...] = pydantic.Field(
        default_factory=tuple, description="In the order of the document."
    )
    rules: tuple[dict[str, Any], ...] | None = stated_field("What concerns several properties at once.")
    examples: tuple[dict[str, Any], ...] | None = stated_field("Payloads of the documents.")


class Connector(CatalogObject):
    """A source or a destination that a vendor's API can connect to."""

    vendor: str = pydantic.Field(description="Whose API it is.")
    role: Role = pydantic.Field(description="Whether data comes from it or goes to it.")
    type: str = pydantic.Field(description="The id that the vendor's API takes.", pattern=r"^[a-z0-9][a-z0-9_.\-]*$")
    name: str = pydantic.Field(description="Display name.")
    status: Literal["documented", "listed"] = pydantic.Field(
        description="listed where a document only names the connector and has no part about it."
    )
    naming: str | None = stated_field(
        "Which properties name the place where the data goes, such as schema, schema_table, schema_prefix."
    )
    steps: tuple[Step, ...] = pydantic.Field(default_factory=tuple, description="In the order of the document.")
    sources: tuple[Source, ...] = sources_field("Which documents say so, the latest one first.")

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``: unique in the catalog, and the path of the connector's file."""
        return f"{self.vendor}/{self.role}/{self.type}"

    def paths(self) -> Iterator[tuple[str, str, Property]]:
        """Yield each property with its step's name and its dotted path, parents before children."""
        for step in self.steps:
            for path, found in property_paths(step.properties):
                yield step.name, path, found

    def with_steps(self, steps: Iterable[Step]) -> Self:
        """Return a copy with other steps."""
        return self.with_fields(steps=tuple(steps))


def property_paths(properties: Iterable[Property], above: str = "") -> Iterator[tuple[str, Property]]:
    """Yield each property below ``properties`` with its dotted path."""
    for each in properties:
        yield above + each.name, each
        yield from property_paths(each.children, f"{above}{each.name}.")


def json_name(field: str) -> str:
    """Return the name in JSON of a property's field, which is given by its Python name."""
    return str(Property.model_fields[field].alias)


def _as_tuple(types: TypeWord | tuple[TypeWord, ...] | None) -> tuple[TypeWord, ...]:
    if types is None:
        return ()
    return types if isinstance(types, tuple) else (types,)

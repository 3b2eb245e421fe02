"""The catalog's objects. The meta-schema ``catalog/connector.schema.json`` is made from these classes.

A field that states nothing is left out of the JSON: "not stated", "optional" and "null" stay three things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pydantic
from pydantic.alias_generators import to_camel

from generator.catalog.values import TypeWord

Vendor = Literal["fivetran", "stitch"]
Role = Literal["source", "destination"]


class CatalogObject(pydantic.BaseModel):
    """What all catalog objects share: camelCase names in JSON, no other fields than these."""

    model_config = pydantic.ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")

    def to_json(self) -> dict[str, Any]:
        """The object as JSON values; fields that state nothing are left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)


class Source(CatalogObject):
    """Where a fact was read."""

    document: str = pydantic.Field(description="Name of the document, as in the index.")
    place: str = pydantic.Field(default="", description="Element path or line in the document.")


class Condition(CatalogObject):
    """One condition on another property of the same object."""

    property: str = pydantic.Field(description="Name of the property that the condition looks at.")
    values: list[Any] = pydantic.Field(
        alias="in", description="The condition holds if the property has one of these values."
    )


class Items(CatalogObject):
    """What the items of a list are."""

    type: TypeWord | list[TypeWord] | None = pydantic.Field(default=None, description="Type of an item.")
    enum: list[Any] | None = pydantic.Field(default=None, description="Values that an item takes.")
    properties: list[Property] | None = pydantic.Field(default=None, description="Properties of an item.")


class Property(CatalogObject):
    """A property of a connector's payload."""

    name: str = pydantic.Field(description="Name in the payload, in the vendor's spelling.")
    type: TypeWord | list[TypeWord] | None = pydantic.Field(
        default=None,
        description="Type in JSON Schema's words; a list where the vendor declares one type and shows another.",
    )
    requirement: str | None = pydantic.Field(
        default=None,
        description="One of required, optional, conditional (requiredWhen or a rule decides), internal (for the "
        "vendor's own use), readOnly (set by the vendor).",
    )
    required_when: list[Condition] | None = pydantic.Field(
        default=None, description="The property is required where all of these hold."
    )
    enum: list[Any] | None = pydantic.Field(default=None, description="The values that are accepted.")
    meanings: dict[str, str] | None = pydantic.Field(default=None, description="What the listed values mean, by value.")
    default: Any = pydantic.Field(default=None, description="What the vendor uses where the property is not given.")
    const: Any = pydantic.Field(default=None, description="The only value that is accepted.")
    format: str | None = pydantic.Field(default=None, description="Format of a string, in JSON Schema's words.")
    pattern: str | None = pydantic.Field(default=None, description="Regular expression that a string matches.")
    minimum: float | int | None = pydantic.Field(default=None, description="Least value.")
    maximum: float | int | None = pydantic.Field(default=None, description="Greatest value.")
    string_encoding: Literal["boolean", "integer", "date-time", "json", "list"] | None = pydantic.Field(
        alias="encoding", default=None, description="What a string carries."
    )
    separator: str | None = pydantic.Field(default=None, description="What stands between the entries of a list.")
    unit: str | None = pydantic.Field(default=None, description="Unit of a number, such as minutes.")
    secret: bool | None = pydantic.Field(default=None, description="The value must not be shown or logged.")
    secret_from: Literal["name", "text", "mark", "correction"] | None = pydantic.Field(
        default=None,
        description="What says that the value is secret: its name, a sentence, the vendor's mark, or people.",
    )
    read_only: bool | None = pydantic.Field(default=None, description="Set by the vendor, not by the caller.")
    write_only: bool | None = pydantic.Field(default=None, description="Accepted, never returned.")
    create_only: bool | None = pydantic.Field(default=None, description="Cannot be changed later.")
    update_only: bool | None = pydantic.Field(default=None, description="Accepted by requests that change only.")
    deprecated: bool | None = pydantic.Field(default=None, description="The vendor advises against its use.")
    items: Items | None = pydantic.Field(default=None, description="What the items of a list are.")
    properties: list[Property] | None = pydantic.Field(default=None, description="Properties of an object.")
    examples: list[Any] | None = pydantic.Field(default=None, description="Values that a document shows.")
    note: str | None = pydantic.Field(default=None, description="What else a caller should know, in words.")
    title: str | None = pydantic.Field(default=None, description="Short label.")
    description: str | None = pydantic.Field(default=None, description="What the property is, in words.")
    sources: list[Source] = pydantic.Field(
        default_factory=list, description="Where the property was read, the latest document first."
    )
    absent_from: list[str] | None = pydantic.Field(
        default=None, description="Later documents about the connector that do not have the property any more."
    )
    inferred: list[str] | None = pydantic.Field(
        default=None, description="Names of the fields above that come from prose or an example, not from a label."
    )

    @property
    def types(self) -> tuple[TypeWord, ...]:
        """The types as a tuple; empty where none is stated."""
        if self.type is None:
            return ()
        return tuple(self.type) if isinstance(self.type, list) else (self.type,)

    @property
    def states_default(self) -> bool:
        """Whether a default is stated; it may be null."""
        return "default" in self.model_fields_set

    @property
    def children(self) -> list[Property]:
        """The nested properties: of the object, or of the objects in the list."""
        return self.properties or (self.items.properties if self.items and self.items.properties else [])

    def mark_inferred(self, *fields: str) -> None:
        """Notes that these fields come from prose or an example."""
        self.inferred = sorted({*(self.inferred or ()), *fields})


class Step(CatalogObject):
    """One step of setting up a connection."""

    name: str = pydantic.Field(description="form or oauth (Stitch), config or auth (Fivetran).")
    properties: list[Property] = pydantic.Field(default_factory=list, description="In the order of the document.")
    rules: list[dict[str, Any]] | None = pydantic.Field(
        default=None, description="What concerns several properties at once."
    )
    examples: list[dict[str, Any]] | None = pydantic.Field(default=None, description="Payloads of the documents.")


class Connector(CatalogObject):
    """A source or a destination that a vendor's API can connect to."""

    vendor: Vendor = pydantic.Field(description="Whose API it is.")
    role: Role = pydantic.Field(description="Whether data comes from it or goes to it.")
    type: str = pydantic.Field(description="The id that the vendor's API takes.", pattern=r"^[a-z0-9][a-z0-9_.\-]*$")
    name: str = pydantic.Field(description="Display name.")
    status: Literal["documented", "listed"] = pydantic.Field(
        description="listed where a document only names the connector and has no part about it."
    )
    naming: str | None = pydantic.Field(
        default=None,
        description="Which properties name the place where the data goes, such as schema, schema_table, schema_prefix.",
    )
    steps: list[Step] = pydantic.Field(default_factory=list, description="In the order of the document.")
    sources: list[Source] = pydantic.Field(
        default_factory=list, description="Which documents say so, the latest one first."
    )

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``: unique in the catalog, and the path of the connector's file."""
        return f"{self.vendor}/{self.role}/{self.type}"

    def paths(self) -> Iterator[tuple[str, str, Property]]:
        """Each property with its step's name and its dotted path, parents before children."""
        for step in self.steps:
            for path, found in property_paths(step.properties):
                yield step.name, path, found


class VendorFile(CatalogObject):
    """What holds for all connectors of a vendor."""

    vendor: Vendor = pydantic.Field(description="Whose API it is.")
    envelopes: dict[Role, list[Property]] = pydantic.Field(
        description="What a request holds beside the connector's own properties, and what an answer adds, by role."
    )


def as_connector(vendor: str, role: str, envelope: list[Property]) -> Connector:
    """An envelope as a connector of one step, for the rules that look at connectors."""
    named = {"type": "request.envelope", "name": vendor.title(), "status": "documented"}
    made = Connector.model_validate({"vendor": vendor, "role": role, **named})
    made.steps = [Step(name="envelope")]
    made.steps[0].properties = envelope
    return made


def property_paths(properties: list[Property], above: str = "") -> Iterator[tuple[str, Property]]:
    """Each property below ``properties`` with its dotted path."""
    for each in properties:
        yield above + each.name, each
        yield from property_paths(each.children, f"{above}{each.name}.")


def json_name(field: str) -> str:
    """The name in JSON of a property's field, which is given by its Python name."""
    return str(Property.model_fields[field].alias or field)

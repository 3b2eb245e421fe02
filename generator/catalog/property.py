"""A property of a connector's payload, as the catalog states it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, Self

import pydantic

from generator.catalog.catalog_object import NOT_STATED, CatalogObject, sources_field, stated_field
from generator.catalog.condition import Condition, ConditionalDefault
from generator.catalog.selector import Selector
from generator.catalog.source import Source
from generator.catalog.values import TypeWord, type_words_of
from templates.connector_catalog.constraints import is_among
from templates.connector_catalog.property_definitions import SET_BY_VENDOR

ChangeOfNested = Callable[[tuple["Property", ...], str], tuple["Property", ...]]
"""A function from the properties of an object, and what joins its path and theirs, to the changed properties."""


class Variant(CatalogObject):
    """One of the objects that a property, or an item of a list, can be."""

    name: str = pydantic.Field(description="The selector's value as text: unique among the variants.")
    title: str | None = stated_field("Short label.")
    selector: Selector = pydantic.Field(description="What tells this variant from the others.")
    properties: tuple[Property, ...] = pydantic.Field(
        default_factory=tuple, description="In the order of the document, the selector's own included."
    )
    additional_properties: bool | None = stated_field("The object may have properties that are not listed.")
    absent_from: tuple[str, ...] | None = stated_field("Later documents that do not have the variant any more.")

    def is_selected_by(self, value: Mapping[str, Any]) -> bool:
        """Return whether an object has the selector's value."""
        return self.selector.property in value and is_among(value[self.selector.property], [self.selector.value])


class Items(CatalogObject):
    """The items of a list."""

    model_config = pydantic.ConfigDict(json_schema_extra={"description": "What the items of a list are."})

    type: TypeWord | tuple[TypeWord, ...] | None = stated_field("Type of an item.")
    enum: tuple[Any, ...] | None = stated_field("Values that an item takes.")
    pattern: str | None = stated_field("Regular expression that an item matches.")
    min_length: int | None = stated_field("Least number of characters.")
    max_length: int | None = stated_field("Greatest number of characters.")
    minimum: float | int | None = stated_field("Least value of an item.")
    maximum: float | int | None = stated_field("Greatest value of an item.")
    properties: tuple[Property, ...] | None = stated_field("Properties of an item.")
    variants: tuple[Variant, ...] | None = stated_field("The objects of which an item is one.")
    additional_properties: bool | None = stated_field("An item may have properties that are not listed.")

    @property
    def types(self) -> tuple[TypeWord, ...]:
        """The types of an item; empty where none is stated."""
        return type_words_of(self.type)


class Property(CatalogObject):
    """A property of a connector's payload."""

    name: str = pydantic.Field(description="Name in the payload, in the vendor's spelling.")
    type: TypeWord | tuple[TypeWord, ...] | None = stated_field("In JSON Schema's words; a list for several.")
    requirement: str | None = stated_field(
        "One of required, optional, conditional (requiredWhen or a rule decides), internal (for the "
        "vendor's own use), readOnly (set by the vendor)."
    )
    required_when: tuple[Condition, ...] | None = stated_field("The property is required where all of these hold.")
    applies_when: tuple[Condition, ...] | None = stated_field("It has a meaning only where all of these hold.")
    expected_when: tuple[Condition, ...] | None = stated_field(
        "The property is usually needed where all of these hold."
    )
    enum: tuple[Any, ...] | None = stated_field("The values that are accepted.")
    enum_open: bool | None = stated_field("The vendor accepts values that are not listed: such a value is a warning.")
    meanings: dict[str, str] | None = stated_field("What the listed values mean, by value; also those of items.")
    deprecated_values: tuple[Any, ...] | None = stated_field("Listed values that the vendor advises against.")
    default: Any = stated_field("What the vendor uses where the property is not given.", nullable=True)
    default_when: tuple[ConditionalDefault, ...] | None = stated_field(
        "Other defaults, each where some other property is given; the first that holds is used."
    )
    const: Any = stated_field("The only value that is accepted.", nullable=True)
    format: str | None = stated_field("Format of a string, in JSON Schema's words.")
    pattern: str | None = stated_field("Regular expression that a string matches.")
    pattern_description: str | None = stated_field("What the pattern describes, as a form such as YYYY-MM-DD.")
    min_length: int | None = stated_field("Least number of characters.")
    max_length: int | None = stated_field("Greatest number of characters.")
    minimum: float | int | None = stated_field("Least value.")
    exclusive_minimum: float | int | None = stated_field("The value is greater than this.")
    maximum: float | int | None = stated_field("Greatest value.")
    exclusive_maximum: float | int | None = stated_field("The value is less than this.")
    min_items: int | None = stated_field("Least number of items.")
    max_items: int | None = stated_field("Greatest number of items.")
    unique_items: bool | None = stated_field("No two items are equal.")
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
    variants: tuple[Variant, ...] | None = stated_field("The objects of which the value is one.")
    additional_properties: bool | None = stated_field("The object may have properties that are not listed.")
    examples: tuple[Any, ...] | None = stated_field("Values that a document shows.")
    note: str | None = stated_field("What else a caller should know, in words.")
    link: str | None = stated_field("Address of the vendor's page about the property.")
    title: str | None = stated_field("Short label.")
    order: int | None = stated_field("Position in the vendor's form, from 0.")
    group: str | None = stated_field("Group of the vendor's form.")
    hidden: bool | None = stated_field("The vendor's form does not show it.")
    always_shown: bool | None = stated_field("The vendor's form shows it though it is optional.")
    multiline: bool | None = stated_field("The vendor's form takes text of several lines.")
    description: str | None = stated_field("What the property is, in words.")
    sources: tuple[Source, ...] = sources_field("Where the property was read, the latest document first.")
    since: str | None = stated_field("Date of the first document that has the property, if an earlier one lacks it.")
    absent_from: tuple[str, ...] | None = stated_field("Later documents that do not have the property any more.")
    inferred: tuple[str, ...] | None = stated_field("Fields that come from prose or an example, not from a label.")

    @property
    def types(self) -> tuple[TypeWord, ...]:
        """The types; empty where none is stated."""
        return type_words_of(self.type)

    @property
    def is_set_by_vendor(self) -> bool:
        """Whether the vendor sets it, or has it for its own use."""
        return bool(self.read_only) or self.requirement in SET_BY_VENDOR

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
    def all_variants(self) -> tuple[Variant, ...]:
        """The variants: of the object, or of the objects in the list."""
        return self.variants or (self.items.variants if self.items and self.items.variants else ())

    @property
    def place(self) -> str:
        """The place of the latest document that states the property; may be empty."""
        return self.sources[0].place if self.sources else ""

    def with_children(self, children: tuple[Property, ...]) -> Self:
        """Return a copy with other nested properties, in the place of those that it has."""
        if self.properties or self.items is None:
            return self.with_fields(properties=children)
        return self.with_fields(items=self.items.with_fields(properties=children))

    def with_nested(self, change: ChangeOfNested) -> Self:
        """Return a copy in which all properties of each object below are changed."""
        changed = self.with_children(change(self.children, ".")) if self.children else self
        return changed.with_variants(
            each.with_fields(properties=change(each.properties, f"[{each.name}].")) for each in self.all_variants
        )

    def with_variants(self, variants: Iterable[Variant]) -> Self:
        """Return a copy with other variants, in the place of those that it has; the same object if none differs."""
        changed = tuple(variants)
        if len(changed) == len(self.all_variants) and all(map(operator.is_, changed, self.all_variants)):
            return self
        if self.variants or self.items is None:
            return self.with_fields(variants=changed)
        return self.with_fields(items=self.items.with_fields(variants=changed))

    def with_inferred(self, **changes: Any) -> Self:
        """Return a copy with other values of some fields, each marked as inferred."""
        names = {*(self.inferred or ()), *map(self.json_name, changes)}
        return self.with_fields(**changes, inferred=tuple(sorted(names)))

    def without_fields(self, *fields: str) -> Self:
        """Return a copy that does not state some fields, nor marks them as inferred."""
        changed = super().without_fields(*fields)
        if changed.inferred is None:
            return changed
        removed = {self.json_name(field) for field in fields if self.states(field)}
        return changed.with_fields(inferred=tuple(name for name in changed.inferred if name not in removed))

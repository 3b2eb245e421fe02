"""Records: statements of a document about connectors and their properties, in the vendor's terms."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from generator.records.example import ExampleCorrection, ExampleRecord

UNIQUE_IDS = (
    "expected ids that differ by role: idPrefix and omitsIdPrefix in the profile, and the prefix in the records"
)
"""How to resolve an id that connectors of both roles share."""


@dataclasses.dataclass(frozen=True)
class Statement:
    """The value of a catalog field, as the sentence or the payload at ``place`` states it."""

    field: str
    value: Any
    place: str = ""


@dataclasses.dataclass(frozen=True)
class PropertyRecord:
    """One property of a document.

    Attributes:
        type_words: The vendor's words for the type, such as ``STRING``; empty if none is stated.
        requirement: ``required``, ``optional``, ``internal``, ``readOnly``, or another label of the vendor's; ``None``
            if none is stated.
        description: The description in the document's words, as Markdown.
        statements: The statements of the sentences of the description, and of the examples.
        declared: The values that the document declares in labels or keywords, by the catalog's names of the fields.
        children: The properties of the object, or of the objects in the list, that this property holds.
        variants: The alternative objects that the value, or an item of the list, can be.
        named_in_example: Whether only a payload or a list names the property, and no row of a table.
    """

    name: str
    place: str
    type_words: tuple[str, ...] = ()
    requirement: str | None = None
    description: str = ""
    statements: tuple[Statement, ...] = ()
    declared: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    children: tuple[PropertyRecord, ...] = ()
    variants: tuple[VariantRecord, ...] = ()
    named_in_example: bool = False


@dataclasses.dataclass(frozen=True)
class VariantRecord:
    """One of the objects that a property, or an item of a list, can be.

    Attributes:
        title: Its title; may be empty.
        selector: The name of the property that has a different value in each variant.
        value: The selector's value in this variant.
        required: Whether the variant requires the selector.
        is_open: Whether it may have properties that are not declared.
    """

    title: str
    selector: str
    value: Any
    required: bool
    properties: tuple[PropertyRecord, ...]
    is_open: bool = False


@dataclasses.dataclass(frozen=True)
class StepRecord:
    """One step of setting up a connection, with its properties in the order of the document.

    Attributes:
        examples: The step's own part of each payload that the document shows: an object with properties of this step.
            Where a profile's steps are ``together``, a payload of several steps is an example of each of them.
    """

    name: str
    place: str
    properties: tuple[PropertyRecord, ...] = ()
    examples: tuple[ExampleRecord, ...] = ()


@dataclasses.dataclass(frozen=True)
class ConnectorRecord:
    """One connector of a document, with its steps in the order of the document.

    Attributes:
        role: ``source`` or ``destination``.
        type: The connector's id.
        name: Display name; empty if the document has none.
        listed_only: Whether the document only names it.
        naming: How the destination is named, as the vendor's profile calls it; empty if the document does not say.
    """

    role: str
    type: str
    name: str
    place: str
    listed_only: bool = False
    naming: str = ""
    steps: tuple[StepRecord, ...] = ()


@dataclasses.dataclass(frozen=True)
class PageRecords:
    """The records of one document, in its order.

    Attributes:
        envelopes: The properties of a request besides the connector's own, by role.
        corrected: The corrections that were applied to examples.
        rows: Number of properties that the document defines, including nested ones.
        unaccounted: Number of rows, items and examples that are in no record and no diagnostic.
    """

    vendor: str
    connectors: tuple[ConnectorRecord, ...] = ()
    envelopes: Mapping[str, tuple[PropertyRecord, ...]] = dataclasses.field(default_factory=dict)
    corrected: tuple[ExampleCorrection, ...] = ()
    rows: int = 0
    unaccounted: int = 0

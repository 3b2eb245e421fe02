"""The records: what a page says, in the vendor's terms, with the place of each."""

from __future__ import annotations

import dataclasses
from typing import Any


@dataclasses.dataclass(frozen=True)
class Fact:
    """A catalog field and its value, found in a sentence or an example and not in a label of its own.

    ``place`` is the paragraph or the payload that states it.
    """

    field: str
    value: Any
    place: str = ""


@dataclasses.dataclass
class PropertyRecord:
    """One row of a property table.

    Attributes:
        name: The property's name in a payload.
        place: Where the row stands.
        type_words: The vendor's words for the type, such as ``STRING``; empty where none is stated.
        requirement: ``required``, ``optional``, ``internal``, ``readOnly``, the vendor's own label where it
            is none of these, or ``None`` where the page has no say.
        description: The description in the page's words, as Markdown.
        facts: What the sentences of the description state.
        labels: What the document states in a field of its own, by the catalog's name of the field.
        children: The properties of the object, or of the objects in the list, that this property holds.
        named_in_example: The property stands in a payload only, not in a table.
    """

    name: str
    place: str
    type_words: tuple[str, ...] = ()
    requirement: str | None = None
    description: str = ""
    facts: list[Fact] = dataclasses.field(default_factory=list)
    labels: dict[str, Any] = dataclasses.field(default_factory=dict)
    children: list[PropertyRecord] = dataclasses.field(default_factory=list)
    named_in_example: bool = False


@dataclasses.dataclass
class ExampleRecord:
    """An example payload. ``value`` is ``None`` where ``text`` is not the payload that it should be."""

    text: str
    place: str
    value: dict[str, Any] | None


@dataclasses.dataclass
class StepRecord:
    """One step of setting up a connection, with its properties in the order of the page."""

    name: str
    place: str
    properties: list[PropertyRecord] = dataclasses.field(default_factory=list)
    examples: list[ExampleRecord] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class ConnectorRecord:
    """What a page says about one connector.

    ``loose_examples`` are payloads of a step that has no table of properties. ``name`` is empty where the document has
    none. ``naming`` tells which properties name the place where the data goes; empty where the document does not say.
    """

    role: str
    type: str
    name: str
    place: str
    listed_only: bool = False
    naming: str = ""
    steps: list[StepRecord] = dataclasses.field(default_factory=list)
    loose_examples: list[ExampleRecord] = dataclasses.field(default_factory=list)

    def step(self, name: str, place: str) -> StepRecord:
        """The step of this name; made where the connector has none yet."""
        for step in self.steps:
            if step.name == name:
                return step
        self.steps.append(StepRecord(name, place))
        return self.steps[-1]


@dataclasses.dataclass
class PageRecords:
    """All that one page says.

    Attributes:
        vendor: ``stitch`` or ``fivetran``.
        connectors: In the order of the page.
        envelopes: The properties that a request has beside the connector's own, by role.
        rows: How many property rows the page has, nested ones included.
        unaccounted: How many rows, items and examples are in no record and in no diagnostic.
    """

    vendor: str
    connectors: list[ConnectorRecord] = dataclasses.field(default_factory=list)
    envelopes: dict[str, list[PropertyRecord]] = dataclasses.field(default_factory=dict)
    rows: int = 0
    unaccounted: int = 0

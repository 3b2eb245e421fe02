"""The reference page of a connector, as finished text for the cells of its tables."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.catalog.connector import Connector, Property, property_paths
from generator.context.literals import html_id, markdown_code, markdown_json, markdown_text
from generator.context.names import ClassName

_ORDER = {"required": 0, "conditional": 1, "optional": 2, None: 3, "readOnly": 5, "internal": 6}
_REQUIREMENT = {None: "not stated", "readOnly": "read-only"}


@dataclasses.dataclass(frozen=True)
class RowContext:
    """One property: Markdown for each cell, and the id that a link leads to."""

    anchor: str
    name: str
    type: str
    requirement: str
    values: str
    description: str


@dataclasses.dataclass(frozen=True)
class StepContext:
    """One step: its name, its rows, its examples as JSON text."""

    name: str
    rows: tuple[RowContext, ...]
    examples: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class ReferenceContext:
    """One page. ``document`` and ``date`` say what the page was read from; ``url`` may be empty."""

    path: str
    header: str
    title: str
    vendor: str
    role: str
    type: str
    class_name: ClassName
    steps: tuple[StepContext, ...]
    document: str
    url: str
    date: str


@dataclasses.dataclass(frozen=True)
class IndexEntry:
    """One line of a vendor's index."""

    title: str
    type: str
    role: str
    link: str
    properties: int


def reference_context(connector: Connector, header: str, url: str, date: str) -> ReferenceContext:
    """The context of one connector's page.

    Args:
        connector: The connector.
        header: Where the page comes from.
        url: The vendor's page; may be empty.
        date: When the vendor's page was read; may be empty.
    """
    return ReferenceContext(
        path=f"{connector.key}.md",
        header=header,
        title=markdown_text(connector.name),
        vendor=connector.vendor.title(),
        role=connector.role,
        type=connector.type,
        class_name=ClassName.of_connector(connector.vendor, connector.role, connector.type),
        steps=tuple(step_context(step.name, step.properties, step.examples or []) for step in connector.steps),
        document=connector.sources[0].document if connector.sources else "",
        url=url,
        date=date,
    )


def step_context(name: str, properties: list[Property], examples: list[dict[str, Any]]) -> StepContext:
    """The context of one step's table and examples."""
    ordered = sorted(properties, key=lambda each: _ORDER.get(each.requirement, 4))
    rows = [_row(name, path, each) for top in ordered for path, each in property_paths([top])]
    return StepContext(name, tuple(rows), tuple(markdown_json(example) for example in examples))


def _row(step: str, path: str, found: Property) -> RowContext:
    requirement = _REQUIREMENT.get(found.requirement, found.requirement or "")
    marks = [word for word, there in (("secret", found.secret), ("never returned", found.write_only)) if there]
    words = [found.description or "", *(f"{mark.capitalize()}." for mark in marks)]
    return RowContext(
        anchor=html_id(f"{step}-{path}"),
        name=markdown_code(path),
        type=" or ".join(found.types) + _item_type(found) or "any",
        requirement=markdown_text(requirement),
        values=", ".join(markdown_code(value) for value in found.enum or []),
        description=markdown_text(" ".join(word for word in words if word)),
    )


def _item_type(found: Property) -> str:
    item = found.items.type if found.items is not None else None
    return f" of {item}s" if isinstance(item, str) else ""


def index_entry(connector: Connector) -> IndexEntry:
    """The line of the vendor's index that leads to the connector's page."""
    return IndexEntry(
        title=markdown_text(connector.name),
        type=markdown_code(connector.type),
        role=connector.role,
        link=f"{connector.role}/{connector.type}.md",
        properties=sum(1 for _ in connector.paths()),
    )

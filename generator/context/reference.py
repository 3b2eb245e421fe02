"""The reference page of a connector, as finished text for the cells of its tables."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Condition, Connector, Property, property_paths
from generator.context.documented import facts_of
from generator.context.literals import html_id, markdown_code, markdown_json, markdown_text
from generator.context.names import ClassName
from generator.context.sample import as_request, full_payload, minimal_payload
from generator.documents.store import Origin

_ORDER = {"required": 0, "conditional": 1, "optional": 2, None: 3, "readOnly": 5, "internal": 6}
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9./_~%?&=+-]+")
_REQUIREMENT = {None: "not stated", "readOnly": "read-only"}


@dataclasses.dataclass(frozen=True)
class RowContext:
    """One property: Markdown for each cell, and the id that a link leads to."""

    anchor: str
    name: str
    type: str
    requirement: str
    required_when: str
    values: str
    default: str
    description: str


@dataclasses.dataclass(frozen=True)
class StepContext:
    """One step: its name and its rows."""

    name: str
    rows: tuple[RowContext, ...]


@dataclasses.dataclass(frozen=True)
class ReferenceContext:
    """One page.

    ``minimal`` and ``full`` are requests as JSON text; ``document`` and ``date`` say what the page was read from;
    ``url`` and ``naming`` may be empty.
    """

    path: str
    header: str
    title: str
    vendor: str
    role: str
    type: str
    class_name: ClassName
    naming: str
    steps: tuple[StepContext, ...]
    minimal: str
    full: str
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


def reference_context(connector: Connector, header: str, origin: Origin) -> ReferenceContext:
    """The context of one connector's page.

    Args:
        connector: The connector.
        header: Where the page comes from.
        origin: The vendor's document; its address and its date may be empty.
    """
    return ReferenceContext(
        path=f"{connector.key}.md",
        header=header,
        title=markdown_text(connector.name),
        vendor=connector.vendor.title(),
        role=connector.role,
        type=markdown_code(connector.type),
        class_name=ClassName.of_connector(connector.vendor, connector.role, connector.type),
        naming=markdown_code(connector.naming) if connector.naming else "",
        steps=tuple(step_context(step.name, step.properties, step.rules or ()) for step in connector.steps),
        minimal=markdown_json(as_request(connector, minimal_payload(connector))),
        full=markdown_json(as_request(connector, full_payload(connector))),
        document=markdown_text(origin.name),
        url=origin.url if _WEB_ADDRESS.fullmatch(origin.url) else "",
        date=markdown_text(origin.date),
    )


def step_context(name: str, properties: Sequence[Property], rules: Sequence[dict[str, Any]]) -> StepContext:
    """The context of one step's table; ``rules`` are the step's."""
    needed = _needed(rules)
    ordered = sorted(properties, key=lambda each: _ORDER.get(each.requirement, 4))
    rows = [_row(name, path, each, needed.get(path, [])) for top in ordered for path, each in property_paths([top])]
    return StepContext(markdown_text(name), tuple(rows))


def _row(step: str, path: str, found: Property, needed: list[str]) -> RowContext:
    requirement = _REQUIREMENT.get(found.requirement, found.requirement or "")
    told = [found.description or "", *facts_of(found, in_table=True)]
    return RowContext(
        anchor=html_id(f"{step}-{path}"),
        name=markdown_code(path),
        type=" or ".join(found.types) + _item_type(found) or "any",
        requirement=markdown_text(requirement),
        required_when="; ".join(filter(None, [" and ".join(map(_condition, found.required_when or [])), *needed])),
        values=_values(found),
        default=markdown_code(found.default) if found.states_default else "",
        description=markdown_text(" ".join(word for word in told if word)),
    )


def _needed(rules: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """In words, by property, when the rules of a step require it."""
    needed: dict[str, list[str]] = {}
    for rule in rules:
        for name, others in rule.get("dependentRequired", {}).items():
            for other in others:
                needed.setdefault(other, []).append(f"{markdown_code(name)} is given")
        group = rule.get("anyOf", [])
        for name in group:
            others = " nor ".join(markdown_code(other) for other in group if other != name)
            needed.setdefault(name, []).append(f"{others} is not given")
    return needed


def _condition(when: Condition) -> str:
    values = " or ".join(markdown_code(value) for value in when.values)
    return f"{markdown_code(when.property)} is {values}"


def _values(found: Property) -> str:
    """The listed values, each with what it means where that is known."""
    items = found.items.enum if found.items is not None else None
    values = items if found.enum is None and items is not None else found.accepted or ()
    meanings = found.meanings or {}
    told = [(markdown_code(value), markdown_text(meanings.get(str(value), "").rstrip("."))) for value in values]
    return ", ".join(f"{value} ({meaning})" if meaning else value for value, meaning in told)


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

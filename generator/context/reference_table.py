"""The tables of a reference page: finished Markdown for the cells."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.context.constraints import listed_values
from generator.context.documented import facts_of
from generator.context.literals import markdown_code, markdown_json, markdown_text
from generator.context.sample import variant_value
from templates.connector_catalog.references import anchor_of
from templates.connector_catalog.wording import join_and, join_or

_ORDER = {"required": 0, "conditional": 1, "optional": 2, None: 3, "readOnly": 5, "internal": 6}
WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9./_~%?&=+#-]+")
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_REQUIREMENT = {None: "not stated", "readOnly": "read-only"}


@dataclasses.dataclass(frozen=True)
class RowContext:
    """One property: Markdown for each cell, and its anchor."""

    anchor: str
    name: str
    type: str
    requirement: str
    required_when: str
    values: str
    default: str
    description: str
    elsewhere: str = ""  # What it is called at other vendors.


@dataclasses.dataclass(frozen=True)
class TableContext:
    """The properties of one step: its name and a row for each."""

    name: str
    rows: tuple[RowContext, ...]
    variants: tuple[VariantContext, ...] = ()

    @property
    def has_elsewhere(self) -> bool:
        """Whether a row has a property of another vendor."""
        return any(row.elsewhere for row in self.rows)


@dataclasses.dataclass(frozen=True)
class VariantContext:
    """The properties of one of the objects that a property can be, and an object of them as JSON."""

    anchor: str
    name: str
    title: str  # May be empty.
    holder: str
    rows: tuple[RowContext, ...]
    example: str

    @property
    def has_elsewhere(self) -> bool:
        """Whether a row has a property of another vendor."""
        return any(row.elsewhere for row in self.rows)


def table_context(
    step: str,
    properties: Iterable[Property],
    rules: Iterable[dict[str, Any]] = (),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> TableContext:
    """Return the context of a table of a step's properties.

    Args:
        step: The step's name.
        properties: Its properties.
        rules: Its rules, which may require some of them.
        elsewhere: By dotted path without brackets, what a property is called at other vendors.
    """
    stated = tuple(rules)
    needed, excluded = _required_by_rules(stated), _excluded_by_rules(stated)
    ordered = sorted(properties, key=lambda each: _ORDER.get(each.requirement, 4))
    rows = (
        _called(elsewhere, path, _row(step, path, each, needed.get(path, []), excluded.get(path, [])))
        for path, each in property_paths(ordered, in_variants=False)
    )
    return TableContext(markdown_text(step), tuple(rows), tuple(_variants(step, ordered, "", elsewhere)))


def _variants(
    step: str, properties: Iterable[Property], above: str, elsewhere: Mapping[str, str]
) -> Iterator[VariantContext]:
    """Yield each variant of some properties and of those nested in them, each followed by those inside it."""
    for path, holder in property_paths(properties, above, in_variants=False):
        for each in holder.all_variants:
            inner = f"{path}[{each.name}]"
            ordered = sorted(each.properties, key=lambda own: _ORDER.get(own.requirement, 4))
            yield VariantContext(
                anchor=anchor_of(step, inner),
                name=markdown_code(each.name),
                title=markdown_text(each.title or ""),
                holder=markdown_code(path),
                rows=tuple(
                    _called(elsewhere, own, _row(step, own, found, [], [], name=own.removeprefix(f"{inner}.")))
                    for own, found in property_paths(ordered, f"{inner}.", in_variants=False)
                ),
                example=markdown_json(variant_value(each)),
            )
            yield from _variants(step, ordered, f"{inner}.", elsewhere)


def _called(elsewhere: Mapping[str, str], path: str, row: RowContext) -> RowContext:
    return dataclasses.replace(row, elsewhere=elsewhere.get(_IN_BRACKETS.sub("", path), ""))


def _row(step: str, path: str, found: Property, needed: list[str], excluded: list[str], name: str = "") -> RowContext:
    item = found.items.type if found.items is not None else None
    conditions = [
        f"{markdown_code(when.property)} is {join_or(map(markdown_code, when.values))}"
        for when in found.required_when or ()
    ]
    return RowContext(
        anchor=anchor_of(step, path),
        name=markdown_code(name or path),
        type=join_or(found.types) + (f" of {item}s" if isinstance(item, str) else "") or "any",
        requirement=markdown_text(_REQUIREMENT.get(found.requirement, found.requirement or "")),
        required_when="; ".join(filter(None, [join_and(conditions), *needed])),
        values=_values(found),
        default=_default(found),
        description=" ".join(
            filter(
                None,
                [
                    markdown_text(" ".join([found.description or "", *facts_of(found, in_table=True)])),
                    f"Not together with {join_or(excluded)}." if excluded else "",
                    _link(found.link),
                ],
            )
        ),
    )


def _required_by_rules(rules: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Return in words, by property, when the rules of a step require it."""
    needed: dict[str, list[str]] = {}
    for rule in rules:
        for name, others in rule.get("dependentRequired", {}).items():
            for other in others:
                needed.setdefault(other, []).append(f"{markdown_code(name)} is given")
        for name in rule.get("anyOf", ()):
            others = [markdown_code(other) for other in rule["anyOf"] if other != name]
            words = f"none of {join_and(others)} is given" if len(others) > 1 else f"{others[0]} is not given"
            needed.setdefault(name, []).append(words)
    return needed


def _excluded_by_rules(rules: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Return, by property, those that the rules of a step do not accept together with it."""
    excluded: dict[str, list[str]] = {}
    for group in (rule["atMostOne"] for rule in rules if "atMostOne" in rule):
        for name in group:
            excluded.setdefault(name, []).extend(markdown_code(other) for other in group if other != name)
    return excluded


def _default(found: Property) -> str:
    """Return the default, after the other defaults that hold where some other property is given."""
    others = [
        f"{markdown_code(each.value)} if {join_or(map(markdown_code, each.any_given))} is given"
        for each in found.default_when or ()
    ]
    stated = [markdown_code(found.default)] if found.states_default else []
    if others and stated:
        stated = [f"otherwise {stated[0]}"]
    return ", ".join([*others, *stated])


def _link(address: str | None) -> str:
    """Return a link to the vendor's page about a property; an address of an unusual form is text."""
    if not address:
        return ""
    return f"[Vendor's page]({address})." if WEB_ADDRESS.fullmatch(address) else markdown_text(f"See {address}")


def _values(found: Property) -> str:
    """Return the listed values, each with its meaning where that is known."""
    of_items = found.items.enum if found.items is not None and found.enum is None else None
    listed = []
    for value in listed_values(found) if of_items is None else of_items:
        meaning = markdown_text((found.meanings or {}).get(str(value), "").rstrip("."))
        listed.append(f"{markdown_code(value)} ({meaning})" if meaning else markdown_code(value))
    return ", ".join([*listed, *(["others are accepted"] if found.enum_open and listed else [])])

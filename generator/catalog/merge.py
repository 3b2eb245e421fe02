"""Merges what several documents state about the same connectors, property by property.

The documents come in the order of their dates. Where two contradict each other, the later one wins, with a warning; a
property that only an earlier one has is kept and names the documents that lack it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from generator.catalog.connector import Connector, Step
from generator.catalog.envelope import Envelope
from generator.catalog.property import Items, Property, Variant
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import Among, is_among
from templates.connector_catalog.value_limits import LIMITS

_BELONGS_TO = {
    "required_when": "requirement",
    "secret_from": "secret",
    "meanings": "enum",
    "separator": "string_encoding",
}
"""Fields that belong to another one: they come from the document that states that one."""

_IMPLIED_BY_VALUES = {"const", "pattern", "format", *(each.field for each in LIMITS if each.type != "array")}
"""Fields that say nothing where the later document lists the values."""

_APART = {"name", "sources", "inferred", "description", "examples", "properties", "variants", "items", "absent_from"}
"""Fields that are not compared: they are joined, or have rules of their own."""

_COMPARED = [field for field in Property.model_fields if field not in _APART]

_Part = TypeVar("_Part", Property, Variant)
_Absent = TypeVar("_Absent", Connector, Property, Variant)


def merge(earlier: Iterable[Connector], later: Iterable[Connector], diagnostics: Diagnostics) -> list[Connector]:
    """Return each connector once, of those that the documents so far and the next one state."""
    merged = {connector.key: connector for connector in earlier}
    for connector in later:
        previous = merged.get(connector.key)
        merged[connector.key] = connector if previous is None else _connector(previous, connector, diagnostics)
    return list(merged.values())


def mark_absent(connectors: Iterable[Connector], document: str) -> list[Connector]:
    """Mark the connectors that a document lacks; it is one that has all connectors of its vendor."""
    return [
        each if any(source.document == document for source in each.sources) else _absent_from(each, document)
        for each in connectors
    ]


def merge_envelopes(earlier: Envelope, later: Envelope, document: str, diagnostics: Diagnostics) -> Envelope:
    """Merge the envelopes of several documents; ``document`` is the later one."""
    subject = f"{later.vendor} {later.role} envelope"
    return later.with_fields(
        properties=_Merger(document, diagnostics).properties(earlier.properties, later.properties, subject)
    )


def _connector(earlier: Connector, later: Connector, diagnostics: Diagnostics) -> Connector:
    sources = (*later.sources, *earlier.sources)
    if later.status == "listed" and earlier.status == "documented":
        # The later document only names it, so the earlier statements still hold.
        return earlier.with_fields(sources=sources, absent_from=None)
    merger = _Merger(later.sources[0].document, diagnostics)
    earlier_steps = {step.name: step for step in earlier.steps}
    names = {step.name for step in later.steps}
    steps = [merger.step(earlier_steps.get(step.name, Step(name=step.name)), step, later.key) for step in later.steps]
    steps += [merger.step(step, Step(name=step.name), later.key) for step in earlier.steps if step.name not in names]
    return later.with_fields(
        name=later.name or earlier.name, naming=later.naming or earlier.naming, steps=tuple(steps), sources=sources
    )


class _Merger:
    def __init__(self, document: str, diagnostics: Diagnostics) -> None:
        self._document = document
        self._diagnostics = diagnostics

    def step(self, earlier: Step, later: Step, key: str) -> Step:
        return later.with_fields(
            properties=self.properties(earlier.properties, later.properties, f"{key} {later.name}"),
            rules=_joined(later.rules, earlier.rules),
            examples=_joined(later.examples, earlier.examples),
        )

    def properties(self, earlier: Sequence[Property], later: Sequence[Property], subject: str) -> tuple[Property, ...]:
        """Return the properties of one object: the later document's, then those that only the earlier one has."""
        return self._parts(earlier, later, lambda one, other: self._property(one, other, f"{subject}.{other.name}"))

    def _property(self, earlier: Property, later: Property, subject: str) -> Property:
        """Return the later document's property with what only the earlier one states."""
        added = self._added_fields(earlier, later, subject)
        inferred = {Property.json_name(field) for field in added}.intersection(earlier.inferred or ())
        merged = later.with_fields(
            **added,
            examples=_joined(later.examples, earlier.examples),
            sources=(*later.sources, *earlier.sources),
            inferred=tuple(sorted({*(later.inferred or ()), *inferred})) if inferred else later.inferred,
        )
        merged = _with_nested(earlier, merged, self.properties(earlier.children, later.children, subject))
        return merged.with_variants(self._variants(earlier.all_variants, later.all_variants, subject))

    def _variants(self, earlier: Sequence[Variant], later: Sequence[Variant], subject: str) -> tuple[Variant, ...]:
        """Return the variants of one object: the later document's, then those that only the earlier one has."""
        if not later:
            return ()
        return self._parts(earlier, later, lambda one, other: self._variant(one, other, f"{subject}[{other.name}]"))

    def _variant(self, earlier: Variant, later: Variant, subject: str) -> Variant:
        return later.with_fields(properties=self.properties(earlier.properties, later.properties, subject))

    def _parts(
        self, earlier: Sequence[_Part], later: Sequence[_Part], merged: Callable[[_Part, _Part], _Part]
    ) -> tuple[_Part, ...]:
        """Return the later parts, merged with the earlier ones of their names, then the other earlier ones."""
        by_name = {each.name: each for each in earlier}
        names = {each.name for each in later}
        parts = [merged(by_name[each.name], each) if each.name in by_name else each for each in later]
        parts += [_absent_from(each, self._document) for each in earlier if each.name not in names]
        return tuple(parts)

    def _added_fields(self, earlier: Property, later: Property, subject: str) -> dict[str, Any]:
        """Return the fields that only the earlier document states; warn about those in which the two differ."""
        added = {}
        for field in _COMPARED:
            owner = _BELONGS_TO.get(field)
            belongs = owner is not None and later.states(owner)
            if not earlier.states(field) or belongs or (field in _IMPLIED_BY_VALUES and later.enum is not None):
                continue
            value = getattr(earlier, field)
            if not later.states(field):
                added[field] = value
            elif not _is_same(getattr(later, field), value):
                self._warn(earlier, later, field, subject)
        return added

    def _warn(self, earlier: Property, later: Property, field: str, subject: str) -> None:
        source, name = earlier.sources[0], Property.json_name(field)
        values = [json.dumps(each.to_json()[name], ensure_ascii=False)[:80] for each in (later, earlier)]
        message = f"{name} is {values[0]} here and {values[1]} in the earlier {source.document} at {source.place}"
        self._diagnostics.warning("documents-differ", later.place, f"{message}; using the later", subject)


def _absent_from(part: _Absent, document: str) -> _Absent:
    return part.with_fields(absent_from=(*(part.absent_from or ()), document))


def _joined(first: Sequence[Any] | None, second: Sequence[Any] | None) -> tuple[Any, ...] | None:
    """Return the distinct values of two lists, or ``None`` if both are absent."""
    values = list(first or ())
    seen = Among(values)
    return tuple(values + [value for value in second or () if value not in seen]) or None


def _is_same(one: Any, other: Any) -> bool:
    """Return whether two documents state the same about a field; the order of listed values makes no difference."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        others = Among(other)
        return len(one) == len(other) and all(value in others for value in one)
    return is_among(one, [other])


def _with_nested(earlier: Property, later: Property, children: tuple[Property, ...]) -> Property:
    """Return the later property with the merged items and nested properties."""
    items = later.items
    if earlier.items is not None and (items is not None or "array" in later.types):
        items = items or Items()
        fields = [field for field in ("type", "enum") if earlier.items.states(field) and not items.states(field)]
        items = items.with_fields(**{field: getattr(earlier.items, field) for field in fields})
    if children and items is not None:
        items = items.with_fields(properties=children)
    elif children and (later.properties or not later.types or "object" in later.types):
        later = later.with_fields(properties=children)
    return later.with_fields(items=items)

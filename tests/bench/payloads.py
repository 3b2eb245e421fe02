"""Draws payloads for a connector from its catalog entry: valid ones, and ones with one thing wrong."""

from __future__ import annotations

import copy
import dataclasses
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Items, Property, Variant
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.constraints import DATE, DATE_TIME, FORMS, INTEGER, MIDNIGHT, is_among, matches
from tests.bench.beyond_limits import beyond
from tests.bench.matching import matching
from tests.vendors import VENDORS, shape

Place = tuple[dict[str, Any], Sequence[Property]]
"""An object of a payload, and the properties that it may have."""

_WORDS = ("x", "value", "two words", "ünïcode", "0", "a_b-c.d", "true", "<PLACEHOLDER>", "a,b", '"quoted"', "\\")


def _selected(value: Any, properties: Sequence[Property]) -> Iterator[tuple[dict[str, Any], Sequence[Variant]]]:
    """Yield each object of a payload that is one of several variants, with these."""
    for found in properties:
        given = value.get(found.name)
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, dict):
                yield from [(each, found.all_variants)] if found.all_variants else []
                inner = [one.properties for one in found.all_variants if one.is_selected_by(each)]
                yield from _selected(each, inner[0] if inner else found.children)


@dataclasses.dataclass(frozen=True)
class Drawn:
    """A payload and its fault, which is empty for one that was drawn as valid."""

    payload: dict[str, Any]
    fault: str = ""


class Drawer:
    """Draws payloads of one connector.

    Args:
        connector: The connector.
        chance: The source of randomness; the same seed gives the same payloads.
    """

    def __init__(self, connector: Connector, chance: random.Random) -> None:
        self._connector = connector
        self._vendor = VENDORS[connector.vendor]
        self._requirements = shape(connector).requirements
        self._chance = chance
        self._drawn: Counter[int] = Counter()

    def valid(self) -> Drawn:
        """Return a payload that keeps to all constraints."""
        steps = list(self._connector.steps)
        begun = steps if len(steps) < 2 else self._chance.choice([steps[:1], steps, steps[1:]])
        if self._vendor.steps == "together" and begun:
            # A request has all steps: the first one is always there.
            begun = [steps[0], *(step for step in begun if step is not steps[0])]
        drawn: dict[str, Any] = {}
        for step in begun:
            drawn |= self._object(step.properties)
        self._complete(drawn, self._requirements)
        return Drawn(drawn)

    def object_of(self, properties: Sequence[Property]) -> dict[str, Any]:
        """Return an object with some of these properties, those that are required among them."""
        return self._object(properties)

    def broken(self) -> Drawn:
        """Return a valid payload with one fault."""
        payload = copy.deepcopy(self.valid().payload)
        holder, properties = self._place(payload)
        groups = self._requirements.rules.at_most_one
        selected = list(_selected(payload, self._requirements.properties))
        fault = self._chance.choice(
            ("drop", "unknown", "type", "value", "null", *(("exclusive",) if groups else ()))
            + (("selector", "no selector", "other variant") if selected else ())
        )
        if fault in ("selector", "no selector", "other variant"):
            self._break_variant(fault, *self._chance.choice(selected))
            return Drawn(payload, fault)
        if fault == "exclusive":
            by_name = {each.name: each for each in self._requirements.properties}
            for name in self._chance.sample(self._chance.choice(groups), 2):
                payload.setdefault(name, self._value(by_name[name]))
            return Drawn(payload, fault)
        if fault == "unknown" or not holder:
            holder[self._misspelt(properties)] = "x"
            return Drawn(payload, "unknown")
        # One that is not given could need others beside it.
        limited = [(each.name, value) for each in properties if each.name in holder for value in beyond(each)]
        if limited and self._chance.random() < 0.3:
            name, value = self._chance.choice(limited)
            holder[name] = value
            return Drawn(payload, "limit")
        name = self._chance.choice(sorted(holder))
        if fault == "drop":
            del holder[name]
        elif fault == "null":
            holder[name] = None
        else:
            holder[name] = self._wrong_type() if fault == "type" else self._wrong_value(holder[name])
        return Drawn(payload, fault)

    def _break_variant(self, fault: str, value: dict[str, Any], variants: Sequence[Variant]) -> None:
        """Give an object another selector, none, or a property that only another variant has."""
        name = variants[0].selector.property
        if fault == "no selector":
            value.pop(name, None)
        elif fault == "selector":
            others = [each.selector.value for each in variants if not each.is_selected_by(value)]
            value[name] = self._chance.choice(["no such variant", None, 7, True, {}, *others])
        else:
            properties = [each for other in variants for each in other.properties if each.name not in value]
            if properties:
                found = self._chance.choice(properties)
                value[found.name] = self._value(found)

    def _place(self, payload: dict[str, Any]) -> Place:
        """Return the payload itself or an object inside it, with the properties that it may have."""
        places: list[Place] = [(payload, list(self._requirements.properties))]
        for found in self._requirements.properties:
            value = payload.get(found.name)
            inner = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
            places += [place for each in inner for place in self._inside(each, found)]
        return self._chance.choice(places)

    def _inside(self, value: dict[str, Any], found: Property) -> Iterator[Place]:
        """Yield an object inside a payload, and those inside it, with the properties that each may have."""
        meant = [each for each in found.all_variants if each.is_selected_by(value)]
        properties = meant[0].properties if meant else found.children
        if properties:
            yield value, properties
        for each in properties:
            inner = value.get(each.name)
            for one in inner if isinstance(inner, list) else [inner]:
                if isinstance(one, dict):
                    yield from self._inside(one, each)

    def _object(self, properties: Sequence[Property]) -> dict[str, Any]:
        drawn = {
            each.name: self._value(each)
            for each in properties
            if each.requirement == "required" or self._chance.random() < (0.9 if each.all_variants else 0.5)
        }
        self._satisfy(drawn, requirements_of_object(properties))
        return drawn

    def _satisfy(self, drawn: dict[str, Any], requirements: Requirements) -> None:
        """Add what the conditions between the properties of one object require."""
        by_name = {each.name: each for each in requirements.properties}
        # What is added may make another condition hold.
        while missing := [
            each.name for each in requirements.rules.conditions if each.name not in drawn and each.holds(drawn)
        ]:
            drawn |= {name: self._value(by_name[name]) for name in missing}

    def _complete(self, drawn: dict[str, Any], requirements: Requirements) -> None:
        """Add what the rules of the whole payload require."""
        by_name = {each.name: each for each in requirements.properties}
        self._exclude(drawn, requirements)
        groups = [*requirements.rules.any_of, *(group for step in requirements.steps for group in step.any_of)]
        for group in groups:
            if not any(name in drawn for name in group):
                free = [name for name in group if not requirements.rules.exceeded({**drawn, name: None})]
                drawn[free[0]] = self._value(by_name[free[0]])
        for _ in requirements.rules.dependent:
            for name, needed in requirements.rules.dependent:
                for other in needed if name in drawn else ():
                    drawn.setdefault(other, self._value(by_name[other]))
        self._satisfy(drawn, requirements)

    def _exclude(self, drawn: dict[str, Any], requirements: Requirements) -> None:
        """Remove what the rules do not accept beside other properties."""
        for group in requirements.rules.at_most_one:
            given = [name for name in group if name in drawn]
            kept = [name for name in given if name in requirements.required] or given
            for name in given:
                if name != kept[0]:
                    del drawn[name]

    def _value(self, found: Property) -> Any:
        values = found.accepted or ()
        if found.enum_open and found.enum and found.types and self._chance.random() < 0.2:
            values = ()
        if values:
            return self._chance.choice(values) if len(values) > 1 or found.enum is not None else values[0]
        type_ = self._chance.choice(found.types or ("string",))
        if type_ == "null":
            return None
        if type_ == "string":
            return self._text(found)
        if type_ == "object":
            return self._object_of(found)
        if type_ == "array":
            return self._items(found)
        return self._number(found, type_) if type_ in ("integer", "number") else self._chance.random() < 0.5

    def _object_of(self, found: Property | Items) -> dict[str, Any]:
        """Return an object of a property, or of an item: one of its variants where it has some."""
        if found.variants:
            return self._variant(self._rarest(found.variants))
        drawn = self._object(found.properties) if found.properties else {"x": 1}
        return drawn | self._unknown(found)

    def _rarest(self, variants: Sequence[Variant]) -> Variant:
        """Return one of the variants that have been drawn least: in the end each one is reached."""
        least = min(self._drawn[id(each)] for each in variants)
        variant = self._chance.choice([each for each in variants if self._drawn[id(each)] == least])
        self._drawn[id(variant)] += 1
        return variant

    def _variant(self, variant: Variant) -> dict[str, Any]:
        drawn = self._object(variant.properties) | self._unknown(variant)
        told = variant.selector
        if told.required or self._chance.random() < 0.7:
            drawn[told.property] = told.value
        return drawn

    def _unknown(self, found: Property | Items | Variant) -> dict[str, Any]:
        """Return what an open object may have beside its properties."""
        return {"no_such_name": 1} if found.additional_properties and self._chance.random() < 0.3 else {}

    def _number(self, found: Property | Items, type_: str) -> float:
        over, under = getattr(found, "exclusive_minimum", None), getattr(found, "exclusive_maximum", None)
        low = found.minimum if found.minimum is not None else None if over is None else over + 1
        high = found.maximum if found.maximum is not None else None if under is None else under - 1
        low = low if low is not None else min(0, high or 0)
        high = high if high is not None else low + 9999
        if type_ == "integer":
            return self._chance.randint(math.ceil(low), max(math.ceil(low), math.floor(high)))
        return self._chance.uniform(low, high)

    def _items(self, found: Property) -> list[Any]:
        least = found.min_items or (1 if found.all_variants else 0)
        most = max(least, min(least + 2, found.max_items if found.max_items is not None else least + 2))
        items = [self._item(found) for _ in range(self._chance.randint(least, most))]
        if not found.unique_items:
            return items
        return [each for number, each in enumerate(items) if not is_among(each, items[:number])]

    def _item(self, found: Property) -> Any:
        if found.items is not None and (found.items.properties or found.items.variants):
            return self._object_of(found.items)
        is_listed = not found.enum_open or self._chance.random() < 0.8
        if found.items is not None and found.items.enum and is_listed:
            return self._chance.choice(found.items.enum)
        word = (found.items.types if found.items is not None else ("string",))[:1]
        if found.items is not None and word in (("integer",), ("number",)):
            return self._number(found.items, word[0])
        if found.items is not None and found.items.pattern:
            return matching(found.items.pattern, self._chance)
        others: dict[str, Any] = {"boolean": True, "object": {}, "array": []}
        return others.get(word[0], "x") if word else "x"

    def _text(self, found: Property) -> str:
        day = f"20{self._chance.randint(10, 29)}-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"
        forms = {
            DATE_TIME: f"{day}T{self._chance.randint(0, 23):02}:30:00{self._chance.choice(('Z', '+02:00', '.5Z'))}",
            DATE: day,
            MIDNIGHT: f"{day}T00:00:00Z",
            INTEGER: str(self._chance.randint(-5, 99999)),
            "^(true|false)$": self._chance.choice(("true", "false")),
        }
        if found.pattern in forms:
            return forms[found.pattern]
        if found.format in FORMS and found.pattern:
            text = forms[FORMS[found.format]]
            exact = (f"{day}T12:30:00{each}" for each in ("Z", ".123Z", ".123456Z", "+02:00"))
            return (
                text if matches(found.pattern, text) else next(each for each in exact if matches(found.pattern, each))
            )
        if found.string_encoding == "list" and found.pattern:
            return (found.separator or ",").join(f"e{number}" for number in range(self._chance.randint(1, 3)))
        if found.pattern:
            return matching(found.pattern, self._chance)
        return self._chance.choice(_WORDS).ljust(found.min_length or 0, "x")[: found.max_length]

    def _misspelt(self, properties: Sequence[Property]) -> str:
        known = {each.name for each in properties}
        name = self._chance.choice(sorted(known)) if known else "name"
        return next(each for each in (f"{name}s", f"{name}_", f"{name}__", f"{name}___") if each not in known)

    def _wrong_type(self) -> Any:
        values: list[Any] = ["x", 7, 1.5, 2.0, True, ["x"], {"x": "y"}, [], {}, [1]]
        return self._chance.choice(values)

    def _wrong_value(self, value: Any) -> Any:
        texts = [
            "",
            "x",
            "TRUE",
            "1.0",
            "2026-01-01",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:00",
            ",",
            "a,,b",
            " ",
            "²",
        ]
        if isinstance(value, str):
            return self._chance.choice(texts)
        if isinstance(value, list):
            return [*value, self._chance.choice([None, 1, "x", {}, {"x": 1}])]
        return self._chance.choice([-1, 0, 10**9, "x", 1.0])

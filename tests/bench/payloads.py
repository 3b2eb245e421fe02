"""Draws payloads for a connector from its catalog entry: valid ones, and ones with one thing wrong."""

from __future__ import annotations

import copy
import dataclasses
import random
import re
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT
from tests.vendors import VENDORS, shape

_WORDS = ("x", "value", "two words", "ünïcode", "0", "a_b-c.d", "true", "<PLACEHOLDER>", "a,b", '"quoted"', "\\")


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

    def broken(self) -> Drawn:
        """Return a valid payload with one fault."""
        payload = copy.deepcopy(self.valid().payload)
        holder, properties = self._place(payload)
        groups = self._requirements.rules.at_most_one
        fault = self._chance.choice(("drop", "unknown", "type", "value", "null", *(("exclusive",) if groups else ())))
        if fault == "exclusive":
            by_name = {each.name: each for each in self._requirements.properties}
            for name in self._chance.sample(self._chance.choice(groups), 2):
                payload.setdefault(name, self._value(by_name[name]))
            return Drawn(payload, fault)
        if fault == "unknown" or not holder:
            holder[self._misspelt(properties)] = "x"
            return Drawn(payload, "unknown")
        name = self._chance.choice(sorted(holder))
        if fault == "drop":
            del holder[name]
        elif fault == "null":
            holder[name] = None
        else:
            holder[name] = self._wrong_type() if fault == "type" else self._wrong_value(holder[name])
        return Drawn(payload, fault)

    def _place(self, payload: dict[str, Any]) -> tuple[dict[str, Any], Sequence[Property]]:
        """Return the payload itself or an object inside it, with the properties that it may have."""
        places: list[tuple[dict[str, Any], Sequence[Property]]] = [(payload, list(self._requirements.properties))]
        for found in self._requirements.properties:
            value = payload.get(found.name)
            inner = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
            places += [(each, found.children) for each in inner if found.children]
        return self._chance.choice(places)

    def _object(self, properties: Sequence[Property]) -> dict[str, Any]:
        drawn = {
            each.name: self._value(each)
            for each in properties
            if each.requirement == "required" or self._chance.random() < 0.5
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
        if type_ == "string":
            return self._text(found)
        if type_ == "object":
            return self._object(found.children) if found.children else {"x": 1}
        if type_ == "array":
            return [self._item(found) for _ in range(self._chance.randrange(3))]
        low, high = int(found.minimum or 0), int(found.maximum or 9999)
        numbers = {"integer": self._chance.randint(low, high), "number": self._chance.uniform(low, high)}
        return numbers.get(type_, self._chance.random() < 0.5)

    def _item(self, found: Property) -> Any:
        if found.items is not None and found.items.properties:
            return self._object(found.items.properties)
        is_listed = not found.enum_open or self._chance.random() < 0.8
        if found.items is not None and found.items.enum and is_listed:
            return self._chance.choice(found.items.enum)
        types = found.items.type if found.items is not None else "string"
        word = types if isinstance(types, str) else (types or ("string",))[0]
        return {"integer": 3, "number": 1.5, "boolean": True, "object": {}, "array": []}.get(word, "x")

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
        if found.string_encoding == "list" and found.pattern:
            return (found.separator or ",").join(f"e{number}" for number in range(self._chance.randint(1, 3)))
        if found.pattern:
            return re.sub(r"^\^|\\(.)", r"\1", found.pattern) + "x"
        return self._chance.choice(_WORDS)

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

"""Holds each example payload against the properties of its step, and each property's own examples against it.

Where a vendor's example shows what its table denies (a string for an integer, a value that is not in the list),
the property takes both, because the vendor's own example must be accepted; the difference is a diagnostic.
"""

from __future__ import annotations

from typing import Any

from generator.catalog.carried import fit_to_example, json_children
from generator.catalog.connector import Connector, Items, Property, Source, Step, property_paths
from generator.catalog.values import among, has_type, type_of_value
from generator.diagnostics import Diagnostics


def reconcile(connectors: list[Connector], places: dict[str, str], diagnostics: Diagnostics) -> None:
    """Widens the properties of each step by what its examples show.

    Args:
        connectors: Changed in place.
        places: Where the examples of a step stand, by ``<key> <step>``.
        diagnostics: Where the differences go.
    """
    for connector in connectors:
        for step in connector.steps:
            subject = f"{connector.key} {step.name}"
            _Reconciler(step, subject, places.get(subject, ""), diagnostics).run()


class _Reconciler:
    def __init__(self, step: Step, subject: str, place: str, diagnostics: Diagnostics) -> None:
        self._step = step
        self._subject = subject
        self._place = place
        self._diagnostics = diagnostics

    def run(self) -> None:
        kept = []
        for payload in self._step.examples or []:
            missing = self._object(payload, self._step.properties, f"{self._subject}.")
            if missing:
                message = f"the example lacks {', '.join(missing)}, which the table requires; it is set aside"
                self._diagnostics.warning("example-incomplete", self._place, message, self._subject)
            else:
                kept.append(payload)
        if kept:
            self._step.examples = kept
        elif self._step.examples is not None:
            self._step.examples = None
            self._step.model_fields_set.discard("examples")
        for path, found in property_paths(self._step.properties):
            for value in found.examples or []:
                self._value(value, found, f"{self._subject}.{path}", self._place_of(found))

    def _place_of(self, found: Property) -> str:
        return found.sources[0].place if found.sources else self._place

    def _object(self, payload: dict[str, Any], properties: list[Property], above: str) -> list[str]:
        """Holds an object against its properties; returns the required ones that it lacks."""
        known = {each.name: each for each in properties}
        missing = [each.name for each in properties if each.requirement == "required" and each.name not in payload]
        for name, value in payload.items():
            if name in known:
                missing += self._value(value, known[name], above + name, self._place)
                continue
            message = "the example shows this property, the table does not name it; it is taken over"
            self._diagnostics.warning("not-in-table", self._place, message, above + name)
            properties.append(self._shown_only(name, value, known))
        return missing

    def _shown_only(self, name: str, value: Any, known: dict[str, Property]) -> Property:
        document = next((source.document for each in known.values() for source in each.sources), "")
        found = Property(name=name, type=type_of_value(value), sources=[Source(document=document, place=self._place)])
        found.mark_inferred("name", "type")
        return found

    def _value(self, value: Any, found: Property, path: str, place: str) -> list[str]:
        if not has_type(value, found.types):
            shown = type_of_value(value)
            message = f"the declared type is {' or '.join(found.types)}, the example is a {shown}; both are taken"
            self._diagnostics.warning("example-type", place, message, path)
            found.type = [*found.types, shown]
            found.mark_inferred("type")
        if found.enum is not None and not among(value, found.enum):
            self._warn_value(value, path, place)
            found.enum = [*found.enum, value]
        for fact in fit_to_example(found, value):
            message = f"the text states the {fact}, the example does not keep to it; the fact is left out"
            self._diagnostics.warning("example-contradicts", place, message, path)
        if found.string_encoding == "json":
            json_children(found, value)
            return []
        if isinstance(value, list):
            return self._list(value, found, path, place)
        return self._object(value, found.children, f"{path}.") if isinstance(value, dict) and found.children else []

    def _warn_value(self, value: Any, path: str, place: str) -> None:
        message = f"the example's value {value!r} is not among the listed values; it is taken as one more"
        self._diagnostics.warning("example-value", place, message, path)

    def _list(self, value: list[Any], found: Property, path: str, place: str) -> list[str]:
        """Holds the items of a list against what the property says of them, and widens that by what they are."""
        items = found.items
        shown = list(dict.fromkeys(type_of_value(item) for item in value))
        if items is None:
            # The table says no more than that it is a list: its items are what the example shows.
            if shown:
                found.items = Items(type=shown[0] if len(shown) == 1 else shown)
                found.mark_inferred("items")
            return []
        types = (items.type,) if isinstance(items.type, str) else tuple(items.type or ())
        others = [
            each for each in shown if types and each not in types and not (each == "integer" and "number" in types)
        ]
        if others:
            message = f"the declared items are {' or '.join(types)}, the example shows {others[0]}; both are taken"
            self._diagnostics.warning("example-type", place, message, path)
            items.type = [*types, *others]
        missing: list[str] = []
        for item in value:
            if items.enum is not None and not among(item, items.enum):
                self._warn_value(item, path, place)
                items.enum = [*items.enum, item]
            if isinstance(item, dict) and items.properties:
                missing += self._object(item, items.properties, f"{path}.")
        return missing

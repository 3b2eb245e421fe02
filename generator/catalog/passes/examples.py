"""Checks examples against the properties of their step, and widens the properties until they accept the examples.

A vendor's own example must be accepted: where it differs from the vendor's table, both are used, and the difference
is a warning.
"""

from __future__ import annotations

from typing import Any

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.passes.accepted_examples import with_accepted_examples
from generator.catalog.passes.encoded_examples import shown_property, with_decoded, without_contradicted_fields
from generator.catalog.property import Items, Property, Variant
from generator.catalog.source import Source
from generator.catalog.values import is_accepted
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import is_among, is_number, type_of


def accept_examples(entry: Entry, context: Context) -> Entry:
    """Widen the properties of an entry so that they accept their own examples and those of the steps."""
    if "type" in context.declared_fields(entry.vendor):
        return with_accepted_examples(entry, context.diagnostics)

    def change(step: Step) -> Step:
        subject = f"{entry.key} {step.name}"
        place = context.example_places.get(subject, "")
        return _Examples(subject, entry.key.rpartition("/")[2], place, context.diagnostics).step(step)

    return map_steps(entry, change)


class _Examples:
    def __init__(self, subject: str, type_: str, place: str, diagnostics: Diagnostics) -> None:
        self._subject = subject
        self._type = type_
        self._place = place
        self._diagnostics = diagnostics

    def step(self, step: Step) -> Step:
        properties, accepted = step.properties, []
        for payload in step.examples or ():
            properties, missing = self._object(payload, properties, f"{self._subject}.")
            if missing:
                message = f"the example lacks the required {', '.join(missing)}; leaving out the example"
                self._diagnostics.warning("example-incomplete", self._place, message, self._subject)
            else:
                accepted.append(payload)
        step = step.with_fields(properties=properties, examples=tuple(accepted) or None)
        return map_step_properties(step, self._own_examples)

    def _own_examples(self, path: str, property_: Property) -> Property:
        examples = property_.examples or ()
        for value in examples:
            property_, _ = self._value(value, property_, f"{self._subject}.{path}", property_.place or self._place)
        accepted = tuple(value for value in examples if not self._is_refused_placeholder(value, property_))
        return property_.with_fields(examples=accepted or None) if len(accepted) < len(examples) else property_

    def _is_refused_placeholder(self, value: Any, property_: Property) -> bool:
        """Return whether a value is a placeholder, a name or a zero, that the property does not accept."""
        if value == 0 and is_number(value):
            return not (property_.minimum or 0) <= 0 <= (property_.maximum or 0)
        if not isinstance(value, str) or value not in ("string", property_.name, f"{self._type}_{property_.name}"):
            return False
        if not is_accepted(value, property_.types):
            return True
        return property_.enum is not None and not is_among(value, property_.enum)

    def _object(
        self, payload: dict[str, Any], properties: tuple[Property, ...], above: str
    ) -> tuple[tuple[Property, ...], list[str]]:
        """Return the properties that accept an object, and the required ones that it lacks."""
        by_name = {each.name: each for each in properties}
        missing = [each.name for each in properties if each.requirement == "required" and each.name not in payload]
        for name, value in payload.items():
            if name in by_name:
                by_name[name], more = self._value(value, by_name[name], above + name, self._place)
                missing += more
                continue
            message = "only the example has this property; adding it"
            self._diagnostics.warning("not-in-table", self._place, message, above + name)
            document = next((source.document for each in properties for source in each.sources), "")
            by_name[name] = shown_property(name, value, (Source(document=document, place=self._place),))
        return tuple(by_name.values()), missing

    def _value(self, value: Any, property_: Property, path: str, place: str) -> tuple[Property, list[str]]:
        """Return a property that accepts a value, and the required nested properties that the value lacks."""
        if self._is_refused_placeholder(value, property_):
            self._diagnostics.note("placeholder", place, f"the example {value!r} is a placeholder; ignoring it", path)
            return property_, []
        if not is_accepted(value, property_.types):
            self._warn_type(f"type is {' or '.join(property_.types)}", type_of(value), path, place)
            property_ = property_.with_inferred(type=(*property_.types, type_of(value)))
        if property_.enum is not None and not is_among(value, property_.enum):
            self._warn_value(value, path, place)
            property_ = property_.with_inferred(enum=(*property_.enum, value), enum_open=True)
        property_, left_out = without_contradicted_fields(property_, value)
        for field in left_out:
            message = f"the text states the {field}, the example contradicts it; leaving out the {field}"
            self._diagnostics.warning("example-contradicts", place, message, path)
        if property_.string_encoding == "json":
            return with_decoded(property_, value), []
        if isinstance(value, list):
            return self._list(value, property_, path, place)
        return self._nested(value, property_, path) if isinstance(value, dict) else (property_, [])

    def _nested(self, value: dict[str, Any], property_: Property, path: str) -> tuple[Property, list[str]]:
        if property_.children:
            children, missing = self._object(value, property_.children, f"{path}.")
            return property_.with_children(children), missing
        variants, missing = self._variants(value, property_.variants or (), path)
        return property_.with_variants(variants), missing

    def _variants(
        self, value: dict[str, Any], variants: tuple[Variant, ...], path: str
    ) -> tuple[tuple[Variant, ...], list[str]]:
        """Return the variants, the selected one changed to accept an object, and the required properties it lacks."""
        changed, missing = [], []
        for each in variants:
            if not each.is_selected_by(value):
                changed.append(each)
                continue
            properties, more = self._object(value, each.properties, f"{path}[{each.name}].")
            changed.append(each.with_fields(properties=properties))
            missing += more
        return tuple(changed), missing

    def _warn_type(self, declared: str, shown: str, path: str, place: str) -> None:
        message = f"the declared {declared}, the example shows {shown}; using both"
        self._diagnostics.warning("example-type", place, message, path)

    def _warn_value(self, value: Any, path: str, place: str) -> None:
        message = f"the example's value {value!r} is not among the listed values; adding it"
        self._diagnostics.warning("example-value", place, message, path)

    def _list(self, value: list[Any], property_: Property, path: str, place: str) -> tuple[Property, list[str]]:
        shown = tuple(dict.fromkeys(map(type_of, value)))
        if property_.items is None:
            # The table only states that it is a list, so the example decides about its items.
            items = Items.model_validate({"type": shown[0] if len(shown) == 1 else shown})
            return (property_.with_inferred(items=items) if shown else property_), []
        others = tuple(dict.fromkeys(type_of(item) for item in value if not is_accepted(item, property_.items.types)))
        items = property_.items
        if others:
            self._warn_type(f"items are {' or '.join(items.types)}", others[0], path, place)
            items = items.with_fields(type=(*items.types, *others))
        missing: list[str] = []
        for item in value:
            items, more = self._item(item, items, path, place)
            missing += more
        if items.enum != property_.items.enum:
            property_ = property_.with_inferred(enum_open=True)
        return property_.with_fields(items=items), missing

    def _item(self, item: Any, items: Items, path: str, place: str) -> tuple[Items, list[str]]:
        if items.enum is not None and not is_among(item, items.enum):
            self._warn_value(item, path, place)
            items = items.with_fields(enum=(*items.enum, item))
        if isinstance(item, dict) and items.variants:
            variants, missing = self._variants(item, items.variants, path)
            return items.with_fields(variants=variants), missing
        if not (isinstance(item, dict) and items.properties):
            return items, []
        properties, missing = self._object(item, items.properties, f"{path}.")
        return items.with_fields(properties=properties), missing

"""The ``TypedDict`` of an object as a payload has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.context.models.classes import ClassContext, FieldContext
from generator.context.models.python_types import FieldTypes, TypeText, field_types
from generator.context.names import ClassName, is_free_in_class


@dataclasses.dataclass(frozen=True)
class Key:
    """One key of a ``TypedDict``: its type says so where it has to be given."""

    name: str
    type: TypeText
    doc: str = ""  # Empty where the class of the model has it.

    @classmethod
    def of(cls, name: str, type_: TypeText, *, required: bool, doc: str = "") -> Key:
        """Return the key of a property."""
        return cls(name, TypeText(f"_Required[{type_}]") if required else type_, doc)


@dataclasses.dataclass(frozen=True)
class PayloadType:
    """A ``TypedDict`` as its template prints it."""

    name: ClassName
    keys: tuple[Key, ...]
    doc: str = ""  # Empty where the class of the model has it.
    is_open: bool = False  # Whether it takes properties that are not listed.

    @property
    def is_class(self) -> bool:
        """Whether it can be printed as a class: each key can be a name in one."""
        return all(is_free_in_class(each.name) for each in self.keys)


def object_types(
    schema: dict[str, Any], classes: Mapping[ClassName, ClassContext]
) -> Iterator[tuple[ClassName, dict[str, FieldTypes]]]:
    """Yield, for each object in the engine's input, its name and the types of its fields; those inside it follow."""
    if "title" in schema:
        model_class = classes[ClassName(schema["title"])]
        yield (
            model_class.name,
            {name: _types(model_class.fields[name], each) for name, each in schema["properties"].items()},
        )
    for each in (*schema.get("anyOf", ()), *schema.get("properties", {}).values(), schema.get("items")):
        if each:
            yield from object_types(each, classes)


def _types(field: FieldContext, schema: dict[str, Any]) -> FieldTypes:
    return field_types(schema, field.constraints, field.known)

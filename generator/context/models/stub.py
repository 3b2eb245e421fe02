"""The stub of a model's module, for type checkers and editors."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from generator.context.fault import OutputError
from generator.context.models.classes import ClassContext, FieldContext
from generator.context.models.connector import ModelContext
from generator.context.models.payload_type import Key, PayloadType, object_types
from generator.context.models.python_types import FieldTypes, TypeText
from generator.context.names import ClassName, FieldName, Keyword, ModuleName


@dataclasses.dataclass(frozen=True)
class StubField:
    """A field of a class: its attribute, and the parameter of the constructor."""

    name: FieldName
    keyword: Keyword
    types: FieldTypes
    doc: str
    is_set: bool  # Whether an instance always has it.
    is_needed: bool  # Whether the constructor requires it.

    @property
    def read(self) -> TypeText:
        """The type of the attribute; ``None`` is a property that is not given."""
        return self.types.read if self.is_set else self.types.read_if_given


@dataclasses.dataclass(frozen=True)
class StubClass:
    """A class of a stub."""

    name: ClassName
    bases: str
    doc: str
    fields: tuple[StubField, ...]  # Those that the constructor takes.
    attributes: tuple[StubField, ...]  # Those that no base class has with the same type.
    is_open: bool = False  # Whether the constructor takes properties that are not listed.


@dataclasses.dataclass(frozen=True)
class StubContext:
    """The stub of one module."""

    header: str
    names: ModuleName  # The module of the names that it uses.
    classes: tuple[StubClass, ...]
    payloads: tuple[PayloadType, ...]

    @property
    def has_open(self) -> bool:
        """Whether a payload takes properties that are not listed, which mypy cannot express (PEP 728)."""
        return any(each.is_open for each in self.payloads)


def stub_context(model: ModelContext) -> StubContext:
    """Return the stub of a connector's model.

    Raises:
        OutputError: A class and the type of a payload have the same name (``name-collision``).
    """
    classes: list[StubClass] = []
    payloads: list[PayloadType] = []
    for name, types in object_types(model.schema, model.classes):
        classes += _classes(model.classes[name], types)
        payloads += _payloads(model.classes[name], types)
    taken = {each.name for each in classes}
    for payload in payloads:
        if payload.name in taken:
            raise OutputError("name-collision", payload.name, f"an object and a payload become {payload.name}")
    names = ModuleName.of_stub_names(model.role)
    return StubContext(model.header, names, tuple(classes), tuple(payloads))


def _classes(model_class: ClassContext, types: dict[str, FieldTypes]) -> Iterator[StubClass]:
    selector = model_class.variant.name if model_class.variant is not None and model_class.variant.required else None
    fields = [
        _field(each, types[each.name], is_set=each.required, is_needed=each.required and each.wire != selector)
        for each in model_class.fields.values()
    ]
    if model_class.request is None:
        yield StubClass(
            model_class.name, "_ObjectModel", model_class.doc, _needed_first(fields), tuple(fields), model_class.is_open
        )
        return
    changes = tuple(
        _field(each, types[each.name], is_set=False, is_needed=False)
        for each in model_class.fields.values()
        if each.changeable
    )
    yield StubClass(model_class.name.update, "_UpdateModel", model_class.update_doc, changes, changes)
    above = {each.name for each in changes}
    added = tuple(each for each in fields if each.is_set or each.name not in above)
    bases = f"{model_class.name.update}, _CreateModel"
    yield StubClass(model_class.name, bases, model_class.doc, _needed_first(fields), added)


def _needed_first(fields: Iterable[StubField]) -> tuple[StubField, ...]:
    return tuple(sorted(fields, key=lambda each: not each.is_needed))


def _field(field: FieldContext, types: FieldTypes, *, is_set: bool, is_needed: bool) -> StubField:
    return StubField(field.name, Keyword.of(field.wire), types, field.doc, is_set, is_needed)


def _payloads(model_class: ClassContext, types: dict[str, FieldTypes]) -> Iterator[PayloadType]:
    def keys(fields: Iterable[FieldContext], *, is_update: bool) -> tuple[Key, ...]:
        return tuple(
            Key.of(each.wire, types[each.name].payload, required=each.required and not is_update) for each in fields
        )

    fields = model_class.fields.values()
    yield PayloadType(model_class.name.payload, keys(fields, is_update=False), is_open=model_class.is_open)
    if model_class.request is not None:
        changeable = [each for each in fields if each.changeable]
        yield PayloadType(model_class.name.update.payload, keys(changeable, is_update=True))

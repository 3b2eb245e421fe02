"""The standalone validator of a connector: the checks of each object, in the order in which they are made."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Property
from generator.context.checks import Check, check_of
from generator.context.literals import python_pattern
from generator.context.names import ModuleName
from generator.context.payload import Gate, Rules, payload_of, required_names, rules_of


@dataclasses.dataclass(frozen=True)
class Branch:
    """One check of a value: how its line begins (``if``, ``elif``, ``else``) and what it looks at."""

    keyword: str
    kind: str


@dataclasses.dataclass(frozen=True)
class ValueCheck:
    """What is checked of a value.

    Attributes:
        types: JSON Schema types, one of which the value has; empty where any will do.
        enum: Number of the list of values; -1 where there is none.
        pattern: Number of the pattern; -1 where there is none.
        check: What else is checked, and the pattern's sentence.
        object: Number of the checks of the object that the value is; -1 where it is none.
        items: What is checked of each item of a list.
    """

    types: tuple[str, ...]
    enum: int
    pattern: int
    check: Check
    object: int
    items: ValueCheck | None

    @property
    def is_text(self) -> bool:
        """Whether a value that has got past the check of its type is a text."""
        return self.types == ("string",)

    @property
    def expected(self) -> str:
        """The types in words."""
        words = {"integer": "an integer", "array": "an array", "object": "an object", "null": "null"}
        return " or ".join(words.get(each, f"a {each}") for each in self.types)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The checks that there are, each made where the ones before it found nothing."""
        there = {
            "type": bool(self.types),
            "enum": self.enum >= 0,
            "pattern": self.pattern >= 0,
            "dated": self.check.dated,
            "minimum": self.check.minimum is not None,
            "maximum": self.check.maximum is not None,
            "object": self.object >= 0,
            "items": self.items is not None and bool(self.items.branches),
        }
        kinds = [kind for kind, is_there in there.items() if is_there]
        # After a check for one type, a value that is left has that type.
        sure = {"object": self.types == ("object",), "items": self.types == ("array",)}
        keywords = ["if", *("else" if sure.get(kind) else "elif" for kind in kinds[1:])]
        return tuple(Branch(keyword, kind) for keyword, kind in zip(keywords, kinds, strict=False))


@dataclasses.dataclass(frozen=True)
class PropertyCheck:
    """The check of one property."""

    name: str
    required: bool
    value: ValueCheck


@dataclasses.dataclass(frozen=True)
class ObjectCheck:
    """The checks of one object; ``gates`` only for the payload itself."""

    number: int
    properties: tuple[PropertyCheck, ...]
    rules: Rules = dataclasses.field(default_factory=Rules)
    gates: tuple[Gate, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the object's properties."""
        return tuple(each.name for each in self.properties)


@dataclasses.dataclass(frozen=True)
class Listed:
    """Listed values, and whether all of them are texts."""

    values: tuple[Any, ...]
    texts: bool


@dataclasses.dataclass(frozen=True)
class ValidatorContext:
    """One validator module."""

    package: str
    module: ModuleName
    header: str
    title: str
    enums: tuple[Listed, ...]
    patterns: tuple[str, ...]
    objects: tuple[ObjectCheck, ...]


def validator_context(connector: Connector, header: str) -> ValidatorContext:
    """The context of one connector's validator."""
    payload = payload_of(connector)
    builder = _Builder()
    root = builder.object(payload.properties, payload.required)
    builder.objects[root] = dataclasses.replace(builder.objects[root], rules=payload.rules, gates=payload.gates)
    module = ModuleName.of_connector(connector.role, connector.type)
    title = f"Validator of the properties of a {connector.vendor.title()} {connector.role}: {connector.name}."
    return ValidatorContext(
        package=connector.vendor,
        module=module,
        header=header,
        title=title,
        enums=tuple(Listed(values, all(isinstance(each, str) for each in values)) for values in builder.enums),
        patterns=tuple(builder.patterns),
        objects=tuple(builder.objects.values()),
    )


_NO_CHECK = Check("", dated=False, minimum=None, maximum=None, carries="", separator="", expected="")


class _Builder:
    def __init__(self) -> None:
        self.objects: dict[int, ObjectCheck] = {}
        self.enums: list[tuple[Any, ...]] = []
        self.patterns: list[str] = []

    def object(self, properties: Sequence[Property], required: tuple[str, ...]) -> int:
        """Enters the checks of an object and of those nested in it; returns its number."""
        number = len(self.objects)
        self.objects[number] = ObjectCheck(number, ())
        checks = tuple(PropertyCheck(each.name, each.name in required, self._value(each)) for each in properties)
        self.objects[number] = ObjectCheck(number, checks, rules_of(properties))
        return number

    def _enum(self, values: tuple[Any, ...] | None) -> int:
        if values is None:
            return -1
        if values not in self.enums:
            self.enums.append(values)
        return self.enums.index(values)

    def _pattern(self, pattern: str) -> int:
        if not pattern:
            return -1
        expression = python_pattern(pattern)
        if expression not in self.patterns:
            self.patterns.append(expression)
        return self.patterns.index(expression)

    def _value(self, found: Property) -> ValueCheck:
        nested = found.children and "object" in found.types
        number = self.object(found.children, required_names(found.children)) if nested else -1
        check = check_of(found)
        return ValueCheck(
            found.types, self._enum(found.accepted), self._pattern(check.pattern), check, number, self._items(found)
        )

    def _items(self, found: Property) -> ValueCheck | None:
        items = found.items
        if items is None or found.string_encoding == "json":
            return None
        number = self.object(items.properties, required_names(items.properties)) if items.properties else -1
        return ValueCheck(items.types, self._enum(items.enum), -1, _NO_CHECK, number, None)

"""The pydantic model of a connector: a schema that the engine turns into type hints, and the rest of the text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.catalog.connector import Items, Property
from generator.context.connector_shape import ConnectorShape
from generator.context.constraints import field_constraints
from generator.context.documented import documented
from generator.context.fault import OutputError
from generator.context.model_class import ClassContext, FieldContext, RequestContext
from generator.context.names import ClassName, FieldName, ModuleName
from generator.context.requirements import Requirements, requirements_of_object

_ANYTHING = ("string", "integer", "number", "boolean", "object")
_ENCODED = {
    "boolean": "EncodedBoolean",
    "integer": "EncodedInteger",
    "date": "EncodedDate",
    "date-time": "EncodedDateTime",
    "list": "EncodedList",
    "json": "EncodedJson",
}


@dataclasses.dataclass(frozen=True)
class ModelContext:
    """One module.

    Attributes:
        package: The vendor's package that holds it.
        module: Its name.
        header: The comment at its top.
        schema: The engine's input: names, types and accepted values, none of the vendor's prose.
        classes: By name, the connector's own class first.
    """

    package: str
    module: ModuleName
    header: str
    schema: dict[str, Any]
    classes: dict[str, ClassContext]

    @property
    def main(self) -> ClassName:
        """The connector's own class."""
        return next(iter(self.classes.values())).name


def model_context(shape: ConnectorShape, header: str) -> ModelContext:
    """Return the context of one connector's model.

    Raises:
        OutputError: Two names of the connector become the same in Python (``name-collision``).
    """
    connector = shape.connector
    doc = f"Properties of {shape.kind}: {connector.name}."
    other_parts = {part: names for part, names in shape.parts.items() if part != shape.request.main_part}
    request = RequestContext(connector.vendor, connector.role, connector.type, other_parts)
    builder = _Builder()
    schema = builder.object(shape.requirements, shape.class_name, doc, request)
    return ModelContext(connector.vendor, shape.module, header, schema, builder.classes)


class _Builder:
    def __init__(self) -> None:
        self.classes: dict[str, ClassContext] = {}

    def object(
        self, requirements: Requirements, name: ClassName, doc: str, request: RequestContext | None = None
    ) -> dict[str, Any]:
        """Return the engine's schema of one object; enter its class and those nested in it."""
        if name in self.classes or any(name == each.name.update for each in self.classes.values() if each.request):
            raise OutputError("name-collision", name, f"two objects become the class {name}")
        properties, required = requirements.properties, requirements.required
        fields = {str(FieldName.of(each.name)): _field(each, each.name in required) for each in properties}
        twice = [field for field, count in Counter(FieldName.of(each.name) for each in properties).items() if count > 1]
        if twice:
            raise OutputError("name-collision", name, f"two properties become the field {twice[0]} of {name}")
        self.classes[name] = ClassContext(name, doc, fields, requirements.rules, requirements.steps, request)
        return {
            "title": str(name),
            "type": "object",
            "properties": {FieldName.of(each.name): self._value(each, name) for each in properties},
            "required": [FieldName.of(each) for each in required],
        }

    def _value(self, found: Property, above: ClassName) -> dict[str, Any]:
        if found.accepted:
            return _listed(found)
        constraints = field_constraints(found)
        encoded = _ENCODED.get(constraints.format or constraints.encoding)
        if found.types == ("string",) and not found.secret and encoded is not None:
            return _own_type(encoded)
        if _is_secret_object(found):
            return _own_type("SecretObject")
        node: dict[str, Any] = {}
        if found.types:
            # A number that is given as 3 is returned as 3.
            node["type"] = [*(["integer"] if "number" in found.types else []), *found.types]
        if found.secret and found.types == ("string",):
            node["format"] = "password"
        if found.children and "object" in found.types and found.string_encoding != "json":
            nested = self._nested(found.children, above.nested(found.name), found)
            return _union(nested, [each for each in found.types if each != "object"])
        if found.items is not None and found.string_encoding != "json":
            listing = {"type": "array", "items": self._items(found.items, above, found)}
            others = [each for each in found.types or _ANYTHING if each != "array"]
            return _union(listing, others)
        return node

    def _items(self, items: Items, above: ClassName, found: Property) -> dict[str, Any]:
        if items.properties:
            nested = self._nested(items.properties, above.nested(found.name), found)
            return _union(nested, [each for each in items.types if each != "object"])
        if items.enum:
            return {"enum": items.enum}
        hidden = {"format": "password"} if found.secret and items.type == "string" else {}
        return {"type": items.type} | hidden if items.type else {}

    def _nested(self, properties: Iterable[Property], name: ClassName, found: Property) -> dict[str, Any]:
        doc = found.description or f"The object that {found.name} holds."
        return self.object(requirements_of_object(properties), name, doc)


def _listed(found: Property) -> dict[str, Any]:
    values = found.accepted or ()
    if any(isinstance(value, list | tuple | dict) for value in values):
        return {}
    if found.string_encoding == "boolean" and values == ("true", "false"):
        return _own_type("EncodedBoolean")
    return {"enum": values}


def _own_type(name: str) -> dict[str, Any]:
    return {"customTypePath": f"connector_catalog.encodings.{name}"}


def _union(nested: dict[str, Any], others: list[Any]) -> dict[str, Any]:
    """Return an object, or a value of one of the other types."""
    return {"anyOf": [nested, {"type": others}]} if others else nested


def _is_secret_object(found: Property) -> bool:
    return bool(found.secret) and found.types == ("object",) and not found.children


def _field(found: Property, required: bool) -> FieldContext:
    is_string = found.types == ("string",) and not found.accepted
    hidden_by_hint = is_string or _is_secret_object(found)
    secret = bool(found.secret) and not hidden_by_hint
    changeable = not found.create_only and found.requirement not in ("readOnly", "internal")
    name = FieldName.of(found.name)
    return FieldContext(name, found.name, required, secret, documented(found), field_constraints(found), changeable)
